/** Whether two pieces of plain JSON data are equal; the order of keys does not matter. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b);
  if (Array.isArray(b)) return false;
  let keys = 0;
  for (const key in a) {
    if (!Object.hasOwn(a, key)) continue;
    keys += 1;
    if (!Object.hasOwn(b, key) || !isSameJson(getOwn(a, key), getOwn(b, key))) return false;
  }
  return Object.keys(b).length === keys;
}

function getOwn(data: object, key: string): unknown {
  return Reflect.get(data, key);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!isSameJson(a[at], b[at])) return false;
  return true;
}
