/** How deep JSON may nest: far above every real document, far below what overflows the stack of a later reader. */
export const jsonDepthLimit = 200;

type Json = Record<string, unknown> | readonly unknown[];

function isContainer(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Whether something nests deeper than the limit. Walks without recursion, so that no depth can overflow the stack. */
export function isTooDeep(value: unknown, limit: number = jsonDepthLimit): boolean {
  const waiting: { readonly at: Json; readonly depth: number }[] = isContainer(value)
    ? [{ at: value, depth: 1 }]
    : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth > limit) return true;
    for (const inner of Object.values(next.at)) {
      if (isContainer(inner)) waiting.push({ at: inner, depth: next.depth + 1 });
    }
  }
  return false;
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
    const clean = cleanJson(inner);
    if (!Object.is(clean, inner) || name !== key) changed = true;
    entries.push([name, clean]);
  }
  return changed ? Object.fromEntries(entries) : value;
}

/**
 * The same data as harmless JSON: text is well-formed Unicode, numbers are finite and never minus zero, no key is named `__proto__` and no
 * value is undefined. What is clean already comes back as it is. Ask `isTooDeep` first.
 */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const clean = list.map(cleanJson);
    return clean.every((each, index) => Object.is(each, list[index])) ? list : clean;
  }
  if (typeof value === 'object' && value !== null) return cleanKeys(value);
  if (typeof value === 'boolean' || value === null) return value;
  return null;
}
