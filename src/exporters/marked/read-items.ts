import { toKindOf, type MarkKind } from './mark.ts';
import { readBlocks, type Block } from './read-blocks.ts';
import { toPlainSigns, type InlineText } from './read-inline.ts';

/** The fields of each kind of item, in the order in which their hashes are kept. `rest` is what no edit can change. */
export const itemFields = {
  task: ['done', 'text', 'owner', 'due', 'evidence'],
  phase: ['start', 'end', 'owner', 'gate'],
  change: ['when', 'notes', 'rest'],
  step: ['done', 'rest'],
  question: ['text', 'answer', 'by', 'rest'],
  handover: ['status', 'evidence', 'rest'],
  candidate: ['agreed', 'conditions', 'rest'],
  node: ['notes', 'rest'],
} as const satisfies Record<MarkKind, readonly string[]>;

/** A thing of the plan as a report shows it: the text of each field, as far as the report has a place for it. */
export interface ReportItem {
  readonly key: string;
  readonly kind: MarkKind;
  readonly line: number;
  /** Which of the blocks of the document it is. */
  readonly block: number;
  readonly isStruck: boolean;
  readonly fields: ReadonlyMap<string, string>;
  readonly section: readonly string[];
}

/** A document taken apart: its things, and all of its blocks. Blocks that say something of a thing are `used`. */
export interface ReadReport {
  readonly items: readonly ReportItem[];
  readonly blocks: readonly Block[];
  readonly used: ReadonlySet<number>;
}

const dash = '(?:—|–|--)';
const details = new RegExp(
  `^(.*?)(?: ${dash} owner: ?(.*?))?(?: ${dash} due: ?(.*?))?(?: ${dash} evidence: ?(.*))?$`,
  'u',
);

/** The parts of a line of a checklist: its words, and what stands behind "owner", "due" and "evidence". */
export function toTaskFields(block: Pick<Block, 'text' | 'box'>): Map<string, string> {
  const [, text = '', owner = '', due = '', evidence = ''] = details.exec(block.text) ?? [];
  return new Map([
    ['done', block.box === true ? 'x' : ''],
    ['text', text],
    ['owner', owner],
    ['due', due],
    ['evidence', evidence],
  ]);
}

/** The first and last day of a text such as `2026-12-07 to 2026-12-11`, `from …`, `until …`; empty where there is none. */
export function toDates(words: string): readonly [string, string] {
  const range = /^(.+?) to (.+)$/u.exec(words);
  if (range !== null) return [range[1] ?? '', range[2] ?? ''];
  const from = /^from (.+)$/iu.exec(words);
  if (from !== null) return [from[1] ?? '', ''];
  const until = /^until (.+)$/iu.exec(words);
  if (until !== null) return ['', until[1] ?? ''];
  return /^no dates yet$/iu.test(words) ? ['', ''] : [words, words];
}

function toPhaseFields(text: string): Map<string, string> {
  const found = /^(?:(?:Phase|Wave) \d+[^·]*· )?(.*?) · owner: ?(.*?)(?: · go when: ?(.*))?$/iu.exec(text);
  const [start, end] = toDates((found?.[1] ?? text).trim());
  return new Map([
    ['start', start],
    ['end', end],
    ['owner', found?.[2] ?? ''],
    ['gate', found?.[3] ?? ''],
  ]);
}

const cellText = (cell: InlineText | undefined): string | undefined =>
  cell === undefined ? undefined : /^[–-]?$/u.test(cell.text) ? '' : cell.text;

/** The named cells of a row as fields, and all others as its rest; the number in front is no part of it. */
function toRowFields(block: Block, named: Readonly<Record<string, string>>): Map<string, string> {
  const fields = new Map<string, string>();
  const rest: string[] = [];
  for (const [title, cell] of block.cells) {
    const field = named[title];
    const text = cellText(cell) ?? '';
    if (field !== undefined) fields.set(field, text);
    else if (title !== '#') rest.push(text);
  }
  return fields.set('rest', rest.join(' | '));
}

