import type { TableColumn } from '#core/projections/table-columns.ts';
import { sumOf } from '#core/projections/table-entries.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import { useAction } from '#actions/use-action.ts';
import { tableText as text } from '#text/table.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { BulkEdit } from './BulkEdit.tsx';
import styles from './TableView.module.css';

function ActionButton({ id }: { readonly id: string }) {
  const action = useAction(id);
  return (
    <Button variant="quiet" onPress={action.run} why={action.why} keyCap={action.keyCap ?? undefined}>
      {action.title}
    </Button>
  );
}

/** What can be done with the selected rows, and what they add up to; what nobody knows is left out of the sum. */
export function SelectionBar({
  rows,
  choicesOf,
  onCopy,
  onClear,
}: {
  readonly rows: readonly TableRow[];
  readonly choicesOf: (column: TableColumn) => readonly string[];
  readonly onCopy: () => void;
  readonly onClear: () => void;
}) {
  return (
    <div className={styles['bar']} role="toolbar" aria-label={text.selected(rows.length)}>
      <strong>{text.selected(rows.length)}</strong>
      <ActionButton id="move" />
      <ActionButton id="mark-removal" />
      <ActionButton id="assign-phase" />
      <BulkEdit label={text.owner} rows={rows} first="owner" choicesOf={choicesOf} />
      <BulkEdit label={text.editMany} rows={rows} first="environment" choicesOf={choicesOf} />
      <IconButton icon="copy" label={text.copy} onPress={onCopy} />
      <span className={styles['sum']}>
        {text.sum(sumOf(rows, 'vcpu'), sumOf(rows, 'memory'), sumOf(rows, 'disk'))}
      </span>
      <IconButton icon="close" label={text.clear} onPress={onClear} />
    </div>
  );
}
