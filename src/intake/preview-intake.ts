import type { Proposal } from '#core/importers/contract.ts';
import type { Plan } from '#core/model/plan.ts';
import { runIntake } from './accept-proposals.ts';
import { toItemKey, type IntakeDecisions, type ItemPreview } from './intake-types.ts';

/**
 * Says for every item what accepting it would do: new, changed, the same as in the plan, or in conflict with it; by item key
 * (`servers.md#server:web02`). Nothing is changed. `decisions` default to accepting everything.
 */
export function previewIntake(
  plan: Plan,
  proposals: readonly Proposal[],
  decisions: IntakeDecisions = { accept: 'all' },
): ReadonlyMap<string, ItemPreview> {
  const session = runIntake(plan, proposals, decisions);
  return new Map(
    session.sources.flatMap((source) =>
      [...source.previews].map(([key, preview]) => [toItemKey(source.name, key), preview] as const),
    ),
  );
}
