import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { NodeKind } from '#core/model/node.ts';
import { sortTableRows, toTableRows, type TableColumn, type TableRow } from '#core/projections/table-rows.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { select, useView } from '#stores/view-store.ts';
import { tableText as text } from '#text/table.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { toOverscan } from '#ui/overscan.ts';
import { InventoryRow } from './InventoryRow.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import styles from './TableView.module.css';

const kinds = ['server', 'service', 'host', 'site', 'provider', 'all'] as const;
const columns: readonly TableColumn[] = [
  'name',
  'place',
  'fate',
  'runs',
  'vcpu',
  'memory',
  'disk',
  'neededBy',
  'questions',
  'owner',
  'source',
];
const numeric: ReadonlySet<TableColumn> = new Set(['vcpu', 'memory', 'disk', 'neededBy', 'questions']);
const rowHeight = 30;

function matches(row: TableRow, words: readonly string[]): boolean {
  const text = [
    row.node.name,
    ...row.node.aliases,
    ...row.node.domains,
    row.place ?? '',
    row.owner ?? '',
    ...row.runs,
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The inventory of the shown state as a table: sorted, filtered, edited in place; only the rows in view are drawn. */
export function TableView() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const selection = useView((view) => view.selection);
  const [kind, setKind] = useState<NodeKind | 'all'>('server');
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<{ column: TableColumn; direction: 'ascending' | 'descending' }>({
    column: 'name',
    direction: 'ascending',
  });
  const all = useMemo(() => toTableRows(plan, point, kind), [plan, point, kind]);
  const rows = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
    return sortTableRows(
      all.filter((row) => matches(row, words)),
      sort.column,
      sort.direction,
    );
  }, [all, filter, sort]);
  const selected = useMemo(() => new Set<string>(selection), [selection]);
  const chosen = rows.filter((row) => selected.has(row.id));
  const scroll = useRef<HTMLDivElement>(null);
  const items = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: toOverscan(rows.length),
  });
  const sortBy = (column: TableColumn): void =>
    setSort((before) => ({
      column,
      direction: before.column === column && before.direction === 'ascending' ? 'descending' : 'ascending',
    }));
  const toggle = (row: TableRow): void =>
    select(selected.has(row.id) ? selection.filter((id) => id !== row.id) : [...selection, row.id]);

  return (
    <div className={styles['view']}>
      <div className={styles['toolbar']}>
        <SegmentedControl
          label={text.kind}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
        />
        <SearchField label={text.filter} value={filter} onChange={setFilter} />
        <span className={styles['space']} />
        <span className={styles['count']}>{text.count(rows.length, all.length)}</span>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          icon="table"
          title={all.length === 0 ? text.empty : text.noMatch}
          next={all.length === 0 ? text.emptyNext : text.noMatchNext}
        />
      ) : (
        <div className={styles['scroll']} ref={scroll}>
          <div
            role="table"
            aria-label={text.table}
            aria-rowcount={rows.length + 1}
            className={styles['table']}
          >
            <div role="row" className={styles['headRow']}>
              <span role="columnheader" className={styles['check']}>
                <Checkbox
                  label={text.selectAll}
                  isSelected={chosen.length === rows.length}
                  isMixed={chosen.length > 0 && chosen.length < rows.length}
                  onChange={(on) => select(on ? rows.map((row) => row.id) : [])}
                />
              </span>
              {columns.map((column) => (
                <span
                  key={column}
                  role="columnheader"
                  data-column={column}
                  data-numeric={numeric.has(column)}
                  aria-sort={sort.column === column ? sort.direction : 'none'}
                >
                  <button type="button" onClick={() => sortBy(column)}>
                    {text.columns[column]}
                    {sort.column === column && (
                      <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={12} />
                    )}
                  </button>
                </span>
              ))}
            </div>
            <div role="rowgroup" className={styles['rows']} style={{ height: items.getTotalSize() }}>
              {items.getVirtualItems().map((item) => {
                const row = rows[item.index];
                if (row === undefined) return null;
                return (
                  <InventoryRow
                    key={row.id}
                    row={row}
                    plan={plan}
                    index={item.index}
                    top={item.start}
                    isSelected={selected.has(row.id)}
                    onToggle={() => toggle(row)}
                    onSelect={() => select([row.id])}
                  />
                );
              })}
            </div>
          </div>
        </div>
      )}
      {chosen.length > 0 && <SelectionBar rows={chosen} onClear={() => select([])} />}
    </div>
  );
}
