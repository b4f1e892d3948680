import { isSameJson } from '#core/commands/same-json.ts';
import { compareText } from '#core/base/compare.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { FieldConflict } from '#core/model/node.ts';
import type { SourceId } from '#core/model/ids.ts';

/** A record whose fields sources may disagree on. */
export interface ContestedRecord {
  readonly id: string;
  readonly evidence?: readonly Evidence[];
  readonly conflicts?: readonly FieldConflict[];
}

/** What one source says of one field now; `value` is `undefined` when it says nothing any more. */
export interface Statement {
  readonly source: SourceId;
  readonly path: string;
  readonly value: unknown;
  readonly evidence: readonly Evidence[];
}

/** The words that speak for a field; where none is marked with it, the first words of the item. */
function toSpoken(evidence: readonly Evidence[], path: string): readonly Evidence[] {
  const own = evidence.filter((each) => each.field === path);
  return own.length > 0 ? own : evidence.slice(0, 1);
}

function findFirst(record: ContestedRecord, statement: Statement, ours: unknown): FieldConflict['values'] {
  const others = (record.evidence ?? []).filter((each) => each.source !== statement.source);
  return [{ value: ours, evidence: toSpoken(others, statement.path) }];
}

/** Whether a conflict has this very statement of the source: then nothing moves, so that the same import changes nothing. */
function isSaidAlready(
  conflict: FieldConflict,
  source: SourceId,
  value: unknown,
  spoken: readonly Evidence[],
): boolean {
  const own = conflict.values.filter((each) => each.evidence.some((one) => one.source === source));
  const [first] = own;
  if (first === undefined) return value === undefined;
  const words = first.evidence.filter((one) => one.source === source);
  return own.length === 1 && isSameJson(first.value, value) && isSameJson(words, spoken);
}

/**
 * Writes what a source says of a contested field into the record: the values stand side by side, each with its words, until one value
 * is left or a person decides. `ours` is the record's own value and starts the list. Untouched where nothing is contested.
 */
export function withStatement<R extends ContestedRecord>(
  record: R,
  statement: Statement,
  difference: { readonly ours: unknown; readonly isNew: boolean },
): R {
  if (record.conflicts === undefined) return record;
  const { path, source, value } = statement;
  const known = record.conflicts.find((conflict) => conflict.field === path);
  if (known === undefined && !difference.isNew) return record;
  const spoken = toSpoken(statement.evidence, path);
  if (known !== undefined && isSaidAlready(known, source, value, spoken)) return record;
  const before = known?.values ?? findFirst(record, statement, difference.ours);
  const others = before.flatMap((each) => {
    const evidence = each.evidence.filter((one) => one.source !== source);
    if (evidence.length === 0 && each.evidence.length > 0) return [];
    return [{ ...each, evidence }];
  });
  const isSaid = others.some((each) => isSameJson(each.value, value));
  const values = isSaid
    ? others.map((each) =>
        isSameJson(each.value, value) ? { ...each, evidence: [...each.evidence, ...spoken] } : each,
      )
    : value === undefined
      ? others
      : [...others, { value, evidence: spoken }];
  const rest = record.conflicts.filter((conflict) => conflict.field !== path);
  const conflicts =
    values.length < 2
      ? rest
      : [...rest, { field: path, values }].sort((a, b) => compareText(a.field, b.field));
  return isSameJson(conflicts, record.conflicts) ? record : { ...record, conflicts };
}
