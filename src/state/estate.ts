import { toTable, type Table } from '#core/base/table.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { Duty } from '#core/model/duty.ts';
import type { ChangeId, DependencyId, DutyId, NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { findEstateChanges } from './estate-changes.ts';
import { applyEdit } from './estate-edit.ts';
import { toGroups, type Groups } from './groups.ts';

/** That a node ended, and which change ended it. */
export interface EndedNode {
  readonly id: NodeId;
  readonly change: ChangeId;
}

/**
 * The inventory in one state of the plan. It is immutable and shares all that did not change with the state before, so
 * that stepping through thousands of states costs only what they change. The groups are an index, kept up by `applyEdit`.
 */
export interface Estate {
  readonly nodes: Table<InventoryNode>;
  readonly dependencies: Table<Dependency>;
  readonly duties: Table<Duty>;
  /** Nodes that the plan has taken away so far. */
  readonly ended: Table<EndedNode>;
  /** Ids of the nodes that stand directly on one, also for a place that is not there. */
  readonly children: Groups<NodeId>;
  /** Ids of the dependencies by `from`, also for a node that is not there. */
  readonly outOf: Groups<DependencyId>;
  /** Ids of the dependencies by `to`, also for a node that is not there. */
  readonly into: Groups<DependencyId>;
  /** Ids of the duties by subject; `''` holds those without one. */
  readonly dutiesOn: Groups<DutyId>;
}

const known = new WeakMap<Table<InventoryNode>, Estate>();
let latest: Estate | null = null;

/**
 * The estate as it is, before any change. Remembered for the inventory that it was made of; where that is an edit of the one
 * before, only the edit is paid for.
 */
export function toEstate(plan: Pick<Plan, 'nodes' | 'dependencies' | 'duties'>): Estate {
  const { nodes, dependencies, duties } = plan;
  const before = known.get(nodes);
  if (before !== undefined && before.dependencies === dependencies && before.duties === duties) return before;
  const edit = latest === null ? null : findEstateChanges(latest, plan);
  const estate =
    latest === null || edit === null
      ? toFreshEstate(plan)
      : { ...applyEdit(latest, edit), nodes, dependencies, duties, ended: latest.ended };
  latest = estate;
  known.set(nodes, estate);
  return estate;
}

function toFreshEstate({
  nodes,
  dependencies,
  duties,
}: Pick<Plan, 'nodes' | 'dependencies' | 'duties'>): Estate {
  return {
    nodes,
    dependencies,
    duties,
    ended: toTable<EndedNode>(),
    children: toGroups(
      nodes.filter((node) => node.parent !== null).map((node) => [node.parent ?? '', node.id]),
    ),
    outOf: toGroups(dependencies.map((each) => [each.from, each.id])),
    into: toGroups(dependencies.map((each) => [each.to, each.id])),
    dutiesOn: toGroups(duties.map((duty) => [duty.subject ?? '', duty.id])),
  };
}

/** The nodes that stand directly on one. */
export function childrenIn(estate: Estate, id: string): InventoryNode[] {
  return rowsOf(estate.nodes, estate.children.of(id));
}

/** What a node stands on, the nearest first, without itself; cut where a broken file goes in a circle. */
export function ancestorsIn(estate: Estate, id: string): InventoryNode[] {
  const found: InventoryNode[] = [];
  const seen = new Set<string>([id]);
  let at = estate.nodes.get(estate.nodes.get(id)?.parent ?? null);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    found.push(at);
    at = estate.nodes.get(at.parent);
  }
  return found;
}

/** A node and everything inside it, each before what stands on it; empty for a node that is not there. */
export function subtreeIn(estate: Estate, id: string): InventoryNode[] {
  const root = estate.nodes.get(id);
  if (root === undefined) return [];
  const found = [root];
  const seen = new Set<string>([id]);
  for (let at = 0; at < found.length; at += 1) {
    const node = found[at];
    if (node === undefined) break;
    for (const child of childrenIn(estate, node.id)) {
      if (seen.has(child.id)) continue;
      seen.add(child.id);
      found.push(child);
    }
  }
  return found;
}

/** The dependencies that start at a node. */
export function dependenciesOutOf(estate: Estate, id: string): Dependency[] {
  return rowsOf(estate.dependencies, estate.outOf.of(id));
}

/** The dependencies that end at a node. */
export function dependenciesInto(estate: Estate, id: string): Dependency[] {
  return rowsOf(estate.dependencies, estate.into.of(id));
}

/** The duties that are set on a node itself, or on no node at all. */
export function dutiesOn(estate: Estate, subject: string | null): Duty[] {
  return rowsOf(estate.duties, estate.dutiesOn.of(subject ?? ''));
}

function rowsOf<T extends { readonly id: string }>(table: Table<T>, ids: readonly string[]): T[] {
  const rows: T[] = [];
  for (const id of ids) {
    const row = table.get(id);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
