import { array, assert, constantFrom, nat, property, record, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { toTable, type Table } from '#core/base/table.ts';
import { toPointers } from '#core/commands/pointers.ts';
import { runs } from '#support/counts.ts';

interface Row {
  readonly id: string;
  readonly at: readonly string[];
}

const targets = ['a', 'b', 'c'] as const;
const ids = ['r0', 'r1', 'r2', 'r3', 'r4'] as const;
const step = record({
  kind: constantFrom('put', 'drop', 'look', 'back'),
  id: constantFrom(...ids),
  at: uniqueArray(constantFrom(...targets)),
  back: nat(5),
});

it('pointers are what a search finds, whatever was written, dropped or gone back to', () => {
  assert(
    property(array(step, { maxLength: 30 }), (steps) => {
      const pointers = toPointers<Row>((row) => row.at);
      const tables: Table<Row>[] = [toTable<Row>([{ id: 'r9', at: ['a'] }])];
      for (const { kind, id, at, back } of steps) {
        const before = tables.at(-1) ?? toTable<Row>();
        if (kind === 'back') tables.push(tables[Math.max(0, tables.length - 1 - back)] ?? before);
        if (kind === 'put' || kind === 'drop') {
          const after = kind === 'put' ? before.put([{ id, at }]) : before.drop([id, 'r9']);
          pointers.carry(before, after, kind === 'put' ? [id] : [id, 'r9']);
          tables.push(after);
        }
        const now = tables.at(-1) ?? before;
        for (const target of kind === 'look' ? targets : []) {
          const searched = now.filter((row) => row.at.includes(target)).map((row) => row.id);
          expect([...pointers.find(now, target)].sort()).toEqual(searched.sort());
        }
      }
    }),
    { numRuns: runs('property') },
  );
});

it('points at nothing where nobody does', () => {
  const pointers = toPointers<Row>((row) => row.at);
  const table = toTable<Row>([{ id: 'r0', at: ['a'] }]);
  expect([...pointers.find(table, 'b')]).toEqual([]);
  expect([...pointers.find(toTable<Row>(), 'a')]).toEqual([]);
});
