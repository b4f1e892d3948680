import type { SourceText } from '../contract.ts';
import { readRecords } from '../csv/records.ts';

/** The tables of our own CSV and XLSX exports. */
export type OwnTable = 'nodes' | 'dependencies' | 'duties' | 'questions' | 'changes' | 'tasks';

/** Headings by which each table is known: together they stand in no other one. */
const signs: Readonly<Record<OwnTable, readonly string[]>> = {
  nodes: ['id', 'kind', 'name', 'parent', 'path'],
  dependencies: ['id', 'from', 'fromName', 'to', 'toName', 'type'],
  duties: ['id', 'area', 'subject', 'subjectName', 'party', 'role'],
  questions: ['id', 'text', 'about', 'aboutNames', 'status'],
  changes: ['number', 'id', 'kind', 'subject', 'subjectName'],
  tasks: ['id', 'on', 'onName', 'text', 'due'],
};

function headingsOf(file: SourceText): readonly string[] {
  if (file.sheet !== undefined) return file.sheet.rows[0]?.cells ?? [];
  const [first] = readRecords(
    `${(file.lines[0] ?? '').replace(/^\uFEFF/u, '').slice(0, 4000)}\n`,
    ',',
  ).records;
  return first?.cells ?? [];
}

/** Which of our own tables a file is; `null` for any other. */
export function findOwnTable(file: SourceText): OwnTable | null {
  const headings = new Set(headingsOf(file));
  const found = Object.entries(signs).find(([, needed]) => needed.every((heading) => headings.has(heading)));
  switch (found?.[0]) {
    case 'nodes':
    case 'dependencies':
    case 'duties':
    case 'questions':
    case 'changes':
    case 'tasks':
      return found[0];
    default:
      return null;
  }
}
