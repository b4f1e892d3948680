import type { MergeChange } from '#core/model/change.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { DependencyId } from '#core/model/ids.ts';
import type { InventoryNode, Resources } from '#core/model/node.ts';
import {
  ancestorsIn,
  childrenIn,
  dependenciesInto,
  dependenciesOutOf,
  dutiesOn,
  type Estate,
} from './estate.ts';
import { toEstateEdit, type EstateEdit } from './estate-edit.ts';

/** Adds where both are known, else takes the one that is. */
function sumOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}

function sumOfResources(a: Resources, b: Resources): Resources {
  return {
    vcpu: sumOf(a.vcpu, b.vcpu),
    memoryMiB: sumOf(a.memoryMiB, b.memoryMiB),
    diskGiB: sumOf(a.diskGiB, b.diskGiB),
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

/**
 * What a merge does: children, domains, aliases and dependency ends go to `into`, loops on itself drop, usage is added
 * where known, addresses end, and the node is gone with the duties that were set on it. When `into` stands inside the
 * node it takes the node's place. Nothing happens when one of the two is not there.
 */
export function findMergeEffect(estate: Estate, change: MergeChange): EstateEdit {
  const node = estate.nodes.get(change.node);
  const into = estate.nodes.get(change.into);
  if (node === undefined || into === undefined || node.id === into.id) return toEstateEdit(change.id);
  const inside = ancestorsIn(estate, into.id).some((each) => each.id === node.id);
  const target: InventoryNode = {
    ...into,
    parent: inside ? node.parent : into.parent,
    aliases: union(into.aliases, node.aliases),
    domains: union(into.domains, node.domains),
    usage: sumOfResources(into.usage, node.usage),
  };
  const children = childrenIn(estate, node.id)
    .filter((child) => child.id !== into.id)
    .map((child) => ({ ...child, parent: into.id }));
  const moved: Dependency[] = [];
  const ended = new Set<DependencyId>();
  const links = [...dependenciesOutOf(estate, node.id), ...dependenciesInto(estate, node.id)];
  for (const link of new Map(links.map((each) => [each.id, each])).values()) {
    const from = link.from === node.id ? into.id : link.from;
    const to = link.to === node.id ? into.id : link.to;
    if (from === to) ended.add(link.id);
    else moved.push({ ...link, from, to });
  }
  return toEstateEdit(change.id, {
    nodes: [target, ...children],
    endedNodes: [node.id],
    dependencies: moved,
    endedDependencies: [...ended],
    endedDuties: dutiesOn(estate, node.id).map((duty) => duty.id),
  });
}
