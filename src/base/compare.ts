/** Compares two strings by UTF-16 code unit, the one order that every machine and locale shares. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy by a text key, ties broken by the second key when one is given. */
export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string, tie?: (item: T) => string): T[] {
  return [...items].sort(
    (a, b) => compareText(key(a), key(b)) || (tie === undefined ? 0 : compareText(tie(a), tie(b))),
  );
}
