import { assertNever } from '#core/base/assert-never.ts';
import type { Change } from '#core/model/change.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { PartyId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toNodeName } from './known-nodes.ts';

/** A dependency as commands name it: `web02 -> db`. */
export function toDependencyWords(plan: Plan, dependency: Dependency): string {
  return `${toNodeName(plan, dependency.from)} -> ${toNodeName(plan, dependency.to)}`;
}

/** A change as commands name it: its kind and what it is about (`remove sendy`). */
export function toChangeName(plan: Plan, change: Change): string {
  switch (change.kind) {
    case 'move':
    case 'merge':
    case 'remove':
    case 'resize':
      return `${change.kind} ${toNodeName(plan, change.node)}`;
    case 'add':
      return `add ${change.node.name}`;
    case 'rewire': {
      const dependency = plan.dependencies.get(change.dependency);
      return `rewire ${dependency === undefined ? change.dependency : toDependencyWords(plan, dependency)}`;
    }
    case 'hand-over':
      return `hand-over ${plan.handovers.get(change.handover)?.area ?? change.handover}`;
    default:
      return assertNever(change);
  }
}

/** A phase's name, or `no phase`. */
export function toPhaseName(plan: Plan, phase: PhaseId | null): string {
  return phase === null ? 'no phase' : (plan.phases.get(phase)?.name ?? phase);
}

/** A party's name, or `nobody`. */
export function toPartyName(plan: Plan, party: PartyId | null): string {
  return party === null ? 'nobody' : (plan.parties.get(party)?.name ?? party);
}

/** Who did something, as a text: the name of a party where its id was given, else the words as they are. */
export function toPersonWords(plan: Plan, by: string): string {
  return plan.parties.get(by)?.name ?? by;
}
