import type { ItemEffect } from '#core/intake/effect-keys.ts';
import type { Steps } from '#core/base/steps.ts';
import { doubtsEach } from '#core/model/question.ts';
import type { Confidence, Proposal, ProposedEvidence, ProposedItem } from '#core/importers/contract.ts';

/** The groups of the review, in their order: what blocks comes first. */
export const reviewGroups = [
  'first',
  'conflict',
  'pair',
  'gone',
  'provider',
  'site',
  'host',
  'server',
  'service',
  'dependency',
  'disposition',
  'fate',
  'party',
  'duty',
  'phase',
  'move',
  'question',
] as const;

/** A group of the review: blocking questions, what sources and plan differ on, the kinds of node, and the kinds of other things. */
export type ReviewGroup = (typeof reviewGroups)[number];

/** One found thing as a row of the review. */
export interface ReviewRow {
  /** The item key that decisions use: `servers.md#server:web02`. */
  readonly key: string;
  readonly group: ReviewGroup;
  readonly item: ProposedItem;
  readonly source: string;
  /** What it is called: the name of a node or party, the text of a question, "a -> b" for a dependency. */
  readonly name: string;
  /** The name of the node that a thing is placed on or about; null when none is known. */
  readonly place: string | null;
  readonly confidence: Confidence;
  readonly line: number | null;
  /** Whether the documents name it as a candidate for removal, and whether that waits for a condition. */
  readonly candidate: 'no' | 'candidate' | 'waiting';
  readonly hasQuestion: boolean;
  /** Other sources that name the same thing: all of them become one. */
  readonly alsoIn: readonly string[];
  /** What accepting it does to the open plan; null where it is simply new. */
  readonly effect: ItemEffect | null;
}

interface Names {
  readonly of: (key: string | null | undefined) => string | null;
}

function namesOf(proposal: Proposal): Names {
  const names = new Map<string, string>();
  for (const item of proposal.items) {
    if (item.is === 'node' || item.is === 'party' || item.is === 'phase') names.set(item.key, item.name);
  }
  return { of: (key) => (key === null || key === undefined ? null : (names.get(key) ?? null)) };
}

/** What a found thing is called in a row. */
export function toItemName(item: ProposedItem, names: Names): string {
  const of = (key: string | null): string => names.of(key) ?? '?';
  switch (item.is) {
    case 'node':
    case 'party':
    case 'phase':
      return item.name;
    case 'dependency':
      return `${of(item.from)} → ${of(item.to)}`;
    case 'duty':
      return item.area;
    case 'question':
      return item.text;
    case 'disposition':
      return of(item.node);
    case 'move':
      return `${of(item.node)} → ${of(item.to)}`;
  }
}

function placeOf(item: ProposedItem, names: Names): string | null {
  switch (item.is) {
    case 'node':
      return names.of(item.parent);
    case 'duty':
      return names.of(item.subject) ?? item.environment ?? null;
    case 'question':
      return names.of(item.about[0]);
    case 'move':
      return names.of(item.phase);
    case 'dependency':
    case 'disposition':
    case 'party':
    case 'phase':
      return null;
  }
}

function groupOf(item: ProposedItem): ReviewGroup {
  if (item.is === 'question') return item.blocking ? 'first' : 'question';
  if (item.is === 'disposition') return item.disposition === 'retire' ? 'disposition' : 'fate';
  return item.is === 'node' ? item.kind : item.is;
}

/** So many rows are made in one step: some milliseconds. */
const rowsInStep = 2000;

function* toRows(proposal: Proposal): Steps<readonly ReviewRow[]> {
  const names = namesOf(proposal);
  const removals = new Map<string, 'candidate' | 'waiting'>();
  const asked = new Set<string>();
  for (const item of proposal.items) {
    if (item.is === 'disposition' && item.disposition === 'retire') {
      removals.set(item.node, item.conditions.length === 0 ? 'candidate' : 'waiting');
    }
    if (item.is === 'question' && doubtsEach(item)) for (const about of item.about) asked.add(about);
  }
  const rows: ReviewRow[] = [];
  for (const [index, item] of proposal.items.entries()) {
    if (index % rowsInStep === 0) yield;
    rows.push({
      key: `${proposal.source.name}#${item.key}`,
      group: groupOf(item),
      item,
      source: proposal.source.name,
      name: toItemName(item, names),
      place: placeOf(item, names),
      confidence: item.confidence,
      line: (item.evidence.find((each) => each.field === 'name') ?? item.evidence[0])?.line ?? null,
      candidate: removals.get(item.key) ?? 'no',
      hasQuestion: asked.has(item.key),
      alsoIn: [],
      effect: null,
    });
  }
  return rows;
}

