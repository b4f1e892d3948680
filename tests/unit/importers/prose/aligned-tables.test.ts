import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAlignedTables } from '#core/importers/prose/outline/aligned-columns.ts';
import { isMachineListing } from '#core/importers/prose/statements/inferred-columns.ts';
import { namesOf, nodeAt, nodesOf, readText, wrongQuotes } from './read-text.ts';

const roster = [
  'host       address       os           role',
  'web01      10.0.0.1      Debian 12    nginx, the shop',
  'db01       10.0.0.2      Debian 11    MariaDB',
  'old-ftp    10.0.0.30     CentOS 7     vsftpd',
];

const cellsOf = (lines: readonly string[], from = 0, to = lines.length): string[][][] =>
  findAlignedTables(lines, from, to).map((table) =>
    table.rows.map((row) =>
      row.cells.map((cell) =>
        cell.map((piece) => (lines[piece.line - 1] ?? '').slice(piece.from, piece.to)).join(' '),
      ),
    ),
  );

describe('lines in columns', () => {
  it('are parted where all of them are blank', () => {
    expect(cellsOf(roster)).toEqual([
      [
        ['host', 'address', 'os', 'role'],
        ['web01', '10.0.0.1', 'Debian 12', 'nginx, the shop'],
        ['db01', '10.0.0.2', 'Debian 11', 'MariaDB'],
        ['old-ftp', '10.0.0.30', 'CentOS 7', 'vsftpd'],
      ],
    ]);
  });

  it('take a line of dashes for the end of the header', () => {
    const [table] = findAlignedTables([roster[0] ?? '', '-----------------------', ...roster.slice(1)], 0, 5);
    expect(table?.rows.map((row) => row.header)).toEqual([true, false, false, false]);
  });

  it('are parted by tabs when each has as many', () => {
    expect(cellsOf(['host\tip', 'a1\t10.0.0.1', 'a2\t10.0.0.2'])).toEqual([
      [
        ['host', 'ip'],
        ['a1', '10.0.0.1'],
        ['a2', '10.0.0.2'],
      ],
    ]);
  });

  it('keep a cell that is left empty, and a value that fills its column', () => {
    expect(
      cellsOf([
        'name        os        site',
        'web01       Debian    Lille',
        'very-long-1 Ubuntu    Lille',
        'db01        Debian',
      ])[0]?.slice(2),
    ).toEqual([
      ['very-long-1', 'Ubuntu', 'Lille'],
      ['db01', 'Debian', ''],
    ]);
  });

  it.each([
    [
      'prose with two blanks',
      ['This is a  line of text', 'and here another  one of it', 'the third  is different in shape'],
    ],
    ['two lines', roster.slice(0, 2)],
    ['a list', roster.map((line) => `- ${line}`)],
    ['code', ['int a   = 1;', 'int bb  = 2;', 'int ccc = 3;']],
    ['a table with bars', roster.map((line) => `| ${line} |`)],
    ['commands', roster.map((line) => `$ ${line}`)],
    ['a first column with gaps', ['web01   a', '        b', 'web02   c']],
    ['nothing', ['', '   ', '']],
  ])('are not: %s', (_name, lines) => {
    expect(cellsOf(lines)).toEqual([]);
  });

  it('are found between text, at their indent', () => {
    const lines = ['Our machines:', '', ...roster.map((line) => `    ${line}`), '', 'That is all  of them.'];
    const [table] = findAlignedTables(lines, 0, lines.length);
    expect([table?.from, table?.to]).toEqual([2, 6]);
  });

  it('give back what was written in columns', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9.-]{0,11}$/u);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word, word), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 2, max: 6 }),
        (rows, gap) => {
          const width = (at: 0 | 1): number => Math.max(...rows.map((row) => row[at].length)) + gap;
          const lines = rows.map((row) => row[0].padEnd(width(0)) + row[1].padEnd(width(1)) + row[2]);
          expect(cellsOf(lines)).toEqual([rows]);
        },
      ),
    );
  });
});

describe('a listing', () => {
  const rows = (lines: readonly string[]): string[][] => lines.map((line) => line.split(/ {2,}/u));

  it('is a list of machines by its heading, or by what stands in it', () => {
    expect(isMachineListing(rows(roster))).toBe(true);
    expect(isMachineListing(rows(roster.slice(1)))).toBe(true);
  });

  it.each([
    ['sizes of disks', ['Filesystem  Size  Used', '/dev/sda1  20G  4G', '/dev/sdb1  80G  60G']],
    ['processes', ['PID  USER  COMMAND', '1  root  init', '77  www  nginx']],
    ['words', ['red  warm  loud', 'blue  cold  soft', 'green  fresh  calm']],
    ['one machine twice', ['web01  10.0.0.1', 'web01  10.0.0.2', 'web01  10.0.0.3']],
  ])('is none: %s', (_name, lines) => {
    expect(isMachineListing(rows(lines))).toBe(false);
  });
});

describe('machines in columns', () => {
  const expected = ['db01', 'old-ftp', 'web01'];

  it.each([
    ['plain text', `Our machines\n\n${roster.join('\n')}\n`, 'markdown'],
    ['a fence', `# Hosts\n\n\`\`\`\n${roster.join('\n')}\n\`\`\`\n`, 'markdown'],
    [
      'a fence without a heading',
      `# Hosts\n\n\`\`\`text\n${roster.slice(1).join('\n')}\n\`\`\`\n`,
      'markdown',
    ],
    [
      'a header over dashes',
      `${roster[0]}\n------------------------------\n${roster.slice(1).join('\n')}\n`,
      'markdown',
    ],
    [
      'a literal block',
      `Hosts\n=====\n\n::\n\n${roster.map((line) => `   ${line}`).join('\n')}\n`,
      'restructuredtext',
    ],
    [
      'a code block',
      `Hosts\n=====\n\n.. code-block:: text\n\n${roster.map((line) => `   ${line}`).join('\n')}\n`,
      'restructuredtext',
    ],
    ['a listing', `= Hosts\n\n----\n${roster.join('\n')}\n----\n`, 'asciidoc'],
  ] as const)('are read from %s', (_name, text, dialect) => {
    const proposal = readText(text, dialect);
    expect(namesOf(proposal, 'server')).toEqual(expected);
    expect(nodeAt(proposal, 'server:web01')).toMatchObject({ addresses: ['10.0.0.1'], os: 'Debian 12' });
    expect(nodeAt(proposal, 'service:db01/mariadb').parent).toBe('server:db01');
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('leave the text around them text', () => {
    const proposal = readText(
      `# Hosts\n\nThe list:\n${roster.join('\n')}\nweb01 connects to db01 on port 3306.\n`,
    );
    expect(namesOf(proposal, 'server')).toEqual(expected);
    expect(proposal.items.filter((item) => item.is === 'dependency')).toHaveLength(1);
  });

  it.each([
    [
      'the output of a command',
      '```\n$ docker ps\nCONTAINER ID   IMAGE    STATUS\nab12cd34ef56   nginx    Up\nbb12cd34ef56   redis    Up\n```\n',
    ],
    [
      'a configuration',
      '```\nlisten_addresses   *        all\nmax_connections    100      more\nwork_mem           4MB      each\n```\n',
    ],
    [
      'a list of files',
      '```\nREADME.md     1.2K   text\nsetup.py      4.0K   code\nlicence.txt   11K    text\n```\n',
    ],
  ])('are not read from %s', (_name, text) => {
    expect(nodesOf(readText(`# How to\n\n${text}`)).filter((node) => node.kind === 'server')).toEqual([]);
  });
});
