import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { toWorkbook } from '#core/exporters/xlsx/workbook.ts';
import { readRecords } from '#core/importers/csv/records.ts';
import { readWorkbook } from '#core/importers/xlsx/read-workbook.ts';
import { accept, headings, inventoryCsv, inventoryRows, readProposals, toBytes } from '../estates.ts';
import { measureInTurn, toLine, type Bench, type Line } from '../measure.ts';
import { planOf } from '#support/build-plan.ts';

/** P9: reading tables. */
export async function measureImports({ quick, runs }: Bench): Promise<Line[]> {
  const text = inventoryCsv(100_000);
  const bytes = toBytes(text);
  const few = Math.min(runs, 7);
  const csv = await measureInTurn(
    {
      reader: () => void readRecords(text, ','),
      whole: () => void readProposals('inventory.csv', bytes),
      arrays: () => void Papa.parse(text),
      objects: () => void Papa.parse(text, { header: true }),
    },
    few,
    1,
    40_000,
  );
  const name = 'CSV, 100,000 rows';
  const lines = [
    toLine({ what: `${name}: reader`, ours: csv.reader, peer: 'papaparse, arrays', theirs: csv.arrays }),
    toLine({
      what: `${name}: up to the proposal`,
      ours: csv.whole,
      peer: 'papaparse, objects, parsing alone',
      theirs: csv.objects,
      target: 'no slower',
      met: csv.whole.median <= csv.objects.median,
      note:
        csv.whole.median > csv.objects.median
          ? `the cells are read after ${csv.reader.median.toFixed(0)} ms; the rest names columns, understands sizes, masks secrets and makes items with their sources, where papaparse stops at objects`
          : '',
    }),
  ];
  const workbook = toWorkbook([['Servers', { headings: [...headings], rows: inventoryRows(50_000) }]]);
  const file = { name: 'inventory.xlsx', bytes: workbook };
  const sheets = await measureInTurn(
    {
      reader: () => {
        if (!readWorkbook(file).ok) throw new Error('the workbook was not read');
      },
      whole: () => void readProposals(file.name, file.bytes),
      exceljs: async () => {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(new Uint8Array(workbook).buffer);
      },
    },
    7,
    1,
    quick ? 20_000 : 60_000,
  );
  const faster = sheets.exceljs.median / sheets.reader.median;
  lines.push(
    toLine({
      what: 'XLSX, 50,000 rows: reader',
      ours: sheets.reader,
      peer: 'exceljs',
      theirs: sheets.exceljs,
      target: '15 times faster',
      met: faster >= 15,
      note:
        faster < 15
          ? `${faster.toFixed(1)} times; ${((sheets.reader.median * 1000) / (50_000 * headings.length)).toFixed(2)} µs a cell, unpacking of ${(workbook.byteLength / 2 ** 20).toFixed(1)} MiB and the XML parser in it`
          : '',
    }),
    toLine({
      what: 'XLSX, 50,000 rows: up to the proposal',
      ours: sheets.whole,
      peer: 'exceljs, parsing alone',
      theirs: sheets.exceljs,
    }),
  );
  return lines;
}

/** P10: the same file again, with a tenth of the rows changed. */
export async function measureImportAgain({ runs }: Bench): Promise<Line[]> {
  const first = readProposals('inventory.csv', toBytes(inventoryCsv(10_000)));
  const second = readProposals('inventory.csv', toBytes(inventoryCsv(10_000, 8)));
  const before = accept(planOf(), first);
  const figures = await measureInTurn(
    { again: () => void accept(before, second), first: () => void accept(planOf(), first) },
    runs,
    2,
  );
  return [
    toLine({
      what: '10,000 servers, a tenth changed',
      ours: figures.again,
      peer: 'the first import',
      theirs: figures.first,
      target: '500 ms',
      met: figures.again.median <= 500,
    }),
  ];
}
