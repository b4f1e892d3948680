import type { YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { ProposedEvidence, SourceText } from '../contract.ts';
import { maskSecrets } from '../secrets.ts';

/** The longest words of a line that are kept as evidence when the value itself is written in another way there. */
const longest = 200;

/** Short words of letters, digits and the signs of names and addresses. */
const plain = /^[A-Za-z0-9 .,:/_()-]{0,100}$/u;
/** What a plain word must hold to be a secret after all: the label of one, or the head of a token. */
const suspicious =
  /pass|pw|psk|pin|secret|key|token|commun|code|login|cred|user|kennwort|mot de|mysql|hooks|akia|asia|gh[pousr]_|github_pat|glpat|npm_|dop_|hf_|xox|[srp]k[_-]|aiza|sg\.|eyj|:\/\/|(?:[^:]{0,100}:){4}/iu;

/** A text without secrets. Short plain words come by the thousand, so they are let through before all patterns are tried. */
export function withoutSecrets(text: string): string {
  if (plain.test(text) && !suspicious.test(text)) return text;
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
