import { assertNever } from '#core/base/assert-never.ts';
import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { findKnownNode } from './known-nodes.ts';

/** How the things of a plan are called where words about changes are needed: as plain text, or marked up. */
export interface PlanNames {
  readonly plan: Plan;
  readonly nameOf: (id: NodeId | null) => string;
  readonly partyName: (id: string | null) => string;
}

/** The plain names of a plan's nodes and parties, with words for what is not there. */
export function toPlanNames(plan: Plan): PlanNames {
  return {
    plan,
    nameOf: (id) => findKnownNode(plan, id)?.name ?? 'something that is not in the inventory',
    partyName: (id) => plan.parties.get(id)?.name ?? 'nobody',
  };
}

/** A change in two parts: what is done to what (`move wiki`), and where that leads (`to web02`), empty where it says all. */
export interface ChangeParts {
  readonly act: string;
  readonly target: string;
}

/** What a change does, as a demand in two parts. The one place that puts changes into words. */
export function toChangeParts(names: PlanNames, change: Change): ChangeParts {
  const { plan, nameOf } = names;
  switch (change.kind) {
    case 'move':
      return change.to === null
        ? { act: `take ${nameOf(change.node)} out of its place`, target: '' }
        : { act: `move ${nameOf(change.node)}`, target: `to ${nameOf(change.to)}` };
    case 'merge':
      return { act: `merge ${nameOf(change.node)} into ${nameOf(change.into)}`, target: '' };
    case 'remove':
      return { act: `remove ${nameOf(change.node)}`, target: '' };
    case 'add':
      return {
        act: `add ${nameOf(change.node.id)}`,
        target: change.to === null ? '' : `at ${nameOf(change.to)}`,
      };
    case 'resize':
      return { act: `resize ${nameOf(change.node)}`, target: '' };
    case 'rewire': {
      const link = plan.dependencies.get(change.dependency);
      if (link === undefined) return { act: 'rewire a dependency', target: '' };
      const ends = `${nameOf(link.from)} → ${nameOf(link.to)}`;
      if (change.to === null) return { act: `end ${ends}`, target: '' };
      const isTurned = change.to !== undefined && change.to !== link.to;
      return { act: `rewire ${ends}`, target: isTurned ? `to ${nameOf(change.to)}` : '' };
    }
    case 'hand-over': {
      const handOver = plan.handovers.get(change.handover);
      if (handOver === undefined) return { act: 'hand over a duty', target: '' };
      const subject = handOver.subject === null ? '' : ` of ${nameOf(handOver.subject)}`;
      return { act: `hand over ${handOver.area}${subject}`, target: `to ${names.partyName(handOver.to)}` };
    }
    default:
      return assertNever(change);
  }
}

/** A change as a demand: "remove sendy", "move wiki to web02". */
export function toChangeWords(names: PlanNames, change: Change): string {
  const { act, target } = toChangeParts(names, change);
  return target === '' ? act : `${act} ${target}`;
}
