import { isSameList } from '#core/base/same-list.ts';
import type { Change } from '#core/model/change.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Note } from './read-log.ts';
import type { Scene } from './scene.ts';

/** What rules about changes ask of a plan besides states; reading it is noted by keys, but for the order of phases. */
export type ChangeFacts = Pick<
  Scene,
  'blocking' | 'dispositions' | 'tickedTasks' | 'acceptedHandOvers' | 'phaseRanks'
> & { readonly handovers: Plan['handovers'] };

/** These facts of a plan. */
export function toChangeFacts(scene: Scene): ChangeFacts {
  const { blocking, dispositions, tickedTasks, acceptedHandOvers, phaseRanks, plan } = scene;
  return { blocking, dispositions, tickedTasks, acceptedHandOvers, phaseRanks, handovers: plan.handovers };
}

function noteLists<T>(
  before: ReadonlyMap<string, readonly T[]>,
  after: ReadonlyMap<string, readonly T[]>,
  note: (key: string) => void,
): void {
  for (const [key, list] of before) if (!isSameList(list, after.get(key) ?? [])) note(key);
  for (const key of after.keys()) if (!before.has(key)) note(key);
}

function noteHandOvers(before: ChangeFacts['handovers'], after: ChangeFacts['handovers'], note: Note): void {
  if (before === after) return;
  const noteOf = (handOver: HandOver): void => {
    note('h', handOver.id);
    if (handOver.subject !== null) note('h', handOver.subject);
  };
  for (const each of before) if (after.get(each.id) !== each) noteOf(each);
  for (const each of after) if (before.get(each.id) !== each) noteOf(each);
}

/** Notes which of the facts are other ones. */
export function noteChangeFacts(before: ChangeFacts, after: ChangeFacts, note: Note): void {
  for (const lists of ['blocking', 'dispositions'] as const) {
    noteLists<unknown>(before[lists], after[lists], (id) => note('q', id));
  }
  if ((before.blocking.size === 0) !== (after.blocking.size === 0)) note('q', '');
  if (!isSameList(before.tickedTasks, after.tickedTasks)) note('t', '');
  if (!isSameList(before.acceptedHandOvers, after.acceptedHandOvers)) note('t', '');
  for (const id of before.phaseRanks.keys()) if (!after.phaseRanks.has(id)) note('f', id);
  for (const id of after.phaseRanks.keys()) if (!before.phaseRanks.has(id)) note('f', id);
  noteHandOvers(before.handovers, after.handovers, note);
}

/** Notes that a change is another one, is new, gone, or stands elsewhere in the order. */
export function noteChange(change: Change, note: Note): void {
  note('m', change.id);
  if (change.kind === 'hand-over') note('m', change.handover);
}

/** Whether the phases that both have come in the same order: which of two comes first is not noted by keys. */
export function isSameOrder(before: ChangeFacts, after: ChangeFacts): boolean {
  const common = (a: ChangeFacts, b: ChangeFacts): string[] =>
    [...a.phaseRanks.keys()].filter((id) => b.phaseRanks.has(id));
  return isSameList(common(before, after), common(after, before));
}
