import {
  collectionNames,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import type { CollectionDiff, RecordsDiff } from '#core/model/records-diff.ts';
import type { HistoryEntry } from './workspace-text.ts';

/** Of what an edit brought, the ids of records that are in the plan as it brought them; of those that it changed, what was there before. */
interface StillThere {
  readonly added: readonly string[];
  readonly updated: Readonly<Record<string, unknown>>;
}

/** An edit as a checkpoint keeps it. An import is as large as the plan: what is in the plan as the edit left it is not stored twice. */
interface StoredEntry extends HistoryEntry {
  readonly inPlan?: { readonly [C in CollectionName]?: StillThere };
}

type Rows<C extends CollectionName> = CollectionDiff<RecordByCollection[C]>;
type Collections = RecordsDiff['collections'];

interface Split<C extends CollectionName> {
  readonly own: Rows<C>;
  readonly inPlan: StillThere;
}

function split<C extends CollectionName>(
  { added, updated, removed }: Rows<C>,
  plan: Plan,
  name: C,
): Split<C> {
  const table = toTableOf(plan, name);
  const isThere = (id: string, row: unknown): boolean => table.get(id) === row;
  const put = Object.entries(added);
  const changed = Object.entries(updated);
  return {
    own: {
      added: Object.fromEntries(put.filter(([id, row]) => !isThere(id, row))),
      updated: Object.fromEntries(changed.filter(([id, [, to]]) => !isThere(id, to))),
      removed,
    },
    inPlan: {
      added: put.flatMap(([id, row]) => (isThere(id, row) ? [id] : [])),
      updated: Object.fromEntries(
        changed.flatMap(([id, [from, to]]) => (isThere(id, to) ? [[id, from] as const] : [])),
      ),
    },
  };
}

/** An entry of the history beside the plan that it is stored with. */
export function toStoredEntry({ label, diff }: HistoryEntry, plan: Plan): StoredEntry {
  let collections: Collections = {};
  let inPlan: StoredEntry['inPlan'] = {};
  for (const name of collectionNames) {
    const rows = diff.collections[name];
    if (rows === undefined) continue;
    const parts = split(rows, plan, name);
    collections = { ...collections, [name]: parts.own };
    const isEmpty = parts.inPlan.added.length + Object.keys(parts.inPlan.updated).length === 0;
    if (!isEmpty) inPlan = { ...inPlan, [name]: parts.inPlan };
  }
  const own = { label, diff: { ...diff, collections } };
  return Object.keys(inPlan).length === 0 ? own : { ...own, inPlan };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether something stored is a diff. */
export function isDiff(value: unknown): value is RecordsDiff {
  return isRecord(value) && isRecord(value['collections']);
}

function join(rows: unknown, inPlan: unknown, plan: Plan, name: CollectionName): unknown {
  if (!isRecord(rows) || !isRecord(inPlan)) return rows;
  const table = toTableOf<CollectionName>(plan, name);
  const ids = Array.isArray(inPlan['added']) ? inPlan['added'] : [];
  const added = ids.flatMap((id) => {
    const row = typeof id === 'string' ? table.get(id) : undefined;
    return row === undefined ? [] : [[row.id, row] as const];
  });
  const before = isRecord(inPlan['updated']) ? Object.entries(inPlan['updated']) : [];
  const updated = before.flatMap(([id, from]) => {
    const to = table.get(id);
    return to === undefined ? [] : [[id, [from, to]] as const];
  });
  return {
    ...rows,
    added: { ...(isRecord(rows['added']) ? rows['added'] : {}), ...Object.fromEntries(added) },
    updated: { ...(isRecord(rows['updated']) ? rows['updated'] : {}), ...Object.fromEntries(updated) },
  };
}

/** Reads an entry that was stored with this plan; `null`: it is none. Entries of earlier versions hold all that the edit brought. */
export function readStoredEntry(stored: unknown, plan: Plan): HistoryEntry | null {
  if (!isRecord(stored) || typeof stored['label'] !== 'string' || !isDiff(stored['diff'])) return null;
  const { label, diff, inPlan } = stored;
  if (!isRecord(inPlan)) return { label, diff };
  let { collections } = diff;
  for (const name of collectionNames) {
    if (inPlan[name] === undefined) continue;
    collections = { ...collections, [name]: join(collections[name], inPlan[name], plan, name) };
  }
  return { label, diff: { ...diff, collections } };
}
