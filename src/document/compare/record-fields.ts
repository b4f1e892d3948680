import { isSameJson } from '#core/base/same-json.ts';

/** The values of a record by the path of the field: `name`, `capacity.memoryMiB`, `node.name` (the node of an `add`). */
export type RecordFields = ReadonlyMap<string, unknown>;

/** Objects whose fields are edited one by one; every other object is one value. */
const opened: ReadonlySet<string> = new Set(['capacity', 'usage', 'cost', 'node']);

function collect(into: Map<string, unknown>, at: object, before: string): void {
  for (const [key, value] of Object.entries<unknown>({ ...at })) {
    if (key === 'id' && before === '') continue;
    if (opened.has(key) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      collect(into, value, `${before}${key}.`);
    } else if (value !== undefined) into.set(`${before}${key}`, value);
  }
}

/** The fields of a record without its id. No record has no fields. */
export function toRecordFields(record: object | undefined): RecordFields {
  const fields = new Map<string, unknown>();
  if (record !== undefined) collect(fields, record, '');
  return fields;
}

/** A record made of its id and fields; the reverse of `toRecordFields`. */
export function fromRecordFields(id: string, fields: RecordFields): Record<string, unknown> {
  const record: Record<string, unknown> = { id };
  const inner = new Map<string, Map<string, unknown>>();
  for (const [path, value] of fields) {
    const dot = path.indexOf('.');
    const head = dot === -1 ? '' : path.slice(0, dot);
    if (!opened.has(head)) record[path] = value;
    else {
      const own = inner.get(head) ?? new Map<string, unknown>();
      inner.set(head, own.set(path.slice(dot + 1), value));
    }
  }
  for (const [key, own] of inner) {
    const { id: _none, ...rest } = fromRecordFields('', own);
    record[key] = own.has('id') ? { id: own.get('id'), ...rest } : rest;
  }
  return record;
}

/** One field that is not the same on both sides; `undefined` is a field that is not there. */
export interface FieldDifference {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields in which two records differ, in the order of the file. */
export function compareFields(before: object | undefined, after: object | undefined): FieldDifference[] {
  const old = toRecordFields(before);
  const now = toRecordFields(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [from, to] = [old.get(field), now.get(field)];
    return isSameJson(from, to) ? [] : [{ field, from, to }];
  });
}
