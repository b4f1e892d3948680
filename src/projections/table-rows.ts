import { compareText } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode, NodeKind } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, childrenIn, dependenciesInto, dutiesOn, type Estate } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { findDutiesFor } from './duty-matrix.ts';
import type { TableColumn } from './table-columns.ts';
import { toNodeFates, type NodeFate } from './placement-marks.ts';

/** One node as the table shows it. */
export interface TableRow {
  readonly id: NodeId;
  readonly node: InventoryNode;
  /** The nearest place, `null` when it is not known. */
  readonly place: string | null;
  readonly provider: string | null;
  readonly fate: NodeFate | null;
  /** The name of the phase of its last change. */
  readonly phase: string | null;
  readonly isGone: boolean;
  readonly runs: readonly string[];
  readonly neededBy: number;
  readonly questions: number;
  /** Whether one of them holds back a step. */
  readonly isBlocked: boolean;
  readonly owner: string | null;
  /** `servers.md:156`. */
  readonly source: string | null;
}

function toRow(
  plan: Plan,
  estate: Estate,
  node: InventoryNode,
  isGone: boolean,
): Omit<TableRow, 'fate' | 'phase' | 'questions' | 'isBlocked'> {
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
  const blocked = new Set<string>();
  for (const question of plan.questions) {
    if (question.status !== 'open') continue;
    for (const id of question.about) {
      questions.set(id, (questions.get(id) ?? 0) + 1);
      if (question.blocking) blocked.add(id);
    }
  }
  const wanted = (node: InventoryNode): boolean => kind === 'all' || node.kind === kind;
  const rows = [
    ...now.nodes.filter(wanted).map((node) => toRow(plan, now, node, false)),
    ...before.nodes
      .filter((node) => wanted(node) && !now.nodes.has(node.id))
      .map((node) => toRow(plan, before, node, true)),
  ];
  return rows
    .map((row) => {
      const fate = fates.get(row.id) ?? null;
      return {
        ...row,
        fate,
        phase: plan.phases.get(fate?.change?.phase ?? null)?.name ?? null,
        questions: questions.get(row.id) ?? 0,
        isBlocked: blocked.has(row.id),
      };
    })
    .sort((a, b) => compareText(a.node.name, b.node.name) || compareText(a.id, b.id));
}

function costOf({ amount, currency, per }: InventoryNode['cost']): string | null {
  return amount === null ? null : [amount, currency ?? [], `/ ${per}`].flat().join(' ');
}

/** Several values as one, or `null` where there is none. */
function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ');
}

/** What a cell holds: memory and disk in GB, what is not known is `null`. What becomes of a node is the kind of its fate. */
export function toCellValue(row: TableRow, column: TableColumn): string | number | null {
  const { node } = row;
  switch (column) {
    case 'name':
      return node.name;
    case 'kind':
      return node.kind;
    case 'type':
      return node.type === 'unknown' ? null : node.type;
    case 'environment':
    case 'os':
      return node[column];
    case 'fate':
      return row.fate?.kind ?? 'stays';
    case 'runs':
      return joined(row.runs);
    case 'status':
      return node.status === 'unknown' ? null : node.status;
    case 'vcpu':
      return node.capacity.vcpu;
    case 'memory':
      return node.capacity.memoryMiB === null ? null : Math.round(node.capacity.memoryMiB / 10.24) / 100;
    case 'disk':
      return node.capacity.diskGiB;
    case 'addresses':
    case 'domains':
      return joined(node[column]);
    case 'country':
      return node.jurisdiction;
    case 'cost':
      return costOf(node.cost);
    case 'notes':
      return node.notes === '' ? null : node.notes;
    case 'place':
    case 'provider':
    case 'phase':
    case 'neededBy':
    case 'questions':
    case 'owner':
    case 'source':
      return row[column];
    default:
      return column satisfies never;
  }
}

function sortKey(row: TableRow, column: TableColumn): string | number | null {
  if (column === 'cost') return row.node.cost.amount;
  const value = toCellValue(row, column);
  return column === 'name' && typeof value === 'string' ? value.toLowerCase() : value;
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
