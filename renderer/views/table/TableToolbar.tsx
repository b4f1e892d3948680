import { firstColumns, tableColumns, tableGroups } from '#core/projections/table-columns.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import type { TableLook } from '#stores/table-look.ts';
import { changeLook } from '#stores/table-store.ts';
import { tableText as text } from '#text/table.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Menu, MenuItem } from '#ui/Menu.tsx';
import { Popover } from '#ui/Popover.tsx';
import { FilterChips, FilterPopover } from './FilterPopover.tsx';
import { sortBy } from './TableHead.tsx';
import { ViewsPopover } from './ViewsPopover.tsx';
import styles from './TableToolbar.module.css';

function SortMenu({ sort, columns }: TableLook) {
  return (
    <Menu
      label={text.sortBy}
      placement="bottom end"
      trigger={
        <Button
          variant="quiet"
          icon="arrow-up-down"
          description={`${text.sortBy} ${text.columns[sort.column]}, ${text.direction(sort.direction === 'descending')}`}
        >
          {text.columns[sort.column]}
        </Button>
      }
    >
      {columns.map((column) => (
        <MenuItem
          key={column}
          icon={sort.column !== column ? 'none' : sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'}
          note={sort.column === column ? text.direction(sort.direction === 'descending') : undefined}
          onAction={() => sortBy(column, sort)}
        >
          {text.columns[column]}
        </MenuItem>
      ))}
    </Menu>
  );
}

function GroupMenu({ group }: TableLook) {
  return (
    <Menu
      label={text.groupBy}
      placement="bottom end"
      trigger={
        <Button variant="quiet" icon="layers" description={text.groupBy}>
          {group === null ? text.group : text.grouped(group)}
        </Button>
      }
    >
      <MenuItem icon={group === null ? 'check' : 'none'} onAction={() => changeLook({ group: null })}>
        {text.notGrouped}
      </MenuItem>
      {tableGroups.map((each) => (
        <MenuItem
          key={each}
          icon={each === group ? 'check' : 'none'}
          onAction={() => changeLook({ group: each })}
        >
          {text.columns[each]}
        </MenuItem>
      ))}
    </Menu>
  );
}

function ColumnsPopover({ columns }: TableLook) {
  return (
    <Popover
      label={text.chooseColumns}
      placement="bottom end"
      trigger={
        <Button variant="quiet" icon="table">
          {text.chooseColumns}
        </Button>
      }
      className={styles['panel']}
    >
      <div className={styles['columns']}>
        {tableColumns.map((column) => (
          <Checkbox
            key={column}
            isSelected={columns.includes(column)}
            isDisabled={column === 'name'}
            onChange={(isOn) =>
              changeLook({
                columns: tableColumns.filter((each) =>
                  each === column ? isOn : each === 'name' || columns.includes(each),
                ),
              })
            }
          >
            {text.columns[column]}
          </Checkbox>
        ))}
      </div>
      <Button size="small" variant="quiet" onPress={() => changeLook({ columns: firstColumns })}>
        {text.standardColumns}
      </Button>
    </Popover>
  );
}

/** Filters left; how many rows, their order, groups, columns and saved views right. */
export function TableToolbar({
  look,
  rows,
  shown,
}: {
  readonly look: TableLook;
  readonly rows: readonly TableRow[];
  readonly shown: number;
}) {
  return (
    <div className={styles['toolbar']}>
      <FilterPopover look={look} rows={rows} />
      <div className={styles['chips']}>
        <FilterChips look={look} />
      </div>
      <span className={styles['space']} />
      <span className={styles['count']} role="status">
        {text.count(shown, rows.length)}
      </span>
      <span className={styles['rule']} />
      <SortMenu {...look} />
      <GroupMenu {...look} />
      <ColumnsPopover {...look} />
      <ViewsPopover />
    </div>
  );
}
