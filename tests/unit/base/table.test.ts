import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTable, type Table } from '#core/base/table.ts';
import { runs } from '#support/counts.ts';

interface Row {
  readonly id: string;
  readonly value: number;
}

const row = (id: string, value = 0): Row => ({ id, value });
const idsOf = (table: Table<Row>): string[] => [...table].map((each) => each.id).sort();

describe('a table', () => {
  it('finds, replaces and drops rows and leaves the table before as it was', () => {
    const first = toTable([row('a', 1), row('b', 2), row('a', 3)]);
    expect([first.size, first.get('a')?.value, first.get('c'), first.get(null)]).toEqual([
      2,
      3,
      undefined,
      undefined,
    ]);
    const second = first.put([row('c', 4), row('a', 5)]);
    const third = second.drop(['b', 'nowhere']);
    expect([idsOf(first), idsOf(second), idsOf(third)]).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'c'],
    ]);
    expect([first.get('a')?.value, third.get('a')?.value, third.size]).toEqual([3, 5, 2]);
    expect([third.has('b'), third.has('a'), third.has(null)]).toEqual([false, true, false]);
    expect(third.filter((each) => each.value > 4).map((each) => each.id)).toEqual(['a']);
    expect(third.map((each) => each.value).toSorted((a, b) => a - b)).toEqual([4, 5]);
  });

  it('stays itself when an edit changes nothing', () => {
    const table = toTable([row('a'), row('b')]);
    expect(table.put(table)).toBe(table);
    expect(table.put([])).toBe(table);
    expect(table.drop(['c'])).toBe(table);
    expect(table.put([row('a')])).not.toBe(table);
  });

  it('takes ids that mean something to objects, empty ones and ones of the same hash', () => {
    // "Aa" and "BB" have the same hash, so do all texts of these pairs.
    const clashing = ['AaAa', 'AaBB', 'BBAa', 'BBBB'];
    const ids = [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString',
      '',
      '\u0000',
      '\ud800',
      ...clashing,
    ];
    expect(['__proto__', 'toString', ''].map((id) => toTable<Row>().get(id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const table = toTable(ids.map((id, index) => row(id, index)));
    expect(ids.map((id) => table.get(id)?.value)).toEqual(ids.map((_, index) => index));
    const less = table.drop(['__proto__', 'AaBB']);
    expect([less.size, less.has('__proto__'), less.has('AaBB'), less.get('BBAa')?.value]).toEqual([
      table.size - 2,
      false,
      false,
      9,
    ]);
  });

  it('keeps many rows, in the same order for the same history', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(`nd_${index}`, index));
    const [one, two] = [toTable(rows), toTable(rows)];
    expect([...one]).toEqual([...two]);
    expect(idsOf(one)).toEqual(rows.map((each) => each.id).sort());
    expect(one.drop(rows.map((each) => each.id)).size).toBe(0);
  });

  it('does what a Map does, whatever is written', () => {
    const id = fc.oneof(
      fc.constantFrom('__proto__', 'Aa', 'BB', 'C#', '', 'constructor'),
      fc.nat({ max: 30 }).map((index) => `nd_${index}`),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const edit = fc.oneof(
      fc.record({ put: fc.array(fc.record({ id, value: fc.nat(9) }), { maxLength: 6 }) }),
      fc.record({ drop: fc.array(id, { maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const map = new Map<string, Row>();
        let table = toTable<Row>();
        for (const each of edits) {
          const before = [...table];
          const was = table;
          if ('put' in each) {
            table = table.put(each.put);
            for (const added of each.put) map.set(added.id, added);
          } else {
            table = table.drop(each.drop);
            for (const gone of each.drop) map.delete(gone);
          }
          expect([...was]).toEqual(before);
          expect(table.size).toBe(map.size);
          expect(idsOf(table)).toEqual([...map.keys()].sort());
          for (const [key, value] of map) expect(table.get(key)).toBe(value);
          expect(table.filter((found) => found.value > 4)).toEqual(
            [...table].filter((found) => found.value > 4),
          );
          expect(table.map((found) => found.id)).toEqual([...table].map((found) => found.id));
        }
      }),
      { numRuns: runs('property') },
    );
  });
});
