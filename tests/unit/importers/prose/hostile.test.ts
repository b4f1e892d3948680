import { describe, expect, it } from 'vitest';
import {
  asciiDocImporter,
  markdownImporter,
  restructuredTextImporter,
} from '#core/importers/prose/prose-importer.ts';
import { nodesOf, readText, wrongQuotes } from './read-text.ts';

const dialects = ['markdown', 'restructuredtext', 'asciidoc'] as const;
const times = (text: string, count: number): string => text.repeat(count);

const hostile: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blank lines', '\n\n \n\t\n'],
  ['one line of 100,000 characters', times('word ', 20_000)],
  ['one word of 100,000 characters', times('a', 100_000)],
  ['backticks', times('`', 50_000)],
  ['backticks of growing runs', Array.from({ length: 300 }, (_, at) => '`'.repeat(at)).join('x')],
  ['brackets', times('[', 50_000)],
  ['links that never close', times('[a](', 20_000)],
  ['stars', times('*a', 40_000)],
  ['underscores', times('_', 60_000)],
  ['angles', times('<a', 40_000)],
  ['deep lists', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at % 400)}- item${at}`).join('\n')],
  ['deep quotes', times('> ', 20_000)],
  ['many headings', Array.from({ length: 4000 }, (_, at) => `## web${at}`).join('\n\n')],
  ['bars', times('|', 60_000)],
  ['a table that never ends', `a | b\n--- | ---\n${times('x | y\n', 5000)}`],
  ['an open fence', `\`\`\`\n${times('x\n', 20_000)}`],
  ['an open grid table', `+---+---+\n${times('| a | b |\n', 5000)}`],
  ['an open simple table', `=== ===\n${times('a   b\n', 5000)}`],
  ['an open AsciiDoc table', `|===\n${times('| a | b\n', 5000)}`],
  ['NUL and controls', '# a\0b\n\n- web\u000002\n- \u0007\u001b[31mred'],
  ['lone surrogates', '# web\ud800\n\n- a\udc00b'],
  ['dots', times('a.', 40_000)],
  ['colons', times('a: ', 30_000)],
  ['adornments', times('=====\n-----\n', 5000)],
  ['sentences', times('This runs on web02 and talks to db01, which is not used. ', 1500)],
  ['commas after a cue', `servers named ${times('a1, ', 20_000)}`],
  ['names that open a line', times('web1, ', 15_000)],
  ['ranges in ranges', times('web01-web', 12_000)],
  ['labels', times('Owner: Ann\n', 3000)],
  ['entries', Array.from({ length: 1500 }, (_, at) => `web${at} - nginx, 4 vCPU / 8 GB`).join('\n')],
  ['connections', `| From | To | Port |\n|---|---|---|\n${times('| web1 | db2 | 99999999 |\n', 3000)}`],
  ['systems', `| System | Runs on |\n|---|---|\n${times('| Shop | web1, web2, web1 |\n', 2000)}`],
  ['switched off', `We will ${times('turn it ', 15_000)}off`],
  ['dumps', `${times('dumps go ', 15_000)}from web1 to db2.`],
  ['open brackets behind a name', times('web1 (', 15_000)],
  ['names in a list', `virtual machines: ${times('thistle, which is one, ', 6000)}`],
  [
    'columns',
    Array.from(
      { length: 4000 },
      (_, at) => `web${at}`.padEnd(12) + `10.0.0.${at % 256}`.padEnd(18) + 'x',
    ).join('\n'),
  ],
  ['one wide line of columns', `${times('a  ', 300)}\n`.repeat(50)],
  ['columns of tabs', times('a\tb\tc\n', 5000)],
  ['columns in a fence that never ends', `\`\`\`\n${times('web1   10.0.0.1   nginx\n', 4000)}`],
  ['who does what', `# Who does what\n\n${times('- web1: Ann, db1: Bob, lb1: Cid\n', 1200)}`],
  ['buildings', `web1 stands in ${times('the office of the ', 4000)}office in Lille.`],
  ['a field of question marks', `web1\n----\n\n${times(':Contact: ?\n', 3000)}`],
  ['parties', `It is managed by ${times('Ann and ', 10_000)}`],
];

describe('hostile text', () => {
  for (const dialect of dialects) {
    it.each(hostile)(`${dialect}: %s`, (_name, text) => {
      const proposal = readText(text, dialect);
      expect(wrongQuotes(proposal)).toEqual([]);
      expect(new Set(proposal.items.map((item) => item.key)).size).toBe(proposal.items.length);
    });
  }

  it('is never sure of a file that is not made of words', () => {
    const of = (text: string): number[] => {
      const file = { name: 'x.bin', sha256: '', text, lines: text.split('\n') };
      return [markdownImporter, restructuredTextImporter, asciiDocImporter].map(
        (each) => each.detect(file).score,
      );
    };
    expect(of('{"a": 1}')).toEqual([0, 0, 0]);
    expect(of('\0\0\0abc')).toEqual([0, 0, 0]);
    expect(of('12 34 56')).toEqual([0, 0, 0]);
    expect(Math.max(...of('# Our servers\n\n- web01'))).toBeGreaterThanOrEqual(30);
    expect(Math.max(...of('# Our servers\n\n- web01'))).toBeLessThanOrEqual(60);
  });

  it('keeps secrets out of everything', () => {
    const proposal = readText(
      '# Servers\n\n## web01\n\n- nginx\n- password: Tr0ub4dor&3x\n\n## db01\n\n- MySQL\n',
    );
    expect(JSON.stringify(proposal)).not.toContain('Tr0ub4dor');
    expect(proposal.source.secrets).toMatchObject([{ line: 6 }]);
    expect(nodesOf(proposal).map((node) => node.name)).toContain('web01');
  });
});
