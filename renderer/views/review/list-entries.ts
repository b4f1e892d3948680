import type { Proposal, SourceLine } from '#core/importers/contract.ts';
import { reviewGroups, type ReviewGroup, type ReviewRow } from '#stores/review-rows.ts';
import type { Decisions } from '#stores/review-store.ts';

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
  | { readonly is: 'line'; readonly source: string; readonly line: SourceLine };

/** What stands for an entry while the list is drawn anew. */
export function toEntryKey(entry: ListEntry): string {
  switch (entry.is) {
    case 'group':
      return `group ${entry.group}`;
    case 'row':
      return entry.row.key;
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

/** The lines of the list: each group with its head, closed groups without their rows. */
export function toListEntries(
  rows: readonly ReviewRow[],
  decisions: Decisions,
  filter: ReviewFilter,
  closed: ReadonlySet<ReviewGroup>,
): readonly ListEntry[] {
  const shown = rows.filter((row) => passes(row, filter));
  return reviewGroups.flatMap((group): ListEntry[] => {
    const members = shown.filter((row) => row.group === group);
    if (members.length === 0) return [];
    const decided = members.map((row) => decisions[row.key] ?? 'open');
    const count = (decision: string): number => decided.filter((each) => each === decision).length;
    const counts = {
      accepted: count('accept'),
      rejected: count('reject'),
      later: count('later'),
      open: count('open'),
    };
    const isOpen = !closed.has(group);
    const head: ListEntry = { is: 'group', group, keys: members.map((row) => row.key), counts, isOpen };
    return [head, ...(isOpen ? members.map((row): ListEntry => ({ is: 'row', row })) : [])];
  });
}

/** The next row after one that is not decided yet; null when there is none. */
export function findNextOpen(
  rows: readonly ReviewRow[],
  decisions: Decisions,
  after: string,
): ReviewRow | null {
  const at = rows.findIndex((row) => row.key === after);
  const isOpen = (row: ReviewRow): boolean => decisions[row.key] === undefined && row.key !== after;
  return rows.slice(at + 1).find(isOpen) ?? rows.find(isOpen) ?? null;
}
