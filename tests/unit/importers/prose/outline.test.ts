import { describe, expect, it } from 'vitest';
import type { Block, Dialect } from '#core/importers/prose/outline/block.ts';
import { chooseDialect } from '#core/importers/prose/outline/dialect.ts';
import { quoteOf } from '#core/importers/prose/outline/quote.ts';
import { toOutline } from '#core/importers/prose/outline/to-outline.ts';

/** An outline as nested text, easy to compare. */
function show(dialect: Dialect, text: string): string[] {
  const lines: string[] = [];
  const walk = (block: Block, depth: number): void => {
    if (block.kind !== 'document') {
      const name = block.kind === 'field' ? `${block.name.plain}=` : '';
      const rows = block.rows.map(
        (row) => `${row.header ? '#' : ''}${row.cells.map((cell) => cell.plain).join('|')}`,
      );
      lines.push(`${' '.repeat(depth)}${block.kind} ${name}${block.text.plain}${rows.join(' / ')}`);
    }
    for (const child of block.children) walk(child, block.kind === 'document' ? 0 : depth + 1);
  };
  walk(toOutline(dialect, text.split('\n')).root, 0);
  return lines;
}

describe('Markdown outline', () => {
  it.each([
    [
      'headings of both sorts',
      'One\n===\n\ntext\n\nTwo\n---\n\n### Three ###',
      ['section One', ' paragraph text', ' section Two', '  section Three'],
    ],
    [
      'lists by indent, one blank is enough',
      '* a\n - b\n - c\n* d',
      ['item a', ' item b', ' item c', 'item d'],
    ],
    ['bullets without text', '*\n-\n* x', ['item ', 'item ', 'item x']],
    ['wrapped items', '- a long\n  item\n- b', ['item a long item', 'item b']],
    [
      'a list below its announcement',
      'We run these:\n\n- a1\n- a2',
      ['paragraph We run these:', ' item a1', ' item a2'],
    ],
    ['tables without outer bars', 'Name | Use\n--- | ---\nx1 | web', ['table #Name|Use / x1|web']],
    ['definition lists', 'Term\n: what it is', ['term Term', ' paragraph what it is']],
    ['fenced code is opaque', 'a\n\n```\n# not a heading\n```\n\nb', ['paragraph a', 'paragraph b']],
    ['unclosed fences', '# t\n```\n- x', ['section t']],
    ['front matter', '---\ntitle: x\n---\n# y', ['section y']],
    [
      'inline markup',
      '- `web02` is **big**, see [the wiki](http://w.example/x) and ~~old~~',
      ['item web02 is big, see the wiki and old'],
    ],
    [
      'stars and underscores inside names',
      '- `*.a.example` periodic_mailer 2*3*4',
      ['item *.a.example periodic_mailer 2*3*4'],
    ],
    ['placeholders in brackets', '[list of what?]', ['paragraph [list of what?]']],
    ['tasks', '- [ ] do it\n- [x] done', ['item do it', 'item done']],
    ['bold lines as headings', '**Part**\n\ntext', ['section Part', ' paragraph text']],
    [
      'lines that were meant as lines',
      'Rails v3\nLinode (London)\nTalks to the database over the network',
      ['paragraph Rails v3', 'paragraph Linode (London)', 'paragraph Talks to the database over the network'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(show('markdown', text)).toEqual(expected);
  });
});

describe('reStructuredText outline', () => {
  it.each([
    [
      'levels by the order of styles',
      '=====\nBig\n=====\n\nMid\n===\n\nLow\n---\n\nMid2\n====',
      ['section Big', ' section Mid', '  section Low', ' section Mid2'],
    ],
    [
      'lists, definitions, fields',
      '- a\n\n  - b\n\nterm\n  text here\n\n:Owner: Ann',
      ['item a', ' item b', 'term term', ' paragraph text here', 'field Owner=Ann'],
    ],
    [
      'grid tables',
      '+----+-----+\n| a  | b   |\n+====+=====+\n| x1 | web |\n+----+-----+',
      ['table #a|b / x1|web'],
    ],
    ['simple tables', '==== ====\nname use\n==== ====\nx1   web\n==== ====', ['table #name|use / x1|web']],
    [
      'list tables',
      '.. list-table::\n   :header-rows: 1\n\n   * - name\n     - use\n   * - x1\n     - web',
      ['table #name|use / x1|web'],
    ],
    [
      'csv tables',
      '.. csv-table::\n   :header: "name", "use"\n\n   "x1", "a, b"',
      ['table #name|use / x1|a, b'],
    ],
    [
      'links and literals',
      'See `the wiki <http://w.example>`__ and ``web02``.',
      ['paragraph See the wiki and web02.'],
    ],
    [
      'comments, includes and code are left out',
      '.. a comment\n   goes on\n\n.. include:: other.rst\n\n.. code-block:: sh\n\n   ssh x\n\nend::\n\n   code',
      ['paragraph end:'],
    ],
    [
      'admonitions keep their text',
      '.. note:: Mind this\n\n   and that',
      ['paragraph Mind this', 'paragraph and that'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(show('restructuredtext', text)).toEqual(expected);
  });
});

describe('AsciiDoc outline', () => {
  it.each([
    [
      'sections and lists by marker',
      '= T\n\n== A\n\n* x\n** y\n* z',
      ['section T', ' section A', '  item x', '   item y', '  item z'],
    ],
    [
      'labelled lists',
      'host:: web02\nport:: 22',
      ['term host', ' paragraph web02', 'term port', ' paragraph 22'],
    ],
    [
      'tables, a cell a line',
      '[%header,cols=2*]\n|===\n| name\n| use\n\n| x1\n| web\n|===',
      ['table #name|use / x1|web'],
    ],
    ['links', 'See link:http://w.example[the wiki].', ['paragraph See the wiki.']],
    ['blocks and includes', ':attr: v\ninclude::x.adoc[]\n----\ncode\n----\ntext', ['paragraph text']],
  ])('%s', (_name, text, expected) => {
    expect(show('asciidoc', text)).toEqual(expected);
  });
});

describe('quotes and dialects', () => {
  it('quotes what stands on the line, markup included, and stops at its end', () => {
    const lines = ['- see **web02** and', '  more'];
    const outline = toOutline('markdown', lines);
    const text = outline.root.children[0]?.text ?? outline.root.text;
    expect(text.plain).toBe('see web02 and more');
    expect(quoteOf(outline, text, 4, 9)).toEqual({ line: 1, quote: 'web02' });
    expect(quoteOf(outline, text)).toEqual({ line: 1, quote: 'see **web02** and' });
    expect(quoteOf(outline, text, 14)).toEqual({ line: 2, quote: 'more' });
  });

  it.each([
    ['# a\n\n[x](http://y.example)', 'markdown'],
    ['Title\n=====\n\n.. note:: x\n\n``y``', 'restructuredtext'],
    ['= Title\n\n== Part\n\n|===\n| a\n|===', 'asciidoc'],
    ['just words', 'markdown'],
  ] as const)('tells the dialect of %j', (text, dialect) => {
    expect(chooseDialect('notes.txt', text.split('\n'))).toBe(dialect);
  });
});
