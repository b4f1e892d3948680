/**
 * Items so that each comes after all that it waits for; among those that are free the given order is kept. What lies on
 * a circle, or waits for one, cannot be ordered and comes back in `blocked`. Linear time.
 * Source: A. B. Kahn, "Topological sorting of large networks", 1962.
 */
export function toTopologicalOrder<T>(
  items: readonly T[],
  waitsFor: (item: T) => Iterable<T>,
): { readonly order: readonly T[]; readonly blocked: readonly T[] } {
  const known = new Set(items);
  const waiting = new Map<T, number>();
  const followers = new Map<T, T[]>();
  for (const item of known) {
    const before = new Set([...waitsFor(item)].filter((each) => known.has(each)));
    waiting.set(item, before.size);
    for (const each of before) {
      const list = followers.get(each);
      if (list === undefined) followers.set(each, [item]);
      else list.push(item);
    }
  }
  const order = [...known].filter((item) => waiting.get(item) === 0);
  for (let at = 0; at < order.length; at += 1) {
    const item = order[at];
    if (item === undefined) break;
    for (const follower of followers.get(item) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) order.push(follower);
    }
  }
  return { order, blocked: [...known].filter((item) => (waiting.get(item) ?? 0) > 0) };
}
