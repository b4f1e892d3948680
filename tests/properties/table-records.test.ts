import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRecords } from '#core/importers/csv/records.ts';
import { runs } from '#support/counts.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'web02',
    '1,5',
    'a;b',
    'a|b',
    'a\tb',
    'say "hi"',
    '"',
    '""',
    'two\nlines',
    '\n',
    ' padded ',
    '=1+1',
    '__proto__',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\uFEFF]/gu, '')),
);
const rows = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe('table records', () => {
  it('reads back what another program wrote, with the line of each record', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), fc.boolean(), (table, delimiter, quotes) => {
        const text = Papa.unparse(table, { delimiter, quotes, newline: '\n' });
        const { records, unclosedAt } = readRecords(text, delimiter);
        expect(unclosedAt).toBeNull();
        expect(records.map((record) => record.cells)).toEqual(table);
        let line = 1;
        for (const record of records) {
          expect(record.line).toBe(line);
          line += 1 + record.cells.join('').split('\n').length - 1;
        }
      }),
      { numRuns: runs('oracle') },
    );
  });

  it('agrees with another reader on texts that nobody wrote with care', () => {
    const piece = fc.constantFrom('a', 'b c', ',', ',', '\n', '"', '""', '19" rack', "'");
    const text = fc.array(piece, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (raw) => {
        const other = Papa.parse<string[]>(raw, { delimiter: ',', newline: '\n' });
        fc.pre(other.errors.length === 0);
        const own = readRecords(raw, ',');
        expect(own.unclosedAt).toBeNull();
        const filled = (table: readonly (readonly string[])[]): readonly (readonly string[])[] =>
          table.filter((cells) => cells.length > 1 || cells[0] !== '');
        expect(filled(own.records.map((record) => record.cells))).toEqual(filled(other.data));
      }),
      { numRuns: runs('oracle') },
    );
  });
});
