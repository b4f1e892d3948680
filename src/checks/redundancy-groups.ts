import type { InventoryNode } from '#core/model/node.ts';
import type { Scene } from './scene.ts';
import type { Step } from './rule.ts';
import { touchedNodes } from './touched.ts';

type GroupsByName = ReadonlyMap<string, readonly InventoryNode[]>;

const known = new WeakMap<Scene, GroupsByName>();

/** All redundancy groups, each with its nodes as the plan knows them: in the inventory or still to come. */
export function redundancyGroups(scene: Scene): GroupsByName {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const groups = new Map<string, InventoryNode[]>();
  const nodes = [
    ...scene.plan.nodes.filter((node) => node.redundancy !== null),
    ...[...scene.adds.values()].map((change) => change.node),
  ];
  for (const node of nodes) {
    if (node.redundancy === null) continue;
    const members = groups.get(node.redundancy.group);
    if (members === undefined) groups.set(node.redundancy.group, [node]);
    else members.push(node);
  }
  known.set(scene, groups);
  return groups;
}

/** The nodes of a redundancy group. */
export function groupMembers(scene: Scene, group: string): readonly InventoryNode[] {
  return redundancyGroups(scene).get(group) ?? [];
}

/** Whether a node is there and does its work: a dormant or planned one does not. */
export function isRunning(node: InventoryNode | undefined): boolean {
  return node !== undefined && node.status !== 'dormant' && node.status !== 'planned';
}

/** The groups whose members a step changed, brought or took away. */
export function touchedGroups(_scene: Scene, step: Step): string[] {
  return touchedNodes(step).flatMap(
    (id) => (step.before.nodes.get(id) ?? step.estate.nodes.get(id))?.redundancy?.group ?? [],
  );
}