/**
 * All found things of all sources in the order of the review: by group, then as the documents have them. In steps, for the first look
 * at a large import.
 */
export function* toReviewRows(
  proposals: readonly Proposal[],
  effects: ReadonlyMap<string, ItemEffect> = new Map(),
): Steps<ReviewRow[]> {
  let found: readonly ReviewRow[] = [];
  for (const proposal of proposals) found = found.concat(yield* toRows(proposal));
  yield;
  const known = effects.size === 0 ? found : found.map((row) => withEffect(row, effects.get(row.key)));
  const byGroup = new Map<ReviewGroup, ReviewRow[]>();
  for (const row of withOtherSources(known)) {
    const group = byGroup.get(row.group) ?? [];
    group.push(row);
    byGroup.set(row.group, group);
  }
  return reviewGroups.flatMap((group) => byGroup.get(group) ?? []);
}

function withEffect(row: ReviewRow, effect: ItemEffect | undefined): ReviewRow {
  return effect === undefined ? row : { ...row, effect };
}

/** What a node is told by across sources: its kind and name, for a service also what it runs on. */
function identityOf({ item, place }: ReviewRow): string | null {
  if (item.is !== 'node') return null;
  return `${item.kind} ${item.kind === 'service' ? (place ?? '') : ''}/${item.name}`.toLowerCase();
}

/** Says of each node which other sources name it too. */
function withOtherSources(rows: readonly ReviewRow[]): ReviewRow[] {
  if (new Set(rows.map((row) => row.source)).size < 2) return [...rows];
  const sources = new Map<string, Set<string>>();
  for (const row of rows) {
    const identity = identityOf(row);
    if (identity !== null) sources.set(identity, (sources.get(identity) ?? new Set()).add(row.source));
  }
  return rows.map((row) => {
    const named = sources.get(identityOf(row) ?? '') ?? new Set<string>();
    return named.size < 2 ? row : { ...row, alsoIn: [...named].filter((each) => each !== row.source) };
  });
}

/** A piece of a source line: plain, or quoted by rows. */
export interface LinePiece {
  readonly text: string;
  readonly keys: readonly string[];
}

/** A quote of a row on one line. */
export interface LineQuote {
  readonly key: string;
  readonly row: ReviewRow;
  readonly evidence: ProposedEvidence;
}

/** The quotes of one source by line. */
export function toQuotesByLine(
  rows: readonly ReviewRow[],
  source: string,
): ReadonlyMap<number, readonly LineQuote[]> {
  const byLine = new Map<number, LineQuote[]>();
  for (const row of rows) {
    if (row.source !== source) continue;
    for (const evidence of row.item.evidence) {
      const list = byLine.get(evidence.line) ?? [];
      list.push({ key: row.key, row, evidence });
      byLine.set(evidence.line, list);
    }
  }
  return byLine;
}

/** A line cut where quotes start and end; where quotes overlap a piece belongs to all of them. */
export function toLinePieces(
  line: string,
  quotes: readonly Pick<LineQuote, 'key' | 'evidence'>[],
): LinePiece[] {
  const spans = quotes.flatMap(({ key, evidence }) => {
    const start = evidence.quote === '' ? -1 : line.indexOf(evidence.quote);
    return start < 0 ? [] : [{ key, start, end: start + evidence.quote.length }];
  });
  const cuts = new Set([0, line.length]);
  for (const span of spans) {
    cuts.add(span.start);
    cuts.add(span.end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? line.length;
    const keys = spans.filter((span) => span.start <= start && span.end >= end).map((span) => span.key);
    return { text: line.slice(start, end), keys: [...new Set(keys)] };
  });
}
