import { isAcross } from '#core/checks/places.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { subtreeIn, toEstate } from '#core/state/estate.ts';

/** A task that is proposed: on which change, in which words, when. */
export interface ProposedTask {
  readonly on: ChangeId;
  readonly text: string;
  readonly due: string;
}

/** The names that point somewhere else after a change: those of what moves to another place or is merged, with all inside. */
function findNames(plan: Plan, change: Change): string[] {
  if (change.kind !== 'move' && change.kind !== 'merge') return [];
  const estate = toEstate(plan);
  const to = change.kind === 'move' ? change.to : change.into;
  if (change.kind === 'move' && (to === null || !isAcross(estate, change.node, to))) return [];
  return subtreeIn(estate, change.node).flatMap((node) => node.domains);
}

/** Whether names point somewhere else after a change. */
export function hasNamesThatMove(plan: Plan, change: Change): boolean {
  return findNames(plan, change).length > 0;
}

/**
 * The tasks that lower the time to live of names before they move, so that nobody is sent to the old address for long. Where
 * a task of the change or its phase speaks of it already none is proposed.
 */
export function proposeTtlTasks(plan: Plan, changes: readonly Change[], days: number): ProposedTask[] {
  const spoken = new Set(
    plan.tasks.filter((task) => /\bTTL\b|time to live/iu.test(task.text)).map((task): string => task.on),
  );
  return changes.flatMap((change) => {
    if (spoken.has(change.id) || (change.phase !== null && spoken.has(change.phase))) return [];
    const names = findNames(plan, change);
    const [first] = names;
    if (first === undefined) return [];
    const rest = names.length === 1 ? '' : ` and ${names.length - 1} more`;
    return [{ on: change.id, text: `Lower the TTL of ${first}${rest} to 300 s`, due: `T-${days}` }];
  });
}
