import { sortedBy } from '#core/base/compare.ts';
import type { Source } from '#core/model/source.ts';
import type { ItemCorrection } from './intake-types.ts';
import { readMadeThing, type MadeThing } from './made-thing.ts';

/** What a source said of one record when it was last imported. */
export interface RememberedRecord {
  readonly collection: string;
  /** Keys of the items that became this record. */
  readonly keys: readonly string[];
  /** Keys under which earlier imports knew it: when a person deletes the record, none of them brings it back. */
  readonly former: readonly string[];
  /** Last imported values by field; only fields that the source states. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Ids of the outside world, to recognise the thing in other sources. */
  readonly identities: readonly string[];
  /** Why it was taken for a thing that another source had brought: `same address 10.0.0.7`; absent where it was not. */
  readonly because?: string;
  /** What else than `fields` the record had after this import; absent: nothing; `null`: not known, since it was joined or split. */
  readonly left?: Readonly<Record<string, unknown>> | null;
  /** Which import of the record this was, beside those of other sources: the largest is the latest. Absent: 0. */
  readonly turn?: number;
  /** Values that a person had given by then. */
  readonly edited?: Readonly<Record<string, unknown>>;
}

/** What a person decided about an item; it holds for every later import of the source. */
export interface RememberedDecision {
  readonly key: string;
  readonly decision: 'accept' | 'reject' | null;
  readonly correction: ItemCorrection | null;
  /** The record that the item is, whatever its name says: joined by hand. */
  readonly same?: string;
  /** Records that the item is not, whatever its name says: kept apart or split by hand. */
  readonly apart?: readonly string[];
  /** The item is no longer in the source, and a person said what becomes of its record. */
  readonly gone?: 'keep' | 'retire';
  /** The item was made by hand of these words of the source: it comes again with every import that has them. */
  readonly made?: MadeThing;
}

