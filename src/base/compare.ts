/** Compares two strings by UTF-16 code unit, the one order that every machine and locale shares. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy by a text key, ties broken by the second key when one is given. Asks each item for its keys only once. */
export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string, tie?: (item: T) => string): T[] {
  return Array.from(items, (item) => ({ item, key: key(item), tie: tie?.(item) ?? '' }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.tie, b.tie))
    .map(({ item }) => item);
}
