import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTableWhole, unpackSnappy } from '#main/electron/read-level-db-table.ts';
import { runs } from '#support/counts.ts';
import { toNumberBytes, toTable, type Packing } from './level-db-table.ts';

/** Packs as Snappy does: what stood before is copied, all else is literal. A slow search for the longest, by definition. */
function packSnappy(bytes: Buffer): Buffer {
  const out = [...toNumberBytes(bytes.length)];
  let literal: number[] = [];
  const flush = (): void => {
    if (literal.length === 0) return;
    const less = literal.length - 1;
    out.push(...(less < 60 ? [less << 2] : [61 << 2, less & 255, less >> 8]), ...literal);
    literal = [];
  };
  for (let at = 0; at < bytes.length;) {
    let [length, back] = [0, 0];
    for (let from = Math.max(0, at - 300); from < at; from += 1) {
      let same = 0;
      while (same < 60 && at + same < bytes.length && bytes[from + same] === bytes[at + same]) same += 1;
      if (same > length) [length, back] = [same, at - from];
    }
    if (length < 4) {
      literal.push(bytes[at] ?? 0);
      at += 1;
      continue;
    }
    flush();
    if (length < 12) out.push(1 | ((length - 4) << 2) | ((back >> 8) << 5), back & 255);
    else if (back % 2 === 0) out.push(2 | ((length - 1) << 2), back & 255, back >> 8);
    else out.push(3 | ((length - 1) << 2), back & 255, back >> 8, 0, 0);
    at += length;
  }
  flush();
  return Buffer.from(out);
}

const snappy: Packing = { kind: 1, pack: packSnappy };
const blocks = ['first rows', 'x'.repeat(200), '', 'last rows'];

describe('a packed text', () => {
  test('is unpacked to what it was', () => {
    const words = fc.array(fc.constantFrom('a', 'ab', 'rack', '0', 'x'.repeat(90)), { maxLength: 80 });
    fc.assert(
      fc.property(words, (parts) => {
        const bytes = Buffer.from(parts.join(''));
        expect(unpackSnappy(packSnappy(bytes))).toEqual(bytes);
      }),
      { numRuns: runs('property') },
    );
  });
  test.each([
    ['copies from before its start', [4, 1, 9, 0]],
    ['copies from where it stands', [4, 0, 97, 1, 0]],
    ['is shorter than it says', [9, 0, 97]],
    ['is longer than it says', [2, 0, 97, 9, 1]],
  ])('that %s is none', (_what, bytes) => {
    expect(unpackSnappy(Buffer.from(bytes))).toBeNull();
  });
});

describe('F5 a table of a database', () => {
  test.each<[string, Packing | undefined]>([
    ['plain', undefined],
    ['packed', snappy],
  ])(
    'with a %s index is whole as it was written, and not with any one byte of its blocks flipped',
    (_what, how) => {
      const table = toTable(blocks, how);
      expect(isTableWhole(table)).toBe(true);
      for (let at = 0; at < table.length - 48; at += 1) {
        const flipped = Buffer.from(table);
        flipped[at] = (flipped[at] ?? 0) ^ 16;
        expect(isTableWhole(flipped), `byte ${at}`).toBe(false);
      }
    },
  );
  test('that was cut, emptied or is something else is not whole', () => {
    const table = toTable(blocks);
    for (let length = 0; length < table.length; length += 7) {
      expect(isTableWhole(table.subarray(0, length))).toBe(false);
    }
    expect(isTableWhole(Buffer.from('garbage'.repeat(20)))).toBe(false);
  });
});
