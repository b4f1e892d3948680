import { fail, ok, type Result } from '#core/base/result.ts';
import type { Block } from './read-blocks.ts';
import { toShortHash, toKindOf } from './mark.ts';
import { itemFields, readReport, toComparable, type ReadReport, type ReportItem } from './read-items.ts';

/** Which report a text is: of which plan, of which sort, and what it was narrowed to. */
export interface ReportHead {
  readonly plan: string;
  readonly format: string;
  readonly phase: string | null;
  readonly party: string | null;
  readonly without: readonly string[];
}

/** What an export remembers of itself: hashes of all that it said, in its order, and never the words themselves. */
export interface ReportMemory {
  readonly head: ReportHead;
  /** Items by key, with the hash of each field; a field that the report had no place for is missing. */
  readonly items: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Hashes of the other blocks, as often as they stood. */
  readonly blocks: readonly string[];
}

const opening = 'Rehome keeps here what this report said, so that edits of it can come back into the plan.';
const length = 5;
const width = 110;
/** Stands for a field that the report had no place for. */
const noHash = '_____';

/** The hash of a text in the memory of a report. */
export function toMemoryHash(text: string): string {
  return toShortHash(toComparable(text), length);
}

/** Whether a text is a report that remembers what it said, edited or not. */
export function hasReportMemory(text: string): boolean {
  return text.includes(opening);
}

/** What a block without a mark is known by; whether a box is ticked is no part of it, rules and captions are. */
export function toBlockHash(block: Block): string {
  return toMemoryHash(`${block.kind} ${block.text}`);
}

function toItemWord(item: ReportItem): string {
  const hashes = itemFields[item.kind].map((field) => {
    const value = item.fields.get(field);
    return value === undefined ? noHash : toMemoryHash(value);
  });
  return `${item.key}${hashes.join('')}`;
}

function inLines(words: readonly string[], between: string): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + between.length + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last}${between}${word}`;
  }
  return lines;
}

function inPieces(text: string): string[] {
  return text.match(/.{5}/gsu) ?? [];
}

/** The comment at the end of a report that lets its edits come back. */
export function toMemoryLines(text: string, head: ReportHead): string[] {
  const report = readReport(text);
  const others = report.blocks.flatMap((block, index) =>
    report.used.has(index) || block.text === '' ? [] : [toBlockHash(block)],
  );
  return [
    '<!--',
    opening,
    'Please leave these lines as they are. They hold no words, only short sums of them.',
    `report 1 ${head.plan} ${head.format}`,
    ...(head.phase === null ? [] : [`phase ${head.phase}`]),
    ...(head.party === null ? [] : [`party ${head.party}`]),
    ...(head.without.length === 0 ? [] : [`without ${head.without.join(',')}`]),
    ...inLines(report.items.map(toItemWord), ' '),
    ...inLines(others, '').map((line) => `= ${line}`),
    '-->',
  ];
}

/** Why a text cannot be taken for an edited report. */
export interface MemoryProblem {
  readonly code: 'no-memory' | 'damaged' | 'newer';
}

const hashPattern = /^[0-9A-Za-z]{5}$/u;

function readItemWord(word: string): readonly [string, Map<string, string>] | null {
  const key = word.slice(0, 8);
  const hashes = inPieces(word.slice(8));
  const kind = /^[a-z][0-9A-Za-z]{7}$/u.test(key) ? toKindOf(key) : null;
  if (kind === null) return null;
  const names: readonly string[] = itemFields[kind];
  if (word.length !== key.length + names.length * length) return null;
  if (!hashes.every((hash) => hash === noHash || hashPattern.test(hash))) return null;
  const fields = names.flatMap((name, index): [string, string][] => {
    const hash = hashes[index] ?? noHash;
    return hash === noHash ? [] : [[name, hash]];
  });
  return [key, new Map(fields)];
}

/** The edited text without its memory, and what the export remembered. */
export interface EditedReport {
  readonly memory: ReportMemory;
  readonly report: ReadReport;
}

function readMemory(lines: readonly string[]): Result<ReportMemory, MemoryProblem> {
  const items = new Map<string, ReadonlyMap<string, string>>();
  const blocks: string[] = [];
  const facts = new Map<string, string>();
  let head: readonly string[] | null = null;
  for (const line of lines) {
    const words = line.trim().split(/\s+/u);
    const [first = ''] = words;
    if (first === 'report') {
      if (words[1] !== '1') return fail({ code: 'newer' });
      head = words.slice(2);
    } else if (head === null || first === '') continue;
    else if (first === '=') {
      const sums = words.slice(1).join('');
      if (sums.length % length !== 0) return fail({ code: 'damaged' });
      blocks.push(...inPieces(sums));
    } else if (first === 'phase' || first === 'party' || first === 'without')
      facts.set(first, words[1] ?? '');
    else {
      const read = words.map(readItemWord);
      for (const item of read) {
        if (item === null) return fail({ code: 'damaged' });
        items.set(...item);
      }
    }
  }
  const [plan, format] = head ?? [];
  if (plan === undefined || format === undefined || !blocks.every((hash) => hashPattern.test(hash))) {
    return fail({ code: 'damaged' });
  }
  const without = (facts.get('without') ?? '').split(',').filter((word) => word !== '');
  const { phase = null, party = null } = Object.fromEntries(facts);
  return ok({ head: { plan, format, phase, party, without }, items, blocks });
}

/** Reads a report that somebody edited: what the export remembered at its end, and the text in front of it. */
export function readEditedReport(text: string): Result<EditedReport, MemoryProblem> {
  const body = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/^\uFEFF/u, '');
  const at = body.lastIndexOf(opening);
  if (at === -1) return fail({ code: 'no-memory' });
  const start = body.lastIndexOf('<!--', at);
  const end = body.indexOf('-->', at);
  if (start === -1 || end === -1) return fail({ code: 'damaged' });
  const memory = readMemory(body.slice(at + opening.length, end).split('\n'));
  if (!memory.ok) return memory;
  // What somebody wrote below the memory is part of the text, on its own lines.
  const between = body.slice(start, end + 3).replace(/[^\n]/gu, '');
  const own = `${body.slice(0, start)}${between}${body.slice(end + 3)}`;
  return ok({ memory: memory.value, report: readReport(own) });
}
