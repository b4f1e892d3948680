import { isSameJson } from '#core/base/same-json.ts';
import type { ProposedItem } from '#core/importers/contract.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { FieldConflict } from '#core/model/node.ts';
import type { ItemPreview } from './intake-types.ts';
import type { FieldContext, RecordField } from './merge-fields.ts';
import type { Rows } from './rows.ts';
import { toItemName, toPlanEvidence, type IntakeSession, type SourceIntake } from './session.ts';
import type { ImportedCollection, RememberedRecord } from './source-memory.ts';

/** Any record that an import writes. */
export interface ImportedRecord {
  readonly id: string;
  readonly evidence?: readonly Evidence[];
  readonly conflicts?: readonly FieldConflict[];
}

/** One item on its way into a record. */
export interface RecordTask<R extends ImportedRecord, P> {
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
  readonly matched?: string | null;
  /** For a thing that is only named: what the source said before is not taken back. */
  readonly onlyAdds?: boolean;
}

function toContext(
  task: { readonly session: IntakeSession; readonly source: SourceIntake },
  id: string,
  isNew: boolean,
  path: string,
  base: unknown,
): FieldContext {
  const { session, source } = task;
  return {
    base,
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

/** Puts the evidence of a source in the place of its earlier evidence; untouched when it says the same. */
function withEvidence<R extends ImportedRecord>(
  record: R,
  source: SourceIntake,
  evidence: readonly Evidence[],
  add: boolean,
): R {
  if (record.evidence === undefined) return record;
  const own = record.evidence.filter((each) => each.source === source.id);
  const wanted = add
    ? [...own, ...evidence.filter((each) => !own.some((known) => isSameJson(known, each)))]
    : evidence;
  if (isSameJson(own, wanted)) return record;
  return { ...record, evidence: [...record.evidence.filter((each) => each.source !== source.id), ...wanted] };
}

interface Difference {
  readonly path: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Writes a difference between sources into the node itself, where a person decides it. */
function withConflict<R extends ImportedRecord>(
  record: R,
  source: SourceIntake,
  difference: Difference,
  evidence: readonly Evidence[],
): R {
  if (record.conflicts === undefined) return record;
  const { path, ours, theirs } = difference;
  const field = path === 'kind' ? 'kind' : path;
  const spoken = evidence.filter((each) => each.field === path);
  const known = record.conflicts.find((conflict) => conflict.field === field);
  const first = {
    value: ours,
    evidence: (record.evidence ?? []).filter((each) => each.field === path && each.source !== source.id),
  };
  const others = (known?.values ?? [first]).filter(
    (each) => !each.evidence.some((one) => one.source === source.id),
  );
  const values = others.some((each) => isSameJson(each.value, theirs))
    ? others
    : [...others, { value: theirs, evidence: spoken }];
  const rest = record.conflicts.filter((conflict) => conflict.field !== field);
  return { ...record, conflicts: [...rest, { field, values }].sort((a, b) => (a.field < b.field ? -1 : 1)) };
}

/**
 * Takes one item over into its record, field by field, remembers what the source said, and tells what happened. A second item
 * of the same source for the same record only adds its evidence.
 */
export function takeRecord<R extends ImportedRecord, P>(task: RecordTask<R, P>): R {
  const { session, source, item, existing } = task;
  const isNew = existing === undefined;
  const start = existing ?? task.make();
  const { id } = start;
  const evidence = toPlanEvidence(source, item);
  const again = source.records.get(id);
  source.idByKey.set(item.key, id);
  if (again !== undefined) {
    const record = withEvidence(start, source, evidence, true);
    remember(task, id, {
      ...again,
      keys: [...again.keys, item.key].sort(),
      former: again.former.filter((key) => key !== item.key),
    });
    return finish(task, record, isSameJson(record, start) ? 'same' : 'changed');
  }
  const base = source.memory.records.get(id)?.fields ?? {};
  const fields: Record<string, unknown> = {};
  let record = start;
  let hasConflict = false;
  for (const field of task.fields) {
    const merged = field.merge(
      record,
      task.proposed,
      toContext(task, id, isNew, field.path, base[field.path]),
    );
    if (task.onlyAdds === true && merged.value === undefined) {
      if (base[field.path] !== undefined) fields[field.path] = base[field.path];
      continue;
    }
    record = merged.record;
    if (merged.value !== undefined) fields[field.path] = merged.value;
    const isQuiet = task.quiet?.has(field.path) === true;
    if (isQuiet || (merged.effect !== 'conflict' && merged.effect !== 'kept')) continue;
    hasConflict = true;
    const difference = { path: field.path, ours: merged.ours, theirs: merged.value };
    const hasEntry = record.conflicts?.some((conflict) => conflict.field === field.path) === true;
    if (merged.effect === 'conflict' || hasEntry) record = withConflict(record, source, difference, evidence);
    session.conflicts.push({
      id,
      name: toItemName(item),
      field: field.path,
      kept: merged.ours,
      found: merged.value,
      source: source.name,
      line: item.evidence.find((each) => each.field === field.path)?.line ?? item.evidence[0]?.line ?? null,
      edited: merged.effect === 'kept',
    });
  }
  record = withEvidence(record, source, evidence, false);
  const before = source.memory.records.get(id);
  const former = [...new Set([...(before?.keys ?? []), ...(before?.former ?? [])])]
    .filter((key) => key !== item.key)
    .sort();
  const identities = item.is === 'node' ? (item.identities ?? []) : [];
  remember(task, id, { collection: task.collection, keys: [item.key], former, fields, identities });
  const status = isNew ? 'new' : hasConflict ? 'conflict' : isSameJson(record, start) ? 'same' : 'changed';
  return finish(task, record, status);
}

function remember<R extends ImportedRecord, P>(
  task: RecordTask<R, P>,
  id: string,
  record: RememberedRecord,
): void {
  task.source.records.set(id, record);
  const all = task.session.stated.get(task.source.name) ?? new Map<string, RememberedRecord>();
  all.set(id, record);
  task.session.stated.set(task.source.name, all);
}

function finish<R extends ImportedRecord, P>(
  task: RecordTask<R, P>,
  record: R,
  status: ItemPreview['status'],
): R {
  if (status !== 'same') task.rows.put(record);
  task.source.previews.set(task.item.key, { status, id: record.id, matched: task.matched ?? null });
  return record;
}
