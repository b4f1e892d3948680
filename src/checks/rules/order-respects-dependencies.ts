import { assertNever } from '#core/base/assert-never.ts';
import { compareText } from '#core/base/compare.ts';
import { toChangeWords } from '#core/graph/change-words.ts';
import type { PlanRule, PlanTrouble } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { toDelay } from '#core/checks/to-delay.ts';
import { toNameList } from '#core/checks/words.ts';
import { findCycles } from '#core/graph/cycles.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';

function waitsFor(scene: Scene, change: Change): Change[] {
  return [...new Set(change.after)].flatMap((id) => scene.plan.changes.get(id) ?? []);
}

function nodesOf(changes: readonly Change[]): NodeId[] {
  return [...new Set(changes.flatMap((change) => findChangedNode(change) ?? []))];
}

function toCircle(scene: Scene, circle: readonly Change[]): PlanTrouble {
  const sorted = [...circle].sort((a, b) => compareText(a.id, b.id));
  const steps = toNameList(sorted.map((change) => toChangeWords(scene, change)));
  const first = scene.sequence.find((change) => circle.includes(change)) ?? null;
  return {
    about: nodesOf(sorted),
    key: sorted.map((change) => change.id).join(' '),
    others: [],
    words:
      sorted.length === 1
        ? `The step to ${steps} waits for itself, so it never begins.`
        : `These steps wait for each other in a circle, so none ever begins: ${steps}.`,
    change: first?.id ?? null,
    after: first === null ? [] : [first.id],
  };
}

function toInversion(scene: Scene, change: Change, earlier: Change): PlanTrouble {
  const [here, there] = [phaseOf(scene.plan, change), phaseOf(scene.plan, earlier)];
  const when =
    here === there
      ? 'comes later in the same phase'
      : there === 'end'
        ? 'has no phase and comes after all of them'
        : 'comes in a later phase';
  const words = `The plan is to ${toChangeWords(scene, change)} before it is time: first ${toChangeWords(scene, earlier)}, which ${when}.`;
  return {
    about: nodesOf([change, earlier]),
    key: `${change.id} ${earlier.id}`,
    others: [],
    words,
    change: change.id,
    after: [change.id],
    repair: toDelay(scene, change, earlier),
  };
}

/** Nodes that a change can't do without, each with what it is for the change. */
function nodesInHand({ plan }: Scene, change: Change): readonly NodeId[] {
  switch (change.kind) {
    case 'move':
    case 'resize':
      return [change.node];
    case 'merge':
      return [change.node, change.into];
    case 'add':
    case 'remove':
    case 'rewire':
      return [];
    case 'hand-over': {
      const subject = plan.handovers.get(change.handover)?.subject ?? null;
      return subject === null ? [] : [subject];
    }
    default:
      return assertNever(change);
  }
}

/** Changes of a node that is gone by then, or that the plan brings only later. */
function findTooLate(scene: Scene, end: Estate): PlanTrouble[] {
  const place = (change: Change): number => scene.positions.get(change.id) ?? 0;
  const found: PlanTrouble[] = [];
  for (const change of scene.sequence) {
    for (const id of nodesInHand(scene, change)) {
      const ender = scene.plan.changes.get(end.ended.get(id)?.change ?? null);
      const adder = scene.adds.get(id);
      const base = { about: [id], key: `${change.kind} ${change.id}`, others: [], change: change.id };
      if (ender !== undefined && place(ender) < place(change)) {
        const words = `The plan is to ${toChangeWords(scene, change)}, but ${scene.nameOf(id)} is gone by then: an earlier step is to ${toChangeWords(scene, ender)}.`;
        found.push({ ...base, words, after: [ender.id, change.id], repair: toDelay(scene, ender, change) });
      } else if (adder !== undefined && place(adder) > place(change)) {
        const words = `The plan is to ${toChangeWords(scene, change)} before ${scene.nameOf(id)} is added.`;
        found.push({ ...base, words, after: [change.id], repair: toDelay(scene, change, adder) });
      }
    }
  }
  return found;
}

/**
 * The planned order keeps what the steps wait for: no step comes before one that it waits for (in its phase or in an earlier one),
 * none waits in a circle, none changes a node that is gone by then or comes only later. Looks at the order of the plan.
 * An error: the plan can't be carried out as it is written. Repair: do the earlier one first. Where `after` leaves the
 * order inside a phase open, every allowed order is looked at too: an error that only another one would meet is a warning,
 * with the shortest way there and, as repair, the step to wait for; an info says where there were too many to try.
 */
export const orderRespectsDependencies: PlanRule = {
  looksAt: 'plan',
  name: 'order-respects-dependencies',
  severity: 'error',
  look: (scene, end) => {
    const waiting = scene.sequence.filter((change) => change.after.length > 0);
    const circles = findCycles(waiting, (change) => waitsFor(scene, change));
    const circleOf = new Map(circles.flatMap((circle) => circle.map((change) => [change, circle] as const)));
    const inversions = waiting.flatMap((change) =>
      waitsFor(scene, change)
        .filter((earlier) => {
          const circle = circleOf.get(change);
          if (circle !== undefined && circle === circleOf.get(earlier)) return false;
          return (scene.positions.get(earlier.id) ?? 0) > (scene.positions.get(change.id) ?? 0);
        })
        .map((earlier) => toInversion(scene, change, earlier)),
    );
    return [...circles.map((circle) => toCircle(scene, circle)), ...inversions, ...findTooLate(scene, end)];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
