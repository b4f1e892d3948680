import { toPlacement } from '#core/graph/placement.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { plainState, toNodeStates, type NodeState } from './node-marks.ts';

/** What the tree of the inventory lets through. */
export type NavigatorFilter = 'all' | 'changed' | 'unknown';

/** One row of the tree. */
export interface NavigatorRow {
  readonly node: InventoryNode;
  readonly level: number;
  readonly isOpen: boolean;
  readonly hasChildren: boolean;
  /** Servers inside a provider, site or host; null for others, or when it is zero. */
  readonly servers: number | null;
  readonly state: NodeState;
  /** Taken away by the plan in the shown state: it stands at its last place, struck. */
  readonly isGone: boolean;
  readonly place: string | null;
}

/** What the tree shows and how it is counted. */
export interface NavigatorTree {
  readonly rows: readonly NavigatorRow[];
  readonly counts: Readonly<Record<NavigatorFilter, number>>;
}

/** What a person set in the inventory. `open` holds what is opened against its usual state. */
export interface NavigatorWishes {
  readonly query: string;
  readonly filter: NavigatorFilter;
  readonly toggled: ReadonlySet<NodeId>;
}

function isUnknown(node: InventoryNode, state: NodeState): boolean {
  return (
    node.status === 'unknown' || node.count === null || state.marks.some((mark) => mark.kind === 'question')
  );
}

function isChanged(state: NodeState): boolean {
  return state.candidate || state.marks.some((mark) => mark.kind !== 'question');
}

/** Whether a node answers to a search: by name, alias, domain, address or tag. */
export function answersTo(node: InventoryNode, query: string): boolean {
  const wanted = query.toLowerCase();
  return [node.name, ...node.aliases, ...node.domains, ...node.addresses, ...node.tags].some((each) =>
    each.toLowerCase().includes(wanted),
  );
}

/** Nodes of the shown state, and those that the plan has taken away by then, at the place where they were. */
function nodesShown(plan: Plan, point: StatePoint): { nodes: InventoryNode[]; gone: ReadonlySet<NodeId> } {
  const estate = estateAt(plan, point);
  const gone = plan.nodes.filter((node) => !estate.nodes.has(node.id));
  return { nodes: [...estate.nodes, ...gone], gone: new Set(gone.map((node) => node.id)) };
}

/** The tree of the inventory in one state: opened down to the servers, more where something is searched. */
export function toNavigatorTree(
  plan: Plan,
  report: CheckReport,
  point: StatePoint,
  wishes: NavigatorWishes,
): NavigatorTree {
  const { nodes, gone } = nodesShown(plan, point);
  const placement = toPlacement(nodes);
  const states = toNodeStates(plan, report, point);
  const stateOf = (id: NodeId): NodeState => states.get(id) ?? plainState;
  const query = wishes.query.trim();
  const isFiltered = query !== '' || wishes.filter !== 'all';
  const passes = (node: InventoryNode): boolean => {
    if (query !== '' && !answersTo(node, query)) return false;
    if (wishes.filter === 'changed') return isChanged(stateOf(node.id));
    return wishes.filter === 'all' || isUnknown(node, stateOf(node.id));
  };
  const shown = new Set<NodeId>();
  if (isFiltered) {
    for (const node of nodes) {
      if (!passes(node)) continue;
      shown.add(node.id);
      for (const above of placement.ancestorsOf(node.id)) shown.add(above.id);
    }
  }
  const servers = new Map<NodeId, number>();
  for (const node of nodes) {
    if (node.kind !== 'server' || gone.has(node.id)) continue;
    for (const above of placement.ancestorsOf(node.id)) {
      servers.set(above.id, (servers.get(above.id) ?? 0) + (node.count ?? 0));
    }
  }
  const rows: NavigatorRow[] = [];
  const visit = (node: InventoryNode, level: number, place: string | null): void => {
    if (isFiltered && !shown.has(node.id)) return;
    const children = placement.childrenOf(node.id);
    const isUsuallyOpen = isFiltered || (node.kind !== 'server' && node.kind !== 'service');
    const isOpen = children.length > 0 && isUsuallyOpen !== wishes.toggled.has(node.id);
    const count = servers.get(node.id) ?? 0;
    rows.push({
      node,
      level,
      isOpen,
      hasChildren: children.length > 0,
      servers: count === 0 ? null : count,
      state: stateOf(node.id),
      isGone: gone.has(node.id),
      place,
    });
    if (isOpen) for (const child of children) visit(child, level + 1, node.name);
  };
  for (const root of placement.roots) visit(root, 0, null);
  const machines = nodes.filter((node) => node.kind === 'server' || node.kind === 'host');
  return {
    rows,
    counts: {
      all: nodes.filter((node) => node.kind === 'server' && !gone.has(node.id)).length,
      changed: machines.filter((node) => isChanged(stateOf(node.id))).length,
      unknown: machines.filter((node) => isUnknown(node, stateOf(node.id))).length,
    },
  };
}

/** The name that is closest to a query that found nothing; null when none is close. Distance of Levenshtein, at most a third. */
export function findCloseName(nodes: Iterable<InventoryNode>, query: string): string | null {
  const wanted = query.trim().toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const { name } of nodes) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = distanceOf(name.toLowerCase(), wanted);
    // On a tie the first by code unit, so that the order of the table does not matter.
    if (distance < least || (distance === least && best !== null && name < best)) {
      best = name;
      least = distance;
    }
  }
  return best;
}

function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
