import type { SecretMark, StatedTotal } from '#core/model/source.ts';
import type { Detection, Importer, ImportProblem, Proposal, SourceText, TableSample } from '../contract.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { makeItemCollector } from '../item-collector.ts';
import { applyMapping, findDecided, toChosenMapping, type ColumnMapping } from './column-mapping.ts';
import { addDependencyRow } from './dependency-rows.ts';
import { findDelimiter, findNamedDelimiter } from './delimiter.ts';
import { glanceAtTable, readMaskedTable, type MaskedTable } from './masked-table.ts';
import { proposeMapping } from './propose-mapping.ts';
import { countHeadings, readTable, type ReadTable } from './read-table.ts';
import { addTableRow, findRowShape } from './table-rows.ts';
import { promoteHosts } from './promote-hosts.ts';
import { makeRowViews, type RowView } from './row-view.ts';
import { readSections } from './section-rows.ts';
import type { TableReader } from './table-reader.ts';
import { findStatedTotal, isTotalsRow } from './totals-row.ts';

/** A table as the review shows it before anything is imported: its headings, first rows and what its columns mean. */
export interface TablePreview {
  readonly table: ReadTable;
  readonly mapping: ColumnMapping;
  /** Where secrets stood in the text. */
  readonly hidden: readonly SecretMark[];
}

/** Reads a table and proposes what its columns mean; the first of `decided` that is for such a table is laid over it. Secrets are masked already. */
export function previewTable(file: SourceText, decided: readonly ColumnMapping[] = []): TablePreview {
  return toTablePreview(readMaskedTable(file), decided);
}

/** The same of a table that was read already. */
export function toTablePreview(
  { table, secrets }: MaskedTable,
  decided: readonly ColumnMapping[],
): TablePreview {
  const proposed = proposeMapping(table.headings, table.rows);
  const mapping = applyMapping(proposed, findDecided(proposed, decided));
  return { table, mapping, hidden: secrets };
}

function detect(file: SourceText): Detection {
  if (file.sheet !== undefined) return { score: 0, because: 'it is a sheet of a workbook' };
  const lines = file.lines.slice(0, 60);
  const text = `${lines.join('\n')}\n`;
  const named = findNamedDelimiter(file.lines[0] ?? '');
  const isTable = /\.(?:csv|tsv)$/iu.test(file.name);
  const delimiter = named ?? findDelimiter(text) ?? (isTable ? ',' : null);
  if (delimiter === null) return { score: 0, because: 'no delimiter splits its lines' };
  if (delimiter === '|' && lines.some((line) => /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+/u.test(line))) {
    return { score: 5, because: 'it looks like a table inside a text' };
  }
  const table = readTable({ ...file, lines }, text);
  if (table.problems.some((problem) => problem.severity === 'error') && table.headings.length === 0) {
    return { score: /\.(?:csv|tsv)$/iu.test(file.name) ? 60 : 0, because: 'its name' };
  }
  const known = countHeadings(table.headings);
  const widths =
    table.rows.length === 0
      ? 0
      : table.rows.filter((row) => row.cells.filter((cell) => cell !== '').length > 1).length /
        table.rows.length;
  const isNamed = named !== null || /\.(?:csv|tsv)$/iu.test(file.name);
  if (known === 0) return { score: isNamed ? 40 : 0, because: 'rows without a known heading' };
  if (!isNamed && (table.headings.length < 2 || table.headings.some((each) => /[.!?:]$/u.test(each)))) {
    return { score: 5, because: 'its first row is no row of headings' };
  }
  const score = Math.min(
    95,
    30 + known * 10 + (isNamed ? 25 : 0) + (widths > 0.8 && table.headings.length > 2 ? 15 : 0),
  );
  return { score, because: `${known} known heading(s) in a row` };
}

/** How well a sheet fits a table of servers or services: by its known headings. */
function detectSheet(file: SourceText): Detection {
  if (file.sheet === undefined) return { score: 0, because: 'it is no sheet of a workbook' };
  const table = glanceAtTable(file);
  const known = countHeadings(table.headings);
  const shape = findRowShape(proposeMapping(table.headings, table.rows));
  if (known === 0 || shape === null) return { score: 0, because: 'no heading of the sheet is known' };
  return { score: Math.min(95, 40 + known * 10), because: `${known} known heading(s) in a row of the sheet` };
}

function dropSecrets(rows: readonly RowView[]): SecretMark[] {
  return rows.flatMap((row) => row.of('secret').map((cell) => ({ line: cell.line, kind: 'password' })));
}

