import { toPlainLine } from './plain-line.ts';

/**
 * The text of a Mermaid label, to stand between double quotes: every character outside letters, digits, blank and
 * `.,_-` of ASCII becomes `#NNN;` (decimal), so that no quote, bracket, `end`, directive or HTML can act. Cut at `limit`
 * characters.
 */
export function toMermaidLabel(text: string, limit = 60): string {
  const line = toPlainLine(text).replace(/ {2,}/gu, ' ');
  const points = Array.from(line);
  const shown = points.length > limit ? [...points.slice(0, limit - 1), '…'] : points;
  // A label that starts like a list ("1. ", "- ") would be drawn as "Unsupported markdown".
  const listMark = /^(?:\d+\.|-)(?=\s|$)/u.exec(line)?.[0].length ?? 0;
  const isPlain = (sign: string, index: number): boolean => /[\w .,-]/u.test(sign) && index !== listMark - 1;
  return shown.map((sign, index) => (isPlain(sign, index) ? sign : `#${sign.codePointAt(0)};`)).join('');
}
