import { fail, ok, type Result } from '#core/base/result.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { defineCommand, type CommandOutcome, type CommandTrouble } from './define-command.ts';
import type { Draft } from './draft.ts';
import { findKnownNode, toNodeName, toPlaces } from '#core/graph/known-nodes.ts';
import { checkPlace } from './node-arguments.ts';
import {
  findFate,
  stepArguments,
  toPhaseWords,
  toStep,
  toTakenOver,
  type StepArguments,
} from './plan-step.ts';
import { refersTo } from './references.ts';

type Outcome = Result<CommandOutcome, CommandTrouble>;

/** Whether a node would end up inside of itself, unless the plan moves the place out of it before. */
function isInItself(plan: Plan, node: NodeId, to: InventoryNode): boolean {
  if (to.id === node) return true;
  const places = [to, ...toPlaces(plan, to)];
  const at = places.findIndex(({ id }) => id === node);
  const between = new Set<string>(places.slice(0, Math.max(at, 0)).map(({ id }) => id));
  return at > 0 && plan.changes.filter((row) => row.kind === 'move' && between.has(row.node)).length === 0;
}

function planMergeOf(
  draft: Draft,
  node: NodeId,
  into: NodeId,
  argument: string,
  args: StepArguments,
): Outcome {
  const { plan } = draft;
  const [from, target] = [findKnownNode(plan, node), findKnownNode(plan, into)];
  if (from === undefined || target === undefined) return fail('the node is not there');
  const wrong = (message: string): Outcome => fail({ argument, message });
  if (node === into) return wrong(`${from.name} can't be merged into itself`);
  if (from.kind !== target.kind) {
    return wrong(`a ${from.kind} can't be merged into a ${target.kind}: both must be of one kind`);
  }
  if (isInItself(plan, node, target)) return wrong(`${target.name} lies inside of ${from.name}`);
  const replaced = findFate(plan, node, args.phase);
  const step = toStep(draft, args, replaced, toTakenOver(plan, node));
  if (!step.ok) return step;
  draft.put('changes', { ...step.value, kind: 'merge', node, into });
  return ok({
    label: `Merge ${from.name} into ${target.name}${toPhaseWords(plan, args.phase)}`,
    made: [step.value.id],
  });
}

function planMoveOf(draft: Draft, node: NodeId, to: NodeId | null, args: StepArguments): Outcome {
  const { plan } = draft;
  const moved = findKnownNode(plan, node);
  if (moved === undefined) return fail('the node is not there');
  const target = findKnownNode(plan, to);
  if (moved.kind === 'server' && target?.kind === 'server')
    return planMergeOf(draft, node, target.id, 'to', args);
  const wrong = (message: string): Outcome => fail({ argument: 'to', message });
  if (target !== undefined && isInItself(plan, node, target)) {
    return wrong(`${moved.name} can't be moved inside of itself`);
  }
  const fits = checkPlace(plan, moved.kind, to);
  if (!fits.ok) return wrong(fits.error);
  const step = toStep(draft, args, findFate(plan, node, args.phase));
  if (!step.ok) return step;
  draft.put('changes', { ...step.value, kind: 'move', node, to });
  const place = to === null ? 'out of its place' : `to ${toNodeName(plan, to)}`;
  return ok({ label: `Move ${moved.name} ${place}${toPhaseWords(plan, args.phase)}`, made: [step.value.id] });
}

/** Plans that a node gets a new place; a server that goes onto a server is merged into it. */
export const planMove = defineCommand({
  name: 'plan-move',
  title: 'Move to…',
  arguments: { node: refersTo('node'), to: refersTo('node').nullable(), ...stepArguments },
  apply: ({ node, to, ...args }, draft) => planMoveOf(draft, node, to, args),
});

/** Plans that what is on a node goes to another one of its kind, and that it ends. */
export const planMerge = defineCommand({
  name: 'plan-merge',
  title: 'Merge into…',
  arguments: { node: refersTo('node'), into: refersTo('node'), ...stepArguments },
  apply: ({ node, into, ...args }, draft) => planMergeOf(draft, node, into, 'into', args),
});

/** Plans that a node goes, with all that is inside by then. */
export const planRemove = defineCommand({
  name: 'plan-remove',
  title: 'Plan the removal',
  arguments: { node: refersTo('node'), ...stepArguments },
  apply: ({ node, ...args }, draft) => {
    const { plan } = draft;
    const replaced = findFate(plan, node, args.phase);
    const step = toStep(draft, args, replaced, toTakenOver(plan, node));
    if (!step.ok) return step;
    draft.put('changes', { ...step.value, kind: 'remove', node });
    const label = `Remove ${toNodeName(plan, node)}${toPhaseWords(plan, args.phase)}`;
    return ok({ label, made: [step.value.id] });
  },
});
