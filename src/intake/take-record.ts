import { isSameJson } from '#core/base/same-json.ts';
import type { ProposedItem } from '#core/importers/contract.ts';
import { withStatement, type ContestedRecord } from './field-conflicts.ts';
import type { FieldChange, ItemPreview } from './intake-types.ts';
import type { FieldContext, RecordField } from './merge-fields.ts';
import { findHandEdits, toLeftBehind, type HandEdits } from './hand-edits.ts';
import { isSameEvidence, withEvidence } from './own-evidence.ts';
import type { Rows } from './rows.ts';
import { toItemName, toPlanEvidence, type IntakeSession, type SourceIntake } from './session.ts';
import type { ImportedCollection } from './imported-collections.ts';
import type { RememberedRecord } from './source-memory.ts';

/** One item on its way into a record. */
export interface RecordTask<R extends ContestedRecord, P> {
  readonly session: IntakeSession;
  readonly source: SourceIntake;
  readonly item: ProposedItem;
  readonly collection: ImportedCollection;
  readonly rows: Rows<R>;
  /** The record that is there already; without it `make` starts one. */
  readonly existing: R | undefined;
  readonly make: () => R;
  readonly fields: readonly RecordField<R, P>[];
  readonly proposed: P;
  /** Fields whose differences are no conflict here. */
  readonly quiet?: ReadonlySet<string>;
  /** The thing of the plan that the item was recognised as, and by what. */
  readonly matched?: { readonly name: string; readonly because: string } | null;
  /** For a thing that is only named: what the source said before is not taken back. */
  readonly onlyAdds?: boolean;
}

/** The other sources that give a field this very value. */
function findStating(
  session: IntakeSession,
  source: SourceIntake,
  id: string,
  path: string,
  value: unknown,
): readonly string[] {
  const stating: string[] = [];
  for (const [name, records] of session.stated) {
    const fields = name === source.name ? undefined : records.get(id)?.fields;
    if (fields !== undefined && isSameJson(fields[path] ?? null, value)) stating.push(name);
  }
  return stating;
}

interface RecordContext extends Omit<FieldContext, 'isByHand'> {
  /** Whether another source gives the field this value. */
  readonly isStated: (value: unknown) => boolean;
  /** Whether a source that a person trusts more gives the field this value. */
  readonly isOutranked: (value: unknown) => boolean;
}

function toContext(
  task: { readonly session: IntakeSession; readonly source: SourceIntake },
  id: string,
  isNew: boolean,
  path: string,
  base: unknown,
): RecordContext {
  const { session, source } = task;
  const isStated = (value: unknown): boolean => findStating(session, source, id, path, value).length > 0;
  const isPreferredTo = (value: unknown): boolean => {
    const rank = session.precedence.get(source.name);
    const others = findStating(session, source, id, path, value).map((name) => session.precedence.get(name));
    return (
      rank !== undefined && others.length > 0 && others.every((other) => other === undefined || rank < other)
    );
  };
  return {
    base,
    isStated,
    isPreferredTo,
    isOutranked: (value) => {
      const rank = session.precedence.get(source.name) ?? Number.POSITIVE_INFINITY;
      return findStating(session, source, id, path, value).some(
        (name) => (session.precedence.get(name) ?? Number.POSITIVE_INFINITY) < rank,
      );
    },
    statedElsewhere: (value) => {
      if (isNew) return false;
      for (const [name, records] of session.stated) {
        if (name === source.name) continue;
        const stated = records.get(id)?.fields[path];
        if (stated === undefined) continue;
        if (value === undefined || (Array.isArray(stated) && stated.includes(value))) return true;
      }
      return false;
    },
  };
}

/**
 * Takes one item over into its record, field by field, remembers what the source said, and tells what happened. A second item
 * of the same source for the same record only adds its evidence.
 */
export function takeRecord<R extends ContestedRecord, P>(task: RecordTask<R, P>): R {
  const { source, item, existing } = task;
  const isNew = existing === undefined;
  const start = existing ?? task.make();
  const { id } = start;
  const again = source.records.get(id);
  source.idByKey.set(item.key, id);
  if (again !== undefined) {
    const record = withEvidence(start, source, toPlanEvidence(source, item), true);
    remember(task, id, {
      ...again,
      keys: [...again.keys, item.key].sort(),
      former: again.former.filter((key) => key !== item.key),
    });
    return finish(task, record, isSameJson(record, start) ? 'same' : 'changed');
  }
  const before = source.memory.records.get(id);
  const outcome = mergeFields(task, start, isNew);
  const record = isSameEvidence(outcome.record, source, item)
    ? outcome.record
    : withEvidence(outcome.record, source, toPlanEvidence(source, item), false);
  if (outcome.fields === before?.fields && isRememberedSo(before, item)) {
    remember(task, id, before);
    return finish(task, record, record === start ? 'same' : 'changed');
  }
  const former = [...new Set([...(before?.keys ?? []), ...(before?.former ?? [])])]
    .filter((key) => key !== item.key)
    .sort();
  const identities = item.is === 'node' ? (item.identities ?? []) : [];
  const because = task.matched?.because ?? before?.because;
  remember(task, id, {
    collection: task.collection,
    keys: [item.key],
    former,
    fields: outcome.fields,
    identities,
    ...(because === undefined ? {} : { because }),
    ...toLeftBehind(record, task.fields, outcome.fields, { edits: outcome.edits, own: before }),
  });
  const isSame = isSameJson(record, start);
  return finish(
    task,
    record,
    isNew ? 'new' : outcome.hasConflict ? 'conflict' : isSame ? 'same' : 'changed',
    outcome.changed,
  );
}

