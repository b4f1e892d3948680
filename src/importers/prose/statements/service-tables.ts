import { findAreas } from '#core/importers/prose/lexicon/areas.ts';
import type { Row } from '#core/importers/prose/outline/block.ts';
import { addCost } from './costs.ts';
import { readOwners } from './table-owners.ts';
import { findProvider } from './known-names.ts';
import { isAddress, isTyped, tidyName, toNameKey } from './names.ts';
import type { Reading } from './reading.ts';
import { makeProvider } from './service-titles.ts';
import { makeService, nameReasons } from './services.ts';
import { introduce } from './subjects.ts';
import { cellOf, type Columns } from './table-columns.ts';
import { isTask } from './titles.ts';
import type { Unit } from './unit.ts';

/** The provider of a row: known ones, and others where the column holds nothing but short names. */
function providerOf(reading: Reading, unit: Unit, row: Row, columns: Columns): string | null {
  const cell = cellOf(row, columns, 'provider');
  if (cell === null) return null;
  let first: string | null = null;
  let at = 0;
  for (const part of cell.plain.split(/[,/&]|\band\b/u)) {
    const name = tidyName(part);
    const from = cell.plain.indexOf(name, at);
    at = from + name.length;
    if (name === '' || !/^\p{Lu}/u.test(name) || name.split(/\s+/u).length > 3 || isTyped(name)) continue;
    const id = findProvider(name)?.id ?? toNameKey(name);
    const where = { unit: { ...unit, text: cell }, from, to: from + name.length };
    first ??= makeProvider(reading, id, name, where, 'it stands in a column of hosters', 4).key;
    if (first !== `provider:${id}`)
      makeProvider(reading, id, name, where, 'it stands in a column of hosters', 4);
    const made = reading.draft.things.get(`provider:${id}`);
    if (made !== undefined && findProvider(name) === null) made.name = name;
  }
  return cell.plain.split(/[,/&]/u).length > 1 ? null : first;
}

/** Whether the first column names services: a known heading, and more that is known of them, or a section on an area of operation. */
function listsServices(reading: Reading, unit: Unit, columns: Columns, rows: readonly Row[]): boolean {
  if (columns.at.get('service') !== 0 || rows.length < 2) return false;
  const heading = (at: number): string => reading.units[at]?.text.plain ?? '';
  const near = [heading(unit.title), heading(reading.units[unit.title]?.parent ?? -1)].join(' ');
  const beside = (['provider', 'site', 'owner', 'contact', 'domain', 'address', 'server'] as const).some(
    (column) => columns.at.has(column),
  );
  if (!beside && findAreas(near).length === 0 && !/\b(?:services|landscape|dienste)\b/iu.test(near))
    return false;
  return rows.every((row) => {
    const name = tidyName(row.cells[0]?.plain ?? '');
    return name.split(/\s+/u).length <= 4 && !isTask(name) && !isTyped(name) && !isAddress(name);
  });
}

/** Reads a table of services: one a row, with its hoster. */
export function readServiceTable(
  reading: Reading,
  unit: Unit,
  columns: Columns,
  rows: readonly Row[],
): boolean {
  if (!listsServices(reading, unit, columns, rows)) return false;
  for (const row of rows) {
    const [cell] = row.cells;
    const name = tidyName(cell?.plain ?? '');
    if (cell === undefined || name === '') continue;
    const parent = providerOf(reading, unit, row, columns);
    const reasons = nameReasons(name).filter((reason) => reason !== 'topic word');
    const made = makeService(reading, name, parent, ['row of a service table', ...reasons], {
      unit: { ...unit, text: cell },
      from: 0,
      to: cell.plain.length,
    });
    const cost = cellOf(row, columns, 'cost');
    if (made !== null) readOwners(reading, unit, made, row, columns);
    if (made !== null && cost !== null) addCost(reading, made, cost, 0, cost.plain.length);
    if (made !== null && rows.length === 1) introduce(reading, unit, made.key);
  }
  return true;
}
