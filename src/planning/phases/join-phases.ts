import type { Change } from '#core/model/change.ts';
import type { ChangeId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf, phasesInOrder } from '#core/state/plan-states.ts';
import type { OrderLink } from './change-order.ts';

/** A change that joins a phase that is there already; `before` is the change of it that waits for it. */
export interface Joined {
  readonly change: ChangeId;
  readonly phase: PhaseId;
  readonly before: ChangeId | null;
}

/**
 * The changes without a phase that something in a phase waits for: they join the earliest such phase, because an `after`
 * must never point to a later one. What they wait for comes along.
 */
export function findJoined(
  plan: Plan,
  changes: readonly Change[],
  links: readonly OrderLink[],
  pinned: ReadonlyMap<ChangeId, PhaseId>,
): Joined[] {
  const ranks = new Map<string, number>(phasesInOrder(plan).map(({ id }, index) => [id, index]));
  const open = new Set(changes.map(({ id }) => id));
  const waiting = new Map<ChangeId, OrderLink[]>();
  for (const link of links) {
    if (!link.isHard || !open.has(link.before)) continue;
    const list = waiting.get(link.after);
    if (list === undefined) waiting.set(link.after, [link]);
    else list.push(link);
  }
  const joined = new Map<ChangeId, Joined>();
  for (const [change, phase] of pinned) {
    if (open.has(change) && plan.phases.has(phase)) joined.set(change, { change, phase, before: null });
  }
  const rankOf = (id: ChangeId): number => {
    const change = plan.changes.get(id);
    const phase = joined.get(id)?.phase ?? (change === undefined ? 'end' : phaseOf(plan, change));
    return ranks.get(phase) ?? Infinity;
  };
  const queue: ChangeId[] = [...plan.changes]
    .filter(({ id }) => rankOf(id) < Infinity)
    .map(({ id }) => id)
    .sort();
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at];
    if (id === undefined) break;
    const rank = rankOf(id);
    const phase = joined.get(id)?.phase ?? plan.changes.get(id)?.phase ?? null;
    for (const { before } of waiting.get(id) ?? []) {
      if (phase === null || rankOf(before) <= rank) continue;
      // Taken out first, so that it comes after what waits for it in the list.
      joined.delete(before);
      joined.set(before, { change: before, phase, before: id });
      queue.push(before);
    }
  }
  return [...joined.values()];
}
