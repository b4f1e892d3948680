import { atOnce, type Steps } from '#core/base/steps.ts';
import type { Proposal } from '#core/importers/contract.ts';
import { toEffectKeys, toEffects } from '#core/intake/effect-keys.ts';
import { withMadeItems } from '#core/intake/made-by-hand.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ReadPreview } from '#workers/import-messages.ts';
import { makeNewPlan } from './open-plan.ts';
import { toReviewRows } from './review-rows.ts';
import type { MadeThings, ReviewState } from './review-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** What the import worker found out about an import beside the plan that was open then; `null`: none was. */
export interface KnownPreview extends ReadPreview {
  readonly plan: Plan | null;
}

function lookBeside(plan: Plan | null, read: readonly Proposal[], made: MadeThings): ReadPreview {
  const preview = previewIntake(plan ?? makeNewPlan(''), read, { accept: 'all', made });
  return { matters: preview.matters, effects: toEffectKeys(preview.items) };
}

/** What the files gave beside the plan, with what was made of words. */
export type Found = Pick<ReviewState, 'proposals' | 'rows' | 'matters' | 'made'>;

/** What was found, in steps. `known` holds while the plan is the one that the worker saw and nothing was made by hand. */
export function* findInSteps(
  read: readonly Proposal[],
  made: MadeThings,
  known: KnownPreview | null,
): Steps<Found> {
  const { plan } = workspaceStore.getState();
  const proposals = withMadeItems(plan, read, made);
  const holds = known !== null && known.plan === plan && Object.keys(made).length === 0;
  const { matters, effects } = holds ? known : lookBeside(plan, read, made);
  // Only in an open plan a thing can be known already.
  const rows = yield* toReviewRows(proposals, plan === null ? new Map() : toEffects(effects));
  return { proposals, made, rows, matters };
}

/** The same at once. */
export function toFound(
  read: readonly Proposal[],
  made: MadeThings,
  known: KnownPreview | null = null,
): Found {
  return atOnce(findInSteps(read, made, known));
}

/** What is looked at first: a blocking question, else what sources and plan differ on, else the first thing. */
export function findFirst({ rows, matters }: Pick<ReviewState, 'rows' | 'matters'>): string | null {
  const [row] = rows;
  return (row?.group === 'first' ? row.key : (matters[0]?.key ?? row?.key)) ?? null;
}
