import { columnWords } from '#core/importers/prose/lexicon/facts.ts';
import { notNamed } from '#core/importers/prose/lexicon/host-mentions.ts';
import { addEvidence, giveReason, needQuestion, type Thing } from '#core/importers/prose/proposal/draft.ts';
import type { RichText, Row } from '#core/importers/prose/outline/block.ts';
import { serverWeights } from '#core/importers/prose/lexicon/weights.ts';
import { needThing } from '#core/importers/prose/proposal/draft.ts';
import { readDetails } from './row-details.ts';
import { findKnownNames, findProduct } from './known-names.ts';
import { findInferredColumns } from './inferred-columns.ts';
import { placesSystems, readSystemRow } from './system-rows.ts';
import { isAddress, isDomainName, isTyped, machineShape, tidyName, toNameKey } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { readServiceTable } from './service-tables.ts';
import { type Columns, findColumns, hasNoValue } from './table-columns.ts';
import { isServerClass, isTopic } from './titles.ts';
import type { Unit } from './unit.ts';

/** Whether a table lists machines: a column of them, or names beside addresses, hosters or systems, or a heading that says so. */
function listsServers(reading: Reading, unit: Unit, columns: Columns, rows: readonly Row[]): number | null {
  const direct = columns.at.get('server');
  const named = direct ?? columns.at.get('name');
  if (named === undefined || rows.length === 0) return null;
  const shapes = rows.map((row) => rowShape(rowName(row.cells[named]).split(/[,;]/u)[0]?.trim() ?? ''));
  const machines = shapes.filter(
    (shape) => shape === 'numbered' || shape === 'domain' || shape === 'hyphened',
  ).length;
  const words = shapes.filter((shape) => shape !== 'none').length;
  const title = reading.units[unit.title]?.text.plain ?? '';
  const above = [unit.title, reading.units[unit.title]?.title ?? -1].some((at) =>
    isServerClass(reading.units[at]?.text.plain ?? ''),
  );
  const beside = (['address', 'provider', 'site', 'os', 'memory', 'cpu'] as const).filter((column) =>
    columns.at.has(column),
  ).length;
  if (words * 10 < rows.length * 8) return null;
  if (direct !== undefined && (machines * 2 >= rows.length || above || beside >= 1)) return named;
  if (direct === 0 && runsProducts(rows, columns)) return named;
  const network = /\b(?:vlan|network|subnet|port|interface|raid|playbook|plugin)/iu.test(
    `${title} ${[...(unit.rows[0]?.cells ?? [])].map((cell) => cell.plain).join(' ')}`,
  );
  if (direct === undefined && network) return null;
  return (machines * 2 >= rows.length && (beside >= 1 || above || columns.at.has('purpose'))) ||
    beside >= 2 ||
    (above && beside >= 1)
    ? named
    : null;
}

/** Whether plain words in a column of machines stand beside software that most of them run. */
function runsProducts(rows: readonly Row[], columns: Columns): boolean {
  const service = columns.at.get('service') ?? columns.at.get('purpose');
  if (service === undefined) return false;
  const running = rows.filter((row) =>
    findKnownNames(row.cells[service]?.plain ?? '').some((found) => found.value.is === 'product'),
  ).length;
  const isWord = (row: Row): boolean => {
    const name = rowName(row.cells[0]);
    return (
      /^\p{L}[\p{L}\d-]{2,24}$/u.test(name) &&
      !notNamed.test(name) &&
      findProduct(name) === null &&
      !isTopic(name)
    );
  };
  return running * 3 >= rows.length * 2 && rows.every(isWord);
}

/** The name in the first cell of a row: an address of a page stands for its host. */
function rowName(cell: RichText | undefined): string {
  const plain = (cell?.plain ?? '').trim();
  return tidyName(/^https?:\/\/([^/\s:]{3,120})\/?$/iu.exec(plain)?.[1] ?? plain.replace(/\*+$/u, ''));
}

/** Names of sizes that clouds sell. */
const instanceSize = /^(?:[a-z]\d{1,2}[a-z]{0,2}v\d|[tmcr]\d[a-z]{0,2}\.\w+|standard_\w+)$/iu;

/** In a table of machines an address and a dotted name with a number are names as well. */
function rowShape(name: string): ReturnType<typeof machineShape> {
  const shape = machineShape(name);
  if (shape !== 'none' || isTyped(name) || instanceSize.test(name)) return shape;
  return isAddress(name) || /^[a-z][\w.-]{2,60}\d$/iu.test(name) ? 'numbered' : 'none';
}

