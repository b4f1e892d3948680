import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toDependencyVerb, toIncomingVerb } from '#core/exporters/reading/dependency-words.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Dependency, DependencyType } from '#core/model/dependency.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { dependenciesInto, dependenciesOutOf, subtreeIn, type Estate } from '#core/state/estate.ts';
import { listedUpTo } from './words.ts';

const named = 3;

/** The dependencies across the border of a node and all that is in it, by type. */
function linksByType(
  estate: Estate,
  node: InventoryNode,
  way: 'out' | 'in',
): Map<DependencyType, Dependency[]> {
  const subtree = subtreeIn(estate, node.id);
  const inside = new Set<string>(subtree.map((each) => each.id));
  const groups = new Map<DependencyType, Dependency[]>();
  for (const { id } of subtree) {
    for (const link of way === 'out' ? dependenciesOutOf(estate, id) : dependenciesInto(estate, id)) {
      if (inside.has(link.from) === inside.has(link.to)) continue;
      groups.set(link.type, [...(groups.get(link.type) ?? []), link]);
    }
  }
  return groups;
}

/** What a node and all in it do to others: `uses orders, cache and 3 more; is reached through gate1`. */
export function toUses(reader: PlanReader, estate: Estate, node: InventoryNode): string {
  return [...linksByType(estate, node, 'out')]
    .map(([type, links]) => {
      const names = [...new Set(links.map((link) => mdText(reader.nameOf(link.to))))];
      return `${toDependencyVerb(type)} ${listedUpTo(names, named)}`;
    })
    .join('; ');
}

/** What others do to a node and all in it; many of one sort are only counted: `6 are reached through it`. */
export function toUsers(reader: PlanReader, estate: Estate, node: InventoryNode): string {
  return [...linksByType(estate, node, 'in')]
    .map(([type, links]) => {
      const names = [...new Set(links.map((link) => mdText(reader.nameOf(link.from))))];
      if (names.length > named) return `${names.length} ${toIncomingVerb(type)}`;
      return names.map((name) => `${name} ${toDependencyVerb(type)} it`).join(', ');
    })
    .join('; ');
}
