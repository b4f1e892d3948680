import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Task } from '#core/model/task.ts';
import { toPartName } from './part-title.ts';
import type { PlanPart, PlanReader } from './plan-reader.ts';

/** What a change is about: the id and the name of a node, dependency or hand-over. */
export function toChangeSubject(reader: PlanReader, change: Change): { id: string; name: string } {
  if (change.kind === 'rewire') return { id: change.dependency, name: reader.nameOf(change.dependency) };
  if (change.kind === 'hand-over') {
    const handOver = reader.plan.handovers.get(change.handover);
    const subject = reader.nameOf(handOver?.subject ?? null);
    return {
      id: change.handover,
      name: [handOver?.area ?? '', subject].filter((part) => part !== '').join(' of '),
    };
  }
  const node = findChangedNode(change);
  return { id: node ?? '', name: reader.nameOf(node) };
}

/** What a task hangs on: the phase that it belongs to, and words for it. */
export function toTaskPlace(reader: PlanReader, task: Task): { part: PlanPart | undefined; name: string } {
  const change = reader.findChange(task.on);
  const handOver = [...reader.plan.handovers].find((each) => each.id === task.on);
  const part = reader.parts.find(
    (each) =>
      each.phase?.id === task.on ||
      (handOver !== undefined && each.phase !== null && each.phase.id === handOver.phase) ||
      (change !== undefined && each.changes.includes(change)),
  );
  if (change !== undefined)
    return { part, name: `${change.change.kind} ${toChangeSubject(reader, change.change).name}` };
  if (handOver !== undefined) {
    const subject = reader.nameOf(handOver.subject);
    return { part, name: `hand-over ${handOver.area}${subject === '' ? '' : ` of ${subject}`}` };
  }
  return { part, name: part === undefined ? '' : toPartName(part) };
}
