import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findChangedNode } from '#core/model/change.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { Estate } from '#core/state/estate.ts';
import { toBoxKeys } from './estate-picture.ts';

/** The boxes that a plan touches: what changes, where it goes, and what needs it or is needed by it. */
export function findTouchedBoxes(reader: PlanReader, estate: Estate): ReadonlySet<string> {
  const keys = toBoxKeys(estate);
  const touched = new Set<string>();
  for (const { change } of reader.changes) {
    const ends = [findChangedNode(change)];
    if (change.kind === 'merge') ends.push(change.into);
    if (change.kind === 'move') ends.push(change.to);
    if (change.kind === 'rewire') {
      const dependency = reader.plan.dependencies.get(change.dependency);
      ends.push(dependency?.from ?? null, dependency?.to ?? null);
    }
    for (const end of ends) {
      const box = keys.get(end ?? '');
      if (box !== undefined) touched.add(box);
    }
  }
  const near = new Set(touched);
  for (const { from, to, type } of estate.dependencies) {
    const [start, end] = [keys.get(from), keys.get(to)];
    if (start === undefined || end === undefined || !isNeed(type)) continue;
    if (touched.has(start)) near.add(end);
    if (touched.has(end)) near.add(start);
  }
  return near;
}
