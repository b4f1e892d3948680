import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toTableRows } from '#core/projections/table-rows.ts';
import { firstLook, parseLook, parseViews } from '#stores/table-look.ts';
import { toPasteEdits } from '#views/table/paste-edits.ts';
import { readSheetText, toSheetText } from '#views/table/sheet-text.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';

describe('the text of a sheet', () => {
  it('comes back as it went out, whatever the cells say', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('=1+1', "'=x", '"', 'a\tb', 'a\nb', '-', '@', '+49 30', '"open'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(cell),
        (height, width, cells) => {
          const rows = Array.from({ length: height }, () =>
            [...cells.take(width)].map((each) => each.replaceAll('\r', '').trim()),
          );
          fc.pre(rows.at(-1)?.some((each) => each !== '') === true);
          expect(readSheetText(toSheetText(rows))).toEqual(rows);
        },
      ),
      { numRuns: runs('roundTrips') },
    );
  });

  it('does not let a spreadsheet run what a name says', () => {
    expect(toSheetText([['=HYPERLINK("x")', '-5', '12']])).toBe(`"'=HYPERLINK(""x"")"\t-5\t12`);
  });

  it('reads a quote that never ends as a letter', () => {
    expect(readSheetText('a "b\tc\n"d\te')).toEqual([
      ['a "b', 'c'],
      ['"d', 'e'],
    ]);
  });
});

describe('toPasteEdits', () => {
  const names = ['alpha', 'beta', 'gamma'];
  const plan = planOf({
    nodes: names.map((name) => toNode({ id: toId('nd', `nd_${name}`), kind: 'server', name })),
  });
  const rows = toTableRows(plan, 'start', 'server');
  const shown = { rows, columns: ['name', 'vcpu', 'memory'] as const };
  const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
  const words = (lines: string[][], range: ReturnType<typeof at>) => {
    const { edits, rowsLeft } = toPasteEdits(lines, range, shown, rows);
    return [edits.map((edit) => `${edit.row.node.name} ${edit.column} ${edit.words}`), rowsLeft];
  };

  it('goes right and down from the first marked cell', () => {
    expect(
      words(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        at(1, 1),
      ),
    ).toEqual([['beta vcpu 1', 'beta memory 2', 'gamma vcpu 3', 'gamma memory 4'], 0]);
  });

  it('puts one value into every marked cell', () => {
    expect(words([['8']], at(0, 1, 2, 1))).toEqual([['alpha vcpu 8', 'beta vcpu 8', 'gamma vcpu 8'], 0]);
  });

  it('says how many rows had no place, and leaves columns out that are not there', () => {
    expect(
      words(
        [
          ['1', '2', '3'],
          ['4', '5', '6'],
        ],
        at(2, 2),
      ),
    ).toEqual([['gamma memory 1'], 1]);
  });

  it('finds rows by name under headings, and leaves alone what was only copied along', () => {
    expect(
      words(
        [
          ['Memory (GB)', 'Name', 'Needed by'],
          ['4', 'gamma', '9'],
          ['1', 'delta', '0'],
        ],
        at(0, 0),
      ),
    ).toEqual([['gamma memory 4'], 1]);
  });
});

describe('a kept look of the table', () => {
  it('is read again as it was', () => {
    const look = {
      ...firstLook,
      kind: 'all',
      words: 'web',
      group: 'owner',
      filters: { owner: null, fate: 'move' },
    };
    expect(parseLook(JSON.parse(JSON.stringify(look)))).toEqual(look);
  });

  it('is as at first where it is damaged', () => {
    expect(parseLook({ kind: 'pet', sort: 3, columns: 'x', filters: [], group: 'colour', words: 7 })).toEqual(
      firstLook,
    );
    expect(parseLook(null)).toEqual(firstLook);
    expect(parseLook({ columns: ['notes', 'nonsense', '__proto__'] }).columns).toEqual(['name', 'notes']);
  });

  it('keeps the first of two views of one name, and none without a name', () => {
    const views = parseViews([
      { name: 'a', look: {} },
      { name: ' ' },
      5,
      { name: 'a', look: { kind: 'all' } },
    ]);
    expect(views).toEqual([{ name: 'a', look: firstLook }]);
    expect(parseViews('views')).toEqual([]);
  });
});
