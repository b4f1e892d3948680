import type { MergeConflict, MergeRepair, MergeSides } from '#core/document/merge/merge-types.ts';
import type { CollectionName, Plan } from '#core/model/plan.ts';
import { toFindName, type FindName } from './plan-lookup.ts';
import { toRecordNews, toRecordTitle } from './record-words.ts';
import { isOpaque, toLabel, toValueWords } from './value-words.ts';

function titleIn(plans: readonly Plan[], name: CollectionName, id: string, nameOf: FindName): string {
  const home = plans.find((plan) => plan[name].has(id)) ?? plans[0];
  if (home === undefined) return id;
  return toRecordTitle(home, name, id, nameOf);
}

function newsIn(plans: readonly Plan[], name: CollectionName, id: string, nameOf: FindName): string {
  const home = plans.find((plan) => plan[name].has(id));
  const title = titleIn(plans, name, id, nameOf);
  const news = home === undefined ? '' : toRecordNews(home, name, id, nameOf);
  if (name === 'changes') return `the step “${title} ${news}”`;
  return news === '' ? title : `${title} (${news})`;
}

const who = { ours: 'we', theirs: 'they' } as const;

/** A conflict as a sentence with both values; what is kept is always ours. */
export function toConflictWords(conflict: MergeConflict, { base, ours, theirs }: MergeSides): string {
  const plans = [ours, theirs, base];
  const nameOf = toFindName(...plans);
  if (conflict.kind === 'field') {
    const title =
      conflict.collection === null ? 'The plan' : titleIn(plans, conflict.collection, conflict.id, nameOf);
    if (isOpaque(conflict.field) || conflict.field === '') {
      return `${title}: both sides changed ${conflict.field === '' ? 'it' : `its ${toLabel(conflict.field)}`} in another way.`;
    }
    const label = toLabel(conflict.field);
    if (conflict.field === 'order') return `${title}: both sides gave it another ${label}.`;
    const say = (value: unknown): string => toValueWords(conflict.field, value, nameOf);
    return `${title}, ${label}: we say ${say(conflict.ours)}, they say ${say(conflict.theirs)} (before: ${say(conflict.base)}).`;
  }
  const what = newsIn(plans, conflict.collection, conflict.id, nameOf);
  const [gone, other] =
    conflict.removedBy === 'ours' ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
  if (conflict.kind === 'removed-and-changed') {
    return `${what}: ${who[gone]} took it out, ${who[other]} changed it.`;
  }
  const { neededBy } = conflict;
  const by = newsIn(plans, neededBy.collection, neededBy.id, nameOf);
  return `${what}: ${who[gone]} took it out, and ${who[other]} have something that rests on it: ${by}.`;
}

/** A conflict as a choice: what it is about, and what each side says of it. */
export interface ConflictChoice {
  readonly about: string;
  readonly ours: string;
  readonly theirs: string;
  /** What both began with, where that is worth saying. */
  readonly before: string | null;
}

const hidden = { about: '', ours: 'this plan’s', theirs: 'the other copy’s', before: null } as const;

/** A conflict in words for somebody who decides which side's word stands. */
export function toConflictChoice(
  conflict: MergeConflict,
  { base, ours, theirs }: MergeSides,
): ConflictChoice {
  const plans = [ours, theirs, base];
  const nameOf = toFindName(...plans);
  if (conflict.kind === 'field') {
    const { collection, field } = conflict;
    const title = collection === null ? 'The plan' : titleIn(plans, collection, conflict.id, nameOf);
    if (field === '') return { ...hidden, about: title };
    const about = `${title}, ${toLabel(field)}`;
    if (isOpaque(field) || field === 'order') return { ...hidden, about };
    const say = (value: unknown): string => toValueWords(field, value, nameOf);
    return { about, ours: say(conflict.ours), theirs: say(conflict.theirs), before: say(conflict.base) };
  }
  const about = newsIn(plans, conflict.collection, conflict.id, nameOf);
  const isGoneHere = conflict.removedBy === 'ours';
  if (conflict.kind === 'removed-and-changed') {
    const [gone, changed] = ['taken out', 'changed'];
    return { about, ours: isGoneHere ? gone : changed, theirs: isGoneHere ? changed : gone, before: null };
  }
  const { neededBy } = conflict;
  const by = newsIn(plans, neededBy.collection, neededBy.id, nameOf);
  const [gone, kept] = ['taken out, and nothing rests on it', `kept, since ${by} rests on it`];
  return { about, ours: isGoneHere ? gone : kept, theirs: isGoneHere ? kept : gone, before: null };
}

/** A small repair as a sentence. */
export function toRepairWords(repair: MergeRepair, merged: Plan, sides: MergeSides): string {
  const plans = [merged, sides.ours, sides.theirs, sides.base];
  const nameOf = toFindName(...plans);
  const title = titleIn(plans, repair.collection, repair.id, nameOf);
  if (repair.kind === 'order-moved') {
    return `${title}: both sides put something at the same place in the order; it comes second.`;
  }
  const gone = nameOf(repair.gone ?? '') ?? 'something';
  if (repair.collection === 'layout') return `${gone}: its place on the map went with it.`;
  return `${title}: it mentions ${gone} no more, which was taken out.`;
}
