import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { holdsRows, isRow, type Arrangement, type PathStep } from './map-slots.ts';
import { changesByNode } from './node-marks.ts';
import { findEnvironment, findPartyNames } from './node-shares.ts';

/** What the boxes of the map can be put together by; `place` is the tree of providers, sites and hosts. */
export const groupings = ['place', 'site', 'environment', 'party', 'phase', 'disposition'] as const;

/** One way to put the boxes of the map together. */
export type Grouping = (typeof groupings)[number];

/** A grouping other than by place, with the words for its groups. */
export interface MapGrouping {
  readonly by: Exclude<Grouping, 'place'>;
  /** What a group is called: an environment, names of parties, a phase's id or `end`, a disposition; `null`: none is known. */
  readonly nameOf: (value: string | null) => string;
}

function toValueOf(
  plan: Plan,
  by: Exclude<Grouping, 'place' | 'site'>,
): (estate: Estate, node: InventoryNode) => string | null {
  switch (by) {
    case 'environment':
      return findEnvironment;
    case 'party':
      return (estate, node) => {
        const names = findPartyNames(plan, estate, node);
        return names.length === 0 ? null : names.join(', ');
      };
    case 'phase': {
      const changes = changesByNode(plan);
      return (_, node) => {
        const [first] = changes.get(node.id) ?? [];
        return first === undefined ? null : phaseOf(plan, first);
      };
    }
    case 'disposition': {
      const known = new Map<NodeId, string>(plan.dispositions.map((each) => [each.node, each.disposition]));
      return (_, node) => known.get(node.id) ?? null;
    }
    default:
      return by satisfies never;
  }
}

function groupStep(value: string | null, { nameOf }: MapGrouping): PathStep {
  return {
    key: value === null ? '?' : `group:${value}`,
    node: null,
    kind: value === null ? 'unplaced' : 'group',
    name: nameOf(value),
  };
}

function toPath(steps: readonly PathStep[], nodes: readonly InventoryNode[]): PathStep[] {
  const path = [...steps];
  for (const node of nodes) {
    const before = path.at(-1)?.key;
    const key = before === undefined ? node.id : `${before}/${node.id}`;
    path.push({ key, node, kind: node.kind, name: node.name });
  }
  return path;
}

/** Sites are outermost, with what stands in them; hosts and servers without one stand together. */
function sitePath(estate: Estate, node: InventoryNode, grouping: MapGrouping): PathStep[] {
  if (node.kind === 'provider') return [];
  const chain = [...ancestorsIn(estate, node.id)].reverse().filter((each) => each.kind !== 'provider');
  const isSited = [...chain, node].some((each) => each.kind === 'site');
  return toPath(isSited ? [] : [groupStep(null, grouping)], [...chain, node]);
}

/** How a grouping puts the map together. Servers, and services that stand on none, are in the group of what they share. */
export function toArrangement(plan: Plan, grouping: MapGrouping): Arrangement {
  if (grouping.by === 'site')
    return { pathOf: (estate, node) => sitePath(estate, node, grouping), turnsAll: () => false };
  const valueOf = toValueOf(plan, grouping.by);
  return {
    pathOf: (estate, node) =>
      holdsRows(node.kind) && !isRow(estate, node)
        ? toPath([groupStep(valueOf(estate, node), grouping)], [node])
        : [],
    // Who is accountable may change for a whole subtree at once.
    turnsAll: (change) => grouping.by === 'party' && change.kind === 'hand-over',
  };
}
