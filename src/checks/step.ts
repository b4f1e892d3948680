import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import { findEffect } from '#core/state/apply-change.ts';
import { applyEdit, type EstateEdit } from '#core/state/estate-edit.ts';
import { subtreeIn, type Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import type { Step } from './rule.ts';
import type { Scene } from './scene.ts';

/** Nodes whose place an edit changes: those that move, come or go, with everything inside. `estate` is the state after it. */
export function findMoved(before: Estate, estate: Estate, edit: EstateEdit): NodeId[] {
  const moved = new Set<NodeId>();
  for (const node of edit.nodes) {
    const old = before.nodes.get(node.id);
    if (old !== undefined && old.parent === node.parent) continue;
    for (const inside of subtreeIn(estate, node.id)) moved.add(inside.id);
  }
  for (const id of edit.endedNodes) moved.add(id);
  return [...moved];
}

/** The step that a change makes out of an estate. */
export function toStep(scene: Scene, before: Estate, change: Change, index: number): Step {
  const edit = findEffect(before, change, scene.plan);
  const estate = applyEdit(before, edit);
  const moved = findMoved(before, estate, edit);
  return { index, change, phase: phaseOf(scene.plan, change), before, estate, edit, moved };
}
