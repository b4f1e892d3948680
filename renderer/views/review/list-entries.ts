import type { Proposal, SourceLine } from '#core/importers/contract.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import { reviewGroups, type ReviewGroup, type ReviewRow } from '#stores/review-rows.ts';
import type { Decisions } from '#stores/review-decisions.ts';

/** What the list can be narrowed to. */
export type ReviewFilter = 'all' | 'server' | 'service' | 'dependency' | 'disposition' | 'question';

/** How far a group is decided. */
export interface GroupCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly later: number;
  readonly open: number;
}

/** A line of the list: the head of a group, or a row. */
export type ListEntry =
  | {
      readonly is: 'group';
      readonly group: ReviewGroup;
      readonly keys: readonly string[];
      readonly counts: GroupCounts;
      readonly isOpen: boolean;
    }
  | { readonly is: 'row'; readonly row: ReviewRow }
  | { readonly is: 'matter'; readonly matter: IntakeMatter }
  | { readonly is: 'line'; readonly source: string; readonly line: SourceLine };

/** What stands for an entry while the list is drawn anew. */
export function toEntryKey(entry: ListEntry): string {
  switch (entry.is) {
    case 'group':
      return `group ${entry.group}`;
    case 'row':
      return entry.row.key;
    case 'matter':
      return entry.matter.key;
    case 'line':
      return `line ${entry.line.line} ${entry.source}`;
  }
}

/** The lines that were not understood, source by source. */
export function toMissedEntries(proposals: readonly Proposal[]): readonly ListEntry[] {
  return proposals.flatMap(({ source, notUnderstood }) =>
    notUnderstood.map((line): ListEntry => ({ is: 'line', source: source.name, line })),
  );
}

function passes(row: ReviewRow, filter: ReviewFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'question' ? row.item.is === 'question' : row.group === filter;
}

/** How many rows each filter lets through. */
export function countByFilter(rows: readonly ReviewRow[], filter: ReviewFilter): number {
  return rows.filter((row) => passes(row, filter)).length;
}

function countDecided(keys: readonly string[], decisions: Decisions): GroupCounts {
  const counts = { accepted: 0, rejected: 0, later: 0, open: 0 };
  if (Object.keys(decisions).length === 0) return { ...counts, open: keys.length };
  const names = { accept: 'accepted', reject: 'rejected', later: 'later', open: 'open' } as const;
  for (const key of keys) counts[names[decisions[key] ?? 'open']] += 1;
  return counts;
}

/** The lines of the list: each group with its head, closed groups without their rows. Rows come sorted by group. */
export function toListEntries(
  rows: readonly ReviewRow[],
  matters: readonly IntakeMatter[],
  decisions: Decisions,
  filter: ReviewFilter,
  closed: ReadonlySet<ReviewGroup>,
): readonly ListEntry[] {
  const members = new Map<ReviewGroup, ListEntry[]>();
  const add = (group: ReviewGroup, entry: ListEntry): void => {
    const list = members.get(group);
    if (list === undefined) members.set(group, [entry]);
    else list.push(entry);
  };
  if (filter === 'all') for (const matter of matters) add(matter.is, { is: 'matter', matter });
  for (const row of rows) if (passes(row, filter)) add(row.group, { is: 'row', row });
  return reviewGroups.flatMap((group): ListEntry[] => {
    const own = members.get(group) ?? [];
    if (own.length === 0) return [];
    const keys = own.map(toEntryKey);
    const isOpen = !closed.has(group);
    const head: ListEntry = { is: 'group', group, keys, counts: countDecided(keys, decisions), isOpen };
    return [head, ...(isOpen ? own : [])];
  });
}

/** What comes after an entry and is not decided yet; null when there is nothing. */
export function findNextOpen(
  entries: readonly ListEntry[],
  decisions: Decisions,
  after: string,
): Extract<ListEntry, { is: 'row' | 'matter' }> | null {
  const isNext = (entry: ListEntry): entry is Extract<ListEntry, { is: 'row' | 'matter' }> => {
    if (entry.is !== 'row' && entry.is !== 'matter') return false;
    const key = toEntryKey(entry);
    return key !== after && decisions[key] === undefined;
  };
  const at = entries.findIndex((entry) => toEntryKey(entry) === after);
  for (let step = 1; step <= entries.length; step += 1) {
    const entry = entries[(Math.max(at, 0) + step) % entries.length];
    if (entry !== undefined && isNext(entry)) return entry;
  }
  return null;
}
