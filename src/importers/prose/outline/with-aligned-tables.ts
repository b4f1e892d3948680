import type { OutlineUnit, Piece, Scan, ScannedRow } from './block.ts';
import { type AlignedTable, findAlignedTables } from './aligned-columns.ts';
import { indentOf } from './line-shapes.ts';

/** Says of rows in columns whether a reader would take them for a list of machines; rows as texts of their cells. */
export type TableJudge = (rows: readonly (readonly string[])[]) => boolean;

function textsOf(lines: readonly string[], rows: readonly ScannedRow[]): string[][] {
  return rows.map((row) =>
    row.cells.map((cell) =>
      cell.map((piece) => (lines[piece.line - 1] ?? '').slice(piece.from, piece.to)).join(' '),
    ),
  );
}

function toUnit(lines: readonly string[], table: AlignedTable): OutlineUnit {
  return { is: 'table', indent: indentOf(lines[table.from] ?? ''), rows: table.rows };
}

/** A paragraph with the tables in it taken out: what stands before, between and behind them stays text. */
function partParagraph(
  lines: readonly string[],
  unit: Extract<OutlineUnit, { is: 'paragraph' }>,
  isTable: TableJudge,
): OutlineUnit[] {
  const [first] = unit.text;
  const last = unit.text.at(-1);
  if (unit.text.length < 3 || first === undefined || last === undefined) return [unit];
  const tables = findAlignedTables(lines, first.line - 1, last.line).filter((table) =>
    isTable(textsOf(lines, table.rows)),
  );
  const units: OutlineUnit[] = [];
  let rest: readonly Piece[] = unit.text;
  for (const table of tables) {
    const before = rest.filter((piece) => piece.line - 1 < table.from);
    if (before.length > 0) units.push({ ...unit, text: before });
    units.push(toUnit(lines, table));
    rest = rest.filter((piece) => piece.line - 1 >= table.to);
  }
  return rest.length > 0 ? [...units, { ...unit, text: rest }] : units;
}

/** A header over a line of dashes was taken for a heading: with the paragraph right below it is a table. */
function joinHeading(lines: readonly string[], heading: OutlineUnit, next: OutlineUnit): OutlineUnit | null {
  if (heading.is !== 'heading' || next.is !== 'paragraph') return null;
  const from = (heading.text[0]?.line ?? 0) - 1;
  const first = (next.text[0]?.line ?? 0) - 1;
  if (heading.text.length !== 1 || first !== from + 2) return null;
  const [table] = findAlignedTables(lines, from, next.text.at(-1)?.line ?? 0);
  return table !== undefined && table.from === from && table.to === (next.text.at(-1)?.line ?? 0)
    ? toUnit(lines, table)
    : null;
}

/** Adds the tables that stand in columns without markup, in paragraphs and in listings, where `isTable` says that they are some. */
export function withAlignedTables(scan: Scan, lines: readonly string[], isTable: TableJudge): Scan {
  const units: OutlineUnit[] = [];
  for (let at = 0; at < scan.units.length; at += 1) {
    const unit = scan.units[at];
    const next = scan.units[at + 1];
    if (unit === undefined) continue;
    const joined = next === undefined ? null : joinHeading(lines, unit, next);
    if (joined !== null) {
      units.push(joined);
      at += 1;
    } else if (unit.is === 'paragraph') units.push(...partParagraph(lines, unit, isTable));
    else if (unit.is === 'code') {
      units.push(unit);
      for (const table of findAlignedTables(lines, unit.from - 1, unit.to))
        if (isTable(textsOf(lines, table.rows))) units.push(toUnit(lines, table));
    } else units.push(unit);
  }
  return { units, notes: scan.notes };
}
