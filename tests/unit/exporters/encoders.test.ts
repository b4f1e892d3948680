import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { withoutFormulaGuard } from '#core/base/formula.ts';
import { toCsv, toCsvCell } from '#core/exporters/encode/csv-cell.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { mdBold, mdQuote, mdText } from '#core/exporters/encode/markdown-text.ts';
import { toMermaidLabel } from '#core/exporters/encode/mermaid-label.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { hostileNames } from '#support/hostile-names.ts';

const series = { numRuns: runs('hostileNames') };
const noteNames = (id: string, where: string): void =>
  note(id, `hostile names in ${where}`, series.numRuns, series.numRuns);
const markdown = new MarkdownIt({ html: true, linkify: false });

/** The words that a reader sees of a text: one line, single blanks. */
const seen = (text: string): string => toPlainLine(text).replaceAll(/ {2,}/gu, ' ');

/** The types and the text of everything inside the blocks of a document. */
function parsed(source: string): { types: string[]; text: string } {
  const tokens = markdown.parse(source, {});
  const inline = tokens.flatMap((token) => token.children ?? []);
  return {
    types: [...tokens, ...inline].map((token) => token.type),
    text: inline.map((token) => (token.type === 'softbreak' ? ' ' : token.content)).join(''),
  };
}

const harmless = new Set(['paragraph_open', 'inline', 'text', 'text_special', 'paragraph_close']);

describe('E3 mdText', () => {
  it('shows just the characters of a hostile name, as a paragraph', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const { types, text } = parsed(mdText(name));
        expect(types.filter((type) => !harmless.has(type))).toEqual([]);
        expect(text).toBe(seen(name));
      }),
      series,
    );
  });

  it('keeps the cells of a table', () => {
    fc.assert(
      fc.property(hostileNames(), hostileNames(), (a, b) => {
        const source = `| a | b |\n|---|---|\n| ${mdText(a) || '–'} | ${mdBold(b) || '–'} |\n| c | d |\n`;
        const { types } = parsed(source);
        expect(types.filter((type) => type === 'td_open')).toHaveLength(4);
        expect(types.filter((type) => /html|link|image|code|em_open/u.test(type))).toEqual([]);
      }),
      series,
    );
    noteNames('E3', 'Markdown');
  });

  it('names nobody and no issue, and makes no link that GitHub would find', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        expect(mdText(name)).not.toMatch(/@\w|(?<!&)#\d|GH-\d|https?:\/\/|www\.|<[a-z!/]/iu);
      }),
      series,
    );
  });

  it('leaves ordinary names readable in the raw text', () => {
    for (const name of [
      'insync_db_backups',
      'web-lb02 (old)',
      'db.example.org:5432',
      'Q&A, 50%',
      'a/b',
      'build 1.5',
    ]) {
      expect(mdText(name)).toBe(name);
    }
    expect(mdText('1. first')).toBe(String.raw`1\. first`);
    expect(mdText('since 2024.')).toBe('since 2024.');
  });

  it('cuts a long quote at a word and says so', () => {
    expect(mdQuote('- a list item')).toBe('“a list item”');
    const long = mdQuote(`${'word '.repeat(60)}end`);
    expect(long.length).toBeLessThan(170);
    expect(long).toMatch(/word …”$/u);
  });
});

describe('E1, E2 toCsvCell', () => {
  it('comes back as it was, and no cell starts as a formula', () => {
    fc.assert(
      fc.property(fc.array(hostileNames(), { minLength: 2, maxLength: 4 }), (names) => {
        const text = toCsv(
          names.map((_, index) => `c${index}`),
          [names, names],
        );
        const rows = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' }).data.slice(1, 3);
        for (const row of rows) {
          expect(row).toHaveLength(names.length);
          const back = row.map(withoutFormulaGuard);
          expect(back).toEqual(names.map((name) => name.toWellFormed().replaceAll('\u0000', '')));
          expect(
            row.filter(
              (cell) => /^[\s\uFEFF]*[=+\-@＝＋－＠]/u.test(cell) && !/^[+-]?\d+(\.\d+)?$/u.test(cell),
            ),
          ).toEqual([]);
        }
      }),
      series,
    );
    noteNames('E1', 'tables, read back');
  });

  it('guards formulas and leaves numbers', () => {
    expect(toCsvCell('=1+1')).toBe(`"'=1+1"`);
    expect(toCsvCell('＝1')).toBe(`"'＝1"`);
    expect(toCsvCell('-5')).toBe('-5');
    expect(toCsvCell(-5)).toBe('-5');
    expect(toCsvCell(null)).toBe('');
    expect(toCsvCell('a "b", c')).toBe('"a ""b"", c"');
  });
});

describe('E4 toMermaidLabel', () => {
  it('holds only harmless characters', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        expect(toMermaidLabel(name)).toMatch(/^(?:[\w .,-]|#\d+;)*$/u);
      }),
      series,
    );
  });

  it('says the same after decoding', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const decoded = toMermaidLabel(name, 1000).replaceAll(/#(\d+);/gu, (_, code: string) =>
          String.fromCodePoint(Number(code)),
        );
        expect(decoded).toBe(seen(name));
      }),
      series,
    );
    noteNames('E4', 'Mermaid');
  });

  it('cuts what is too long and never starts like a list', () => {
    expect(toMermaidLabel('x'.repeat(80), 10)).toBe('xxxxxxxxx#8230;');
    expect(toMermaidLabel('1. web')).toBe('1#46; web');
    expect(toMermaidLabel('- web')).toBe('#45; web');
    expect(toMermaidLabel('web-1.example')).toBe('web-1.example');
  });
});

describe('E7 toFileName', () => {
  it('is always one safe name', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const file = toFileName(name);
        expect(file).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Zl}\p{Zp}]|^[.\s-]|[.\s-]$|^$/u);
        expect(file).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu);
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(210);
      }),
      series,
    );
    noteNames('E7', 'names of files');
  });

  it('keeps ordinary names', () => {
    expect(toFileName('Clear out Harbour Cloud')).toBe('Clear-out-Harbour-Cloud');
    expect(toFileName('../../etc/passwd')).toBe('etc-passwd');
    expect(toFileName('CON')).toBe('plan-CON');
    expect(toFileName('')).toBe('plan');
    expect(toFileName('漢字')).toBe('漢字');
  });
});