/** What a source remembers between imports, in a form for looking up. */
export interface SourceMemory {
  readonly records: ReadonlyMap<string, RememberedRecord>;
  readonly idByKey: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, RememberedDecision>;
  /** How much a person trusts it beside other sources: 1 is the most; `null`: nothing was said. */
  readonly precedence: number | null;
  /** What a person said that its columns mean, as it is kept; `null`: nothing was said. */
  readonly mapping: unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Whether a value is in the very form in which records are kept: then it is taken as it is. */
function isKept(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & RememberedRecord {
  return (
    typeof value['collection'] === 'string' &&
    isTexts(value['keys']) &&
    isTexts(value['former']) &&
    isRecord(value['fields']) &&
    isTexts(value['identities']) &&
    (value['because'] === undefined || typeof value['because'] === 'string')
  );
}

function readRecord(value: unknown): RememberedRecord | undefined {
  if (isRecord(value) && isKept(value)) return value;
  if (!isRecord(value) || typeof value['collection'] !== 'string') return undefined;
  const fields = isRecord(value['fields']) ? value['fields'] : {};
  return {
    collection: value['collection'],
    keys: toTexts(value['keys']),
    former: toTexts(value['former']),
    fields,
    identities: toTexts(value['identities']),
    ...(typeof value['because'] === 'string' ? { because: value['because'] } : {}),
    ...(isRecord(value['left']) || value['left'] === null ? { left: value['left'] } : {}),
    ...(typeof value['turn'] === 'number' ? { turn: value['turn'] } : {}),
    ...(isRecord(value['edited']) ? { edited: value['edited'] } : {}),
  };
}

/** What a source remembers of a record whose place was one node and is another one from now on. */
export function withParentOf(record: RememberedRecord, from: string, to: string): RememberedRecord {
  const moved = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
    values['parent'] === from ? { ...values, parent: to } : values;
  return {
    ...record,
    fields: moved(record.fields),
    ...(record.left === undefined || record.left === null ? {} : { left: moved(record.left) }),
    ...(record.edited === undefined ? {} : { edited: moved(record.edited) }),
  };
}

function readDecision(value: unknown): RememberedDecision | undefined {
  if (!isRecord(value) || typeof value['key'] !== 'string') return undefined;
  const decision =
    value['decision'] === 'accept' || value['decision'] === 'reject' ? value['decision'] : null;
  const correction = isRecord(value['correction']) ? value['correction'] : null;
  const { same, gone } = value;
  const apart = toTexts(value['apart']);
  const made = readMadeThing(value['made']);
  return {
    key: value['key'],
    decision,
    correction,
    ...(typeof same === 'string' ? { same } : {}),
    ...(apart.length > 0 ? { apart } : {}),
    ...(gone === 'keep' || gone === 'retire' ? { gone } : {}),
    ...(made === null ? {} : { made }),
  };
}

function readPrecedence(value: unknown): number | undefined {
  return isRecord(value) && typeof value['precedence'] === 'number' ? value['precedence'] : undefined;
}

function readMapping(value: unknown): unknown {
  return isRecord(value) && !('key' in value) ? value['mapping'] : undefined;
}

const known = new WeakMap<Source, SourceMemory>();

/** Reads what a source remembers; what is not in the known form is passed over. A source is read once: it never changes. */
export function readMemory(source: Source | undefined): SourceMemory {
  const before = source === undefined ? undefined : known.get(source);
  if (before !== undefined) return before;
  const memory = toMemory(source);
  if (source !== undefined) known.set(source, memory);
  return memory;
}

function toMemory(source: Source | undefined): SourceMemory {
  const kept = source?.base['records'];
  const records = new Map<string, RememberedRecord>();
  const idByKey = new Map<string, string>();
  for (const [id, value] of isRecord(kept) ? Object.entries(kept) : []) {
    const record = readRecord(value);
    if (record === undefined) continue;
    records.set(id, record);
    for (const key of record.keys) idByKey.set(key, id);
  }
  const decisions = (source?.decisions ?? []).flatMap((value) => readDecision(value) ?? []);
  const ranks = (source?.decisions ?? []).flatMap((value) => readPrecedence(value) ?? []);
  return {
    records,
    idByKey,
    decisions: new Map(decisions.map((each) => [each.key, each])),
    precedence: ranks[0] ?? null,
    mapping: (source?.decisions ?? []).flatMap((value) => readMapping(value) ?? [])[0] ?? null,
  };
}

/**
 * The form in which records are kept in `source.base`, sorted so that the same import gives the same bytes. `before` is what was read of
 * that form: where the same records come again they are sorted already.
 */
export function toBase(
  records: ReadonlyMap<string, RememberedRecord>,
  before: ReadonlyMap<string, RememberedRecord>,
): Readonly<Record<string, unknown>> {
  if (records.size === 0) return {};
  return { records: toSorted(records, before) };
}

function toSorted(
  records: ReadonlyMap<string, RememberedRecord>,
  before: ReadonlyMap<string, RememberedRecord>,
): Readonly<Record<string, RememberedRecord>> {
  const again: Record<string, RememberedRecord> = {};
  let count = 0;
  let last = '';
  for (const id of before.keys()) {
    const record = records.get(id);
    // Files may have been written by hand: an order that is none is not taken over.
    if (record === undefined || id <= last) break;
    again[id] = record;
    last = id;
    count += 1;
  }
  return count === records.size ? again : Object.fromEntries(sortedBy(records, ([id]) => id));
}

/** The form in which decisions are kept in `source.decisions`. */
export function toDecisions(
  decisions: ReadonlyMap<string, RememberedDecision>,
  { precedence, mapping }: Pick<SourceMemory, 'precedence' | 'mapping'>,
): Source['decisions'] {
  return [
    ...(mapping === null ? [] : [{ mapping }]),
    ...(precedence === null ? [] : [{ precedence }]),
    ...sortedBy(decisions.values(), (each) => each.key),
  ];
}

/** A source with another memory; what it is and what it found stay. */
export function withMemory(
  source: Source,
  memory: Pick<SourceMemory, 'records' | 'decisions' | 'precedence' | 'mapping'>,
): Source {
  return {
    ...source,
    base: toBase(memory.records, memory.records),
    decisions: toDecisions(memory.decisions, memory),
  };
}

/** A source that no longer knows what records were like after its import: something else than a person's edit changed them. */
export function withoutLeft(source: Source, ids: ReadonlySet<string>): Source {
  const memory = readMemory(source);
  if (![...ids].some((id) => memory.records.has(id))) return source;
  const records = new Map(
    [...memory.records].map(
      ([id, record]) => [id, ids.has(id) ? { ...record, left: null } : record] as const,
    ),
  );
  return withMemory(source, { ...memory, records });
}
