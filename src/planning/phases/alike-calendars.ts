import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { toChangeCalendars } from '#core/state/change-calendar.ts';

/**
 * Pairs of changes that may be done on the same days only: windows or freezes for their own nodes concern both, and no others. A
 * phase of such changes can be done within one window; one that mixes them has to wait for several. Each pair is of neighbours in
 * the list of those that are alike, so there are fewer pairs than changes.
 */
export function findAlikeCalendars(
  plan: Plan,
  changes: readonly Change[],
): readonly (readonly [one: number, two: number])[] {
  const isOwn = (entry: { readonly nodes?: readonly string[] }): boolean => (entry.nodes ?? []).length > 0;
  if (!plan.calendar.map((entry) => isOwn(entry)).includes(true)) return [];
  const calendarOf = toChangeCalendars(plan);
  const last = new Map<string, number>();
  return changes.flatMap((change, index): (readonly [number, number])[] => {
    const { window, freeze } = calendarOf(change);
    const key = [...window, ...freeze]
      .filter(isOwn)
      .map(({ id }) => id)
      .join(' ');
    const before = key === '' ? undefined : last.get(key);
    if (key !== '') last.set(key, index);
    return before === undefined ? [] : [[before, index]];
  });
}
