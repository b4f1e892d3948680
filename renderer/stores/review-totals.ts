import type { Proposal, ProposedNode } from '#core/importers/contract.ts';
import type { ReviewRow } from './review-rows.ts';

/** A number of the totals strip and what is said beside it. */
export interface ReviewTotals {
  readonly servers: number;
  /** What the texts state about servers; null when they state nothing. */
  readonly stated: number | null;
  readonly services: number;
  readonly placedServices: number;
  readonly dependencies: number;
  readonly doubtfulDependencies: number;
  readonly removals: number;
  readonly conditions: number;
  readonly questions: number;
  readonly blocking: number;
  readonly notUnderstood: number;
  readonly lines: number;
  readonly secrets: number;
}

function sumNodes(rows: readonly ReviewRow[], kind: ProposedNode['kind']): number {
  // The same name in two sources is one thing: it is counted once.
  const counts = new Map<string, number>();
  for (const { item } of rows) {
    if (item.is !== 'node' || item.kind !== kind) continue;
    const name = `${kind === 'service' ? item.parent : ''}/${item.name.toLowerCase()}`;
    const count = item.count === undefined ? 1 : (item.count ?? 0);
    counts.set(name, Math.max(counts.get(name) ?? 0, count));
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** The totals strip of the review. A total that a text states for servers stands beside what was found. */
export function toReviewTotals(proposals: readonly Proposal[], rows: readonly ReviewRow[]): ReviewTotals {
  const stated = proposals.flatMap((each) => each.source.totals).filter((total) => total.kind === 'server');
  const dependencies = rows.filter((row) => row.item.is === 'dependency');
  const questions = rows.filter((row) => row.item.is === 'question');
  const removals = rows.filter((row) => row.item.is === 'disposition' && row.item.disposition === 'retire');
  const first = stated[0];
  return {
    servers: first !== undefined && stated.length === 1 ? first.found : sumNodes(rows, 'server'),
    stated: stated.length === 1 && first !== undefined ? first.stated : null,
    services: sumNodes(rows, 'service'),
    placedServices: rows.filter((row) => row.group === 'service' && row.place !== null).length,
    dependencies: dependencies.length,
    doubtfulDependencies: dependencies.filter((row) => row.confidence === 'uncertain').length,
    removals: removals.length,
    conditions: removals.reduce(
      (sum, row) => sum + (row.item.is === 'disposition' ? row.item.conditions.length : 0),
      0,
    ),
    questions: questions.length,
    blocking: questions.filter((row) => row.group === 'first').length,
    notUnderstood: proposals.reduce((sum, each) => sum + each.notUnderstood.length, 0),
    lines: proposals.reduce((sum, each) => sum + (each.source.text?.split('\n').length ?? 0), 0),
    secrets: proposals.reduce((sum, each) => sum + each.source.secrets.length, 0),
  };
}
