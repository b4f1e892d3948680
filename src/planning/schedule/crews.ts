import { toDayNumber } from '#core/base/plain-date.ts';
import type { Change } from '#core/model/change.ts';
import type { PartyId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toDayTest } from '#core/state/change-calendar.ts';

/** A person's day has this many parts, so that short changes share it. */
export const dayParts = 4;

/** Who works on each change: the owners of its tasks, both sides of a hand-over, else the owner of its phase. */
export function toWorkers(plan: Plan): (change: Change) => readonly PartyId[] {
  const owners = new Map<string, Set<PartyId>>();
  for (const task of plan.tasks) {
    if (task.owner === null) continue;
    const known = owners.get(task.on);
    if (known === undefined) owners.set(task.on, new Set([task.owner]));
    else known.add(task.owner);
  }
  return (change) => {
    const handover = change.kind === 'hand-over' ? plan.handovers.get(change.handover) : undefined;
    const found = new Set<PartyId>(owners.get(change.id));
    if (handover !== undefined) {
      for (const party of [handover.from, handover.to]) if (party !== null) found.add(party);
    }
    const owner = plan.phases.get(change.phase)?.owner ?? null;
    if (found.size === 0 && owner !== null) found.add(owner);
    return [...found].sort();
  };
}

/** A party whose people are counted, and what of their days is there, in parts of a day. */
export interface Crew {
  readonly party: PartyId;
  readonly capacity: Int32Array;
}

/** The crews of the calendar, each day from `origin` on for `horizon` days. */
export function toCrews(plan: Plan, origin: number, horizon: number): Crew[] {
  const capacities = new Map<PartyId, Int32Array>();
  for (const entry of plan.calendar) {
    if (entry.kind !== 'crew' || entry.party === undefined || !plan.parties.has(entry.party)) continue;
    const capacity = capacities.get(entry.party) ?? new Int32Array(horizon);
    capacities.set(entry.party, capacity);
    const isThere = toDayTest(entry);
    const from = Math.max(0, (toDayNumber(entry.start) ?? origin) - origin);
    for (let day = from; day < horizon && isThere(origin + day); day += 1) {
      capacity[day] = (capacity[day] ?? 0) + (entry.people ?? 0) * dayParts;
    }
  }
  return [...capacities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, capacity]) => ({ party, capacity }));
}
