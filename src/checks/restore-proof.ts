import { isSameArea } from '#core/model/duty.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import { findChangedNode } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Task } from '#core/model/task.ts';
import { ancestorsIn, subtreeIn, type Estate } from '#core/state/estate.ts';
import type { Step } from './rule.ts';
import type { Scene } from './scene.ts';

const aboutRestoring = /\brestor/iu;

function isFilled(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}

/** Whether a subject speaks for a node: it is the node, a place it stands on, something inside it, or nothing in particular. */
function speaksFor(estate: Estate, subject: NodeId | null, node: InventoryNode): boolean {
  if (subject === null || subject === node.id) return true;
  return (
    ancestorsIn(estate, node.id).some((each) => each.id === subject) ||
    subtreeIn(estate, node.id).some((each) => each.id === subject)
  );
}

/** Whether a hand-over takes place before a step: its change does, or, without one, its phase; with neither it is history. */
function isBefore(scene: Scene, step: Step, handOver: HandOver): boolean {
  const change = scene.handOverChanges.get(handOver.id);
  if (change !== undefined) return (scene.positions.get(change.id) ?? Infinity) < step.index;
  if (handOver.phase === null || !scene.plan.phases.has(handOver.phase)) return true;
  return rankOf(scene, handOver.phase) < rankOf(scene, step.phase);
}

function rankOf(scene: Scene, phase: string): number {
  return scene.phaseRanks.get(phase) ?? Infinity;
}

function provesByHandOver(scene: Scene, step: Step, node: InventoryNode, handOver: HandOver): boolean {
  return (
    isFilled(handOver.evidence) &&
    isSameArea(handOver.area, 'restore proof') &&
    speaksFor(step.before, handOver.subject, node) &&
    isBefore(scene, step, handOver)
  );
}

/** Whether a ticked task is the proof: of a restore, about this node, on something not later than the step. */
function provesByTask(scene: Scene, step: Step, node: InventoryNode, task: Task): boolean {
  const handOver = scene.plan.handovers.get(task.on);
  const change =
    handOver === undefined ? scene.plan.changes.get(task.on) : scene.handOverChanges.get(handOver.id);
  const carried =
    handOver ?? (change?.kind === 'hand-over' ? scene.plan.handovers.get(change.handover) : undefined);
  const isAboutIt =
    aboutRestoring.test(task.text) || (carried !== undefined && isSameArea(carried.area, 'restore proof'));
  if (!isAboutIt) return false;
  if (carried !== undefined && change === undefined) {
    return speaksFor(step.before, carried.subject, node) && isBefore(scene, step, carried);
  }
  if (change !== undefined) {
    const subject = carried === undefined ? findChangedNode(change) : carried.subject;
    return (
      speaksFor(step.before, subject, node) && (scene.positions.get(change.id) ?? Infinity) <= step.index
    );
  }
  return scene.plan.phases.has(task.on) && rankOf(scene, task.on) <= rankOf(scene, step.phase);
}

/** Whether a restore of a node was proven before a step (contract, section 2). */
export function isRestoreProven(scene: Scene, step: Step, node: InventoryNode): boolean {
  return (
    scene.acceptedHandOvers.some((handOver) => provesByHandOver(scene, step, node, handOver)) ||
    scene.tickedTasks.some((task) => isFilled(task.evidence) && provesByTask(scene, step, node, task))
  );
}
