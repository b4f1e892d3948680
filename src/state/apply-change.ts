import { assertNever } from '#core/base/assert-never.ts';
import type { AddChange, Change, MoveChange, ResizeChange, RewireChange } from '#core/model/change.ts';
import { isNeed, type Dependency } from '#core/model/dependency.ts';
import type { ChangeId, DependencyId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  ancestorsIn,
  dependenciesInto,
  dependenciesOutOf,
  dutiesOn,
  subtreeIn,
  type Estate,
} from './estate.ts';
import { applyEdit, toEstateEdit, type EstateEdit } from './estate-edit.ts';
import { findHandOverEffect } from './hand-over-effect.ts';
import { findMergeEffect } from './merge-effect.ts';

/** What an effect may read of a plan besides the estate. */
export type EffectPlan = Pick<Plan, 'handovers'>;

function moveEffect(estate: Estate, change: MoveChange): EstateEdit {
  const node = estate.nodes.get(change.node);
  const intoItself =
    change.to === change.node ||
    (change.to !== null && ancestorsIn(estate, change.to).some((each) => each.id === change.node));
  if (node === undefined || intoItself || node.parent === change.to) return toEstateEdit(change.id);
  return toEstateEdit(change.id, { nodes: [{ ...node, parent: change.to }] });
}

/**
 * What goes with some nodes: their own dependencies and duties, and what others only do to them (watch, manage). What
 * others *need* of them stays and dangles: that is the trouble that the checks report.
 */
function removeEffect(estate: Estate, change: ChangeId, nodes: readonly InventoryNode[]): EstateEdit {
  const going = new Set(nodes.map((node) => node.id));
  const ended = new Set<DependencyId>();
  for (const id of going) {
    for (const each of dependenciesOutOf(estate, id)) ended.add(each.id);
    for (const each of dependenciesInto(estate, id)) if (!isMissed(each)) ended.add(each.id);
  }
  return toEstateEdit(change, {
    endedNodes: [...going],
    endedDependencies: [...ended],
    endedDuties: [...going].flatMap((id) => dutiesOn(estate, id).map((duty) => duty.id)),
  });
}

/** Whether somebody is left without something when the `to` of a dependency goes. */
function isMissed(dependency: Dependency): boolean {
  return isNeed(dependency.type) || dependency.type === 'reaches-through';
}

function addEffect(estate: Estate, change: AddChange): EstateEdit {
  if (estate.nodes.has(change.node.id)) return toEstateEdit(change.id);
  // Something may stand on it already, in expectation: then it can't come to stand on that.
  const places = change.to === null ? [] : [estate.nodes.get(change.to), ...ancestorsIn(estate, change.to)];
  const inItself = change.to === change.node.id || places.some((place) => place?.parent === change.node.id);
  return toEstateEdit(change.id, { nodes: [{ ...change.node, parent: inItself ? null : change.to }] });
}

function resizeEffect(estate: Estate, change: ResizeChange): EstateEdit {
  const node = estate.nodes.get(change.node);
  if (node === undefined) return toEstateEdit(change.id);
  const { vcpu, memoryMiB, diskGiB } = node.capacity;
  const capacity = {
    vcpu: change.capacity.vcpu ?? vcpu,
    memoryMiB: change.capacity.memoryMiB ?? memoryMiB,
    diskGiB: change.capacity.diskGiB ?? diskGiB,
  };
  return toEstateEdit(change.id, { nodes: [{ ...node, capacity }] });
}

function rewireEffect(estate: Estate, change: RewireChange): EstateEdit {
  const before = estate.dependencies.get(change.dependency);
  if (before === undefined) return toEstateEdit(change.id);
  if (change.to === null) return toEstateEdit(change.id, { endedDependencies: [before.id] });
  const { from, to, type, protocol, port, encrypted } = change;
  const after: Dependency = {
    ...before,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(type === undefined ? {} : { type }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(port === undefined ? {} : { port }),
    ...(encrypted === undefined ? {} : { encrypted }),
  };
  return toEstateEdit(change.id, { dependencies: [after] });
}

/**
 * What a change does to an estate, exactly as section 2 of the contract says. A change that points at a node that is
 * not there has no effect (the checks say so); a move to a place that is not there still leaves the old place; a move
 * or merge into itself does nothing. `null` sizes of a resize keep what was known.
 */
export function findEffect(estate: Estate, change: Change, plan: EffectPlan): EstateEdit {
  switch (change.kind) {
    case 'move':
      return moveEffect(estate, change);
    case 'merge':
      return findMergeEffect(estate, change);
    case 'remove':
      return removeEffect(estate, change.id, subtreeIn(estate, change.node));
    case 'add':
      return addEffect(estate, change);
    case 'resize':
      return resizeEffect(estate, change);
    case 'rewire':
      return rewireEffect(estate, change);
    case 'hand-over':
      return findHandOverEffect(estate, change.id, plan.handovers.get(change.handover));
    default:
      return assertNever(change);
  }
}

/** The estate after one more change. `plan` is read for hand-overs only. */
export function applyChange(estate: Estate, change: Change, plan: EffectPlan): Estate {
  return applyEdit(estate, findEffect(estate, change, plan));
}
