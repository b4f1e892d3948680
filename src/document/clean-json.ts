/** How deep JSON may nest: far above every real document, far below what overflows the stack of a later reader. */
export const jsonDepthLimit = 200;

type Json = Record<string, unknown> | readonly unknown[];

function isContainer(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Whether something nests deeper than the limit. Walks without recursion, so that no depth can overflow the stack. */
export function isTooDeep(value: unknown, limit: number = jsonDepthLimit): boolean {
  const waiting: Json[] = isContainer(value) ? [value] : [];
  const depths: number[] = [1];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const depth = depths.pop() ?? 1;
    if (depth > limit) return true;
    for (const inner of Array.isArray(at) ? at : Object.values(at)) {
      if (!isContainer(inner)) continue;
      waiting.push(inner);
      depths.push(depth + 1);
    }
  }
  return false;
}

/** Whether nothing in it has to be cleaned, found without making anything: nearly every file is so. */
function isClean(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isClean);
  if (!isContainer(value)) return value === null || typeof value === 'boolean';
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || !key.isWellFormed() || !isClean(Reflect.get(value, key))) return false;
  }
  return true;
}

function cleanKeys(value: object): object {
  let changed = false;
  const entries: [string, unknown][] = [];
  for (const [key, inner] of Object.entries<unknown>({ ...value })) {
    const name = key.toWellFormed();
    if (key === '__proto__' || inner === undefined) {
      changed = true;
      continue;
    }
    const kept = clean(inner);
    if (!Object.is(kept, inner) || name !== key) changed = true;
    entries.push([name, kept]);
  }
  return changed ? Object.fromEntries(entries) : value;
}

/**
 * The same data as harmless JSON: text is well-formed Unicode, numbers are finite and never minus zero, no key is named `__proto__` and no
 * value is undefined. What is clean already comes back as it is. Ask `isTooDeep` first.
 */
export function cleanJson(value: unknown): unknown {
  return isClean(value) ? value : clean(value);
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const kept = list.map(clean);
    return kept.every((each, index) => Object.is(each, list[index])) ? list : kept;
  }
  if (typeof value === 'object' && value !== null) return cleanKeys(value);
  if (typeof value === 'boolean' || value === null) return value;
  return null;
}
