import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#support/counts.ts';
import {
  removals,
  sections,
  toAsciiDoc,
  toMarkdown,
  toRestructuredText,
} from '../unit/importers/prose/estate-text.ts';
import { meaningOf, nodesOf, readText, wrongQuotes } from '../unit/importers/prose/read-text.ts';

const seed = 20_260_101;
const whole = meaningOf(readText(toMarkdown()));
const numRuns = Math.min(runs('property'), 300);

/** Two words a length longer than each other, so that a rename cannot make a machine look like another sort of name. */
const stem = fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]$/u);

describe(`prose proposals (seed ${seed})`, () => {
  it('does not depend on the order of sections', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections], { minLength: sections.length }), (order) => {
        expect(meaningOf(readText(toMarkdown(order)))).toEqual(whole);
      }),
      { seed, numRuns },
    );
  });

  it('does not depend on the dialect', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections], { minLength: 6 }), (order) => {
        const markdown = meaningOf(readText(toMarkdown(order)));
        expect(meaningOf(readText(toRestructuredText(order), 'restructuredtext'))).toEqual(markdown);
        expect(meaningOf(readText(toAsciiDoc(order), 'asciidoc'))).toEqual(markdown);
      }),
      { seed, numRuns },
    );
  });

  it('follows a consistent renaming of machines', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(stem, { minLength: 4, maxLength: 4 }),
        ([a = '', b = '', c = '', d = '']) => {
          const names: readonly (readonly [string, string])[] = [
            ['hop1', `${a}4`],
            ['app01', `${b}07`],
            ['app02', `${b}08`],
            ['queue7', `${c}3`],
            ['mail3', `${d}5`],
          ];
          const rename = (text: string): string =>
            names.reduce((result, [from, to]) => result.replaceAll(from, to), text);
          const renamed = nodesOf(readText(rename(toMarkdown()))).map(
            (node) => `${node.key} ${node.parent} ${node.confidence}`,
          );
          const expected = nodesOf(readText(toMarkdown())).map((node) =>
            rename(`${node.key} ${node.parent} ${node.confidence}`),
          );
          expect([...renamed].sort()).toEqual([...expected].sort());
        },
      ),
      { seed, numRuns },
    );
  });

  it('does not change when a section without machines is added', () => {
    const words = fc.constantFrom(
      'The office is closed on Monday.',
      'Coffee is on the third floor.',
      'Tea is better than coffee.',
      'Ask for a key at the desk.',
    );
    fc.assert(
      fc.property(words, fc.nat(sections.length), (sentence, at) => {
        const extra = [
          ...sections.slice(0, at),
          { title: 'Office', body: [sentence] },
          ...sections.slice(at),
        ];
        expect(meaningOf(readText(toMarkdown(extra)))).toEqual(whole);
      }),
      { seed, numRuns },
    );
  });

  it('does not depend on where lines are wrapped', () => {
    const prose =
      'The web shop runs on `web07` and talks to the database over HTTP without encryption. Backups are the responsibility of the Night Crew team. The machine `web07` is managed by Blue Harbour Ltd and we do not know more.';
    const wrap = (width: number): string => {
      const lines = [''];
      for (const word of prose.split(' ')) {
        const last = lines.at(-1) ?? '';
        if (last !== '' && last.length + word.length + 1 > width) lines.push(word);
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
      }
      return `# Notes\n\n${lines.join('\n')}\n`;
    };
    const one = meaningOf(readText(wrap(10_000)));
    expect(one.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 120 }), (width) => {
        expect(meaningOf(readText(wrap(width)))).toEqual(one);
      }),
      { seed, numRuns },
    );
  });

  it('never throws, never repeats a key, always quotes word for word', () => {
    const line = fc.constantFrom(
      ...toMarkdown().split('\n'),
      ...removals,
      '',
      '====',
      '----',
      '|===',
      '| a | b |',
      '`',
      '[x](',
      '.. note::',
      '+---+',
      ':a: b',
      'x::',
      '\t- y',
      '> z',
      '**b',
      '(?)',
      'It runs on AWS.',
      'owner: Ann?',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('markdown', 'restructuredtext', 'asciidoc'),
        (lines, dialect) => {
          const proposal = readText(
            lines.join('\n'),
            dialect === 'asciidoc' ? 'asciidoc' : dialect === 'markdown' ? 'markdown' : 'restructuredtext',
          );
          expect(wrongQuotes(proposal)).toEqual([]);
          const keys = proposal.items.map((item) => item.key);
          expect(new Set(keys).size).toBe(keys.length);
          const known = new Set(keys);
          for (const node of nodesOf(proposal))
            if (node.parent !== null && node.parent !== undefined) expect(known).toContain(node.parent);
        },
      ),
      { seed, numRuns },
    );
  });
});