function readServerRow(reading: Reading, unit: Unit, row: Row, columns: Columns, at: number): void {
  const cell = row.cells[at];
  if (cell === undefined) return;
  const whole = rowName(cell);
  const parts = whole.split(/\s*(?:,|;|\s\/\s|\sand\s|\sund\s)\s*/u).filter((part) => part !== '');
  const isList = parts.length > 1 && parts.length <= 40 && parts.every((part) => rowShape(part) !== 'none');
  for (const name of isList ? parts : [whole]) readNamedRow(reading, unit, row, columns, cell, name);
}

function readNamedRow(
  reading: Reading,
  unit: Unit,
  row: Row,
  columns: Columns,
  cell: RichText,
  name: string,
): void {
  if (hasNoValue.test(name) || rowShape(name) === 'none') return;
  const known = [...reading.draft.things.values()].find(
    (thing) => thing.kind === 'server' && isDomainName(thing.name) && thing.name.startsWith(`${name}.`),
  );
  const thing = known ?? needThing(reading.draft, `server:${toNameKey(name)}`, 'server', name);
  if (known !== undefined) thing.aliases.add(name);
  giveReason(
    thing,
    serverWeights['row of a server table'].words,
    serverWeights['row of a server table'].weight,
  );
  if (isAddress(name)) thing.addresses.add(name);
  if (machineShape(name) !== 'word') giveReason(thing, 'its name looks like that of a machine', 1);
  addEvidence(thing.evidence, toEvidence(reading, cell, 'name'));
  if (isDomainName(name)) thing.domains.add(name.toLowerCase());
  askEmptyCells(reading, thing, row);
  readDetails(reading, unit, thing, row, columns);
}

/** A cell with nothing but a question mark is a question about its row. */
function askEmptyCells(reading: Reading, thing: Thing, row: Row): void {
  for (const cell of row.cells) {
    if (!/^\s*\?{1,3}\s*$/u.test(cell.plain)) continue;
    const question = needQuestion(reading.draft, `${thing.name}: ?`, [thing.key]);
    question.reason = 'a cell of the table holds only a question mark';
    addEvidence(question.evidence, toEvidence(reading, cell, 'text'));
  }
}

const machineLike: readonly string[] = ['numbered', 'domain', 'hyphened'];

/** A transposed table: the machine's name heads the second column, the first one names its fields. */
function readTransposed(reading: Reading, unit: Unit): boolean {
  const [header, ...rows] = unit.rows;
  if (header === undefined || header.cells.length < 2 || header.cells.length > 12) return false;
  const fields = rows.map((row) => tidyName(row.cells[0]?.plain ?? ''));
  const known = fields.filter((field) =>
    columnWords.some((entry) => !['name', 'server'].includes(entry.column) && entry.words.test(field)),
  ).length;
  if (known < 2) return false;
  for (let at = 1; at < header.cells.length; at += 1) {
    const cell = header.cells[at];
    if (
      cell === undefined ||
      !(known > 2 ? [...machineLike, 'word'] : machineLike).includes(machineShape(tidyName(cell.plain)))
    )
      return false;
    const cells = [cell, ...rows.map((row) => row.cells[at] ?? cell)];
    const columns = findColumns({ header: true, cells: [cell, ...rows.map((row) => row.cells[0] ?? cell)] });
    readServerRow(reading, unit, { header: false, cells }, columns ?? { at: new Map(), width: 0 }, 0);
  }
  return true;
}

/** Reads tables of machines: one server a row, the other columns by their headings. */
export function readTables(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'table') continue;
    if (readTransposed(reading, unit)) continue;
    const headers = unit.rows.filter((row) => row.header);
    const inferred = headers.length > 0 ? null : findInferredColumns(unit.rows);
    const columns = inferred ?? findColumns(headers.at(-1) ?? unit.rows[0]);
    const rows = inferred === null ? unit.rows.slice(Math.max(headers.length, 1)) : unit.rows;
    if (columns === null) continue;
    if (placesSystems(columns, rows)) {
      for (const row of rows) readSystemRow(reading, unit, row, columns);
      reading.draft.understood.add(unit.index);
      continue;
    }
    const at = listsServers(reading, unit, columns, rows);
    if (at !== null) for (const row of rows) readServerRow(reading, unit, row, columns, at);
    else if (!readServiceTable(reading, unit, columns, rows)) continue;
    reading.draft.understood.add(unit.index);
  }
}
