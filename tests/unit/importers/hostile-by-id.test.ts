import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { importers } from '#core/importers/importers.ts';
import { limits } from '#core/importers/limits.ts';
import { runs } from '#support/counts.ts';
import { hostileNames } from '#support/hostile-names.ts';
import { importText, importTexts, itemsOf, nodeOf } from './import-text.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...strToU8(part)] : [...part])));

function utf16(text: string, little: boolean): number[] {
  return Array.from(text, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
    little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
  );
}

function windows(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

/** A file of each of five formats with a word that is not ASCII in it. */
const five: Readonly<Record<string, string>> = {
  csv: 'Name,Notes\nweb02,caf\u00e9\n',
  'ansible-ini': '[caf\u00e9]\nweb02\n',
  'ansible-yaml': 'all:\n  children:\n    caf\u00e9:\n      hosts:\n        web02:\n',
  doctl:
    '[{"id":7,"name":"web02","memory":1024,"vcpus":1,"disk":25,"size_slug":"s-1","networks":{"v4":[]},"tags":["caf\u00e9"]}]',
  markdown: '# Servers\n\n## web02\n\n* the caf\u00e9 server, 4 GB RAM\n',
};

/** Formats that are refused whole when a character too much stands at their end. */
const strict: ReadonlySet<string> = new Set(['ansible-yaml', 'doctl']);

type Encoded = readonly [name: string, encode: (text: string) => Uint8Array, isRead: boolean];
const encodings: readonly Encoded[] = [
  ['UTF-8', (text) => bytesOf(text), true],
  ['UTF-8 with a mark', (text) => bytesOf([0xef, 0xbb, 0xbf], text), true],
  ['UTF-16 LE with a mark', (text) => bytesOf([0xff, 0xfe], utf16(text, true)), true],
  ['UTF-16 BE with a mark', (text) => bytesOf([0xfe, 0xff], utf16(text, false)), true],
  ['UTF-16 LE', (text) => bytesOf(utf16(text, true)), true],
  ['UTF-16 BE', (text) => bytesOf(utf16(text, false)), true],
  ['Windows-1252', (text) => bytesOf(windows(text)), true],
  ['UTF-8 that is cut', (text) => bytesOf(text, [0xc3]), true],
  ['a lone surrogate', (text) => bytesOf([0xff, 0xfe], utf16(text, true), [0x00, 0xd8]), true],
  ['a NUL', (text) => bytesOf(text, [0], '\n'), false],
  ['Shift-JIS', () => bytesOf([0x83, 0x54, 0x81, 0x5b, 0x83, 0x6f, 0x0a]), false],
  ['two marks', (text) => bytesOf([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], text), true],
];

describe.each(Object.keys(five))('I5: twelve encodings as %s', (format) => {
  it.each(encodings)('%s', (name, encode, isRead) => {
    const { proposals, problems } = importFiles([{ name: 'x', bytes: encode(five[format] ?? '') }], {
      format,
    });
    const said = JSON.stringify([proposals, problems]);
    expect(said.isWellFormed()).toBe(true);
    expect(said).not.toMatch(/\u00c3\u00a9|\\u0000/u);
    const isBroken = strict.has(format) && /cut|surrogate/u.test(name);
    if (!isRead || isBroken) {
      expect(proposals).toEqual([]);
      expect(problems.map((problem) => problem.severity)).toContain('error');
      return;
    }
    expect(proposals.flatMap((proposal) => itemsOf(proposal, 'node')).map((node) => node.name)).toContain(
      'web02',
    );
  });
});

const long = 24_000;
const walls: readonly (readonly [name: string, text: string])[] = [
  ['a word and a sign', `${'a'.repeat(long)}!`],
  ['blanks', `${' '.repeat(long)}x`],
  ['quotes', '"'.repeat(long)],
  ['quotes in turn', '"\''.repeat(long / 2)],
  ['brackets', '[('.repeat(long / 2)],
  ['dots', 'a.'.repeat(long / 2)],
  ['digits', '1'.repeat(long)],
  ['addresses', '10.0.0.1 '.repeat(long / 10)],
  ['signs of keys', 'a=b:'.repeat(long / 4)],
  ['hyphens', `${'-'.repeat(long)}\n`],
  ['commas', `${','.repeat(long)}\n`],
  ['lines of one letter', 'a\n'.repeat(long / 2)],
  ['blanks before line ends', ' \n'.repeat(long / 2)],
  ['line ends', '\n'.repeat(long)],
  ['the same row', 'Host a\n'.repeat(long / 8)],
  ['open braces', 'define host {\n'.repeat(long / 16)],
  ['empty items', '- \n'.repeat(long / 8)],
  ['backslashes', '\\'.repeat(long)],
  ['at signs', 'a@'.repeat(long / 2)],
];

describe('I8: no expression of any importer goes wild', () => {
  it.each(walls)('on %s', (_name, text) => {
    const file = { name: 'x', sha256: '', text, lines: text.split('\n') };
    for (const importer of importers) {
      const { score } = importer.detect(file);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(importer.parse(file, []).items.length).toBeLessThanOrEqual(limits.rows);
    }
  });
});

describe('Y: YAML', () => {
  const hostWith = (value: string): string =>
    `all:\n  hosts:\n    web02: {ansible_distribution: os, ansible_distribution_version: ${value}}\n`;

  it.each([
    '!vault',
    '!unsafe',
    '!!python/object/apply:os.system',
    '!!js/function',
    '!Ref',
    '!GetAtt',
    '!!binary',
    '!!set',
    '!include',
    '!ENV',
    '!<tag:x,2024:y>',
    '!a!b',
  ])('Y4: the tag %s runs nothing and stops nothing', (tag) => {
    const outcome = importTexts(
      {
        'inventory.yml': `%TAG !a! tag:acme.test,2024:\n---\nall:\n  hosts:\n    web02: {ansible_host: ${tag} "10.0.0.7"}\n    db01:\n`,
      },
      { format: 'ansible-yaml' },
    );
    const names = outcome.proposals.flatMap((proposal) => itemsOf(proposal, 'node')).map((node) => node.name);
    if (outcome.proposals.length === 0) expect(outcome.problems[0]).toMatchObject({ severity: 'error' });
    else expect(names).toEqual(['web02', 'db01']);
  });

  it.each([
    '9007199254740993',
    '1e400',
    '0o17',
    '017',
    '22:22',
    'on',
    'yes',
    'no',
    '2024-01-01',
    '1.10',
    '0x1F',
    '1_000',
    '.5',
    '5.',
    '+1',
    '~x',
    '00',
    '1e3',
    'NULLx',
    '12345678901234567890',
  ])('Y5: %s stays as it is written', (value) => {
    const read = importText('inventory.yml', hostWith(value), { format: 'ansible-yaml' });
    expect(nodeOf(read, 'web02').os).toBe(`os ${value}`);
  });

  it.each([
    ['several documents', 'all: {hosts: {web02: }}\n---\nall: {hosts: {db01: }}\n'],
    ['doubled keys', 'all:\n  hosts:\n    web02:\n    web02:\n'],
    ['tabs', 'all:\n\thosts:\n\t\tweb02:\n'],
    ['CR and LF', 'all:\r\n  hosts:\r\n    web02:\r\n'],
    ['an alias of another document', 'a: &x {hosts: {web02: }}\n---\nall: *x\n'],
    [
      'very many keys',
      `all:\n  hosts:\n${Array.from({ length: 30_000 }, (_, at) => `    h${at}:`).join('\n')}\n`,
    ],
  ])('Y6: %s give an answer of a known type', (_name, text) => {
    const { proposals, problems } = importTexts({ 'inventory.yml': text }, { format: 'ansible-yaml' });
    expect(problems.filter((problem) => problem.code === 'not-readable')).toEqual([]);
    expect(proposals.length + problems.length).toBeGreaterThan(0);
  });

  it('Y7: a template is text', () => {
    const read = importText('inventory.yml', hostWith(`"{{ lookup('pipe', 'rm -rf /') }}"`), {
      format: 'ansible-yaml',
    });
    expect(JSON.stringify(read.items)).not.toContain('undefined');
    expect(nodeOf(read, 'web02').name).toBe('web02');
  });
});

describe('N1: INI', () => {
  it.each([
    ['a range with zeros', 'n[01:03]\n', ['n01', 'n02', 'n03']],
    ['letters', 'n[a:c]\n', ['na', 'nb', 'nc']],
    ['a step', 'n[0:4:2]\n', ['n0', 'n2', 'n4']],
    ['two ranges', 'n[1:2]-[a:b]\n', ['n1-a', 'n1-b', 'n2-a', 'n2-b']],
    ['a range of one', 'n[5:5]\n', ['n5']],
    ['a huge range', 'ok\nn[1:999999999]\n', ['ok']],
    ['a product of ranges', 'ok\nn[0:999][0:999][0:999]\n', ['ok']],
    ['a range that goes back', 'ok\nn[9:1]\n', ['ok']],
    ['a step of nothing', 'ok\nn[1:3:0]\n', ['ok', 'n1', 'n2', 'n3']],
    ['doubled signs', 'n1 a=b=c ansible_host=10.0.0.1\n', ['n1']],
    ['a comment behind', 'n1 # and n2\n', ['n1']],
    ['quotes that never close', 'n1 note="open\nn2\n', ['n1', 'n2']],
    ['a group of nobody', 'n1\n[x:children]\nnobody\n', ['n1']],
    ['a group in itself', 'n1\n[x:children]\nx\n[x]\nn2\n', ['n1', 'n2']],
    [
      'a machine in very many groups',
      `${Array.from({ length: 3000 }, (_, at) => `[g${at}]\nn1`).join('\n')}\n`,
      ['n1'],
    ],
  ])('%s', (_name, text, names) => {
    const read = importText('hosts', text, { format: 'ansible-ini' });
    expect(itemsOf(read, 'node').map((node) => node.name)).toEqual(names);
  });
});

describe('N1: an inventory of nothing but ranges that are too large', () => {
  it.each([
    ['ansible-ini', 'n[1:999999999]\n', 1],
    ['ansible-yaml', 'all:\n  hosts:\n    n[1:999999999]:\n', 3],
  ])('says so, with the line: %s', (format, text, line) => {
    const { problems } = importTexts({ hosts: text }, { format });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code: 'range-too-large', line }]);
    expect(errors[0]?.message).toContain('n[1:999999999]');
  });

  it('says that there are no hosts where there are none', () => {
    const { problems } = importTexts({ hosts: '[web]\n' }, { format: 'ansible-ini' });
    expect(problems).toMatchObject([{ code: 'no-hosts', severity: 'error' }]);
  });
});

