import { isSameArea } from '#core/model/duty.ts';
import type { ChangeRule, Step } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { toChangeWords } from '#core/graph/change-words.ts';
import { toQuote } from '#core/checks/words.ts';
import { assertNever } from '#core/base/assert-never.ts';
import { sortedBy } from '#core/base/compare.ts';
import type { AddChange, MergeChange, MoveChange, RemoveChange, RewireChange } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import { dutiesOn, subtreeIn } from '#core/state/estate.ts';

/** The node that something comes to stand on, goes into or leads to. */
function targetOf(change: MoveChange | MergeChange | RemoveChange | AddChange | RewireChange): NodeId[] {
  const target =
    change.kind === 'remove' ? null : change.kind === 'merge' ? change.into : (change.to ?? null);
  return target === null ? [] : [target];
}

/** Ids of all that a change rests on: a question about one of them holds it back. */
function restsOn(scene: Scene, { change, before }: Step): { node: NodeId | null; ids: string[] } {
  switch (change.kind) {
    case 'move':
    case 'merge':
    case 'remove': {
      const inside = subtreeIn(before, change.node).map((node) => node.id);
      return { node: change.node, ids: inside.length === 0 ? [] : [...inside, ...targetOf(change)] };
    }
    case 'add':
      return { node: change.node.id, ids: [change.node.id, ...targetOf(change)] };
    case 'resize':
      return { node: change.node, ids: [change.node] };
    case 'rewire': {
      const from = before.dependencies.get(change.dependency)?.from ?? null;
      return { node: from, ids: [change.dependency, ...(from === null ? [] : [from]), ...targetOf(change)] };
    }
    case 'hand-over': {
      const handOver = scene.plan.handovers.get(change.handover);
      if (handOver === undefined) return { node: null, ids: [] };
      const duties = dutiesOn(before, handOver.subject).filter((duty) =>
        isSameArea(duty.area, handOver.area),
      );
      const about = [handOver.subject, handOver.from, handOver.to].flatMap((id) => (id === null ? [] : id));
      return { node: handOver.subject, ids: [handOver.id, ...about, ...duties.map((duty) => duty.id)] };
    }
    default:
      return assertNever(change);
  }
}

/**
 * Open questions that block are answered before a change that rests on them: about the change itself, its node or
 * anything inside (which goes along), the place or machine that it goes to, the dependency that is rewired, the duty, subject and parties of a hand-over. Looks at
 * every change, in the state before it. An error: the plan acts on what nobody knows. No repair: a person answers.
 */
export const blockingQuestionIsAnswered: ChangeRule = {
  looksAt: 'changes',
  name: 'blocking-question-is-answered',
  severity: 'error',
  look: (scene, step) => {
    if (scene.blocking.size === 0) return [];
    const { node, ids } = restsOn(scene, step);
    const questions = new Set([step.change.id, ...ids].flatMap((id) => scene.blocking.get(id) ?? []));
    const demand = toChangeWords(scene, step.change);
    return sortedBy(questions, (question) => question.id).map((question) => ({
      about: node === null ? [] : [node],
      key: `${question.id} ${step.change.kind}`,
      others: ids.flatMap((id) => (question.about.includes(id) ? (step.before.nodes.get(id)?.id ?? []) : [])),
      words: `The plan is to ${demand} while a question that blocks it is open: ${toQuote(question.text)}`,
    }));
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
