import { isSameJson } from '#core/base/same-json.ts';
import type { RecordField } from './merge-fields.ts';
import type { RememberedRecord } from './source-memory.ts';

/**
 * Which values of a record a person gave it. The plan does not say who wrote a value, and a person may choose just what some
 * source says too; so each import leaves behind what the record was like after it, and what differs from the latest of these was edited since. A value
 * once known as a person's stays theirs until they give another.
 */
export interface HandEdits {
  /** Values that people gave, by the path of the field. */
  readonly byHand: ReadonlyMap<string, unknown>;
  /** The statement of the import that came last; `undefined`: no source knows the record. */
  readonly latest: RememberedRecord | undefined;
  /** Whether no other source was as late. */
  readonly isAlone: boolean;
}

type Fields<R> = readonly Pick<RecordField<R, never>, 'path' | 'single'>[];

function toTurn(record: RememberedRecord | undefined): number {
  return record?.turn ?? 0;
}

/** What the record had in a field after the import that left this statement. */
function toLeft(record: RememberedRecord, path: string, empty: unknown): unknown {
  return Object.hasOwn(record.left ?? {}, path) ? record.left?.[path] : (record.fields[path] ?? empty);
}

/** Finds the values that people gave to a record; `statements` is what all sources remember of it. */
export function findHandEdits<R>(
  record: R,
  fields: Fields<R>,
  statements: readonly RememberedRecord[],
): HandEdits {
  const latest = statements.reduce<RememberedRecord | undefined>(
    (last, each) => (last === undefined || toTurn(each) > toTurn(last) ? each : last),
    undefined,
  );
  const byHand = new Map<string, unknown>();
  if (latest === undefined) return { byHand, latest, isAlone: true };
  for (const { path, single } of fields) {
    if (single === undefined) continue;
    const ours = single.of(record);
    const isNew = latest.left !== null && !isSameJson(ours, toLeft(latest, path, single.empty));
    const isKnown = statements.some(
      ({ edited }) => edited !== undefined && Object.hasOwn(edited, path) && isSameJson(edited[path], ours),
    );
    if (isNew || isKnown) byHand.set(path, ours);
  }
  const isAlone = statements.filter((each) => toTurn(each) === toTurn(latest)).length === 1;
  return { byHand, latest, isAlone };
}

/** What a source remembers of the record after an import besides what it said itself: nothing, in most cases. */
export function toLeftBehind<R>(
  record: R,
  fields: Fields<R>,
  stated: Readonly<Record<string, unknown>>,
  before: { readonly edits: HandEdits | null; readonly own: RememberedRecord | undefined },
): Pick<RememberedRecord, 'left' | 'turn' | 'edited'> {
  const { edits, own } = before;
  // A source that said nothing new of any field changed nothing, so what it left behind stands.
  if (edits === null) return toKept(own ?? {});
  const { latest } = edits;
  const last = toTurn(latest);
  const left: Record<string, unknown> = {};
  let isLikeLatest = latest !== undefined && latest.left !== null;
  for (const { path, single } of fields) {
    if (single === undefined) continue;
    const value = single.of(record);
    if (!isSameJson(value, stated[path] ?? single.empty)) left[path] = value;
    if (latest !== undefined && !isSameJson(value, toLeft(latest, path, single.empty))) isLikeLatest = false;
  }
  // Nothing new is known by a source that was imported earlier than another one, and says that nothing is to change.
  if (isLikeLatest && own !== undefined && toTurn(own) < last) return toKept(own);
  const isNext = latest !== undefined && !isLikeLatest && !(own === latest && edits.isAlone);
  const turn = isNext ? last + 1 : last;
  const edited = fields.flatMap(({ path, single }) =>
    single !== undefined && edits.byHand.has(path) && isSameJson(single.of(record), edits.byHand.get(path))
      ? [[path, single.of(record)] as const]
      : [],
  );
  return toKept({
    left: Object.keys(left).length === 0 ? undefined : left,
    turn,
    edited: edited.length === 0 ? undefined : Object.fromEntries(edited),
  });
}

function toKept({
  left,
  turn,
  edited,
}: {
  readonly left?: RememberedRecord['left'] | undefined;
  readonly turn?: number | undefined;
  readonly edited?: RememberedRecord['edited'] | undefined;
}): Pick<RememberedRecord, 'left' | 'turn' | 'edited'> {
  return {
    ...(left === undefined ? {} : { left }),
    ...(turn === undefined || turn === 0 ? {} : { turn }),
    ...(edited === undefined ? {} : { edited }),
  };
}
