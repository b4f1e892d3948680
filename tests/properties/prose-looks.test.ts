import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#support/counts.ts';
import { meaningOf, readText, wrongQuotes } from '../unit/importers/prose/read-text.ts';

const seed = 20_260_117;
const numRuns = Math.min(runs('property'), 60);
const folder = new URL('../corpus/', import.meta.url);
const documents = ['own', 'fresh', 'wide'].flatMap((part) =>
  readdirSync(new URL(`${part}/`, folder)).map((name) => ({
    name: `${part}/${name}`,
    text: readFileSync(new URL(`${part}/${name}`, folder), 'utf8'),
  })),
);

/** What no reader of a page sees: line ends of another system, blanks behind a line, more blank lines, a mark at the start. */
const looks: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a blank behind each line': (text) => text.replaceAll('\n', ' \n'),
  'more blank lines at the end': (text) => `${text}\n\n\n`,
  'a blank line at the start': (text) => `\n${text}`,
};

describe(`documents of many styles (seed ${seed})`, () => {
  it.each(documents)('give the same items, to the byte, when read again: $name', ({ name, text }) => {
    const first = readText(text, undefined, name);
    expect(JSON.stringify(readText(text, undefined, name))).toBe(JSON.stringify(first));
    expect(wrongQuotes(first)).toEqual([]);
  });

  it.each(Object.entries(looks))('mean the same with %s', (_look, change) => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), ({ name, text }) => {
        const proposal = readText(change(text), undefined, name);
        expect(meaningOf(proposal)).toEqual(meaningOf(readText(text, undefined, name)));
        expect(wrongQuotes(proposal)).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('are read to true quotes and known ends wherever they are cut and glued', () => {
    const lines = documents.flatMap(({ text }) => text.split('\n'));
    fc.assert(
      fc.property(
        fc.array(fc.nat(lines.length - 1), { minLength: 1, maxLength: 60 }),
        fc.constantFrom('markdown' as const, 'restructuredtext' as const, 'asciidoc' as const),
        (picked, dialect) => {
          const proposal = readText(picked.map((at) => lines[at] ?? '').join('\n'), dialect);
          const keys = new Set(proposal.items.map((item) => item.key));
          expect(keys.size).toBe(proposal.items.length);
          expect(wrongQuotes(proposal)).toEqual([]);
          for (const item of proposal.items) {
            if (item.is !== 'dependency') continue;
            expect(keys).toContain(item.from);
            expect(keys).toContain(item.to);
            expect(item.from).not.toBe(item.to);
          }
        },
      ),
      { seed, numRuns: Math.min(runs('property'), 300) },
    );
  });

  it('name what was added to them once more under another name, and nothing else', () => {
    const whole = '# Servers\n\n- alpha1: nginx\n- beta2: MariaDB\n\nalpha1 talks to beta2 over TLS.\n';
    fc.assert(
      fc.property(fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z][aeiou][1-9]$/u), (name) => {
        const added = meaningOf(readText(whole.replace('- beta2', `- ${name}: Redis\n- beta2`)));
        const known = meaningOf(readText(whole));
        for (const item of known) expect(added).toContainEqual(item);
        expect(added).toHaveLength(known.length + 2);
      }),
      { seed, numRuns },
    );
  });
});
