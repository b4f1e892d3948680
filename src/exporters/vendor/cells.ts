import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';

/** A text as one line of a cell; `null` when nothing of it is left. */
export function toCellText(text: string | null): string | null {
  const line = toPlainLine(text ?? '');
  return line === '' ? null : line;
}

/** Several values in one cell. A value that holds a sign which parts values can't be told from two: it is left out and listed. */
export function toListCell(
  values: readonly string[],
  separator: string,
  column: string,
  loss: Loss,
): string | null {
  const kept = values.map(toPlainLine).filter((value) => {
    const isWhole = value !== '' && !/[,;|]/u.test(value);
    if (!isWhole) loss.add(`${column}: holds a sign that parts values`, value);
    return isWhole;
  });
  return kept.length === 0 ? null : kept.join(separator);
}

/** What is used, as a percentage of the whole; exact enough that the same share of the whole gives the same number again. */
export function toPercent(used: number | null, whole: number | null): number | null {
  if (used === null || whole === null || whole <= 0) return null;
  return Math.round((used / whole) * 1_000_000) / 10_000;
}

/** A tag in its two halves: `env:production` and `env=production` have a key, `gold` has none. */
export function splitTag(tag: string): { readonly key: string | null; readonly value: string } {
  const found = /^([^:=]+)[:=](.+)$/su.exec(tag);
  return found === null
    ? { key: null, value: tag }
    : { key: (found[1] ?? '').trim(), value: (found[2] ?? '').trim() };
}

const mostSigns = 63;

/** A text as a label or slug: lower case letters, digits, `_` and `-`, at most 63; empty when nothing is left. */
export function toLabelText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, mostSigns);
}
