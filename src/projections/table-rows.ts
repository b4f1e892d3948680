import { compareText } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode, NodeKind } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, childrenIn, dependenciesInto, dutiesOn, type Estate } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { findDutiesFor } from './duty-matrix.ts';
import { toNodeFates, type NodeFate } from './placement-marks.ts';

/** One node as the table shows it. */
export interface TableRow {
  readonly id: NodeId;
  readonly node: InventoryNode;
  /** The nearest place, `null` when it is not known. */
  readonly place: string | null;
  readonly provider: string | null;
  readonly fate: NodeFate | null;
  readonly isGone: boolean;
  readonly runs: readonly string[];
  readonly neededBy: number;
  readonly questions: number;
  readonly owner: string | null;
  /** `servers.md:156`. */
  readonly source: string | null;
}

/** What the table can be sorted by. */
export type TableColumn =
  | 'name'
  | 'place'
  | 'fate'
  | 'runs'
  | 'vcpu'
  | 'memory'
  | 'disk'
  | 'neededBy'
  | 'questions'
  | 'owner'
  | 'source';

function toRow(
  plan: Plan,
  estate: Estate,
  node: InventoryNode,
  isGone: boolean,
): Omit<TableRow, 'fate' | 'questions'> {
  const ancestors = ancestorsIn(estate, node.id);
  const owner = findDutiesFor(estate, node, 'operation').find(
    (duty) => duty.role === 'accountable' && duty.party !== null,
  );
  const own = owner ?? dutiesOn(estate, node.id).find((duty) => duty.role === 'accountable');
  const first = node.evidence[0];
  const source = plan.sources.get(first?.source ?? null);
  return {
    id: node.id,
    node,
    place: ancestors[0]?.name ?? null,
    provider: ancestors.find((each) => each.kind === 'provider')?.name ?? null,
    isGone,
    runs: childrenIn(estate, node.id)
      .map((child) => child.name)
      .sort(compareText),
    neededBy: new Set(dependenciesInto(estate, node.id).map((dependency) => dependency.from)).size,
    owner: plan.parties.get(own?.party ?? null)?.name ?? null,
    source: first === undefined || source === undefined ? null : `${source.name}:${first.line}`,
  };
}

/** The rows of one state: what is there, and what the plan has taken away by then. Sorted by name. */
export function toTableRows(plan: Plan, point: StatePoint, kind: NodeKind | 'all'): TableRow[] {
  const before = estateAt(plan, 'start');
  const now = estateAt(plan, point);
  const fates = toNodeFates(plan);
  const questions = new Map<string, number>();
  for (const question of plan.questions) {
    if (question.status !== 'open') continue;
    for (const id of question.about) questions.set(id, (questions.get(id) ?? 0) + 1);
  }
  const wanted = (node: InventoryNode): boolean => kind === 'all' || node.kind === kind;
  const rows = [
    ...now.nodes.filter(wanted).map((node) => toRow(plan, now, node, false)),
    ...before.nodes
      .filter((node) => wanted(node) && !now.nodes.has(node.id))
      .map((node) => toRow(plan, before, node, true)),
  ];
  return rows
    .map((row) => ({ ...row, fate: fates.get(row.id) ?? null, questions: questions.get(row.id) ?? 0 }))
    .sort((a, b) => compareText(a.node.name, b.node.name) || compareText(a.id, b.id));
}

function sortKey(row: TableRow, column: TableColumn): string | number | null {
  switch (column) {
    case 'name':
      return row.node.name.toLowerCase();
    case 'place':
      return row.place;
    case 'fate':
      return row.fate?.kind ?? 'stays';
    case 'runs':
      return row.runs.join(', ');
    case 'vcpu':
      return row.node.capacity.vcpu;
    case 'memory':
      return row.node.capacity.memoryMiB;
    case 'disk':
      return row.node.capacity.diskGiB;
    case 'neededBy':
      return row.neededBy;
    case 'questions':
      return row.questions;
    case 'owner':
      return row.owner;
    case 'source':
      return row.source;
    default:
      return column satisfies never;
  }
}

/** A sorted copy; what is not known comes last in both directions, ties keep their order. */
export function sortTableRows(
  rows: readonly TableRow[],
  column: TableColumn,
  direction: 'ascending' | 'descending',
): TableRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const left = sortKey(a, column);
    const right = sortKey(b, column);
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * compareText(String(left), String(right));
  });
}
