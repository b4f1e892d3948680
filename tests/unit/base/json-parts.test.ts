import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countValues, toJsonParts } from '#core/base/json-parts.ts';
import { runs } from '#support/counts.ts';

const join = (value: unknown): string => [...toJsonParts(value)].join('');

/** Some values among so many others that the whole is cut. */
function amongMany(values: readonly unknown[]): unknown {
  const many = Array.from({ length: 12_000 }, (_, index) => [index, `row ${index}`]);
  return { before: many, values, after: Object.fromEntries(many.map(([key, row]) => [`k${key}`, row])) };
}

describe('JSON in parts', () => {
  it('is together what JSON.stringify answers', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.object({ withNullPrototype: false }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (values) => {
        expect(join(values)).toBe(JSON.stringify(values));
      }),
      { numRuns: runs('property') },
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (values) => {
        const all = amongMany(values);
        expect(join(all)).toBe(JSON.stringify(all));
      }),
      { numRuns: 10 },
    );
  });

  it('is short in each part, whatever is large in it: rows, keys or what is deep inside', () => {
    const deep = { plan: { sources: [{ base: amongMany([]) }] }, done: [{ diff: { nodes: amongMany([]) } }] };
    const parts = [...toJsonParts(deep)];
    expect(parts.join('')).toBe(JSON.stringify(deep));
    expect(parts.length).toBeGreaterThan(5);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(600_000);
  });

  it.each([
    [{ a: undefined, b: 1 }],
    [[undefined, null, Number.NaN]],
    [{}],
    [[]],
    [null],
    ['\ud800 "\u2028'],
    [{ 'a"b\n': [{ '': 0 }] }],
  ])('knows what JSON knows: %j', (value) => {
    expect(join(value)).toBe(JSON.stringify(value));
    const all = amongMany([value]);
    expect(join(all)).toBe(JSON.stringify(all));
  });
});

describe('the number of values', () => {
  it('is counted up to a limit, and then no further', () => {
    const seen: string[] = [];
    const told = new Proxy(
      Array.from({ length: 1000 }, (_, index) => index),
      { get: (list, key, own) => (typeof key === 'string' && seen.push(key), Reflect.get(list, key, own)) },
    );
    expect(countValues(told, 10)).toBe(10);
    expect(seen.filter((key) => /^\d+$/u.test(key)).length).toBeLessThan(12);
    expect(countValues({ a: [1, 2], b: 'x' }, 100)).toBe(5);
    expect(countValues('x'.repeat(4000), 1_000_000)).toBe(101);
  });
});
