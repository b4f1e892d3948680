import type { NodeKind } from '#core/model/node.ts';
import { glanceAtTable, readMaskedTable } from '../csv/masked-table.ts';
import { promoteHosts } from '../csv/promote-hosts.ts';
import type { ReadTable } from '../csv/read-table.ts';
import { addTableRow, type RowShape } from '../csv/table-rows.ts';
import type { TableReader } from '../csv/table-reader.ts';
import type { Detection, Importer, ImportProblem, Proposal, SourceText } from '../contract.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { makeItemCollector } from '../item-collector.ts';
import { toHeadingKey, toRowView, toVendorRows, type VendorColumn, type VendorRow } from './vendor-row.ts';

/** What a table of a vendor is read with, once its rows are there. */
export interface VendorReading {
  readonly reader: TableReader;
  readonly rows: readonly VendorRow[];
  readonly file: SourceText;
  readonly others: readonly SourceText[];
}

/** One sort of table that a vendor writes. */
export interface VendorTable {
  /** Why a table is taken for this one, for the reader. */
  readonly because: string;
  /** Whether headings (see `toHeadingKey`) are those of this table. */
  readonly fits: (headings: ReadonlySet<string>, file: SourceText) => boolean;
  /** Brings headings of other editions into the usual form. */
  readonly toKey?: (heading: string, file: SourceText) => string;
  readonly columns: readonly VendorColumn[] | ((reading: VendorReading) => readonly VendorColumn[]);
  readonly shape: RowShape;
  /** What the rows are, where they are not servers. */
  readonly kind?: NodeKind;
  /** Why a row is left out, in the plural: "templates". Such rows are counted. */
  readonly leaveOut?: (row: VendorRow) => string | undefined;
  /** Whether a row describes a thing; without it every row does. The others are the business of `finish`. */
  readonly isSubject?: (row: VendorRow) => boolean;
  /** Reads what columns alone can't say. */
  readonly finish?: (reading: VendorReading) => void;
  /** Reads the rows in a way of its own, in place of columns. */
  readonly read?: (reading: VendorReading) => void;
}

/** A vendor's format: its tables, the first that fits is taken. */
export interface VendorFormat {
  readonly format: string;
  readonly title: string;
  readonly tables: readonly VendorTable[];
}

/** A file's table and which sort it is. */
interface FoundTable {
  readonly table: VendorTable;
  readonly headings: ReadonlySet<string>;
}

function keysOf(table: VendorTable, file: SourceText, headings: readonly string[]): ReadonlySet<string> {
  const toKey = table.toKey ?? toHeadingKey;
  return new Set(headings.map((heading) => toKey(heading, file)));
}

/** The table of the format that headings fit. */
function findTable(
  format: VendorFormat,
  file: SourceText,
  headings: readonly string[],
): FoundTable | undefined {
  for (const table of format.tables) {
    const keys = keysOf(table, file, headings);
    if (table.fits(keys, file)) return { table, headings: keys };
  }
  return undefined;
}

const glances = new WeakMap<SourceText, readonly string[]>();

/** The headings of a file; looked up once, because every vendor asks for them. */
export function glanceAtHeadings(file: SourceText): readonly string[] {
  let headings = glances.get(file);
  if (headings === undefined) {
    headings = glanceAtTable(file).headings;
    glances.set(file, headings);
  }
  return headings;
}

function detect(format: VendorFormat, file: SourceText): Detection {
  const headings = glanceAtHeadings(file);
  const found = headings.length < 2 ? undefined : findTable(format, file, headings);
  if (found === undefined) return { score: 0, because: 'its headings are others' };
  return { score: 98, because: found.table.because };
}

/** Leaves out rows by reason; each reason is one note with its count. */
function keepRows(reader: TableReader, rows: readonly VendorRow[], table: VendorTable): readonly VendorRow[] {
  const { leaveOut } = table;
  if (leaveOut === undefined) return rows;
  const counts = new Map<string, number>();
  const kept = rows.filter((row) => {
    const reason = leaveOut(row);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return reason === undefined;
  });
  for (const [reason, count] of counts) {
    const message = `Left out, as they are no machines of their own: ${reason}: ${count}.`;
    reader.problems.push(toImportNote('rows-left-out', reader.file, message));
  }
  return kept;
}

function readRows(found: FoundTable, reading: VendorReading): void {
  const { table } = found;
  const { reader } = reading;
  if (table.read !== undefined) table.read(reading);
  else {
    const columns = typeof table.columns === 'function' ? table.columns(reading) : table.columns;
    const all: readonly VendorColumn[] =
      table.kind === undefined ? columns : [...columns, { field: 'kind', from: [], constant: table.kind }];
    addTableRow(
      reader,
      reading.rows.filter(table.isSubject ?? (() => true)).map((row) => toRowView(row, all)),
      table.shape,
    );
  }
  table.finish?.(reading);
  promoteHosts(reader);
}

function toProposal(
  format: string,
  file: SourceText,
  reader: TableReader,
  secrets: Proposal['source']['secrets'],
): Proposal {
  return {
    source: {
      name: file.name,
      format,
      sha256: file.sha256,
      text: null,
      totals: [],
      secrets: secrets.toSorted((a, b) => a.line - b.line),
    },
    items: reader.collector.toItems(),
    notUnderstood: [],
    problems: reader.problems,
  };
}

/** An empty reader for the items of one file. */
export function makeReader(file: SourceText, problems: readonly ImportProblem[] = []): TableReader {
  return {
    file: file.name,
    collector: makeItemCollector(),
    problems: [...problems],
    confidence: 'sure',
    known: new Map(),
  };
}

function parse(format: VendorFormat, file: SourceText, others: readonly SourceText[]): Proposal {
  const { table, secrets } = readMaskedTable(file);
  const reader = makeReader(file, table.problems);
  const found = findTable(format, file, table.headings);
  if (found === undefined) {
    const message = `The headings are not those of ${format.title} (${table.headings.slice(0, 12).join(', ')}).`;
    reader.problems.push(toImportError('other-headings', file.name, message, table.headerLine));
    return toProposal(format.format, file, reader, secrets);
  }
  const rows = keepRows(reader, toRows(found, file, table), found.table);
  readRows(found, { reader, rows, file, others });
  return toProposal(format.format, file, reader, secrets);
}

function toRows(found: FoundTable, file: SourceText, table: ReadTable): readonly VendorRow[] {
  const toKey = found.table.toKey ?? toHeadingKey;
  return toVendorRows(table, (heading) => toKey(heading, file));
}

/** An importer for a vendor's sheets: recognised by their headings, read by name and never by position. */
export function toVendorImporter(format: VendorFormat): Importer {
  return {
    format: format.format,
    title: format.title,
    detect: (file) => detect(format, file),
    parse: (file, others) => parse(format, file, others),
  };
}
