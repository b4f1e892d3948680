import type { SheetRow } from '../contract.ts';
import { limits } from '../limits.ts';
import { findColumn } from './cell-text.ts';

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Cells that are filled at most: a range may claim the whole sheet. */
const mostFilled = 100_000;

function findRange(reference: string): Range | null {
  const match = /^(\$?[A-Za-z]{1,3})\$?(\d{1,7}):(\$?[A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(reference);
  const left = findColumn(match?.[1]);
  const right = findColumn(match?.[3]);
  if (match === null || left === null || right === null) return null;
  return {
    top: Number(match[2]),
    bottom: Number(match[4]),
    left,
    right: Math.min(right, limits.columns - 1),
  };
}

/** Where the first row of a line at or behind `line` stands. */
function findRow(rows: readonly SheetRow[], line: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Gives the words of a merged cell to all cells that it covers: only its first one holds them. Numbers stay where they are,
 * or sizes would be counted twice; cells that hold something keep it.
 */
export function fillMerged(
  rows: readonly { readonly line: number; readonly cells: string[] }[],
  references: readonly string[],
): readonly SheetRow[] {
  let left = mostFilled;
  for (const reference of references) {
    const range = findRange(reference);
    if (range === null) continue;
    const first = findRow(rows, range.top);
    const head = rows[first];
    const text = head?.line === range.top ? (head.cells[range.left] ?? '') : '';
    if (text === '' || /^[\d\s.,%-]{1,40}$/u.test(text)) continue;
    for (let at = first; at < rows.length && left > 0; at += 1) {
      const row = rows[at];
      if (row === undefined || row.line > range.bottom) break;
      for (let column = range.left; column <= range.right && left > 0; column += 1) {
        while (row.cells.length <= column) row.cells.push('');
        if (row.cells[column] === '') row.cells[column] = text;
        left -= 1;
      }
    }
  }
  return rows;
}
