import type { Proposal } from '#core/importers/contract.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import type { ReviewRow } from './review-rows.ts';

/** What the list of the review is narrowed to beside the kind of thing. */
export const reviewShows = [
  'all',
  'new',
  'changed',
  'conflict',
  'pair',
  'gone',
  'doubt',
  'uncertain',
  'line',
] as const;

/** A state of found things; `line`: lines that were not understood. */
export type ReviewShow = (typeof reviewShows)[number];

/** Whether a found thing is in a state. */
export function isShown(row: ReviewRow, show: ReviewShow): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'new':
      return row.effect === null;
    case 'changed':
    case 'conflict':
      return row.effect === show;
    case 'doubt':
      return row.hasQuestion || row.item.is === 'question';
    case 'uncertain':
      return row.confidence === 'uncertain';
    case 'pair':
    case 'gone':
    case 'line':
      return false;
  }
}

/** Whether something between sources and plan is in a state. */
export function isMatterShown(matter: IntakeMatter, show: ReviewShow): boolean {
  return show === 'all' || show === matter.is;
}

/** How much each state holds. */
export function countShows(
  rows: readonly ReviewRow[],
  matters: readonly IntakeMatter[],
  proposals: readonly Proposal[],
): Readonly<Record<ReviewShow, number>> {
  const counts: Record<ReviewShow, number> = {
    all: 0,
    new: 0,
    changed: 0,
    conflict: 0,
    pair: 0,
    gone: 0,
    doubt: 0,
    uncertain: 0,
    line: proposals.reduce((sum, each) => sum + each.notUnderstood.length, 0),
  };
  for (const show of reviewShows) {
    for (const row of rows) if (isShown(row, show)) counts[show] += 1;
    for (const matter of matters) if (isMatterShown(matter, show)) counts[show] += 1;
  }
  return counts;
}
