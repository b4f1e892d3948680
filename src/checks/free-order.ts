import { toTopologicalOrder } from '#core/graph/topological-order.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId } from '#core/model/ids.ts';

/** The changes of one phase and what each must come after there. */
export interface FreeOrder {
  /** In the planned order. */
  readonly changes: readonly Change[];
  /** By index: all that come before it in every allowed order, direct or not, and itself. */
  readonly closures: readonly ReadonlySet<number>[];
}

/** How many orders are counted one by one. */
export const mostOrders = 10_000;

/** What `after` leaves open inside a phase; `null` when it goes in a circle, so that no order is allowed. */
export function toFreeOrder(changes: readonly Change[]): FreeOrder | null {
  const indexes = new Map<ChangeId, number>(changes.map((change, index) => [change.id, index]));
  const direct = changes.map((change) => change.after.flatMap((id) => indexes.get(id) ?? []));
  const { order, blocked } = toTopologicalOrder(
    changes.map((_, index) => index),
    (index) => direct[index] ?? [],
  );
  if (blocked.length > 0) return null;
  const closures: ReadonlySet<number>[] = changes.map(() => new Set<number>());
  for (const index of order) {
    const closure = new Set<number>();
    for (const before of direct[index] ?? []) for (const each of closures[before] ?? []) closure.add(each);
    closures[index] = closure.add(index);
  }
  return { changes, closures };
}

/** Orders of some constrained changes, counted by how many ways lead to each set of those done; stops at `mostOrders`. */
function countConstrained(closures: readonly ReadonlySet<number>[], members: readonly number[]): number {
  let level = new Map<string, { readonly done: ReadonlySet<number>; ways: number }>([
    ['', { done: new Set(), ways: 1 }],
  ]);
  for (let size = 0; size < members.length; size += 1) {
    const next = new Map<string, { readonly done: ReadonlySet<number>; ways: number }>();
    let total = 0;
    for (const { done, ways } of level.values()) {
      for (const index of members) {
        if (done.has(index)) continue;
        const waits = [...(closures[index] ?? [])].some((each) => each !== index && !done.has(each));
        if (waits) continue;
        total += ways;
        const after = new Set(done).add(index);
        const key = members.filter((each) => after.has(each)).join(' ');
        const known = next.get(key);
        if (known === undefined) next.set(key, { done: after, ways });
        else known.ways += ways;
      }
    }
    // Every way goes on to at least one whole order.
    if (total >= mostOrders) return mostOrders;
    level = next;
  }
  return [...level.values()][0]?.ways ?? 1;
}

/** How many orders of a phase are allowed, at most `mostOrders`. */
export function countOrders({ closures }: FreeOrder): number {
  const bound = new Set<number>();
  for (const [index, closure] of closures.entries()) {
    if (closure.size > 1) for (const each of closure) bound.add(each);
    if (closure.size === closures.length && index > 0) bound.add(index);
  }
  const isChain = new Set(closures.map((closure) => closure.size)).size === closures.length;
  if (isChain) return 1;
  const free = closures.length - bound.size;
  if (free >= 8) return mostOrders;
  let count = countConstrained(
    closures,
    [...bound].sort((a, b) => a - b),
  );
  // Each change that waits for none and none waits for may stand anywhere between the others.
  for (let placed = bound.size + 1; placed <= closures.length; placed += 1) {
    count = Math.min(mostOrders, count * placed);
  }
  return count;
}
