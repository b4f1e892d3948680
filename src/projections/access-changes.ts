import { compareText } from '#core/base/compare.ts';
import type { Access, Duty } from '#core/model/duty.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { NodeId, PartyId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { estateAt, phaseOf, phasesInOrder } from '#core/state/plan-states.ts';

/** The access of one party in one place that is another one after some steps: from `none` it is to be granted, to `none` revoked. */
export interface AccessChange {
  readonly party: PartyId;
  /** Where: a node with all inside, an environment, both, or (both `null`) everything. */
  readonly node: NodeId | null;
  readonly environment: string | null;
  readonly from: Access;
  readonly to: Access;
}

const levels: Readonly<Record<Access, number>> = { none: 0, supervised: 1, shell: 2, root: 3 };

interface Held {
  readonly party: PartyId;
  readonly node: NodeId | null;
  readonly environment: string | null;
  readonly access: Access;
}

function keyOf({ party, subject, environment }: Duty): string {
  return JSON.stringify([party, subject, environment]);
}

/** The widest access that each party needs in each place: one duty that ends takes nothing that another one needs. */
function toHeld(duties: Iterable<Duty>): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const duty of duties) {
    const { party, access, subject: node, environment } = duty;
    if (party === null || access === null) continue;
    const known = held.get(keyOf(duty));
    if (known === undefined || levels[access] > levels[known.access]) {
      held.set(keyOf(duty), { party, node, environment, access });
    }
  }
  return held;
}

/**
 * Which access is to be granted and revoked on the way from one state to another: that of the duties that begin and end.
 * What stood on something that is gone ends with it and is not listed. By party, then place.
 */
export function toAccessChanges(before: Estate, after: Estate): AccessChange[] {
  const [then, now] = [toHeld(before.duties), toHeld(after.duties)];
  const changes: (AccessChange & { readonly key: string })[] = [];
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const [old, next] = [then.get(key), now.get(key)];
    const place = next ?? old;
    const [from, to] = [old?.access ?? 'none', next?.access ?? 'none'];
    if (place === undefined || from === to) continue;
    if (place.node !== null && !after.nodes.has(place.node)) continue;
    const { party, node, environment } = place;
    changes.push({ party, node, environment, from, to, key });
  }
  return changes
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ party, node, environment, from, to }) => ({ party, node, environment, from, to }));
}

/** What a hand-over does to the access of its two parties in its own place, together with all else of its phase. Empty without a step. */
export function toHandOverAccess(plan: Plan, handover: HandOver): AccessChange[] {
  const [change] = plan.changes.filter((each) => each.kind === 'hand-over' && each.handover === handover.id);
  if (change === undefined) return [];
  const phase = phaseOf(plan, change);
  const points = ['start' as const, ...phasesInOrder(plan).map(({ id }) => id), 'end' as const];
  const before = points[points.indexOf(phase) - 1] ?? 'start';
  return toAccessChanges(estateAt(plan, before), estateAt(plan, phase)).filter(
    ({ node, party }) => node === handover.subject && (party === handover.from || party === handover.to),
  );
}
