import { assertNever } from '#core/base/assert-never.ts';
import type { Change } from '#core/model/change.ts';
import type { Scene } from './scene.ts';

/** A change as a demand: "remove sendy", "move wiki to web02". */
export function toChangeWords(scene: Scene, change: Change): string {
  const { nameOf, plan } = scene;
  switch (change.kind) {
    case 'move':
      return change.to === null
        ? `take ${nameOf(change.node)} out of its place`
        : `move ${nameOf(change.node)} to ${nameOf(change.to)}`;
    case 'merge':
      return `merge ${nameOf(change.node)} into ${nameOf(change.into)}`;
    case 'remove':
      return `remove ${nameOf(change.node)}`;
    case 'add':
      return `add ${change.node.name}`;
    case 'resize':
      return `resize ${nameOf(change.node)}`;
    case 'rewire': {
      const link = plan.dependencies.get(change.dependency);
      return link === undefined
        ? 'rewire a dependency'
        : `rewire ${nameOf(link.from)} to ${nameOf(change.to ?? link.to)}`;
    }
    case 'hand-over': {
      const handOver = plan.handovers.get(change.handover);
      return handOver === undefined
        ? 'hand over a duty'
        : `hand over ${handOver.area}${handOver.subject === null ? '' : ` of ${nameOf(handOver.subject)}`} to ${scene.partyName(handOver.to)}`;
    }
    default:
      return assertNever(change);
  }
}
