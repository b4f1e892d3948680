/** What the search keeps of one item that it has reached. */
interface Visit<T> {
  readonly item: T;
  readonly index: number;
  low: number;
  open: boolean;
  readonly rest: Iterator<T>;
}

/**
 * Strongly connected components: groups of items that all reach each other, a single item being a group of its own.
 * Every group comes after the groups that it reaches. Linear time, no recursion (10,000 items in a row are fine).
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972.
 */
export function findComponents<T>(items: Iterable<T>, next: (item: T) => Iterable<T>): T[][] {
  const visits = new Map<T, Visit<T>>();
  const open: Visit<T>[] = [];
  const components: T[][] = [];
  const reach = (item: T): Visit<T> => {
    const visit = {
      item,
      index: visits.size,
      low: visits.size,
      open: true,
      rest: next(item)[Symbol.iterator](),
    };
    visits.set(item, visit);
    open.push(visit);
    return visit;
  };
  const close = (visit: Visit<T>): void => {
    if (visit.low !== visit.index) return;
    const component: T[] = [];
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      member.open = false;
      component.push(member.item);
      if (member === visit) break;
    }
    components.push(component.reverse());
  };
  for (const root of items) {
    if (visits.has(root)) continue;
    const path = [reach(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const step = visit.rest.next();
      if (step.done === true) {
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) above.low = Math.min(above.low, visit.low);
        close(visit);
        continue;
      }
      const known = visits.get(step.value);
      if (known === undefined) path.push(reach(step.value));
      else if (known.open) visit.low = Math.min(visit.low, known.index);
    }
  }
  return components;
}

/** The groups of items that lie on a circle: components of two or more, and items that point at themselves. */
export function findCycles<T>(items: Iterable<T>, next: (item: T) => Iterable<T>): T[][] {
  return findComponents(items, next).filter((group) => {
    const [only] = group;
    return group.length > 1 || (only !== undefined && [...next(only)].includes(only));
  });
}
