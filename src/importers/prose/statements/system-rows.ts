import type { RichText, Row } from '#core/importers/prose/outline/block.ts';
import { serverWeights } from '#core/importers/prose/lexicon/weights.ts';
import { addEvidence, giveReason, needThing, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { expandHostRange } from './host-ranges.ts';
import { findProduct, findProvider } from './known-names.ts';
import { isTyped, machineShape, tidyName, toNameKey } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { readDetails, readTechnology } from './row-details.ts';
import { makeProvider } from './service-titles.ts';
import { makeService, nameReasons } from './services.ts';
import { type Columns, hasNoValue } from './table-columns.ts';
import { readOwners } from './table-owners.ts';
import { isTask } from './titles.ts';
import type { Unit } from './unit.ts';

const isMachine = (name: string): boolean =>
  ['numbered', 'hyphened', 'domain'].includes(machineShape(name)) && !isTyped(name);

/** A small word without a meaning of its own: a machine's name where the other rows name machines. */
const isCodeName = (name: string): boolean =>
  isMachine(name) ||
  (/^[a-z][a-z\d]{1,14}$/u.test(name) &&
    findProduct(name) === null &&
    findProvider(name) === null &&
    !/^(?:saas|hosted|cloud|external|extern|none|unknown|various|all|both|same|see|there|here|laptop|manual|paper)$/u.test(
      name,
    ));

/** A machine of a cell, and the software that the cell puts on it ("Sage on fin1"). */
interface Named {
  readonly name: string;
  readonly software: string | null;
}

/** The machines that a cell of a column of machines names; none when something else stands there. */
function machinesIn(cell: RichText | undefined, takes = isMachine): Named[] {
  const plain = tidyName(cell?.plain ?? '');
  if (hasNoValue.test(plain) || plain.length > 200) return [];
  const parts = plain.split(/\s*(?:[,;+]|\s\/\s|\sand\s|\sund\s|<br>)\s*/u).filter((part) => part !== '');
  const named = parts.flatMap((part): Named[] => {
    const [, software = null, name = part] =
      /^(\p{L}[\p{L}\d .+-]{1,30}?)\s(?:on|auf)\s(\S+)$/u.exec(part) ?? [];
    return (expandHostRange(name) ?? [name]).map((each) => ({ name: each, software }));
  });
  return named.length > 0 && named.every(({ name }) => takes(name)) ? named : [];
}

/** The column of systems that stands first, and the column of the machines that they run on. */
function columnsOf(columns: Columns): { readonly system: number; readonly machine: number } | null {
  const machine = columns.at.get('server');
  const system = Math.min(columns.at.get('service') ?? 99, columns.at.get('name') ?? 99);
  return machine === undefined || system !== 0 || machine === 0 ? null : { system, machine };
}

/** Whether a table says on which machines its systems run: names of systems first, machines in a later column. */
export function placesSystems(columns: Columns, rows: readonly Row[]): boolean {
  const at = columnsOf(columns);
  if (at === null || rows.length === 0) return false;
  const placed = rows.filter((row) => machinesIn(row.cells[at.machine]).length > 0).length;
  const systems = rows.filter((row) => {
    const name = tidyName(row.cells[at.system]?.plain ?? '');
    return (
      name !== '' &&
      name.split(/\s+/u).length <= 5 &&
      !isTask(name) &&
      !isTyped(name.replace(/[/()&']/gu, ''))
    );
  }).length;
  const domains = rows.filter(
    (row) => machineShape(tidyName(row.cells[at.system]?.plain ?? '')) === 'domain',
  ).length;
  return placed * 2 > rows.length && systems === rows.length && domains * 2 < rows.length;
}

function needServer(reading: Reading, cell: RichText, name: string): Thing {
  const thing = needThing(reading.draft, `server:${toNameKey(name)}`, 'server', name);
  const { words, weight } = serverWeights['row of a server table'];
  giveReason(thing, words, weight);
  addEvidence(thing.evidence, toEvidence(reading, cell, 'name'));
  return thing;
}

/** Software of a row that runs nowhere in particular: at a firm that sells it, or who knows where. */
function readUnplaced(reading: Reading, unit: Unit, row: Row, columns: Columns, system: string): void {
  const [cell] = row.cells;
  const place = row.cells[columns.at.get('server') ?? -1];
  if (cell === undefined) return;
  const words = tidyName(
    (place?.plain ?? '').replace(/^(?:saas|hosted|cloud|extern(?:al)?)\b[\s:(]*/iu, '').replace(/\)$/u, ''),
  );
  const provider = findProvider(words);
  const parent =
    provider === null || place === undefined
      ? null
      : makeProvider(
          reading,
          provider.id,
          words,
          { unit: { ...unit, text: place }, from: 0, to: place.plain.length },
          'it stands in a column of places',
          4,
        ).key;
  const reasons = nameReasons(system).filter((reason) => reason !== 'topic word');
  const made = makeService(reading, system, parent, ['row of a service table', ...reasons], {
    unit: { ...unit, text: cell },
    from: 0,
    to: cell.plain.length,
  });
  if (made === null) return;
  if (words !== '' && words !== system && findProduct(words) !== null) made.aliases.add(words);
  readOwners(reading, unit, made, row, columns);
}

/** A machine that stands on another one, which its row names. */
function readGuest(
  reading: Reading,
  unit: Unit,
  row: Row,
  columns: Columns,
  place: RichText,
  hosts: readonly Named[],
): void {
  const [cell] = row.cells;
  const [host] = hosts;
  const name = tidyName(cell?.plain ?? '');
  if (cell === undefined || hosts.length > 1 || host === undefined) return;
  const guest = needServer(reading, cell, name);
  const into = needServer(reading, place, host.name);
  readDetails(reading, unit, guest, row, columns);
  if (guest === into || guest.parent?.startsWith('server:') === true) return;
  guest.parent = into.key;
  into.holds = true;
  addEvidence(guest.evidence, toEvidence(reading, place, 'parent'));
}

/** Reads a row that names a system (or a guest) and the machines on which it runs. */
export function readSystemRow(reading: Reading, unit: Unit, row: Row, columns: Columns): void {
  const [cell] = row.cells;
  const place = row.cells[columns.at.get('server') ?? -1];
  const system = tidyName(cell?.plain ?? '');
  const hosts = machinesIn(place, isCodeName);
  if (cell === undefined || system === '') return;
  if (isMachine(system) && findProduct(system) === null && place !== undefined && hosts.length > 0) {
    readGuest(reading, unit, row, columns, place, hosts);
    return;
  }
  if (hosts.length === 0 || place === undefined) {
    readUnplaced(reading, unit, row, columns, system);
    return;
  }
  for (const { name, software } of hosts) {
    const server = needServer(reading, place, name);
    readDetails(reading, unit, server, row, { ...columns, at: withoutSystem(columns) });
    if (readTechnology(reading, unit, server, row, columns)) continue;
    const named = software ?? system;
    const from = software === null ? 0 : Math.max(0, place.plain.indexOf(software));
    const made = makeService(
      reading,
      named,
      server.key,
      ['row of a service table', ...nameReasons(named).filter((reason) => reason !== 'topic word')],
      { unit: { ...unit, text: software === null ? cell : place }, from, to: from + named.length },
    );
    if (made !== null && software !== null) made.aliases.add(system);
  }
}

/** The columns but those of the system's name: it is made here, with its place. */
function withoutSystem(columns: Columns): Columns['at'] {
  return new Map([...columns.at].filter(([column]) => column !== 'service' && column !== 'name'));
}
