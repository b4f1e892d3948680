import { applyDiff } from '#core/commands/records-diff.ts';
import { toId } from '#core/model/ids.ts';
import {
  collectionNames,
  toEmptyPlan,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import type { Source } from '#core/model/source.ts';

type Lists = 'decisions' | 'pending';
type Memory = Readonly<Record<string, unknown>>;

/** A part of a plan that crosses to a worker in one message, small enough that the page does not stand still. */
export type PlanPart =
  | { readonly is: 'records'; readonly diff: RecordsDiff }
  /** Some of what a source remembers below a key. */
  | { readonly is: 'memory'; readonly source: string; readonly key: string; readonly values: Memory }
  | {
      readonly is: 'list';
      readonly source: string;
      readonly field: Lists;
      readonly rows: readonly unknown[];
    };

/** So many records cross at once. */
const partSize = 400;

function isLarge(value: unknown): value is Memory {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > partSize
  );
}

function toAdded<C extends CollectionName>(name: C, rows: readonly RecordByCollection[C][]): RecordsDiff {
  const added = Object.fromEntries(rows.map((row) => [row.id, row]));
  return { collections: { [name]: { added, updated: {}, removed: {} } } };
}

function* cut<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += partSize) yield rows.slice(at, at + partSize);
}

/** A source without what it remembers, then that: one source can hold as much as the whole inventory. */
function* cutSource(source: Source): Generator<PlanPart> {
  const { base, decisions, pending } = source;
  const small = Object.fromEntries(Object.entries(base).filter(([, value]) => !isLarge(value)));
  yield { is: 'records', diff: toAdded('sources', [{ ...source, base: small, decisions: [], pending: [] }]) };
  for (const [key, value] of Object.entries(base)) {
    if (!isLarge(value)) continue;
    for (const entries of cut(Object.entries(value)))
      yield { is: 'memory', source: source.id, key, values: Object.fromEntries(entries) };
  }
  for (const [field, rows] of [
    ['decisions', decisions],
    ['pending', pending],
  ] as const)
    for (const some of cut(rows)) yield { is: 'list', source: source.id, field, rows: some };
}

/** The parts of a plan, made one by one as they are asked for. Keys of newer versions of the file stay behind. */
export function* toPlanParts(plan: Plan): Generator<PlanPart> {
  for (const source of plan.sources) yield* cutSource(source);
  for (const name of collectionNames) {
    if (name === 'sources') continue;
    for (const rows of cut([...toTableOf(plan, name)])) yield { is: 'records', diff: toAdded(name, rows) };
  }
}

/** How many records a part adds. */
export function countRecords(part: PlanPart): number {
  if (part.is !== 'records') return 0;
  return Object.values(part.diff.collections).reduce((sum, { added }) => sum + Object.keys(added).length, 0);
}

/** Makes a plan of its parts again. */
export interface PlanJoiner {
  readonly add: (part: PlanPart) => void;
  readonly toPlan: () => Plan;
}

/** A joiner that has no part yet. The plan that it makes has a name and an id of its own. */
export function makePlanJoiner(): PlanJoiner {
  let plan = toEmptyPlan(toId('pl', 'joined'), '');
  const memory = new Map<string, Map<string, Record<string, unknown>>>();
  const lists = { decisions: new Map<string, unknown[]>(), pending: new Map<string, unknown[]>() };
  return {
    add: (part) => {
      if (part.is === 'records') plan = applyDiff(plan, part.diff);
      else if (part.is === 'list') {
        const rows = lists[part.field].get(part.source) ?? [];
        rows.push(...part.rows);
        lists[part.field].set(part.source, rows);
      } else {
        const own = memory.get(part.source) ?? new Map<string, Record<string, unknown>>();
        memory.set(part.source, own);
        const values = own.get(part.key) ?? {};
        for (const [key, value] of Object.entries(part.values)) values[key] = value;
        own.set(part.key, values);
      }
    },
    toPlan: () => {
      const sources = [...plan.sources].map((source) => ({
        ...source,
        base: { ...source.base, ...Object.fromEntries(memory.get(source.id) ?? []) },
        decisions: lists.decisions.get(source.id) ?? [],
        pending: lists.pending.get(source.id) ?? [],
      }));
      return { ...plan, sources: plan.sources.put(sources) };
    },
  };
}