/** Whether a source remembers a record under this very key and ids. */
function isRememberedSo(before: RememberedRecord, item: ProposedItem): boolean {
  const identities = item.is === 'node' ? (item.identities ?? []) : [];
  return before.keys.length === 1 && before.keys[0] === item.key && isSameJson(before.identities, identities);
}

/** Whether a source says the same of all fields as it did last time, and nothing is contested: most of what comes again. */
function isSaidAgain<R extends ContestedRecord, P>(
  { fields, proposed }: RecordTask<R, P>,
  record: R,
  base: Readonly<Record<string, unknown>>,
): boolean {
  if (record.conflicts !== undefined && record.conflicts.length > 0) return false;
  let said = 0;
  for (const { path, theirs } of fields) {
    const value = theirs(proposed);
    if (value !== undefined) said += 1;
    if (!isSameJson(value, base[path])) return false;
  }
  return said === Object.keys(base).length;
}

interface MergedFields<R> {
  readonly record: R;
  /** What the source says now, by field. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changed: readonly FieldChange[];
  readonly hasConflict: boolean;
  /** `null`: not looked for, since the source said nothing new of any field. */
  readonly edits: HandEdits | null;
}

const noEdits: HandEdits = { byHand: new Map(), latest: undefined, isAlone: true };

/** The values of a record that people gave, by what all sources remember of it. */
function findEdits<R extends ContestedRecord, P>(
  { session, fields }: RecordTask<R, P>,
  record: R,
): HandEdits {
  const statements = [...session.stated.values()].flatMap((records) => records.get(record.id) ?? []);
  return findHandEdits(record, fields, statements);
}

function mergeFields<R extends ContestedRecord, P>(
  task: RecordTask<R, P>,
  start: R,
  isNew: boolean,
): MergedFields<R> {
  const { session, source, item } = task;
  const { id } = start;
  const base = source.memory.records.get(id)?.fields ?? {};
  if (isSaidAgain(task, start, base)) {
    return { record: start, fields: base, changed: [], hasConflict: false, edits: null };
  }
  const edits = isNew ? noEdits : findEdits(task, start);
  const fields: Record<string, unknown> = {};
  const changed: FieldChange[] = [];
  let record = start;
  let hasConflict = false;
  for (const field of task.fields) {
    const { path } = field;
    // What a source says as it did last time moves nothing: most fields of an import that comes again.
    const said = field.theirs(task.proposed);
    const isAsBefore = isSameJson(said, base[path]);
    if (isAsBefore && record.conflicts?.some((conflict) => conflict.field === path) !== true) {
      if (said !== undefined) fields[path] = said;
      continue;
    }
    const context = toContext(task, id, isNew, path, base[path]);
    const isByHand = edits.byHand.has(path);
    const merged = field.merge(record, task.proposed, { ...context, isByHand });
    if (task.onlyAdds === true && merged.value === undefined) {
      if (base[path] !== undefined) fields[path] = base[path];
      continue;
    }
    record = merged.record;
    if (merged.value !== undefined) fields[path] = merged.value;
    if (merged.effect === 'changed' && !isNew)
      changed.push({ field: path, from: merged.ours, to: merged.value ?? null });
    const isContested = merged.effect === 'conflict' || merged.effect === 'kept';
    const isQuiet = task.quiet?.has(path) === true || (isContested && context.isOutranked(merged.ours));
    const evidence = toPlanEvidence(source, item);
    const statement = { source: source.id, path, value: merged.value, evidence };
    const isOther = merged.effect === 'conflict' && !isQuiet;
    record = withStatement(record, statement, { ours: merged.ours, isNew: isOther });
    if (isQuiet || !isContested) continue;
    hasConflict = true;
    const words = item.evidence.find((each) => each.field === path) ?? item.evidence[0];
    session.conflicts.push({
      id,
      collection: task.collection,
      name: toItemName(item),
      field: path,
      kept: merged.ours,
      found: merged.value,
      source: source.name,
      line: words?.line ?? null,
      quote: words?.quote ?? '',
      edited: isByHand || (merged.effect === 'kept' && !context.isStated(merged.ours)),
    });
  }
  return { record, fields, changed, hasConflict, edits };
}

function remember<R extends ContestedRecord, P>(
  task: RecordTask<R, P>,
  id: string,
  record: RememberedRecord,
): void {
  task.source.records.set(id, record);
  const { stated } = task.session;
  const all = stated.get(task.source.name);
  if (all === undefined) stated.set(task.source.name, new Map([[id, record]]));
  else if (all.get(id) !== record) all.set(id, record);
}

function finish<R extends ContestedRecord, P>(
  task: RecordTask<R, P>,
  record: R,
  status: ItemPreview['status'],
  changed: readonly FieldChange[] = [],
): R {
  if (status !== 'same') task.rows.put(record);
  const { matched } = task;
  const words = matched === undefined || matched === null ? null : `${matched.because}: ${matched.name}`;
  task.source.previews.set(task.item.key, { status, id: record.id, matched: words, changed });
  return record;
}
