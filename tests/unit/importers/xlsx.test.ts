import { describe, expect, it } from 'vitest';
import { toDateText } from '#core/importers/xlsx/cell-text.ts';
import { findNumberShape } from '#core/importers/xlsx/number-formats.ts';
import { codesOf, importSheets, only, servers } from './import-sheets.ts';
import { itemsOf, nodeOf } from './import-text.ts';
import type { TestSheet, TestWorkbook } from './make-workbook.ts';

/** The sheet's raw rows, seen through a table of notes. */
function notesOf(cells: readonly string[], more: TestWorkbook = {}): readonly (string | undefined)[] {
  const data = [
    '<row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Notes</t></is></c></row>',
    ...cells.map((cell, at) => `<row><c t="inlineStr"><is><t>srv${at}</t></is></c>${cell}</row>`),
  ].join('');
  return itemsOf(only(importSheets({ S: { data } }, more)), 'node').map((node) => node.notes);
}

describe('workbooks', () => {
  it('make one source a sheet, with the row of the sheet as the line', () => {
    const outcome = importSheets({
      Servers: servers,
      'Old ones': { rows: [[], [], ...(servers.rows ?? [])] },
    });
    expect(outcome.proposals.map(({ source }) => [source.name, source.format, source.text])).toEqual([
      ['estate.xlsx#Old ones', 'xlsx', null],
      ['estate.xlsx#Servers', 'xlsx', null],
    ]);
    const [old, now] = outcome.proposals;
    if (old === undefined || now === undefined) throw new Error('no sheets');
    expect(nodeOf(now, 'db01')).toMatchObject({ capacity: { memoryMiB: 16_384 } });
    expect(nodeOf(now, 'db01').evidence).toContainEqual({
      line: 3,
      quote: '16',
      field: 'capacity.memoryMiB',
    });
    expect(nodeOf(old, 'db01').evidence[0]).toMatchObject({ line: 5, quote: 'db01' });
    expect(itemsOf(now, 'party').map((party) => party.name)).toEqual(['Ops team', 'Ann Lee']);
  });

  it('read every sort of cell as it is shown', () => {
    const strings =
      '<si><t>plain</t></si><si><r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r><rPh><t>sound</t></rPh></si><si><t xml:space="preserve"> a_x000D_b_x005F_c &amp; &lt;d&gt; </t></si>';
    expect(
      notesOf(
        [
          '<c t="s"><v>0</v></c>',
          '<c t="s"><v>1</v></c>',
          '<c t="s"><v>2</v></c>',
          '<c t="b"><v>1</v></c>',
          '<c t="str"><f>A1</f><v>computed</v></c>',
          '<c t="d"><v>2026-11-21</v></c>',
          '<c><v>0.30000000000000004</v></c>',
          '<c><v>421000000000</v></c>',
          '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
          '<c t="inlineStr"><is><t><![CDATA[a < b]]></t></is></c>',
        ],
        { strings },
      ),
    ).toEqual([
      'plain',
      'two runs',
      'a\rb_c & <d>',
      'TRUE',
      'computed',
      '2026-11-21',
      '0.3',
      '421000000000',
      'inline',
      'a < b',
    ]);
  });

  it('X5: show dates of both systems, times, durations and shares', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/></cellXfs></styleSheet>';
    const cells = [
      '<c s="1"><v>45292</v></c>',
      '<c s="2"><v>45292.5</v></c>',
      '<c s="3"><v>1.5</v></c>',
      '<c s="4"><v>45292</v></c>',
      '<c s="5"><v>0.14</v></c>',
      '<c s="99"><v>7</v></c>',
    ];
    expect(notesOf(cells, { styles })).toEqual([
      '2024-01-01',
      '2024-01-01 12:00:00',
      '36:00:00',
      '45292',
      '14%',
      '7',
    ]);
    expect(notesOf(cells.slice(0, 1), { styles, workbookPr: '<workbookPr date1904="1"/>' })).toEqual([
      '2028-01-02',
    ]);
    expect([1, 59, 61, 45_292].map((serial) => toDateText(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2024-01-01',
    ]);
    expect(toDateText(0.75, false)).toBe('18:00:00');
    expect(toDateText(1e9, false)).toBe('1000000000');
  });

  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-409]d-mmm-yy;@', 'date'],
    ['[Red]0.00', 'plain'],
    ['"due" 0', 'plain'],
    ['\\d0', 'plain'],
    ['General', 'plain'],
    ['[mm]:ss', 'duration'],
    ['0.0%', 'percent'],
  ])('know what the format %s shows', (code, shape) => {
    expect(findNumberShape(code)).toBe(shape);
  });

  it('X5: list errors, formulas without a value and hidden things; leave very hidden sheets', () => {
    const outcome = importSheets({
      Servers: {
        head: '<cols><col min="4" max="4" hidden="1"/></cols>',
        rows: [
          ...(servers.rows ?? []),
          ['web03', { xml: '<c t="e"><v>#N/A</v></c>' }, { xml: '<c><f>1+1</f></c>' }],
        ],
      },
      Backup: { ...servers, state: 'hidden' },
      Secret: { ...servers, state: 'veryHidden' },
    });
    expect(outcome.proposals.map((each) => each.source.name)).toEqual([
      'estate.xlsx#Backup',
      'estate.xlsx#Servers',
    ]);
    expect(outcome.problems.map(({ code, line }) => [code, line])).toEqual(
      expect.arrayContaining([
        ['error-cells', 4],
        ['formula-without-value', null],
        ['hidden-cells', null],
        ['hidden-sheets', null],
      ]),
    );
    const words = outcome.problems
      .filter(({ code }) => code === 'hidden-sheets')
      .map(({ message }) => message);
    expect(words.join(' ')).toMatch(/Backup.*Secret/u);
  });

  it('X5: give the words of a merged cell to what it covers, numbers to nothing', () => {
    const proposal = only(
      importSheets({
        S: {
          rows: [
            ['Name', 'Owner', 'RAM (GB)'],
            ['web01', 'Ops', 4],
            ['web02', null, null],
            ['web03', 'Ann Lee', 8],
          ],
          tail: '<mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="C2:C3"/><mergeCell ref="A9:XFD1048576"/><mergeCell ref="x"/></mergeCells>',
        },
      }),
    );
    const owed = itemsOf(proposal, 'duty').map((duty) => [duty.subject, duty.party]);
    expect(owed).toEqual([
      ['server:web01', 'party:ops'],
      ['server:web02', 'party:ops'],
      ['server:web03', 'party:ann lee'],
    ]);
    expect(nodeOf(proposal, 'web02').capacity).toBeUndefined();
  });

  it('list a sheet that is no table, and refuse a workbook without any', () => {
    const notes: TestSheet = { rows: [['Dear all,'], ['please look at the other sheet.']] };
    const outcome = importSheets({ Servers: servers, 'Read me': notes });
    expect(outcome.proposals).toHaveLength(1);
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({ file: 'estate.xlsx#Read me', severity: 'note' }),
    );
    expect(importSheets({ 'Read me': notes }).problems).toContainEqual(
      expect.objectContaining({ file: 'estate.xlsx', severity: 'error' }),
    );
    expect(codesOf(importSheets({ Empty: { rows: [] } }))).toEqual(['no-sheets']);
  });

  it('mask secrets cell by cell and drop columns of secrets', () => {
    const canary = 'Xk93-vvqLm2';
    const proposal = only(
      importSheets({
        S: {
          rows: [
            ['Name', 'Notes', 'Root password'],
            ['web02', `password: ${canary}`, canary],
          ],
        },
      }),
    );
    expect(JSON.stringify(proposal)).not.toContain(canary);
    expect(proposal.source.secrets.map((secret) => secret.line)).toEqual([2, 2]);
  });
});