describe('M1, M2: documents', () => {
  const opened = [
    '<script>alert(1)</script>',
    '<iframe src="http://acme.test/"></iframe>',
    '![x](http://acme.test/x.png)',
    'include::/etc/passwd[]',
    '.. include:: /etc/passwd',
    '.. raw:: html\n\n   <b>x</b>',
    'ifdef::env[]\nx\nendif::[]',
    'image::http://acme.test/x.png[]',
    '[a](javascript:alert(1))',
    '[a]: data:text/html,x',
    '.. csv-table::\n   :file: /etc/passwd',
  ];

  it.each(['markdown', 'restructuredtext', 'asciidoc'])(
    'M1: nothing that a text asks for is opened as %s',
    (format) => {
      const text = `Servers\n=======\n\n* web02: the shop\n\n${opened.join('\n\n')}\n`;
      const { proposals, problems } = importTexts({ x: text }, { format });
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      expect(JSON.stringify(proposals)).not.toContain('root:x:0');
    },
  );

  it.each(['markdown', 'restructuredtext', 'asciidoc', 'csv', 'ansible-ini'])(
    'M2: one line of four million letters is read as %s',
    (format) => {
      const { proposals, problems } = importTexts({ x: `${'word '.repeat(800_000)}\n` }, { format });
      expect(proposals.flatMap((proposal) => proposal.items).length).toBeLessThan(10);
      expect(problems.filter((problem) => problem.code === 'not-readable')).toEqual([]);
    },
  );
});

describe('H1: names that mean harm', () => {
  it('stay text, word for word where they are well-formed, in every table', () => {
    const names = fc
      .sample(hostileNames(), { numRuns: runs('hostileNames'), seed: 7 })
      .filter(
        (name) => name.trim() !== '' && !['"', '\r', '\n', '\u0000'].some((sign) => name.includes(sign)),
      );
    const text = `Name,RAM (GB)\n${names.map((name) => `"${name}",4`).join('\n')}\n`;
    const { proposals } = importTexts({ 'x.csv': text }, { format: 'csv' });
    const said = JSON.stringify(proposals);
    expect(said.isWellFormed()).toBe(true);
    const found = proposals.flatMap((proposal) => itemsOf(proposal, 'node'));
    expect(found.length).toBeGreaterThan(5);
    for (const node of found) expect(node.name.length).toBeLessThanOrEqual(limits.cellCharacters);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
