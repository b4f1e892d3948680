import MarkdownIt, { type Token } from 'markdown-it';
import { readInline, type InlineText } from './read-inline.ts';

/** A piece of a Markdown document that is compared as a whole. Lines count from 1. */
export interface Block extends InlineText {
  readonly line: number;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code';
  /** A box to tick in front of it: ticked or not; `null` without a box. */
  readonly box: boolean | null;
  /** The cells of a row, by the heading of their column (in small letters). */
  readonly cells: ReadonlyMap<string, InlineText>;
  /** Where the block that it is nested in stands in the list; `null` at the top. */
  readonly parent: number | null;
  /** The headings above it, the outermost first. */
  readonly section: readonly string[];
}

const markdown = new MarkdownIt('default', { html: true, linkify: false, typographer: false });

interface Walk {
  readonly tokens: readonly Token[];
  readonly blocks: Block[];
  section: string[];
}

const noCells: ReadonlyMap<string, InlineText> = new Map();
const nothing: InlineText = { text: '', strong: '', mark: null, struck: '' };

function lineOf(token: Token | undefined): number {
  return (token?.map?.[0] ?? 0) + 1;
}

const boxPattern = /^\[( |x|X)\](?:\s+|$)/u;

function joined(parts: readonly InlineText[]): InlineText {
  const text = parts
    .map((part) => part.text)
    .filter((part) => part !== '')
    .join(' ');
  return {
    text,
    strong: parts.find((part) => part.strong !== '')?.strong ?? '',
    mark: parts.find((part) => part.mark !== null)?.mark ?? null,
    struck: parts
      .map((part) => part.struck)
      .filter((part) => part !== '')
      .join(' '),
  };
}

/** Reads an item of a list: its own words, then the items inside of it. Answers where it ends. */
function readItem(walk: Walk, start: number, parent: number | null): number {
  const own: InlineText[] = [];
  const index = walk.blocks.length;
  const place = {
    line: lineOf(walk.tokens[start]),
    kind: 'item' as const,
    parent,
    section: [...walk.section],
  };
  walk.blocks.push({ ...nothing, ...place, box: null, cells: noCells });
  let at = start + 1;
  for (
    let token = walk.tokens[at];
    token !== undefined && token.type !== 'list_item_close';
    token = walk.tokens[at]
  ) {
    if (token.type === 'inline') own.push(readInline(token));
    // A comment on a line of its own is no text, but may be the mark of the item.
    else if (token.type === 'html_block') own.push(readInline(token));
    if (token.type === 'list_item_open') at = readItem(walk, at, index);
    else if (token.type === 'fence' || token.type === 'code_block') {
      own.push({ ...nothing, text: token.content.replace(/\s+/gu, ' ').trim() });
      at += 1;
    } else at += 1;
  }
  const all = joined(own);
  const box = boxPattern.exec(all.text);
  walk.blocks[index] = {
    ...all,
    ...place,
    text: box === null ? all.text : all.text.slice(box[0].length),
    box: box === null ? null : box[1] !== ' ',
    cells: noCells,
  };
  return at + 1;
}

/** Reads a table, each row of its body with its cells; the row of headings is a block too. */
function readTable(walk: Walk, start: number): number {
  const titles: string[] = [];
  let cells: InlineText[] = [];
  let isHead = true;
  let at = start + 1;
  let line = lineOf(walk.tokens[start]);
  for (
    let token = walk.tokens[at];
    token !== undefined && token.type !== 'table_close';
    token = walk.tokens[at]
  ) {
    if (token.type === 'tbody_open') isHead = false;
    if (token.type === 'tr_open') {
      cells = [];
      line = lineOf(token);
    }
    if (token.type === 'inline') cells.push(readInline(token));
    if (token.type === 'tr_close') {
      if (isHead) titles.push(...cells.map((cell) => cell.text.toLowerCase()));
      const named = new Map(cells.map((cell, index) => [titles[index] ?? String(index), cell] as const));
      walk.blocks.push({
        line,
        kind: 'row',
        text: cells.map((cell) => cell.text).join(' | '),
        strong: '',
        mark: cells.find((cell) => cell.mark !== null)?.mark ?? null,
        struck: cells.find((cell) => cell.struck !== '')?.struck ?? '',
        box: null,
        cells: isHead ? noCells : named,
        parent: null,
        section: [...walk.section],
      });
    }
    at += 1;
  }
  return at + 1;
}

function readHeading(walk: Walk, start: number): number {
  const [open, inline] = [walk.tokens[start], walk.tokens[start + 1]];
  const level = Number(open?.tag.slice(1) ?? '1');
  const words = inline === undefined ? nothing : readInline(inline);
  walk.section = [...walk.section.slice(0, level - 1), words.text];
  walk.blocks.push({
    ...words,
    line: lineOf(open),
    kind: 'heading',
    box: null,
    cells: noCells,
    parent: null,
    section: walk.section.slice(0, -1),
  });
  return start + 3;
}

/** Takes a document apart into the blocks that edits are looked for in; how it is wrapped, indented or aligned is lost. */
export function readBlocks(text: string): readonly Block[] {
  const walk: Walk = { tokens: markdown.parse(text, {}), blocks: [], section: [] };
  const { tokens } = walk;
  let at = 0;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    if (token.type === 'heading_open') at = readHeading(walk, at);
    else if (token.type === 'table_open') at = readTable(walk, at);
    else if (token.type === 'list_item_open') at = readItem(walk, at, null);
    else {
      const place = {
        line: lineOf(token),
        box: null,
        cells: noCells,
        parent: null,
        section: [...walk.section],
      };
      if (token.type === 'inline') walk.blocks.push({ ...readInline(token), ...place, kind: 'paragraph' });
      if (token.type === 'html_block') {
        const words = readInline(token);
        if (words.mark !== null || words.text !== '')
          walk.blocks.push({ ...words, ...place, kind: 'paragraph' });
      }
      if (token.type === 'fence' || token.type === 'code_block') {
        walk.blocks.push({ ...nothing, ...place, kind: 'code', text: token.content.trimEnd() });
      }
      at += 1;
    }
  }
  return walk.blocks;
}
