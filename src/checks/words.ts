import { compareText } from '#core/base/compare.ts';
import { toFigure } from '#core/base/figure.ts';

/** Names as a person lists them: "a, b and c", or "a, b, c and 4 others" when there are many. Sorted, each once. */
export function toNameList(names: Iterable<string>, most = 4): string {
  const all = [...new Set(names)].sort(compareText);
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const hidden = all.length - shown.length;
  const last = hidden > 0 ? `${toFigure(hidden)} others` : shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}

/** A number with its noun: "1 server", "3 servers". */
export function toCountWords(count: number, noun: string, plural = `${noun}s`): string {
  return `${toFigure(count)} ${count === 1 ? noun : plural}`;
}

/** The words of a source as a quotation on one line, shortened where they go on for long. */
export function toQuote(text: string, most = 140): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return `“${characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line}”`;
}
