import type { StateRule, Step } from '#core/checks/rule.ts';
import { touchedEnds, touchedGroups, touchedNodes } from '#core/checks/touched.ts';
import { toNameList } from '#core/checks/words.ts';
import { isNeed, type Dependency } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, dependenciesInto, dependenciesOutOf, type Estate } from '#core/state/estate.ts';
import { isRunning } from '#core/checks/redundancy-groups.ts';
import type { Scene } from '#core/checks/scene.ts';

/** A backup that fails stops nobody for the moment, and a replica is what stands in, not who depends. */
function isLeanedOn(dependency: Dependency): boolean {
  return isNeed(dependency.type) && dependency.type !== 'backs-up-to' && dependency.type !== 'replicates';
}

/** Whether a node of the estate copies this one, or this one a node: then the copy can stand in. */
function hasReplica(estate: Estate, id: string): boolean {
  const isCopy = (each: Dependency, other: NodeId): boolean =>
    each.type === 'replicates' && other !== id && isRunning(estate.nodes.get(other));
  return (
    dependenciesInto(estate, id).some((each) => isCopy(each, each.from)) ||
    dependenciesOutOf(estate, id).some((each) => isCopy(each, each.to))
  );
}

/** Whether others carry on for a node: several of it, a copy, or a group that has one to spare. */
function canBeSpared(scene: Scene, estate: Estate, node: InventoryNode): boolean {
  if (node.redundancy === null) return node.count !== 1 || hasReplica(estate, node.id);
  const running = scene
    .membersOf(node.redundancy.group)
    .filter((each) => isRunning(estate.nodes.get(each.id)));
  const have = running.reduce((sum, each) => sum + (each.count ?? 1), 0);
  const needs = Math.max(0, ...running.map((each) => each.redundancy?.needs ?? 0));
  return have - (node.count ?? 1) >= needs;
}

function isOnlyWay(estate: Estate, id: NodeId, gateway: NodeId): boolean {
  return dependenciesOutOf(estate, id).every(
    (each) => each.type !== 'reaches-through' || each.to === gateway || !estate.nodes.has(each.to),
  );
}

/** Running nodes outside of a node that need it, and those that are reached through nothing else. */
function dependentsOf(estate: Estate, node: InventoryNode): { needing: NodeId[]; behind: NodeId[] } {
  const needing = new Set<NodeId>();
  const behind = new Set<NodeId>();
  for (const each of dependenciesInto(estate, node.id)) {
    const isWay = each.type === 'reaches-through';
    if ((!isWay && !isLeanedOn(each)) || each.from === node.id) continue;
    if (!isRunning(estate.nodes.get(each.from))) continue;
    if (ancestorsIn(estate, each.from).some((place) => place.id === node.id)) continue;
    if (!isWay) needing.add(each.from);
    else if (isOnlyWay(estate, each.from, node.id)) behind.add(each.from);
  }
  return { needing: [...needing], behind: [...behind] };
}

/** Nodes that need or lead to a node, are copied by it or reached beside it. */
function addNeighbours(estate: Estate, id: string, found: Set<string>): void {
  for (const each of dependenciesOutOf(estate, id)) found.add(each.to);
  for (const each of dependenciesInto(estate, id)) {
    if (each.type === 'replicates') found.add(each.from);
    if (each.type !== 'reaches-through') continue;
    for (const other of dependenciesOutOf(estate, each.from)) found.add(other.to);
  }
}

/** Whether a step left all of a node but its place as it was. */
function hasOnlyMoved({ before, estate }: Step, id: NodeId): boolean {
  const [was, is] = [before.nodes.get(id), estate.nodes.get(id)];
  return (
    was !== undefined &&
    is !== undefined &&
    was.status === is.status &&
    was.count === is.count &&
    was.kind === is.kind &&
    was.type === is.type &&
    was.redundancy === is.redundancy
  );
}

/** What a node needs counts only while that is no place the node stands on: of what it needs, its old and new places. */
function addPlaces(estate: Estate, id: NodeId, found: Set<string>): void {
  const needs = new Set<string>(dependenciesOutOf(estate, id).map((each) => each.to));
  if (needs.size === 0) return;
  for (const place of ancestorsIn(estate, id)) if (needs.has(place.id)) found.add(place.id);
}

/** Nodes of which something that the rule looks at lies near a changed one. */
function touched(scene: Scene, step: Step): Set<string> {
  const found = new Set<string>();
  const ends = new Set<NodeId>(touchedEnds(step));
  for (const id of new Set([...touchedNodes(step), ...ends, ...step.moved])) {
    // Who needs a node that only moved, and what stands in for it, stays the same: what stood inside still does.
    const isPlace = !ends.has(id) && hasOnlyMoved(step, id);
    if (!isPlace) found.add(id);
    const add = isPlace ? addPlaces : addNeighbours;
    for (const estate of [step.before, step.estate]) add(estate, id, found);
  }
  for (const group of touchedGroups(step)) {
    for (const member of scene.membersOf(group)) found.add(member.id);
  }
  return found;
}

const kinds: ReadonlySet<string> = new Set(['host', 'server', 'service']);

/**
 * Where several depend on one thing, something stands in when it fails: more than one of it, a replica, or a redundancy
 * group with one to spare. Told of a machine or service that at least three need, or that is the only way to at
 * least two. Who only backs up there does not count, nor does what stands on it, nor what is dormant; a SaaS is its vendor's
 * business. Looks at every state; one finding a node. A warning: all works until that one fails. No repair.
 */
export const noSinglePointOfFailure: StateRule = {
  looksAt: 'states',
  name: 'no-single-point-of-failure',
  severity: 'warning',
  spots: (_scene, estate) => new Set(estate.dependencies.map((each) => each.to)),
  touched,
  look: (scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    if (node === undefined || !kinds.has(node.kind) || node.type === 'saas' || !isRunning(node)) return [];
    const { needing, behind } = dependentsOf(estate, node);
    const others = new Set([...needing, ...behind]);
    if ((behind.length < 2 && others.size < 3) || canBeSpared(scene, estate, node)) return [];
    const words = [
      ...(behind.length < 2 ? [] : [`is the only way to ${toNameList(behind.map(scene.nameOf))}`]),
      ...(behind.length < 2
        ? [`is needed by ${toNameList([...others].map(scene.nameOf))}`]
        : needing.length === 0
          ? []
          : [`is needed by ${toNameList(needing.map(scene.nameOf))}`]),
    ].join(' and ');
    return [{ about: [node.id], key: '', others: [...others], words, weight: others.size }];
  },
  say: (scene, [trouble]) =>
    `${scene.nameOf(trouble?.about[0] ?? null)} ${trouble?.words ?? ''}; nothing stands in when it fails.`,
};
