import { toImportNote } from '../import-problem.ts';
import { findTypeByWord } from '../type-words.ts';
import { splitValues } from './cell-words.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { addQuestion, addRowNode, splitDoubt, type RowSubject } from './row-node.ts';
import { addFate } from './row-fate.ts';
import { addDependencies, addDuties } from './row-relations.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { findKnown, remember, toNameKey, type TableReader } from './table-reader.ts';
import { isNoValue } from './units.ts';

/** What the rows of a table are about. */
export type RowShape = 'servers' | 'services' | 'services-on-servers' | 'dependencies';

/** What the rows are about, by the columns that name things; `null` when none does. */
export function findRowShape(mapping: ColumnMapping): RowShape | null {
  const index = (field: string): number => mapping.columns.findIndex((column) => column.field === field);
  if (index('from') >= 0 && index('to') >= 0) return 'dependencies';
  const name = index('name');
  const service = index('service');
  if (name < 0) return service < 0 ? null : 'services';
  return service >= 0 && service < name ? 'services-on-servers' : 'servers';
}

/** Adds a service inside a server. */
function addService(reader: TableReader, parent: RowSubject, text: string, cell: CellView): RowSubject {
  const { name, doubt } = splitDoubt(text);
  const key = `service:${parent.key.slice(parent.key.indexOf(':') + 1)}/${toNameKey(name)}`;
  const type = findTypeByWord(name);
  reader.collector.add({
    is: 'node',
    key,
    kind: 'service',
    name,
    parent: parent.key,
    confidence: reader.confidence,
    reasons: [`named in the column "${cell.heading}"`],
    evidence: [toEvidence(cell, 'name')],
    // An application that runs on several servers is one service on each: the tag joins them.
    ...(/app/iu.test(cell.heading) ? { tags: [`app:${name}`] } : {}),
    ...(type === undefined ? {} : { type }),
  });
  remember(reader, name, key);
  if (doubt) addQuestion(reader, key, `${name}: "${text}"`, cell, 'name');
  return { key, name };
}

function addServices(reader: TableReader, row: RowView, server: RowSubject): readonly RowSubject[] {
  return row
    .of('service')
    .flatMap((cell) => splitValues(cell.value).map((text) => addService(reader, server, text, cell)));
}

interface Placed {
  readonly row: RowView;
  readonly subject: RowSubject;
  readonly isService: boolean;
}

function addOne(reader: TableReader, row: RowView, shape: RowShape): Placed | undefined {
  const nameCell = row.first('name');
  if (shape === 'services') {
    const cell = row.first('service');
    if (cell === undefined || isNoValue(cell.value)) return undefined;
    const subject = addRowNode(reader, row, cell, 'service');
    return subject === undefined ? undefined : { row, subject, isService: true };
  }
  if (nameCell === undefined || isNoValue(nameCell.value)) return undefined;
  const server = addRowNode(reader, row, nameCell, 'server');
  if (server === undefined) return { row, subject: { key: '', name: '' }, isService: false };
  const [service] = addServices(reader, row, server);
  const isService = shape === 'services-on-servers' && service !== undefined;
  return { row, subject: isService ? service : server, isService };
}

/** Gives `parent` columns their meaning once all rows are known: they may point at rows below. */
function placeByName(reader: TableReader, { row, subject }: Placed): void {
  const cell = row.first('parent');
  if (cell === undefined || isNoValue(cell.value)) return;
  const known = findKnown(reader, cell.value);
  if (known === subject.key) return;
  const key = known ?? `host:${toNameKey(cell.value)}`;
  if (known === undefined) {
    reader.collector.add({
      is: 'node',
      key,
      kind: 'host',
      name: cell.value,
      confidence: 'likely',
      reasons: [`named in the column "${cell.heading}"`],
      evidence: [toEvidence(cell, 'name')],
    });
    remember(reader, cell.value, key);
  }
  reader.collector.edit(subject.key, { parent: key });
}

/** Adds all rows of a table: first every node, then what points from one to another. Rows without a name are listed. */
export function addTableRow(reader: TableReader, rows: readonly RowView[], shape: RowShape): void {
  const placed: Placed[] = [];
  for (const row of rows) {
    const one = addOne(reader, row, shape);
    if (one === undefined) {
      const message = 'The row names no server or service; it was left out.';
      reader.problems.push(toImportNote('row-without-name', reader.file, message, row.line));
    } else if (one.subject.key !== '') placed.push(one);
  }
  for (const one of placed) placeByName(reader, one);
  for (const { row, subject, isService } of placed) {
    addDuties(reader, row, subject, isService);
    addDependencies(reader, row, subject);
    addFate(reader, row, subject);
  }
}
