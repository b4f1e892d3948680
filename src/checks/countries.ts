import type { InventoryNode } from '#core/model/node.ts';
import {
  ancestorsIn,
  dependenciesInto,
  dependenciesOutOf,
  subtreeIn,
  type Estate,
} from '#core/state/estate.ts';

/** The country that a node is in: its own, or that of the nearest place it stands in; `null` where nobody said. */
export function findCountry(estate: Estate, node: InventoryNode): string | null {
  const places = [node, ...ancestorsIn(estate, node.id)];
  return places.find((place) => place.jurisdiction !== null)?.jurisdiction ?? null;
}

/**
 * A node and all that holds its data or a copy of them: parts that say where they are, what it or its parts back up to or
 * store in, and replicas of either side.
 */
export function holdersOf(estate: Estate, id: string): InventoryNode[] {
  const found = new Set<string>([id]);
  for (const at of found) {
    for (const part of subtreeIn(estate, at)) {
      // A part that names a country of its own is elsewhere than what it is a part of.
      if (part.jurisdiction !== null) found.add(part.id);
      for (const each of dependenciesOutOf(estate, part.id)) {
        if (['replicates', 'backs-up-to', 'stores-in'].includes(each.type)) found.add(each.to);
      }
      for (const each of dependenciesInto(estate, part.id))
        if (each.type === 'replicates') found.add(each.from);
    }
  }
  return [...found].flatMap((each) => estate.nodes.get(each) ?? []);
}

/** The country codes of a rule's value, in capitals. */
export function toCodes(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap((code) => (typeof code === 'string' ? code.toUpperCase() : []))
    : [];
}
