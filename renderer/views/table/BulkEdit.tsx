import { useState } from 'react';
import { isTypedColumn, tableColumns, type TableColumn } from '#core/projections/table-columns.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { tableText as text } from '#text/table.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Popover } from '#ui/Popover.tsx';
import { Select } from '#ui/Select.tsx';
import { applyCells } from './apply-cells.ts';
import styles from './TableView.module.css';

// A name is what tells rows apart: no two get the same one at once.
const fields = tableColumns.filter((column) => isTypedColumn(column) && column !== 'name');

function BulkForm({
  rows,
  first,
  choicesOf,
  onDone,
}: {
  readonly rows: readonly TableRow[];
  readonly first: TableColumn;
  readonly choicesOf: (column: TableColumn) => readonly string[];
  readonly onDone: () => void;
}) {
  const plan = usePlan();
  const [column, setColumn] = useState<TableColumn>(first);
  const [words, setWords] = useState<string | null>(null);
  const save = (): void => {
    const value = (words ?? '').trim();
    applyCells(
      plan,
      rows.map((row) => ({ row, column, words: value })),
      { toLabel: (changed) => text.setCells(column, value, changed) },
    );
    onDone();
  };
  return (
    <form
      className={styles['bulk']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Select
        label={text.field}
        value={column}
        onChange={(next) => {
          setColumn(next);
          setWords(null);
        }}
        options={fields.map((value) => ({ value, label: text.columns[value] }))}
      />
      <ComboBox
        key={column}
        label={text.newValue}
        options={choicesOf(column).map((value) => ({ value, label: value }))}
        value={words}
        onChange={setWords}
        allowsCustom
      />
      <p>{text.emptyTakesAway}</p>
      <Button variant="primary" onPress={save}>
        {text.applyTo(rows.length)}
      </Button>
    </form>
  );
}

/** Gives one field of all selected rows the same value, as one step. */
export function BulkEdit({
  label,
  rows,
  first,
  choicesOf,
}: {
  readonly label: string;
  readonly rows: readonly TableRow[];
  readonly first: TableColumn;
  readonly choicesOf: (column: TableColumn) => readonly string[];
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={label}
      placement="top start"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" icon={first === 'owner' ? 'user' : 'pencil'}>
          {label}
        </Button>
      }
    >
      <BulkForm rows={rows} first={first} choicesOf={choicesOf} onDone={() => setOpen(false)} />
    </Popover>
  );
}
