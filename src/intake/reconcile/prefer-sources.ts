import { fail, ok, type Result } from '#core/base/result.ts';
import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { toDraft } from '#core/commands/draft.ts';
import { isSameJson } from '#core/base/same-json.ts';
import type { IdMaker } from '#core/model/ids.ts';
import { canContain, type FieldConflict, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { readMemory, withMemory, withoutLeft } from '../source-memory.ts';
import { isInside } from './is-inside.ts';
import { getAtPath, withPaths } from './node-paths.ts';
import { toAppliedEdit } from './reconcile-edit.ts';

type Value = FieldConflict['values'][number];

/** A place that the node can take as the plan is now: it is there, and not inside the node itself. */
function isPossible(plan: Plan, node: InventoryNode, field: string, value: unknown): boolean {
  if (field !== 'parent') return true;
  const holder = plan.nodes.get(typeof value === 'string' ? value : null);
  return (
    holder !== undefined && canContain(holder.kind, node.kind) && !isInside(plan.nodes, holder.id, node.id)
  );
}

/** The value of the most trusted source; none when no trusted source gives one, or a person has set another. */
function findPreferred(
  conflict: FieldConflict,
  ours: unknown,
  ranks: ReadonlyMap<string, number>,
): Value | undefined {
  if (!conflict.values.some((each) => isSameJson(each.value, ours))) return undefined;
  const rankOf = (value: Value): number =>
    Math.min(
      ...value.evidence.map((each) => ranks.get(each.source) ?? Number.POSITIVE_INFINITY),
      Number.POSITIVE_INFINITY,
    );
  const [best, second] = conflict.values.toSorted((a, b) => rankOf(a) - rankOf(b));
  if (best === undefined || rankOf(best) === Number.POSITIVE_INFINITY) return undefined;
  return second !== undefined && rankOf(second) === rankOf(best) ? undefined : best;
}

/**
 * Sets which sources a person trusts, the most trusted first; sources that are not named are trusted less than those. Conflicts that
 * this decides are settled now, and later imports follow it. An empty list takes it back. Fails with a sentence on unknown names.
 */
export function preferSources(
  plan: Plan,
  names: readonly string[],
  context: { readonly makeId: IdMaker },
): Result<AppliedEdit, string> {
  const known = [...plan.sources].map((source) => source.name).sort();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return fail(`there is no source "${unknown}"; there are: ${known.join(', ')}`);
  const draft = toDraft(plan, context.makeId);
  const ranks = new Map<string, number>();
  for (const source of plan.sources) {
    const at = names.indexOf(source.name);
    const precedence = at < 0 ? null : at + 1;
    if (precedence !== null) ranks.set(source.id, precedence);
    const memory = readMemory(source);
    if (memory.precedence !== precedence) draft.put('sources', withMemory(source, { ...memory, precedence }));
  }
  const changed = new Set<string>();
  for (const node of ranks.size === 0 ? [] : plan.nodes) {
    const settled = new Map<string, unknown>();
    for (const conflict of node.conflicts) {
      const best = findPreferred(conflict, getAtPath(node, conflict.field), ranks);
      if (best !== undefined && isPossible(draft.plan, node, conflict.field, best.value))
        settled.set(conflict.field, best.value);
    }
    if (settled.size === 0) continue;
    const conflicts = node.conflicts.filter((each) => !settled.has(each.field));
    draft.put('nodes', { ...withPaths(node, settled), conflicts });
    changed.add(node.id);
  }
  for (const source of draft.plan.sources) {
    const next = withoutLeft(source, changed);
    if (next !== source) draft.put('sources', next);
  }
  const label = names.length === 0 ? 'Trust all sources alike' : `Trust ${names.join(' before ')}`;
  return ok(toAppliedEdit(draft, plan, label));
}
