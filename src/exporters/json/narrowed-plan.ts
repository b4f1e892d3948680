import { toTable, type Table, type TableRow } from '#core/base/table.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import type { Change } from '#core/model/change.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';

function mapRows<T extends TableRow>(table: Table<T>, to: (row: T) => T): Table<T> {
  return toTable(table.map(to));
}

function withoutEvidence<T extends { readonly evidence: readonly Evidence[] }>(row: T): T {
  return { ...row, evidence: [] };
}

function nodeWithoutSources(node: InventoryNode): InventoryNode {
  const conflicts = node.conflicts.map((conflict) => ({
    ...conflict,
    values: conflict.values.map(withoutEvidence),
  }));
  return { ...withoutEvidence(node), conflicts };
}

function nodeWithoutNotes(node: InventoryNode): InventoryNode {
  return { ...node, notes: '' };
}

function inChange(change: Change, to: (node: InventoryNode) => InventoryNode): Change {
  return change.kind === 'add' ? { ...change, node: to(change.node) } : change;
}

/** The same plan without its documents and every word that was quoted from them as evidence. */
function withoutSources(plan: Plan): Plan {
  return {
    ...plan,
    sources: toTable(),
    nodes: mapRows(plan.nodes, nodeWithoutSources),
    dependencies: mapRows(plan.dependencies, withoutEvidence),
    parties: mapRows(plan.parties, withoutEvidence),
    duties: mapRows(plan.duties, withoutEvidence),
    questions: mapRows(plan.questions, withoutEvidence),
    dispositions: mapRows(plan.dispositions, withoutEvidence),
    changes: mapRows(plan.changes, (change) => inChange(change, nodeWithoutSources)),
  };
}

function withoutNotes(plan: Plan): Plan {
  return {
    ...plan,
    nodes: mapRows(plan.nodes, nodeWithoutNotes),
    changes: mapRows(plan.changes, (change) => ({ ...inChange(change, nodeWithoutNotes), notes: '' })),
  };
}

/** A plan to give away: without its sources, its notes, or both. It still opens and checks as a plan. */
export function toNarrowedPlan(plan: Plan, without: ExportOptions['without']): Plan {
  const open = without.includes('sources') ? withoutSources(plan) : plan;
  return without.includes('notes') ? withoutNotes(open) : open;
}