function toMappingNotes(file: SourceText, mapping: ColumnMapping, line: number): ImportProblem[] {
  const unread = mapping.columns
    .filter((column) => column.field === null && column.heading !== '')
    .map((column) => column.heading);
  const assumed = mapping.columns.filter((column) => column.because.includes('is assumed'));
  const secret = mapping.columns
    .filter((column) => column.field === 'secret')
    .map((column) => column.heading);
  return [
    ...(unread.length === 0
      ? []
      : [
          toImportNote(
            'columns-not-read',
            file.name,
            `Columns that are not imported: ${unread.slice(0, 40).join(', ')}.`,
            line,
          ),
        ]),
    ...(secret.length === 0
      ? []
      : [
          toImportNote(
            'secret-columns',
            file.name,
            `Columns of secrets were dropped: ${secret.join(', ')}.`,
            line,
          ),
        ]),
    ...assumed.map((column) =>
      toImportNote('unit-assumed', file.name, `${column.heading}: ${column.because}.`, line),
    ),
  ];
}

/** So many rows show what the columns of a table hold. */
const sampleRows = 8;

/** The first rows for the review; what stands in columns of secrets is not shown. */
function toSample(file: SourceText, table: ReadTable, mapping: ColumnMapping): TableSample {
  const rows = table.rows.slice(0, sampleRows).map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, index) =>
      mapping.columns[index]?.field === 'secret' && cell !== '' ? '[secret]' : cell,
    ),
  }));
  return { source: file.name, mapping, rows, rowCount: table.rows.length };
}

/** What a table of a person says, secrets masked already. `format` is what its file was. */
export function readTableProposal(
  file: SourceText,
  { table, mapping, hidden }: TablePreview,
  format: string,
  decided: readonly ColumnMapping[],
): Proposal {
  const problems: ImportProblem[] = [...table.problems];
  const secrets: SecretMark[] = [...hidden];
  const totals: StatedTotal[] = [];
  const reader: TableReader = {
    file: file.name,
    collector: makeItemCollector(),
    problems,
    confidence: 'sure',
    known: new Map(),
  };
  const shape = findRowShape(mapping);
  if (shape === null && !problems.some((problem) => problem.severity === 'error')) {
    const message = `No column names servers or services (headings: ${table.headings.slice(0, 12).join(', ')}). Say which one does with a column mapping.`;
    problems.push(toImportError('no-name-column', file.name, message, table.headerLine));
  }
  if (shape !== null) {
    problems.push(...toMappingNotes(file, mapping, table.headerLine));
    const views = makeRowViews(mapping, table.rows);
    secrets.push(...dropSecrets(views));
    const sums = views.filter(isTotalsRow);
    const { rows: filled, sections } = readSections(mapping, table.rows, views);
    const rows = filled.filter((row) => !isTotalsRow(row));
    for (const { line, title } of sections) {
      const message = `"${title}" stands alone in its row: it was read as the heading of the rows below it.`;
      problems.push(toImportNote('section-row', file.name, message, line));
    }
    if (shape === 'dependencies') for (const row of rows) addDependencyRow(reader, row);
    else addTableRow(reader, rows, shape);
    promoteHosts(reader);
    const found = reader.collector
      .toItems()
      .filter((item) => item.is === 'node' && item.kind === 'server').length;
    for (const row of sums) {
      const total = findStatedTotal(row, found);
      if (total !== undefined) totals.push(total);
      else
        problems.push(toImportNote('totals-row', file.name, 'A row of totals was not imported.', row.line));
    }
  }
  const said = findDecided(mapping, decided);
  const chosen = toChosenMapping(mapping) ?? (said?.columns.length === 0 ? said : undefined);
  return {
    ...(table.headings.length === 0 ? {} : { table: toSample(file, table, mapping) }),
    source: {
      ...(chosen === undefined ? {} : { mapping: chosen }),
      name: file.name,
      format,
      sha256: file.sha256,
      text: null,
      totals,
      secrets: secrets.sort((a, b) => a.line - b.line),
    },
    items: reader.collector.toItems(),
    notUnderstood: [],
    problems,
  };
}

function parse(file: SourceText, decided: readonly ColumnMapping[]): Proposal {
  const format = file.sheet === undefined ? 'csv' : 'xlsx';
  return readTableProposal(file, previewTable(file, decided), format, decided);
}

/** An importer of tables whose columns mean what a person decided; without a decision what their headings say. */
export function toTableImporter(decided: readonly ColumnMapping[] = []): Importer {
  return { format: 'csv', title: 'Table (CSV, TSV)', detect, parse: (file) => parse(file, decided) };
}

/** Tables as text: comma, semicolon, tab or bar between cells. Source: RFC 4180 and what spreadsheet programs write. */
export const csvImporter: Importer = toTableImporter();

/** The same for the sheets of a workbook; how its cells are read is the business of `xlsx/`. */
export function toSheetImporter(decided: readonly ColumnMapping[] = []): Importer {
  return {
    format: 'xlsx',
    title: 'Spreadsheet (XLSX)',
    detect: detectSheet,
    parse: (file) => parse(file, decided),
  };
}
