import { isSameJson } from '#core/base/same-json.ts';
import type { Plan } from '#core/model/plan.ts';
import type { FieldConflict } from './merge-record.ts';

type Extra = Plan['extra'];

/** Merges the keys of the file that this version does not know, key by key. */
export function mergeExtra(
  base: Extra,
  ours: Extra,
  theirs: Extra,
): { readonly value: Extra; readonly conflicts: readonly FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const sections: [string, Record<string, unknown>][] = [];
  for (const section of ['', 'inventory', 'plan']) {
    const [b, o, t] = [base, ours, theirs].map((each) => new Map(Object.entries({ ...each[section] })));
    const merged: [string, unknown][] = [];
    for (const key of [...new Set([...(o?.keys() ?? []), ...(t?.keys() ?? [])])].sort()) {
      const [was, mine, other] = [b?.get(key), o?.get(key), t?.get(key)];
      const takesTheirs = isSameJson(was, mine);
      if (!takesTheirs && !isSameJson(was, other) && !isSameJson(mine, other)) {
        conflicts.push({ field: key, base: was, ours: mine, theirs: other });
      }
      const value = takesTheirs ? other : mine;
      if (value !== undefined) merged.push([key, value]);
    }
    if (merged.length > 0) sections.push([section, Object.fromEntries(merged)]);
  }
  return { value: Object.fromEntries(sections), conflicts };
}
