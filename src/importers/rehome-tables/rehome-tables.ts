import { assertNever } from '#core/base/assert-never.ts';
import type { Importer, ImportProblem, Proposal, ProposedItem, SourceText } from '../contract.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { findKnownNodes, toNodeItems } from './node-rows.ts';
import { readOwnRows, type OwnRow } from './own-rows.ts';
import { toDependencyItems, toDutyItems, toQuestionItems } from './relation-rows.ts';
import { findOwnTable, type OwnTable } from './table-kinds.ts';

function toItems(
  table: OwnTable,
  rows: readonly OwnRow[],
  others: readonly SourceText[],
): readonly ProposedItem[] {
  switch (table) {
    case 'nodes':
      return toNodeItems(rows);
    case 'dependencies':
      return toDependencyItems(rows, findKnownNodes(others));
    case 'duties':
      return toDutyItems(rows, findKnownNodes(others));
    case 'questions':
      return toQuestionItems(rows, findKnownNodes(others));
    case 'changes':
    case 'tasks':
      return [];
    default:
      return assertNever(table);
  }
}

function withUniqueKeys(items: readonly ProposedItem[]): readonly ProposedItem[] {
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

function toNotes(table: OwnTable, file: SourceText, rows: number): ImportProblem[] {
  if (rows === 0 || (table !== 'changes' && table !== 'tasks')) return [];
  const message = `${rows} row(s) of ${table} are not read into an inventory: open the plan that they were exported from and import this table alone, or use "rehome apply"; then its edits come back.`;
  return [toImportNote('not-read-back', file.name, message)];
}

function parse(file: SourceText, others: readonly SourceText[]): Proposal {
  const table = findOwnTable(file);
  const { rows, secrets, unclosedAt } = readOwnRows(file);
  const trouble =
    table === null
      ? toImportError('other-headings', file.name, 'The headings are not those of our own tables.', 1)
      : unclosedAt === null
        ? null
        : toImportError(
            'unclosed-quote',
            file.name,
            'A quote opens on this line and never closes. Close it and import the file again.',
            unclosedAt,
          );
  return {
    source: {
      name: file.name,
      format: 'rehome-tables',
      sha256: file.sha256,
      text: null,
      totals: [],
      secrets,
    },
    // Of two rows of one id the last one counts.
    items: table === null || trouble !== null ? [] : withUniqueKeys(toItems(table, rows, others)),
    notUnderstood: [],
    problems: trouble !== null ? [trouble] : table === null ? [] : toNotes(table, file, rows.length),
  };
}

/** The tables that the CSV and XLSX exports write, read back by their ids: names may stand twice and hold any sign. */
export const rehomeTablesImporter: Importer = {
  format: 'rehome-tables',
  title: 'Tables exported by Rehome',
  detect: (file) =>
    findOwnTable(file) === null
      ? { score: 0, because: 'its headings are others' }
      : { score: 100, because: 'the headings of an export of ours' },
  parse,
};
