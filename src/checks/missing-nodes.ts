import { sortedBy } from '#core/base/compare.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import { childrenIn, dependenciesInto, dependenciesOutOf, type Estate } from '#core/state/estate.ts';
import { touchedEnds, touchedNodes } from './touched.ts';
import type { Step, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';

/** Ids that something points at as its place or as what it needs. */
export function placesAndNeeds(_scene: Scene, estate: Estate): Iterable<string> {
  const ids = new Set<string>();
  for (const node of estate.nodes) if (node.parent !== null) ids.add(node.parent);
  for (const each of estate.dependencies) if (isNeed(each.type)) ids.add(each.to);
  return [...ids].filter((id) => !estate.nodes.has(id));
}

/** Ids of nodes whose being there, or being needed, a step may have changed. */
export function touchedPlacesAndNeeds(_scene: Scene, step: Step): Iterable<string> {
  const nodes = touchedNodes(step);
  const targets = nodes.flatMap((id) => {
    const parent = step.estate.nodes.get(id)?.parent ?? null;
    const was = step.before.nodes.get(id)?.parent ?? null;
    return [parent, was].flatMap((place) => (place === null ? [] : place));
  });
  // A node that comes brings its needs along: dependencies may have waited for it in the inventory.
  const needed = step.edit.nodes
    .filter((node) => !step.before.nodes.has(node.id))
    .flatMap((node) => dependenciesOutOf(step.estate, node.id).map((each) => each.to));
  return [...nodes, ...targets, ...needed, ...touchedEnds(step)];
}

/**
 * That a node is not there although others need it or stand on it; `[]` when all is well. `others` are those who miss it,
 * `words` their names and how they need it, one a line.
 */
export function lookForMissing(scene: Scene, estate: Estate, spot: string): readonly Trouble[] {
  if (estate.nodes.has(spot)) return [];
  const links = dependenciesInto(estate, spot).filter(
    (each) => isNeed(each.type) && estate.nodes.has(each.from),
  );
  const inside = childrenIn(estate, spot);
  const missing: NodeId | null | undefined = links[0]?.to ?? inside[0]?.parent;
  if (missing === undefined || missing === null) return [];
  const needers = sortedBy(
    [...links.map((each) => each.from), ...inside.map((each) => each.id)],
    scene.nameOf,
    (id) => id,
  );
  const others = [...new Set(needers)];
  return [{ about: [missing], key: '', others, words: '', weight: others.length }];
}
