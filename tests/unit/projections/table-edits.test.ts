import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import type { TableColumn } from '#core/projections/table-columns.ts';
import { toTableEdits } from '#core/projections/table-edits.ts';
import { narrowRows, sumOf, toTableEntries, toValues } from '#core/projections/table-entries.ts';
import { toCellValue, toTableRows } from '#core/projections/table-rows.ts';
import { planOf } from '#support/build-plan.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const hoster = toNode({ id: toId('nd', 'nd_p'), kind: 'provider', name: 'Hoster' });
const web = toNode({
  id: toId('nd', 'nd_w'),
  kind: 'server',
  name: 'web',
  parent: hoster.id,
  environment: 'production',
  capacity: { vcpu: 2, memoryMiB: 2048, diskGiB: null },
});
const lost = toNode({ id: toId('nd', 'nd_l'), kind: 'server', name: 'lost' });
const shop = toParty({ id: toId('pa', 'pa_1'), name: 'Shop team' });
const plan = planOf({
  nodes: [hoster, web, lost],
  parties: [shop],
  duties: [toDuty({ id: toId('du', 'du_1'), area: 'operation', subject: web.id, party: shop.id })],
});

function edit(name: string, column: TableColumn, words: string) {
  const row = toTableRows(plan, 'start', 'all').find((each) => each.node.name === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return { row, column, words };
}

/** What the rows say after the edits were made. */
function rowsAfter(edits: readonly ReturnType<typeof edit>[]) {
  const { commands } = toTableEdits(plan, edits);
  const done = applyCommands(plan, commands, { makeId: makeCountingIds() });
  if (!done.ok) throw new Error(done.error.message);
  return toTableRows(done.value.plan, 'start', 'server');
}

describe('toTableEdits', () => {
  it('writes several cells of a row as one edit, and leaves the other sizes alone', () => {
    const { commands, changed } = toTableEdits(plan, [
      edit('web', 'memory', '4'),
      edit('web', 'disk', '80 GB'),
      edit('web', 'environment', 'staging'),
    ]);
    expect([commands.length, changed]).toEqual([1, 3]);
    const [row] = rowsAfter([edit('web', 'memory', '4'), edit('web', 'disk', '80 GB')]).slice(1);
    expect(row?.node.capacity).toEqual({ vcpu: 2, memoryMiB: 4096, diskGiB: 80 });
  });

  it('makes a party once for all rows that it shall own', () => {
    const rows = rowsAfter([edit('web', 'owner', 'Night shift'), edit('lost', 'owner', 'night shift')]);
    expect(rows.map((row) => row.owner)).toEqual(['Night shift', 'Night shift']);
  });

  it('takes an owner away, and says when it is none of this row', () => {
    expect(rowsAfter([edit('web', 'owner', '')]).map((row) => row.owner)).toEqual([null, null]);
    const given = {
      ...edit('lost', 'owner', ''),
      row: { ...edit('lost', 'owner', '').row, owner: 'Somebody' },
    };
    expect(toTableEdits(plan, [given]).left.map((each) => each.trouble)).toEqual(['inherited']);
  });

  it('leaves what is no value, what is not written by hand and what is gone, and does the rest', () => {
    const gone = { ...edit('lost', 'os', 'Debian'), row: { ...edit('lost', 'os', '').row, isGone: true } };
    const { changed, left } = toTableEdits(plan, [
      edit('web', 'memory', 'lots'),
      edit('web', 'neededBy', '3'),
      gone,
      edit('web', 'os', 'Debian 12'),
    ]);
    expect(changed).toBe(1);
    expect(left.map((each) => each.trouble)).toEqual(['no-value', 'fixed', 'gone']);
  });

  it('does nothing where a cell says it already', () => {
    expect(toTableEdits(plan, [edit('web', 'memory', '2'), edit('lost', 'memory', '?')])).toEqual({
      commands: [],
      changed: 0,
      left: [],
    });
  });

  it('finds a place by its name', () => {
    expect(rowsAfter([edit('lost', 'place', 'Hoster')])[0]?.place).toBe('Hoster');
  });
});

describe('the lines of the table', () => {
  const rows = toTableRows(plan, 'start', 'server');

  it('stand under heads that add up what is known; what nobody knows comes last', () => {
    const entries = toTableEntries(rows, 'environment', new Set());
    expect(entries.map((entry) => (entry.kind === 'group' ? entry.value : entry.row.node.name))).toEqual([
      'production',
      'web',
      null,
      'lost',
    ]);
    expect(entries[0]).toMatchObject({ count: 1, sums: { vcpu: 2, memory: 2, disk: null } });
  });

  it('are folded away with their head', () => {
    const entries = toTableEntries(rows, 'environment', new Set(['environment:production']));
    expect(entries.map((entry) => entry.kind)).toEqual(['group', 'group', 'row']);
  });

  it('are narrowed by all words and by values, also by the one that is not known', () => {
    const names = (words: string, filters: Parameters<typeof narrowRows>[1]['filters']) =>
      narrowRows(rows, { words, filters }).map((row) => row.node.name);
    expect(names('shop WEB', {})).toEqual(['web']);
    expect(names('', { owner: null })).toEqual(['lost']);
    expect(names('', { owner: 'Shop team', environment: 'staging' })).toEqual([]);
    expect(toValues(rows, 'owner')).toEqual(['Shop team', null]);
  });

  it('say nothing of a sum of which no part is known', () => {
    expect(sumOf(rows, 'disk')).toBeNull();
    expect(sumOf(rows, 'memory')).toBe(2);
    const [row] = rows;
    expect(row === undefined ? null : toCellValue(row, 'cost')).toBeNull();
  });
});
