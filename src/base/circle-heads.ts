import { compareText } from './compare.ts';

/**
 * Where things stand on each other in circles: the smallest id of each circle. `up` says what one stands on, `null` where that is nothing
 * or not there. Linear time.
 */
export function findCircleHeads<Id extends string>(
  ids: Iterable<Id>,
  up: (id: Id) => Id | null,
): ReadonlySet<Id> {
  const heads = new Set<Id>();
  const seen = new Set<Id>();
  for (const start of ids) {
    const path = new Map<Id, number>();
    let at: Id | null = start;
    while (at !== null && !seen.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = up(at);
    }
    const entry = at === null ? undefined : path.get(at);
    if (entry !== undefined) {
      const [head] = [...path.keys()].slice(entry).sort(compareText);
      if (head !== undefined) heads.add(head);
    }
    for (const id of path.keys()) seen.add(id);
  }
  return heads;
}
