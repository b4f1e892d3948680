import type { ChangeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf } from '#core/state/plan-states.ts';

/** What a proposal would change: counted, and the new days by change. */
export interface PreviewSum {
  readonly moved: number;
  readonly added: number;
  readonly gone: number;
  readonly dated: number;
  /** The first day of each change that gets another one, as an ISO date. */
  readonly days: ReadonlyMap<ChangeId, string>;
}

/** Compares a plan with what a proposal makes of it: changes that are new, in another phase or on another day. Linear in the changes. */
export function sumPreview(before: Plan, after: Plan): PreviewSum {
  const days = new Map<ChangeId, string>();
  let [moved, added, gone] = [0, 0, 0];
  for (const change of after.changes) {
    const known = before.changes.get(change.id);
    const isDated = change.start !== null && change.start !== (known?.start ?? null);
    if (isDated && change.start !== null) days.set(change.id, change.start);
    if (known !== undefined && phaseOf(before, known) === phaseOf(after, change)) continue;
    if (change.kind === 'move' || change.kind === 'merge') moved += 1;
    else if (change.kind === 'add') added += 1;
    else if (change.kind === 'remove') gone += 1;
  }
  return { moved, added, gone, dated: days.size, days };
}
