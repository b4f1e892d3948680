import { isSameJson } from '#core/base/same-json.ts';
import { fromRecordFields, toRecordFields, type RecordFields } from '#core/document/compare/record-fields.ts';
import type { CollectionName } from '#core/model/plan.ts';
import { mergeLists } from './merge-lists.ts';

/** A field that both sides changed, each in another way. */
export interface FieldConflict {
  readonly field: string;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** A record that took over what either side changed; for the fields in conflict it holds what ours says. */
export interface MergedRecord {
  readonly record: Record<string, unknown>;
  readonly conflicts: readonly FieldConflict[];
}

/** Fields that say one thing together: half of one side and half of the other would say something that nobody said. */
interface FieldGroup {
  readonly fields: readonly string[];
  /** Whether edits of different fields of the group are in conflict already. */
  readonly isOneValue: boolean;
}

const together = (...fields: string[]): FieldGroup => ({ fields, isOneValue: true });
const linked = (...fields: string[]): FieldGroup => ({ fields, isOneValue: false });
const cost = together('cost.amount', 'cost.currency', 'cost.per');

const groupsOf: { readonly [C in CollectionName]?: readonly FieldGroup[] } = {
  sources: [together('sha256', 'format', 'text', 'totals', 'secrets', 'base', 'pending')],
  nodes: [cost],
  questions: [linked('answer', 'answeredBy', 'status')],
  dispositions: [together('disposition', 'agreed', 'agreedBy')],
  changes: [linked('phase', 'order')],
  handovers: [linked('status', 'acceptedBy', 'evidence')],
  layout: [together('x', 'y')],
};

/** The fields that stand or fall with one: those of its group, else itself alone. */
export function toFieldGroup(name: CollectionName, field: string): readonly string[] {
  return groupsOf[name]?.find(({ fields }) => fields.includes(field))?.fields ?? [field];
}

interface Sides {
  readonly base: RecordFields;
  readonly ours: RecordFields;
  readonly theirs: RecordFields;
}

interface MergedField {
  readonly value: unknown;
  readonly conflict: FieldConflict | null;
}

const toList = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

function mergeField(sides: Sides, field: string): MergedField {
  const [base, ours, theirs] = [sides.base.get(field), sides.ours.get(field), sides.theirs.get(field)];
  if (isSameJson(ours, theirs) || isSameJson(base, theirs)) return { value: ours, conflict: null };
  if (isSameJson(base, ours)) return { value: theirs, conflict: null };
  const [mine, other] = [toList(ours), toList(theirs)];
  // The value of a rule (country codes, for one) is a setting, not a collection of things.
  if (mine !== null && other !== null && field !== 'value') {
    const merged = mergeLists(toList(base) ?? [], mine, other);
    const conflict = merged.conflicts.length === 0 ? null : { field, base, ours, theirs };
    return { value: merged.list, conflict };
  }
  return { value: ours, conflict: { field, base, ours, theirs } };
}

function mergeGroup(sides: Sides, { fields, isOneValue }: FieldGroup): Map<string, MergedField> {
  const merged = new Map(fields.map((field) => [field, mergeField(sides, field)]));
  const apart = fields.filter((field) => !isSameJson(sides.ours.get(field), sides.theirs.get(field)));
  // What both changed alike is agreed; a conflict needs something that each side alone wants.
  const wants = (side: RecordFields): boolean =>
    apart.some((field) => !isSameJson(sides.base.get(field), side.get(field)));
  const [first] = apart;
  const both = isOneValue && wants(sides.ours) && wants(sides.theirs);
  if (!both && ![...merged.values()].some((each) => each.conflict !== null)) return merged;
  const named = [...merged.values()].find((each) => each.conflict !== null)?.conflict?.field ?? first;
  return new Map(
    fields.map((field) => {
      const [base, ours, theirs] = [sides.base.get(field), sides.ours.get(field), sides.theirs.get(field)];
      return [field, { value: ours, conflict: field === named ? { field, base, ours, theirs } : null }];
    }),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Where both sides added a record, what they agree on, and what one left empty, stands for the base. */
function toCommonFields(ours: RecordFields, theirs: RecordFields): RecordFields {
  const common = new Map<string, unknown>();
  for (const [field, mine] of ours) {
    const other = theirs.get(field);
    if (isSameJson(mine, other) || isEmpty(mine)) common.set(field, mine);
    else if (isEmpty(other)) common.set(field, other);
  }
  return common;
}

/** Merges a record that both sides have and that both changed, field by field. `base` is `undefined` where both added it. */
export function mergeRecord(
  name: CollectionName,
  id: string,
  base: object | undefined,
  ours: object,
  theirs: object,
): MergedRecord {
  const [mine, other] = [toRecordFields(ours), toRecordFields(theirs)];
  const sides = {
    base: base === undefined ? toCommonFields(mine, other) : toRecordFields(base),
    ours: mine,
    theirs: other,
  };
  const kind = mergeField(sides, 'kind');
  if (name === 'changes' && kind.conflict !== null) {
    return { record: { ...ours }, conflicts: [kind.conflict] };
  }
  const own = groupsOf[name] ?? [];
  const grouped = new Set(own.flatMap((group) => group.fields));
  const all = new Set([...sides.ours.keys(), ...sides.theirs.keys()]);
  const groups = [...own, ...[...all].filter((field) => !grouped.has(field)).map((field) => linked(field))];
  const merged = new Map(groups.flatMap((group) => [...mergeGroup(sides, group)]));
  const values = new Map(
    [...merged].flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value] as const])),
  );
  return {
    record: fromRecordFields(id, values),
    conflicts: [...merged.values()].flatMap(({ conflict }) => (conflict === null ? [] : [conflict])),
  };
}
