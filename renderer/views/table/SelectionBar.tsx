import type { TableRow } from '#core/projections/table-rows.ts';
import { useAction } from '#actions/use-action.ts';
import { tableText as text } from '#text/table.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './TableView.module.css';

function ActionButton({ id }: { readonly id: string }) {
  const action = useAction(id);
  return (
    <Button variant="quiet" onPress={action.run} why={action.why} keyCap={action.keyCap ?? undefined}>
      {action.title}
    </Button>
  );
}

function sumOf(rows: readonly TableRow[]): string {
  let vcpu = 0;
  let memory = 0;
  let disk = 0;
  for (const { node } of rows) {
    vcpu += node.capacity.vcpu ?? 0;
    memory += node.capacity.memoryMiB ?? 0;
    disk += node.capacity.diskGiB ?? 0;
  }
  return text.sum(vcpu, `${Math.round((memory / 1024) * 10) / 10} GB`, `${Math.round(disk)} GB`);
}

/** What can be done with the selected rows, and what they add up to. */
export function SelectionBar({
  rows,
  onClear,
}: {
  readonly rows: readonly TableRow[];
  readonly onClear: () => void;
}) {
  return (
    <div className={styles['bar']} role="toolbar" aria-label={text.selected(rows.length)}>
      <strong>{text.selected(rows.length)}</strong>
      <ActionButton id="move" />
      <ActionButton id="mark-removal" />
      <ActionButton id="assign-phase" />
      <span className={styles['sum']}>{sumOf(rows)}</span>
      <IconButton icon="close" label={text.clear} onPress={onClear} />
    </div>
  );
}
