/** A need between two things, by their names. */
export interface Need {
  readonly from: string;
  readonly to: string;
}

/** Needs without a circle, and the ones that were left out for it. */
export interface BrokenCycles<T extends Need> {
  readonly kept: readonly T[];
  readonly dropped: readonly T[];
}

/**
 * Leaves out the needs that close a circle, one for each circle that a walk in depth meets, in the given order: the result has no
 * circle, and every left out one would make one again. Linear.
 */
export function breakCycles<T extends Need>(needs: readonly T[]): BrokenCycles<T> {
  const out = new Map<string, T[]>();
  for (const need of needs) {
    const list = out.get(need.from);
    if (list === undefined) out.set(need.from, [need]);
    else list.push(need);
  }
  const state = new Map<string, 'open' | 'done'>();
  const dropped = new Set<T>();
  for (const root of out.keys()) {
    if (state.has(root)) continue;
    const path: { readonly item: string; next: number }[] = [{ item: root, next: 0 }];
    state.set(root, 'open');
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (top === undefined) break;
      const need = out.get(top.item)?.[top.next];
      top.next += 1;
      if (need === undefined) {
        state.set(top.item, 'done');
        path.pop();
      } else if (state.get(need.to) === 'open') dropped.add(need);
      else if (!state.has(need.to)) {
        state.set(need.to, 'open');
        path.push({ item: need.to, next: 0 });
      }
    }
  }
  return { kept: needs.filter((need) => !dropped.has(need)), dropped: [...dropped] };
}
