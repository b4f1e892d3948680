import { comparePlans, type RecordDifference } from '#core/document/compare/compare-plans.ts';
import type { FieldDifference } from '#core/document/compare/record-fields.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { CollectionName, Plan } from '#core/model/plan.ts';
import { toFateWords } from './fate-words.ts';
import { toFieldsWords } from './field-words.ts';
import { toFindName, type FindName } from './plan-lookup.ts';
import { toRecordNews, toRecordTitle } from './record-words.ts';

/** One difference between two plans, in words and as data. `collection` `null`: the plan itself. */
export interface PlanDifference {
  readonly collection: CollectionName | null;
  readonly id: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** The step that this one stands in for: another thing is planned for the same node. */
  readonly replaces: string | null;
  readonly fields: readonly FieldDifference[];
  /** A sentence without its end: `wiki: moves to web02 in Phase 1 (was: removed)`. */
  readonly words: string;
}

function toPhaseWords(change: Change, nameOf: FindName): string {
  return change.phase === null ? '' : ` in ${nameOf(change.phase) ?? 'a phase that is gone'}`;
}

/** A step that stands in for another one: what is new, and what was planned before. */
function toReplaced(old: Change, now: Change, was: FindName, is: FindName): string {
  const [before, after] = [toFateWords(old, was), toFateWords(now, is)];
  const moved = old.phase === now.phase ? '' : toPhaseWords(old, was) || ' without a phase';
  return `${after.subject}: ${after.now}${toPhaseWords(now, is)} (was: ${before.was}${moved})`;
}

const fateFields: ReadonlySet<string> = new Set([
  'kind',
  'node',
  'to',
  'into',
  'dependency',
  'capacity.vcpu',
]);

function toChangeChanged(
  old: Change,
  now: Change,
  each: RecordDifference,
  was: FindName,
  is: FindName,
): string {
  if (each.fields.some(({ field }) => fateFields.has(field) || field.startsWith('capacity.'))) {
    const rest = each.fields.filter(
      ({ field }) =>
        !fateFields.has(field) && !field.startsWith('capacity.') && field !== 'phase' && field !== 'order',
    );
    const more = rest.length === 0 ? '' : `; ${toFieldsWords(rest, is)}`;
    return `${toReplaced(old, now, was, is)}${more}`;
  }
  const fate = toFateWords(now, is);
  // A step that goes to another phase gets another place there anyway.
  const isMoved = each.fields.some(({ field }) => field === 'phase');
  const rest = each.fields.filter(({ field }) => field !== 'phase' && !(isMoved && field === 'order'));
  const phase = isMoved
    ? `${toPhaseWords(now, is) || ' without a phase'} (was:${toPhaseWords(old, was) || ' without a phase'})`
    : '';
  const details = rest.length === 0 ? '' : `; ${toFieldsWords(rest, is)}`;
  return `${fate.subject}: ${fate.now}${phase}${details}`;
}

interface Context {
  readonly before: Plan;
  readonly after: Plan;
  readonly was: FindName;
  readonly is: FindName;
}

function toWords({ before, after, was, is }: Context, each: RecordDifference): string {
  const { collection, id } = each;
  const [old, now] = [before.changes.get(id), after.changes.get(id)];
  if (collection === 'changes' && old !== undefined && now !== undefined) {
    return toChangeChanged(old, now, each, was, is);
  }
  if (each.what === 'added') {
    if (collection === 'changes' && now !== undefined) {
      const fate = toFateWords(now, is);
      return `${fate.subject}: ${fate.now}${toPhaseWords(now, is)} (new)`;
    }
    const news = toRecordNews(after, collection, id, is);
    return `${toRecordTitle(after, collection, id, is)}: new${news === '' ? '' : `, ${news}`}`;
  }
  if (each.what === 'removed') {
    if (collection === 'changes' && old !== undefined) {
      const fate = toFateWords(old, was);
      return `${fate.subject}: is not ${fate.was} any more (was:${toPhaseWords(old, was) || ' without a phase'})`;
    }
    const title = toRecordTitle(before, collection, id, was);
    const news = toRecordNews(before, collection, id, was);
    return `${title}: taken out${news === '' ? '' : ` (was: ${news})`}`;
  }
  return `${toRecordTitle(after, collection, id, is)}: ${toFieldsWords(each.fields, is)}`;
}

/** For each node, the removed steps that added ones stand in for: pairs in the order of the file. */
function toPairs(records: readonly RecordDifference[], before: Plan, after: Plan): Map<string, string> {
  const waiting = new Map<string, string[]>();
  for (const each of records) {
    if (each.collection !== 'changes' || each.what !== 'removed') continue;
    const change = before.changes.get(each.id);
    const node = change === undefined || change.kind === 'add' ? null : findChangedNode(change);
    if (node !== null) waiting.set(node, [...(waiting.get(node) ?? []), each.id]);
  }
  const pairs = new Map<string, string>();
  for (const each of records) {
    if (each.collection !== 'changes' || each.what !== 'added') continue;
    const change = after.changes.get(each.id);
    const node = change === undefined || change.kind === 'add' ? null : findChangedNode(change);
    const [first, ...rest] = node === null ? [] : (waiting.get(node) ?? []);
    if (first === undefined || node === null) continue;
    waiting.set(node, rest);
    pairs.set(each.id, first);
  }
  return pairs;
}

/**
 * How one plan differs from another, in words that a person reads and as data: by thing, not by line of the file. Revisions
 * are not looked at. A step that takes another's place on the same node is one difference.
 */
export function toPlanDifferences(before: Plan, after: Plan): PlanDifference[] {
  const comparison = comparePlans(before, after);
  const context = { before, after, was: toFindName(before, after), is: toFindName(after, before) };
  const pairs = toPairs(comparison.records, before, after);
  const replaced = new Set(pairs.values());
  const renamed: PlanDifference[] =
    comparison.name === null
      ? []
      : [
          {
            collection: null,
            id: after.id,
            what: 'changed',
            replaces: null,
            fields: [comparison.name],
            words: `the plan is called “${after.name}” (was: “${before.name}”)`,
          },
        ];
  const differences = comparison.records.flatMap((each): PlanDifference[] => {
    const { collection, id, what, fields } = each;
    if (collection === 'changes' && what === 'removed' && replaced.has(id)) return [];
    const replaces = pairs.get(id) ?? null;
    const [old, now] = [before.changes.get(replaces), after.changes.get(id)];
    if (collection === 'changes' && old !== undefined && now !== undefined && replaces !== null) {
      const words = toReplaced(old, now, context.was, context.is);
      return [{ collection, id, what: 'changed', replaces, fields: [], words }];
    }
    return [{ collection, id, what, replaces: null, fields, words: toWords(context, each) }];
  });
  return [...renamed, ...differences];
}
