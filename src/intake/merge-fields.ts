import { isSameJson } from '#core/base/same-json.ts';

/** What taking a field over did: nothing, it changed, two sources differ, or a person's edit was kept. */
export type FieldEffect = 'none' | 'changed' | 'conflict' | 'kept';

/** What a field is merged from. `base`: what this source said last time, `undefined` when it said nothing. */
export interface FieldContext {
  readonly base: unknown;
  /** Whether another source states the field (or has the value in its list). */
  readonly statedElsewhere: (value?: string) => boolean;
  /** Whether a person trusts this source more than all those that give the field this value. */
  readonly isPreferredTo: (value: unknown) => boolean;
  /** Whether a person gave the field the value that it has (see `hand-edits.ts`). */
  readonly isByHand: boolean;
}

/** The record after a field was taken over; `value` is what the source says now (`undefined`: nothing). */
export interface MergedField<R> {
  readonly record: R;
  readonly value: unknown;
  readonly effect: FieldEffect;
  /** The plan's own value, for the report of a conflict. */
  readonly ours: unknown;
}

/** One field of a record and how it is taken from a proposal. */
export interface RecordField<R, P> {
  readonly path: string;
  /** What the source says of the field now; `undefined`: nothing. */
  readonly theirs: (proposed: P) => unknown;
  readonly merge: (record: R, proposed: P, context: FieldContext) => MergedField<R>;
  /** For a field with one value: how it is read, and the value that means nothing is known. */
  readonly single?: SingleValue<R>;
}

/** A field with one value, as `hand-edits.ts` looks at it. */
export interface SingleValue<R> {
  readonly of: (record: R) => unknown;
  readonly empty: unknown;
}

interface ScalarField<R, P, V> {
  readonly path: string;
  readonly theirs: (proposed: P) => V | undefined;
  readonly ours: (record: R) => V;
  readonly put: (record: R, value: V) => R;
  /** The value that means nothing is known; `undefined`: each value was chosen. */
  readonly empty: V | undefined;
  /** Values besides `empty` that a better one may replace without a conflict. */
  readonly isWeak?: (value: V) => boolean;
}

/**
 * A field with one value. Three-way: what the source said last time decides who changed it. A value that a person edited stays,
 * one that nobody touched follows the source, and where two sources differ the first one stays.
 */
export function scalarField<R, P, V>(field: ScalarField<R, P, V>): RecordField<R, P> {
  return {
    path: field.path,
    theirs: field.theirs,
    single: { of: field.ours, empty: field.empty },
    merge: (record, proposed, { base, statedElsewhere, isPreferredTo, isByHand }) => {
      const theirs = field.theirs(proposed);
      const ours = field.ours(record);
      const answer = (next: R, effect: FieldEffect): MergedField<R> => ({
        record: next,
        value: theirs,
        effect,
        ours,
      });
      if (theirs === undefined) {
        const follows = !isByHand && base !== undefined && isSameJson(ours, base) && !statedElsewhere();
        return follows && field.empty !== undefined && !isSameJson(ours, field.empty)
          ? answer(field.put(record, field.empty), 'changed')
          : answer(record, 'none');
      }
      if (isSameJson(ours, theirs)) return answer(record, 'none');
      if (base !== undefined) {
        if (isSameJson(theirs, base)) return answer(record, 'none');
        const isOurs = isByHand || (!isSameJson(ours, base) && !isPreferredTo(ours));
        return isOurs ? answer(record, 'kept') : answer(field.put(record, theirs), 'changed');
      }
      if (isByHand) return answer(record, 'kept');
      const isFree = (isSameJson(ours, field.empty) && !statedElsewhere()) || field.isWeak?.(ours) === true;
      if (isFree || isPreferredTo(ours)) return answer(field.put(record, theirs), 'changed');
      return field.isWeak?.(theirs) === true ? answer(record, 'none') : answer(record, 'conflict');
    },
  };
}

interface ListField<R, P> {
  readonly path: string;
  readonly theirs: (proposed: P) => readonly string[] | undefined;
  readonly ours: (record: R) => readonly string[];
  readonly put: (record: R, values: readonly string[]) => R;
}

/**
 * A field with several values: what the source adds is added, what it took out goes unless another source has it, and what a
 * person took out does not come back.
 */
export function listField<R, P>(field: ListField<R, P>): RecordField<R, P> {
  return {
    path: field.path,
    theirs: (proposed) => {
      const values = field.theirs(proposed);
      return values?.length === 0 ? undefined : values;
    },
    merge: (record, proposed, { base, statedElsewhere }) => {
      const theirs = field.theirs(proposed) ?? [];
      const before: readonly unknown[] = Array.isArray(base) ? base : [];
      const ours = field.ours(record);
      const inOurs = new Set(ours);
      const inTheirs = new Set(theirs);
      const inBase = new Set(before);
      const added = theirs.filter((value) => !inBase.has(value) && !inOurs.has(value));
      const kept = ours.filter(
        (value) => inTheirs.has(value) || !inBase.has(value) || statedElsewhere(value),
      );
      const value = theirs.length === 0 ? undefined : theirs;
      if (added.length === 0 && kept.length === ours.length) return { record, value, effect: 'none', ours };
      return { record: field.put(record, [...kept, ...new Set(added)]), value, effect: 'changed', ours };
    },
  };
}
