import type { SecretMark } from '#core/model/source.ts';
import type { SheetRow, SourceText } from '../contract.ts';
import { maskSecrets } from '../secrets.ts';
import { readTable, toTable, type ReadTable } from './read-table.ts';

/** A table without its secrets, and where they stood. */
export interface MaskedTable {
  readonly table: ReadTable;
  readonly secrets: readonly SecretMark[];
}

/** Cells that can't hold a secret: figures, addresses, dates, single short words. */
const harmless = /^(?:[\d\s.,:/%+-]{0,60}|[A-Za-z]{1,16})$/u;
const remembered = 100_000;

/** Masks the cells of a sheet one by one; most values of a column repeat, so each is looked at once. */
function maskRows(rows: readonly SheetRow[]): {
  readonly rows: readonly SheetRow[];
  readonly secrets: SecretMark[];
} {
  const seen = new Map<string, { readonly text: string; readonly kinds: readonly string[] }>();
  const secrets: SecretMark[] = [];
  const maskCell = (cell: string, line: number): string => {
    if (harmless.test(cell)) return cell;
    let known = seen.get(cell);
    if (known === undefined) {
      const masked = maskSecrets(cell);
      known = { text: masked.text, kinds: masked.secrets.map((secret) => secret.kind) };
      if (seen.size < remembered) seen.set(cell, known);
    }
    for (const kind of known.kinds) secrets.push({ line, kind });
    return known.text;
  };
  const masked = rows.map((row) => ({
    line: row.line,
    cells: row.cells.map((cell) => maskCell(cell, row.line)),
  }));
  return { rows: masked, secrets };
}

/** Reads a text file or a sheet as a table whose secrets are masked already. */
export function readMaskedTable(file: SourceText): MaskedTable {
  if (file.sheet !== undefined) {
    const { rows, secrets } = maskRows(file.sheet.rows);
    return { table: toTable(file.name, rows, ','), secrets };
  }
  const masked = maskSecrets(file.lines.join('\n'));
  return { table: readTable(file, masked.text), secrets: masked.secrets };
}

const glance = 60;
const glanceCharacters = 262_144;

/** The headings and first rows, unmasked, to tell what a table is. */
export function glanceAtTable(file: SourceText): ReadTable {
  if (file.sheet !== undefined) return toTable(file.name, file.sheet.rows.slice(0, glance), ',');
  const lines = file.lines.slice(0, glance);
  return readTable({ ...file, lines }, `${lines.join('\n').slice(0, glanceCharacters)}\n`);
}
