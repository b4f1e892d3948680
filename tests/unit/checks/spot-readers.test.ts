import { array, assert, integer, oneof, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '#core/checks/read-log.ts';
import { toSpotReaders } from '#core/checks/spot-readers.ts';
import { runs } from '#support/counts.ts';

const keys = uniqueArray(integer({ min: 0, max: 40 }), { maxLength: 6 });
const look = record({ spot: integer({ min: 0, max: 12 }), keys });

describe('spot readers', () => {
  it('find all spots that read a key at their last look, and none that never did', () => {
    assert(
      property(array(oneof(look, keys), { maxLength: 40 }), (steps) => {
        const readers = toSpotReaders();
        const last = new Map<number, readonly number[]>();
        const ever = new Map<number, Set<number>>();
        for (const step of steps) {
          if (!Array.isArray(step)) {
            readers.add(step.spot, Int32Array.from(step.keys));
            last.set(step.spot, step.keys);
            for (const key of step.keys) ever.set(key, (ever.get(key) ?? new Set()).add(step.spot));
            continue;
          }
          const found = readers.find(Int32Array.from(step));
          const asked = step.length === 0 ? [] : [...step, everything];
          for (const [spot, read] of last) {
            if (read.some((key) => asked.includes(key))) expect(found).toContain(spot);
          }
          const possible = new Set(asked.flatMap((key) => [...(ever.get(key) ?? [])]));
          expect([...found].filter((spot) => !possible.has(spot))).toEqual([]);
        }
      }),
      { numRuns: runs('property') },
    );
  });

  it('forget what was read before the last look, when there is too much of it', () => {
    const readers = toSpotReaders();
    const many = Int32Array.from({ length: 9000 }, (_, at) => at + 1);
    readers.add(0, many);
    readers.add(1, Int32Array.of(5));
    expect(readers.find(Int32Array.of(5))).toEqual(new Set([0, 1]));
    for (let round = 0; round < 3; round += 1)
      readers.add(
        0,
        Int32Array.from(many, (key) => key + 20_000),
      );
    expect([...readers.find(Int32Array.of(5))]).toEqual([1]);
    expect([...readers.find(Int32Array.of(20_005))]).toEqual([0]);
  });
});
