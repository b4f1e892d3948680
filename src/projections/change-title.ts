import { toChangeWords, toPlanNames } from '#core/graph/change-words.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';

/** What a change does, as a title with names: "Move wiki to hel1". */
export function toChangeTitle(plan: Plan, change: Change): string {
  const words = toChangeWords(toPlanNames(plan), change);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
