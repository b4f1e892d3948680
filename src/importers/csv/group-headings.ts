import { findHeading } from './lookup-heading.ts';
import type { TableRecord } from './records.ts';

/** The cells of a row of groups above the headings, each over all columns that it stands above. */
function carryRight(cells: readonly string[], width: number): readonly string[] {
  let last = '';
  return Array.from({ length: width }, (_, at) => {
    const cell = (cells[at] ?? '').trim();
    if (cell !== '') last = cell;
    return last;
  });
}

/**
 * Headings that say nothing alone, or stand twice, with the group above them: `Total GB` below `Memory` and below `Storage`. A
 * row of groups stands right above the headings and has two groups or more.
 */
export function withGroups(header: TableRecord, above: TableRecord | undefined): readonly string[] {
  const groups = new Set(above?.cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  if (above === undefined || above.line !== header.line - 1 || groups.size < 2) return header.cells;
  const over = carryRight(above.cells, header.cells.length);
  const times = new Map<string, number>();
  for (const cell of header.cells) times.set(cell.trim(), (times.get(cell.trim()) ?? 0) + 1);
  return header.cells.map((cell, at) => {
    const group = over[at] ?? '';
    const heading = cell.trim();
    const isTwice = (times.get(heading) ?? 0) > 1;
    if (heading === '') return (above.cells[at] ?? '').trim();
    if (group === '' || group === heading) return cell;
    if (findHeading(heading) !== undefined && !isTwice) return cell;
    const joined = `${group} ${heading}`;
    return findHeading(joined) === undefined ? cell : joined;
  });
}

/** Whether a row could be one of groups over several columns: cells of it are empty, or say what their neighbour says. */
export function couldBeGroups({ cells }: TableRecord): boolean {
  return cells.some((cell, at) => cell.trim() === '' || (at > 0 && cell.trim() === cells[at - 1]?.trim()));
}