const answerPattern = /^answer: ?(.*)$/iu;
const byPattern = new RegExp(`^(.*?)(?: ${dash} (?:answered )?by:? (.*))?$`, 'iu');

function toAnswer(text: string): readonly [string, string] {
  const [, answer = '', by = ''] = byPattern.exec(text) ?? [];
  return [answer.trim(), by.trim()];
}

/** A question: its words in bold, what is said about it, and the answer in the item below (or behind it, once it has one). */
function toQuestionFields(block: Block, below: readonly Block[]): Map<string, string> {
  const behind = block.text.startsWith(block.strong)
    ? block.text.slice(block.strong.length).trim()
    : block.text;
  const line = below.map((each) => answerPattern.exec(each.text)).find((found) => found !== null);
  const isOpen = line !== undefined || new RegExp(`^${dash}`, 'u').test(behind);
  const [answer, by] = toAnswer(isOpen ? (line?.[1] ?? '') : behind);
  return new Map([
    ['text', block.strong],
    ['answer', answer],
    ['by', by],
    ['rest', isOpen ? behind : ''],
  ]);
}

function toFields(kind: MarkKind, block: Block, below: readonly Block[]): Map<string, string> {
  switch (kind) {
    case 'task':
      return toTaskFields(block);
    case 'phase':
      return toPhaseFields(block.text);
    case 'step':
      return new Map([
        ['done', block.box === true ? 'x' : ''],
        ['rest', block.text.replace(/^\d+ · /u, '')],
      ]);
    case 'question':
      return toQuestionFields(block, below);
    case 'change':
      return toRowFields(block, { when: 'when', notes: 'notes' });
    case 'handover':
      return toRowFields(block, { status: 'status', evidence: 'evidence' });
    case 'candidate':
      return toRowFields(block, { agreed: 'agreed', conditions: 'conditions' });
    case 'node':
      return toRowFields(block, { notes: 'notes' });
    default:
      return kind satisfies never;
  }
}

/** Whether what names the item is crossed out, whatever stands behind it. */
function isStruck(kind: MarkKind, block: Block, fields: ReadonlyMap<string, string>): boolean {
  if (block.struck === '') return false;
  if (kind === 'task' || kind === 'question') {
    const text = fields.get('text') ?? '';
    return text !== '' && block.struck.startsWith(text);
  }
  if (block.kind !== 'row') return false;
  const first = [...block.cells].find(([title, cell]) => title !== '#' && cell.text !== '');
  return first !== undefined && first[1].struck !== '' && first[1].struck === first[1].text;
}

/** Reads a report: the same text gives the same items, however it is wrapped, indented, aligned or quoted. */
export function readReport(text: string): ReadReport {
  const blocks = readBlocks(text);
  const below = new Map<number, number[]>();
  for (const [index, block] of blocks.entries()) {
    if (block.parent !== null) below.set(block.parent, [...(below.get(block.parent) ?? []), index]);
  }
  const used = new Set<number>();
  const seen = new Set<string>();
  const items = blocks.flatMap((block, index): ReportItem[] => {
    const kind = block.mark === null ? null : toKindOf(block.mark);
    // A mark that stands twice was copied with its line: the first one is the thing, the other is new text.
    if (block.mark === null || kind === null || seen.has(block.mark)) return [];
    seen.add(block.mark);
    used.add(index);
    const inside = below.get(index) ?? [];
    const answer = inside.find((each) => answerPattern.test(blocks[each]?.text ?? ''));
    if (kind === 'question' && answer !== undefined) used.add(answer);
    const raw = toFields(
      kind,
      block,
      kind === 'question' ? inside.flatMap((each) => blocks[each] ?? []) : [],
    );
    const fields = new Map([...raw].map(([field, value]) => [field, value.trim()]));
    const struck = isStruck(kind, block, fields);
    return [
      {
        key: block.mark,
        kind,
        line: block.line,
        block: index,
        isStruck: struck,
        fields,
        section: block.section,
      },
    ];
  });
  return { items, blocks, used };
}

/** What of a field is compared: signs that editors exchange by themselves make no difference. */
export function toComparable(value: string): string {
  return toPlainSigns(value);
}
