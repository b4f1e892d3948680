import type { YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { ProposedEvidence, SourceText } from '../contract.ts';
import { maskSecrets } from '../secrets.ts';

/** The longest words of a line that are kept as evidence when the value itself is written in another way there. */
const longest = 200;

/** A text without secrets. Short texts come by the thousand, so the common case is decided first. */
export function withoutSecrets(text: string): string {
  return maskSecrets(text).text;
}

/**
 * Words that speak for a value: the value itself where it stands on its line, else the way it is escaped there, else the line.
 * A block text begins one line below its key.
 */
export function quoteOf(file: SourceText, scalar: YamlScalar, field: string): ProposedEvidence {
  const first = withoutSecrets(scalar.value).split('\n')[0]?.trim() ?? '';
  for (const line of [scalar.line, scalar.line + 1]) {
    const words = file.lines[line - 1] ?? '';
    if (first !== '' && words.includes(first)) return { line, quote: first, field };
    const escaped = JSON.stringify(first).slice(1, -1);
    if (first !== '' && words.includes(escaped)) return { line, quote: escaped, field };
  }
  const words = withoutSecrets(file.lines[scalar.line - 1] ?? '').trim();
  const quote = (words.includes('[secret]') ? (words.split('[secret]')[0] ?? '') : words).slice(0, longest);
  return { line: scalar.line, quote: quote.trimEnd(), field };
}
