import { isSameJson } from '#core/base/same-json.ts';
import { isSameList } from '#core/base/same-list.ts';
import type { Change } from '#core/model/change.ts';
import type { Trouble } from './rule.ts';
import type { StepRecord } from './step-record.ts';
import { identityOf, type FoundAtSpots } from './walk.ts';

/** A look of a rule at a spot, after a change or, with `null`, at the estate as it is. */
export interface SpotLook {
  readonly change: Change | null;
  /** Where it stands among the looks at the same step. */
  readonly at: number;
  readonly troubles: readonly Trouble[];
}

/** The looks of one rule at each spot where it ever finds something, in the planned order. */
export type RuleLooks = ReadonlyMap<string, readonly SpotLook[]>;

/** The steps of a line, and those that the line before did not have or that this one has no more. */
export interface LineSteps {
  readonly records: readonly StepRecord[];
  readonly fresh: readonly StepRecord[];
  readonly gone: readonly StepRecord[];
}

/** Gathers the looks of a rule, the `index`-th of those that each step holds what it found of, at some spots. */
export function gatherLooks(
  records: readonly StepRecord[],
  index: number,
  start: ReadonlyMap<string, readonly Trouble[]>,
  spots: ReadonlySet<string>,
): Map<string, SpotLook[]> {
  const looks = new Map<string, SpotLook[]>();
  if (spots.size === 0) return looks;
  for (const spot of spots) {
    const troubles = start.get(spot);
    looks.set(spot, troubles === undefined ? [] : [{ change: null, at: 0, troubles }]);
  }
  for (const { change, found } of records) {
    for (const [at, [spot, troubles]] of (found[index] ?? []).entries()) {
      looks.get(spot)?.push({ change, at, troubles });
    }
  }
  return looks;
}

/** The spots whose looks may be other ones than those that are known. */
export function findDirtySpots(
  { fresh, gone }: LineSteps,
  index: number,
  known: RuleLooks,
  [was, is]: readonly [before: FoundAtSpots, after: FoundAtSpots],
): Set<string> {
  const dirty = new Set<string>();
  if (was !== is) {
    const [before, after] = [new Map(was), new Map(is)];
    for (const [spot, troubles] of before) if (after.get(spot) !== troubles) dirty.add(spot);
    for (const [spot, troubles] of after) if (before.get(spot) !== troubles) dirty.add(spot);
  }
  for (const { found } of [...gone, ...fresh]) {
    for (const [spot, troubles] of found[index] ?? []) {
      if (troubles.length > 0 || known.has(spot)) dirty.add(spot);
    }
  }
  return dirty;
}

/** The looks that said something else than the one before, or something worse. */
export function toTurns(looks: readonly SpotLook[]): SpotLook[] {
  const worst = new Map<string, number>();
  let held: readonly string[] = [];
  return looks.filter(({ troubles }) => {
    const identities = troubles.map(identityOf);
    const isWorse = troubles.some((each, index) => {
      const [identity, weight] = [identities[index] ?? '', each.weight ?? 0];
      const known = worst.get(identity);
      if (known !== undefined && known >= weight) return false;
      worst.set(identity, weight);
      return true;
    });
    const isTurn = isWorse || !isSameList(identities, held);
    held = identities;
    return isTurn;
  });
}

/** Whether two lists of looks at a spot were made at the same steps and said the same. */
export function isSameLooks(a: readonly SpotLook[], b: readonly SpotLook[]): boolean {
  return isSameList(
    a,
    b,
    (one, two) => one.change === two.change && one.at === two.at && isSameJson(one.troubles, two.troubles),
  );
}
