import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { TableRow } from '#core/projections/table-rows.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { select, useView } from '#stores/view-store.ts';
import { tableText as text } from '#text/table.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { toOverscan } from '#ui/overscan.ts';
import { toColumnWidths } from './column-widths.ts';
import { GroupRow } from './GroupRow.tsx';
import { InventoryRow, type RowActions } from './InventoryRow.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { TableHead } from './TableHead.tsx';
import { TableToolbar } from './TableToolbar.tsx';
import { useCells, useSteady } from './use-cells.ts';
import { copyRows, useTableHands } from './use-table-hands.ts';
import { useTableRows, type ShownTable } from './use-table-rows.ts';
import styles from './TableView.module.css';

const rowHeight = 30;

/** The inventory of the shown state as a table: sorted, narrowed, grouped, written in place; only the rows in view are drawn. */
export function TableView() {
  const table = useTableRows();
  const { look, all, rows, choicesOf } = table;
  const selection = useView((view) => view.selection);
  const selected = useMemo(() => new Set<string>(selection), [selection]);
  const chosen = rows.filter((row) => selected.has(row.id));
  return (
    <div className={styles['view']}>
      <TableToolbar look={look} rows={all} shown={rows.length} />
      {table.entries.length === 0 ? (
        <EmptyState
          icon="table"
          title={all.length === 0 ? text.empty : text.noMatch}
          next={all.length === 0 ? text.emptyNext : text.noMatchNext}
        />
      ) : (
        <Grid table={table} selected={selected} chosen={chosen} />
      )}
      {chosen.length > 0 && (
        <SelectionBar
          rows={chosen}
          choicesOf={choicesOf}
          onCopy={() => void copyRows(chosen, look.columns)}
          onClear={() => select([])}
        />
      )}
    </div>
  );
}

function Grid({
  table,
  selected,
  chosen,
}: {
  readonly table: ShownTable;
  readonly selected: ReadonlySet<string>;
  readonly chosen: readonly TableRow[];
}) {
  const plan = usePlan();
  const selection = useView((view) => view.selection);
  const { look, entries, rows, choicesOf } = table;
  const { columns } = look;
  const cells = useCells({ rows, columns });
  const { active, range } = cells;
  const scroll = useRef<HTMLDivElement>(null);
  const activeLine = entries.findIndex((entry) => entry.kind === 'row' && entry.row.id === active?.row);
  const items = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: toOverscan(entries.length),
    // The cell that the keys are in stays in the document wherever one scrolls.
    rangeExtractor: (shown) => {
      const lines = defaultRangeExtractor(shown);
      return activeLine < 0 || lines.includes(activeLine)
        ? lines
        : [...lines, activeLine].sort((a, b) => a - b);
    },
  });
  const toggle = (row: TableRow): void =>
    select(selected.has(row.id) ? selection.filter((id) => id !== row.id) : [...selection, row.id]);
  const hands = useTableHands(plan, table, cells, toggle);
  const onToggle = useSteady(toggle);
  const onSelect = useSteady((row: TableRow) => select([row.id]));
  const onCancel = useSteady(() => cells.edit(false));
  const actions: RowActions = useMemo(
    () => ({ onToggle, onSelect, onSave: hands.onSave, onCancel, choicesOf }),
    [onToggle, onSelect, hands.onSave, onCancel, choicesOf],
  );
  const place = active === null ? null : `${active.row} ${active.column}`;
  const { isEditing } = cells;
  useEffect(() => {
    if (place === null || isEditing) return;
    const cell = scroll.current?.querySelector(`[data-cell="${place}"]`);
    if (!(cell instanceof HTMLElement)) return;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place, isEditing]);
  const widths = toColumnWidths(columns);
  const measures: CSSProperties & Record<'--columns', string> = {
    '--columns': widths.template,
    minWidth: widths.least,
  };
  // Before a cell was chosen, the first one is where Tab leads to.
  const first = rows[0]?.id;
  const drawn = items.getVirtualItems();
  const places = new Map(rows.map((row, index) => [row.id, index]));
  return (
    <div className={styles['scroll']} ref={scroll} {...hands.handlers}>
      <div
        role="grid"
        aria-label={text.table}
        aria-rowcount={entries.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        className={styles['table']}
        style={measures}
      >
        <TableHead
          columns={columns}
          sort={look.sort}
          chosen={chosen.length}
          all={rows.length}
          onSelectAll={(isOn) => select(isOn ? rows.map((row) => row.id) : [])}
        />
        <div role="rowgroup" className={styles['rows']} style={{ height: items.getTotalSize() }}>
          {drawn.map((item) => {
            const entry = entries[item.index];
            if (entry === undefined) return null;
            if (entry.kind === 'group')
              return look.group === null ? null : (
                <GroupRow
                  key={entry.key}
                  head={entry}
                  column={look.group}
                  index={item.index}
                  top={item.start}
                  span={columns.length + 1}
                />
              );
            const { row } = entry;
            const at = places.get(row.id) ?? -1;
            const isMarked = range !== null && at >= range.top && at <= range.bottom;
            const isActive = active === null ? row.id === first : active.row === row.id;
            return (
              <InventoryRow
                key={row.id}
                row={row}
                plan={plan}
                columns={columns}
                index={item.index}
                top={item.start}
                isSelected={selected.has(row.id)}
                active={isActive ? (active?.column ?? 'name') : null}
                isEditing={isActive && isEditing}
                markedFrom={isMarked && cells.isMany ? range.left : null}
                markedTo={isMarked && cells.isMany ? range.right : null}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
