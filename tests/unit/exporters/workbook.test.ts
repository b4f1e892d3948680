import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { toXmlText } from '#core/exporters/encode/xml-text.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { toCellString, toColumnLetters, toSheetXml } from '#core/exporters/xlsx/sheet-xml.ts';
import { toWorkbook } from '#core/exporters/xlsx/workbook.ts';
import { xlsxExporter } from '#core/exporters/xlsx/xlsx-exporter.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { emptyReport } from '#support/example-reports.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

/** The texts of an XML document as a strict parser reads them; throws where it is not well-formed. */
function textsOf(xml: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(xml).close();
  return texts;
}

// oxlint-disable-next-line eslint/no-control-regex -- XML 1.0 has no place for them
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

describe('toXmlText', () => {
  it('is well-formed in an element and an attribute, and says the same', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const found: string[] = [];
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('text', (text) => found.push(text));
        parser.on('opentag', (tag) => found.push(String(tag.attributes['b'])));
        parser.write(`<a b="${toXmlText(name)}">${toXmlText(name)}</a>`).close();
        const said = name.toWellFormed().replaceAll(forbidden, '');
        expect(found).toEqual(said === '' ? [''] : [said, said]);
      }),
      { numRuns: runs('hostileNames') },
    );
  });
});

describe('the workbook', () => {
  it('holds hostile texts as texts: well-formed, never a formula, none of another size', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const xml = toSheetXml({ headings: ['name', 'n'], rows: [[name, 1]] });
        expect(xml).not.toContain('<f>');
        expect(textsOf(xml)).toHaveLength(name === '' ? 4 : 5);
      }),
      { numRuns: runs('hostileNames') },
    );
  });

  it('is read by another reader as what was written', async () => {
    const rows = [
      ['web02', 8192, true, '=1+1', ' a\nb '],
      ['ä漢字👩‍💻', 0.5, false, '_x000D_', "'quoted"],
    ];
    const bytes = toWorkbook([['nodes', { headings: ['name', 'memoryMiB', 'is', 'formula', 'odd'], rows }]]);
    const read = await readSheet(Buffer.from(bytes), 'nodes');
    expect(read[0]).toEqual(['name', 'memoryMiB', 'is', 'formula', 'odd']);
    expect(read[1]?.slice(0, 4)).toEqual(['web02', 8192, true, '=1+1']);
    expect(read[2]?.slice(0, 3)).toEqual(['ä漢字👩‍💻', 0.5, false]);
  });

  it('has a sheet for each table and says nothing of who made it and when', () => {
    const [file] = xlsxExporter.export(clearOutPlan(), emptyReport, all).files;
    expect(file?.path).toBe('Clear-out-Harbour-Cloud.xlsx');
    const parts = unzipSync(file?.content instanceof Uint8Array ? file.content : new Uint8Array());
    expect(Object.keys(parts).filter((name) => name.startsWith('docProps'))).toEqual([]);
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/<sheet name="(\w+)"/gu)].map((each) => each[1])).toEqual([
      'nodes',
      'dependencies',
      'duties',
      'changes',
      'tasks',
      'questions',
    ]);
  });

  it('escapes what the format would take for its own', () => {
    expect(toCellString('_x000D_ \r \u0001')).toBe('_x005F_x000D_ _x000D_ _x0001_');
    expect([0, 25, 26, 701, 702].map(toColumnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
