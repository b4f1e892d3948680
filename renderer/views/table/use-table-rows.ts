import { useEffect, useMemo } from 'react';
import { compareText } from '#core/base/compare.ts';
import type { Plan } from '#core/model/plan.ts';
import { nodeKinds, nodeTypes } from '#core/model/node.ts';
import type { TableColumn } from '#core/projections/table-columns.ts';
import { narrowRows, toTableEntries, type TableEntry } from '#core/projections/table-entries.ts';
import { sortTableRows, toCellValue, toTableRows, type TableRow } from '#core/projections/table-rows.ts';
import type { TableLook } from '#stores/table-look.ts';
import { readTableLook, useTable } from '#stores/table-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';
import { tableText as text } from '#text/table.ts';

/** What the table shows. */
export interface ShownTable {
  readonly look: TableLook;
  /** All rows of the chosen kind. */
  readonly all: readonly TableRow[];
  /** Rows and heads of groups, in their order. */
  readonly entries: readonly TableEntry[];
  /** The rows among them. */
  readonly rows: readonly TableRow[];
  /** What others have in a column that is written by hand, offered while one is written. */
  readonly choicesOf: (column: TableColumn) => readonly string[];
}

const offered: ReadonlySet<TableColumn> = new Set([
  'kind',
  'type',
  'place',
  'environment',
  'status',
  'os',
  'country',
  'owner',
]);
const mostChoices = 300;

function findChoices(plan: Plan, all: readonly TableRow[], column: TableColumn): readonly string[] {
  if (column === 'kind') return nodeKinds.map((each) => text.value('kind', each));
  if (column === 'status') return ['active', 'dormant', 'planned'].map((each) => text.value('status', each));
  const names =
    column === 'owner'
      ? plan.parties.map((party) => party.name)
      : column === 'place'
        ? plan.nodes.filter((node) => node.kind !== 'service').map((node) => node.name)
        : all.flatMap((row) => toCellValue(row, column) ?? []).map(String);
  const types = column === 'type' ? nodeTypes.filter((type) => type !== 'unknown') : [];
  return [...new Set([...names, ...types])].sort(compareText).slice(0, mostChoices);
}

function toChoices(plan: Plan, all: readonly TableRow[]): ShownTable['choicesOf'] {
  const known = new Map<TableColumn, readonly string[]>();
  return (column) => {
    if (!offered.has(column)) return [];
    const choices = known.get(column) ?? findChoices(plan, all, column);
    known.set(column, choices);
    return choices;
  };
}

/** The rows of the shown state, as the look of the table wants them. */
export function useTableRows(): ShownTable {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const look = useTable((state) => state.look);
  const closed = useTable((state) => state.closed);
  useEffect(() => void readTableLook(), []);
  const { kind, words, filters, sort, group } = look;
  const all = useMemo(() => toTableRows(plan, point, kind), [plan, point, kind]);
  const sorted = useMemo(
    () => sortTableRows(narrowRows(all, { words, filters }), sort.column, sort.direction),
    [all, words, filters, sort],
  );
  const entries = useMemo(() => toTableEntries(sorted, group, closed), [sorted, group, closed]);
  const rows = useMemo(
    () => entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : [])),
    [entries],
  );
  const choicesOf = useMemo(() => toChoices(plan, all), [plan, all]);
  return { look, all, entries, rows, choicesOf };
}
