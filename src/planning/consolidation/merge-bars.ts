import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { dependenciesInto, dependenciesOutOf, subtreeIn, type Estate } from '#core/state/estate.ts';

/** What forbids to merge two servers. */
export interface MergeBars {
  readonly canEnd: (node: InventoryNode) => boolean;
  readonly canTake: (node: InventoryNode) => boolean;
  readonly canMeet: (node: InventoryNode, into: InventoryNode) => boolean;
  /** Whether it is marked to be retired, and that is not agreed yet. */
  readonly isMarked: (node: InventoryNode) => boolean;
  /** Whether another server runs a service of the same name: they may be one for when the other fails. */
  readonly hasTwin: (node: InventoryNode) => boolean;
}

const keptTypes: ReadonlySet<string> = new Set([
  'gateway',
  'load-balancer',
  'database',
  'monitoring',
  'backup',
  'dns',
]);

function isLinkedBy(estate: Estate, node: InventoryNode, into: InventoryNode, type: string): boolean {
  const there = new Set<string>(subtreeIn(estate, into.id).map((each) => each.id));
  return subtreeIn(estate, node.id).some(
    (each) =>
      dependenciesOutOf(estate, each.id).some((link) => link.type === type && there.has(link.to)) ||
      dependenciesInto(estate, each.id).some((link) => link.type === type && there.has(link.from)),
  );
}

function groupsOf(estate: Estate, node: InventoryNode): ReadonlySet<string> {
  return new Set(subtreeIn(estate, node.id).flatMap((each) => each.redundancy?.group ?? []));
}

/** Whether both do the same: then they are a pair on purpose, one for when the other fails. */
function isPair(estate: Estate, node: InventoryNode, into: InventoryNode): boolean {
  const groups = groupsOf(estate, node);
  if ([...groupsOf(estate, into)].some((group) => groups.has(group))) return true;
  const names = new Set(
    subtreeIn(estate, node.id)
      .slice(1)
      .map((each) => each.name.toLowerCase()),
  );
  return subtreeIn(estate, into.id)
    .slice(1)
    .some((each) => names.has(each.name.toLowerCase()));
}

/** Looks up once what a plan says of merging: fixed, apart, retired, redundant, gateways. */
export function toMergeBars(plan: Plan, estate: Estate): MergeBars {
  const fixed = new Set<string>();
  const apart = new Map<string, Set<string>>();
  for (const rule of plan.rules) {
    if (rule.kind === 'fixed') for (const id of rule.nodes) fixed.add(id);
    if (rule.kind !== 'apart') continue;
    for (const id of rule.nodes) apart.set(id, new Set([...(apart.get(id) ?? []), ...rule.nodes]));
  }
  const retired = new Set<string>();
  const marked = new Set<string>();
  const retained = new Set<string>();
  for (const each of plan.dispositions) {
    if (each.disposition === 'retain') retained.add(each.node);
    if (each.disposition === 'retire') (each.agreed ? retired : marked).add(each.node);
  }
  const isGateway = (node: InventoryNode): boolean =>
    (node.type !== null && keptTypes.has(node.type)) ||
    subtreeIn(estate, node.id).some((each) =>
      dependenciesInto(estate, each.id).some((link) => link.type === 'reaches-through'),
    );
  const isApart = (node: InventoryNode, into: InventoryNode): boolean => {
    const there = subtreeIn(estate, into.id).map((each) => each.id);
    return subtreeIn(estate, node.id).some((each) =>
      there.some((other) => apart.get(each.id)?.has(other) === true),
    );
  };
  const runners = new Map<string, number>();
  const servicesOf = (node: InventoryNode): string[] =>
    subtreeIn(estate, node.id)
      .slice(1)
      .map((each) => each.name.toLowerCase());
  for (const node of estate.nodes) {
    if (node.kind !== 'server') continue;
    for (const name of new Set(servicesOf(node))) runners.set(name, (runners.get(name) ?? 0) + 1);
  }
  const hasTwin = (node: InventoryNode): boolean =>
    servicesOf(node).some((name) => (runners.get(name) ?? 0) > 1);
  return {
    hasTwin,
    isMarked: (node) => marked.has(node.id),
    canEnd: (node) =>
      node.count === 1 &&
      !retired.has(node.id) &&
      !retained.has(node.id) &&
      (marked.has(node.id) || !hasTwin(node)) &&
      !subtreeIn(estate, node.id).some((each) => fixed.has(each.id)) &&
      !isGateway(node),
    canTake: (node) => node.count === 1 && !retired.has(node.id) && !isGateway(node),
    canMeet: (node, into) =>
      node.environment === into.environment &&
      (marked.has(node.id) || !marked.has(into.id)) &&
      !isApart(node, into) &&
      !isPair(estate, node, into) &&
      !isLinkedBy(estate, node, into, 'replicates') &&
      !isLinkedBy(estate, node, into, 'backs-up-to') &&
      !isLinkedBy(estate, node, into, 'monitors'),
  };
}
