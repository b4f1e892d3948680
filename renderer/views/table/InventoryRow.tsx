import { memo } from 'react';
import type { Plan } from '#core/model/plan.ts';
import { findFixed } from '#core/projections/table-edits.ts';
import { findTypedField, numericColumns, type TableColumn } from '#core/projections/table-columns.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import { toTypedFields } from '#core/projections/typed-fields.ts';
import { tableText as text } from '#text/table.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { CellContent } from './CellContent.tsx';
import { CellInput, type AfterEdit } from './CellInput.tsx';
import { toCellWords } from './cell-words.ts';
import styles from './InventoryRow.module.css';

/** What a row does: the same functions for every row, so that only rows that change are drawn again. */
export interface RowActions {
  readonly onToggle: (row: TableRow) => void;
  readonly onSelect: (row: TableRow) => void;
  readonly onSave: (
    row: TableRow,
    column: TableColumn,
    words: string,
    after: AfterEdit,
    all: boolean,
  ) => void;
  readonly onCancel: () => void;
  readonly choicesOf: (column: TableColumn) => readonly string[];
}

export interface InventoryRowProps {
  readonly row: TableRow;
  readonly plan: Plan;
  readonly columns: readonly TableColumn[];
  /** Its line in the table, with heads of groups counted. */
  readonly index: number;
  readonly top: number;
  readonly isSelected: boolean;
  /** The cell that the keys are in. */
  readonly active: TableColumn | null;
  readonly isEditing: boolean;
  /** Which of its cells are marked, as places among the columns. */
  readonly markedFrom: number | null;
  readonly markedTo: number | null;
  readonly actions: RowActions;
}

function isValid(column: TableColumn, words: string): boolean {
  const field = findTypedField(column);
  return field === null || toTypedFields(field, words) !== null;
}

/** One row of the table; what it knows of a node is written where it stands. */
export const InventoryRow = memo(function InventoryRow({
  row,
  plan,
  columns,
  index,
  top,
  isSelected,
  active,
  isEditing,
  markedFrom,
  markedTo,
  actions,
}: InventoryRowProps) {
  const { node } = row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={styles['row']}
      data-gone={row.isGone}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={styles['check']}>
        <Checkbox
          label={text.selectRow(node.name)}
          isSelected={isSelected}
          isTabStop={false}
          onChange={() => actions.onToggle(row)}
        />
      </span>
      {columns.map((column, at) => {
        const isMarked = markedFrom !== null && markedTo !== null && at >= markedFrom && at <= markedTo;
        return (
          <span
            key={column}
            role="gridcell"
            tabIndex={active === column ? 0 : -1}
            aria-selected={isMarked}
            aria-readonly={findFixed(plan, row, column) !== null}
            data-cell={`${row.id} ${column}`}
            data-column={column}
            data-numeric={numericColumns.has(column)}
            data-zero={(column === 'neededBy' || column === 'questions') && row[column] === 0}
          >
            {active === column && isEditing ? (
              <CellInput
                label={text.edit(column, node.name)}
                words={toCellWords(row, column)}
                isNumeric={numericColumns.has(column)}
                choices={actions.choicesOf(column)}
                isValid={(words) => isValid(column, words)}
                onSave={(words, after, all) => actions.onSave(row, column, words, after, all)}
                onCancel={actions.onCancel}
              />
            ) : (
              <CellContent plan={plan} row={row} column={column} onSelect={() => actions.onSelect(row)} />
            )}
          </span>
        );
      })}
    </div>
  );
});
