import { findChangedNode, type Change } from '#core/model/change.ts';
import type { PlanPart, PlanReader } from './plan-reader.ts';

/** A change and the part of the plan that it belongs to. */
export interface PlannedChange {
  readonly part: PlanPart;
  readonly change: Change;
}

/** The first change of every node that has one, by the node's id. */
export function toFirstChanges(reader: PlanReader): ReadonlyMap<string, PlannedChange> {
  const first = new Map<string, PlannedChange>();
  for (const part of reader.parts) {
    for (const { change } of part.changes) {
      const node = findChangedNode(change);
      if (node !== null && !first.has(node)) first.set(node, { part, change });
    }
  }
  return first;
}
