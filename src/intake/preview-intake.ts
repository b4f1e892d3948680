import type { Proposal } from '#core/importers/contract.ts';
import type { Plan } from '#core/model/plan.ts';
import { runIntake } from './accept-proposals.ts';
import { toItemKey, type IntakeDecisions, type ItemPreview } from './intake-types.ts';
import { findMatters } from './matters/find-matters.ts';
import type { IntakeMatter } from './matters/intake-matter.ts';

/** What accepting an import would do. */
export interface IntakePreview {
  /** New, changed, the same as in the plan, or in conflict with it; by item key (`servers.md#server:web02`). */
  readonly items: ReadonlyMap<string, ItemPreview>;
  /** What it would leave for a person: contradictions, probable matches, what is gone. */
  readonly matters: readonly IntakeMatter[];
}

/** Says what accepting proposals would do; nothing is changed. `decisions` default to accepting everything. */
export function previewIntake(
  plan: Plan,
  proposals: readonly Proposal[],
  decisions: IntakeDecisions = { accept: 'all' },
): IntakePreview {
  const session = runIntake(plan, proposals, decisions);
  const items = new Map(
    session.sources.flatMap((source) =>
      [...source.previews].map(([key, preview]) => [toItemKey(source.name, key), preview] as const),
    ),
  );
  return { items, matters: findMatters(session) };
}
