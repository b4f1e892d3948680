import { compareText } from '#core/base/compare.ts';
import { z } from './zod.ts';

/** The keys of an object in the order of the file, with what stands inside of each, and what a missing key becomes. */
interface FieldOrder {
  readonly keys: readonly string[];
  readonly inner: ReadonlyMap<string, FieldOrder>;
  readonly schema: z.core.$ZodType;
  readonly optional: ReadonlySet<string>;
}

/** The object schema inside of lists, defaults and nullables, or `null` when there is none. */
function findObject(schema: z.core.$ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodArray) return findObject(schema.element);
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodExactOptional
  ) {
    return findObject(schema.unwrap());
  }
  return null;
}

const known = new WeakMap<z.core.$ZodType, FieldOrder>();

function toFieldOrder(schema: z.ZodObject): FieldOrder {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const inner = new Map<string, FieldOrder>();
  const optional = new Set<string>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const object = findObject(field);
    if (object !== null) inner.set(key, toFieldOrder(object));
    if (field instanceof z.ZodExactOptional) optional.add(key);
  }
  const order = { keys: Object.keys(schema.shape), inner, schema, optional };
  known.set(schema, order);
  return order;
}

/** Data that no schema knows: keys sorted by code unit, text well formed. */
function toSortedJson(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(toSortedJson);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries<unknown>({ ...value })
    .filter(([key, inner]) => key !== '__proto__' && inner !== undefined)
    .map(([key, inner]): [string, unknown] => [key.toWellFormed(), toSortedJson(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

function toOrdered(value: unknown, order: FieldOrder | undefined): unknown {
  if (order === undefined) return toSortedJson(value);
  if (Array.isArray(value)) return value.map((each) => toOrdered(each, order));
  if (typeof value !== 'object' || value === null) return toSortedJson(value);
  const fields = new Map<string, unknown>(Object.entries<unknown>({ ...value }));
  const ordered: [string, unknown][] = [];
  for (const key of order.keys) {
    const inner = fields.get(key);
    if (inner !== undefined) ordered.push([key, toOrdered(inner, order.inner.get(key))]);
    fields.delete(key);
  }
  for (const key of [...fields.keys()].sort(compareText)) {
    const inner = fields.get(key);
    if (inner !== undefined && key !== '__proto__') ordered.push([key.toWellFormed(), toSortedJson(inner)]);
  }
  return Object.fromEntries(ordered);
}

function isComplete(value: object, order: FieldOrder): boolean {
  return order.keys.every((key) => order.optional.has(key) || Object.hasOwn(value, key));
}

/**
 * A record as it stands in the file: keys in the order of its schema, then keys that the schema does not know, sorted by
 * code unit. A key that is missing gets its empty value.
 */
export function toCanonicalRecord(record: object, schema: z.ZodObject): unknown {
  const order = toFieldOrder(schema);
  const whole = isComplete(record, order) ? record : z.parse(schema, record);
  return toOrdered(whole, order);
}

/** Free data in its one order. */
export function toCanonicalJson(value: unknown): unknown {
  return toSortedJson(value);
}
