import type { ProposedItem, ProposedNode } from '#core/importers/contract.ts';
import { normaliseName } from './node-names.ts';

/**
 * Which site without a place is one that the same words also name with a place, by the key of the first: "hosted in Holland" below a
 * provider is Holland of that provider, and no second Holland. Only where one placed site of the name shares a line with it.
 */
export function findPlacedSites(items: readonly ProposedItem[]): ReadonlyMap<string, string> {
  const placed = new Map<string, ProposedNode[]>();
  const loose: ProposedNode[] = [];
  for (const item of items) {
    if (item.is !== 'node' || item.kind !== 'site') continue;
    if (item.parent === undefined || item.parent === null) loose.push(item);
    else {
      const name = normaliseName(item.name);
      placed.set(name, [...(placed.get(name) ?? []), item]);
    }
  }
  const found = new Map<string, string>();
  for (const item of loose) {
    const lines = new Set(item.evidence.map((each) => each.line));
    const sharing = (placed.get(normaliseName(item.name)) ?? []).filter(
      (other) => other.parent !== item.key && other.evidence.some((each) => lines.has(each.line)),
    );
    const [only] = sharing;
    if (only !== undefined && sharing.length === 1) found.set(item.key, only.key);
  }
  return found;
}
