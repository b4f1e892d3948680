import { assertNever } from '#core/base/assert-never.ts';
import { isAcross } from '#core/checks/places.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ChangeCalendar } from '#core/state/change-calendar.ts';
import { subtreeIn, toEstate } from '#core/state/estate.ts';

/** How long a change takes and where the number comes from. `days` are days of work and may be parts of one. */
export interface Duration {
  readonly days: number;
  readonly why: 'given' | 'usual' | 'copy';
}

/** Days that a change of each kind usually takes, from the first step to the last check: an estimate to start from. */
function toUsualDays(plan: Plan, change: Change): number {
  switch (change.kind) {
    case 'move':
      return plan.nodes.get(change.node)?.kind === 'service' ? 0.5 : 1;
    case 'merge':
      return 2;
    case 'remove':
      return 0.5;
    case 'add':
      return 1;
    case 'resize':
    case 'rewire':
      return 0.5;
    case 'hand-over':
      return 5;
    default:
      return assertNever(change);
  }
}

/** What of a link is there for the copy: the rest goes to protocols and to everybody else. */
const usableShare = 0.7;
/** Megabits a second where the calendar names none. */
const usualMegabits = 100;
const secondsADay = 86_400;
const megabitsAGibibyte = 8589.934592;

/** The data that goes along with a node, in GiB: what is used where that is known, else the whole disk; services share their server's. */
export function toDataGiB(plan: Plan, id: string): number {
  const sizeOf = (node: (typeof nodes)[number] | undefined): number | null =>
    node === undefined ? null : (node.usage.diskGiB ?? node.capacity.diskGiB);
  const nodes = subtreeIn(toEstate(plan), id);
  const own = sizeOf(nodes[0]);
  if (own !== null) return own;
  return nodes.slice(1).reduce((sum, node) => sum + (sizeOf(node) ?? 0), 0);
}

function toCopyDays(plan: Plan, change: Change, calendar: ChangeCalendar): number {
  if (change.kind !== 'move' && change.kind !== 'merge') return 0;
  const to = change.kind === 'move' ? change.to : change.into;
  if (to === null || !isAcross(toEstate(plan), change.node, to)) return 0;
  const rates = calendar.bandwidth.flatMap((entry) => entry.megabits ?? []);
  const megabits = rates.length === 0 ? usualMegabits : Math.min(...rates);
  const seconds = (toDataGiB(plan, change.node) * megabitsAGibibyte) / (megabits * usableShare);
  return seconds / secondsADay;
}

/**
 * How long a change takes: what the plan says, else what is usual for its kind and, for what goes to another place, the
 * time to copy its data on top. Copies go on at night, so a day of copying is a day.
 */
export function toDuration(plan: Plan, change: Change, calendar: ChangeCalendar): Duration {
  if (change.durationDays !== null) return { days: change.durationDays, why: 'given' };
  const usual = toUsualDays(plan, change);
  const copy = toCopyDays(plan, change, calendar);
  // Less than half a day of copying fits into the usual time.
  return copy <= 0.5 ? { days: usual, why: 'usual' } : { days: usual + copy, why: 'copy' };
}
