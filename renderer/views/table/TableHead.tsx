import { numericColumns, type TableColumn } from '#core/projections/table-columns.ts';
import type { TableLook } from '#stores/table-look.ts';
import { changeLook } from '#stores/table-store.ts';
import { tableText as text } from '#text/table.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Icon } from '#ui/Icon.tsx';
import styles from './TableView.module.css';

/** Sorts by a column; the same one again the other way round. */
export function sortBy(column: TableColumn, sort: TableLook['sort']): void {
  const isUp = sort.column === column && sort.direction === 'ascending';
  changeLook({ sort: { column, direction: isUp ? 'descending' : 'ascending' } });
}

/** The headings; pressing one sorts. */
export function TableHead({
  columns,
  sort,
  chosen,
  all,
  onSelectAll,
}: {
  readonly columns: readonly TableColumn[];
  readonly sort: TableLook['sort'];
  readonly chosen: number;
  readonly all: number;
  readonly onSelectAll: (isOn: boolean) => void;
}) {
  return (
    <div role="row" aria-rowindex={1} className={styles['headRow']}>
      <span role="columnheader" className={styles['check']}>
        <Checkbox
          label={text.selectAll}
          isSelected={all > 0 && chosen === all}
          isMixed={chosen > 0 && chosen < all}
          onChange={onSelectAll}
        />
      </span>
      {columns.map((column) => (
        <span
          key={column}
          role="columnheader"
          data-column={column}
          data-numeric={numericColumns.has(column)}
          aria-sort={sort.column === column ? sort.direction : 'none'}
        >
          <button type="button" onClick={() => sortBy(column, sort)}>
            {text.columns[column]}
            {sort.column === column && (
              <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={12} />
            )}
          </button>
        </span>
      ))}
    </div>
  );
}
