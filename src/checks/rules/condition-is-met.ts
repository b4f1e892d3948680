import type { ChangeRule } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { toChangeWords } from '#core/graph/change-words.ts';
import { toQuote } from '#core/checks/words.ts';
import type { Change } from '#core/model/change.ts';
import type { Condition } from '#core/model/disposition.ts';
import type { NodeId } from '#core/model/ids.ts';
import { assertNever } from '#core/base/assert-never.ts';

/** What must come true before a change: its own conditions, and those of a removal candidate that it did not take over. */
function conditionsOf(scene: Scene, change: Change): Condition[] {
  if (change.kind !== 'remove' && change.kind !== 'merge') return [...change.conditions];
  const own = new Set(change.conditions.flatMap((each) => [each.id, each.text]));
  const further = (scene.dispositions.get(change.node) ?? []).flatMap((each) => each.conditions);
  return [...change.conditions, ...further.filter((each) => !own.has(each.id) && !own.has(each.text))];
}

function subjectsOf(scene: Scene, change: Change): NodeId[] {
  switch (change.kind) {
    case 'add':
      return [change.node.id];
    case 'rewire': {
      const link = scene.plan.dependencies.get(change.dependency);
      return link === undefined ? [] : [link.from];
    }
    case 'hand-over': {
      const subject = scene.plan.handovers.get(change.handover)?.subject ?? null;
      return subject === null ? [] : [subject];
    }
    case 'move':
    case 'merge':
    case 'remove':
    case 'resize':
      return [change.node];
    default:
      return assertNever(change);
  }
}

/**
 * Conditions ("after deployment of Travis") are met when the change that waits for them is made. Looks at every change.
 * An error: the plan goes ahead of the world. No repair: that a condition is met is a fact that a person states.
 */
export const conditionIsMet: ChangeRule = {
  looksAt: 'changes',
  name: 'condition-is-met',
  severity: 'error',
  look: (scene, { change }) =>
    conditionsOf(scene, change)
      .filter((condition) => !condition.met)
      .map((condition) => ({
        about: subjectsOf(scene, change),
        key: condition.id,
        others: [],
        words: `The plan is to ${toChangeWords(scene, change)}, but this must come true first: ${toQuote(condition.text)}`,
      })),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
