import type { Outline, RichText } from './block.ts';

/** A quotation: the words as they stand on one line of the source. */
export interface Quote {
  readonly line: number;
  readonly quote: string;
}

/** Offsets at which the lines start when they are joined by one line feed each. */
export function toLineStarts(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return starts;
}

/** Index of the line (from 0) that holds an offset. */
function lineIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The words of a stretch of plain text as they stand in the source, markup between them included, cut at the end of the line
 * on which they begin. `null` when the stretch is empty or only blanks.
 */
export function quoteOf(
  outline: { readonly lines: readonly string[]; readonly starts: readonly number[] },
  text: RichText,
  from = 0,
  to: number = text.plain.length,
): Quote | null {
  let first = Math.max(0, from);
  while (first < to && /\s/u.test(text.plain[first] ?? '')) first += 1;
  const start = text.at[first];
  if (start === undefined || first >= to) return null;
  const index = lineIndexAt(outline.starts, start);
  const lineStart = outline.starts[index] ?? 0;
  const line = outline.lines[index] ?? '';
  let end = start;
  for (let i = first; i < to; i += 1) {
    const offset = text.at[i];
    if (offset === undefined || offset - lineStart >= line.length) break;
    if (offset < start) break;
    end = offset;
  }
  const quote = line.slice(start - lineStart, end - lineStart + 1).trim();
  return quote === '' ? null : { line: index + 1, quote };
}

/** All lines (from 1) that a text touches. */
export function linesOf(
  outline: Pick<Outline, 'lines'> & { readonly starts: readonly number[] },
  text: RichText,
): number[] {
  const found = new Set<number>();
  for (let i = 0; i < text.at.length; i += 1) {
    if (/\s/u.test(text.plain[i] ?? '')) continue;
    found.add(lineIndexAt(outline.starts, text.at[i] ?? 0) + 1);
  }
  return [...found];
}
