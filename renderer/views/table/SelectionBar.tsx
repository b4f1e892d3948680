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

type Size = TableRow['node']['capacity'];

/** The known sizes added up; what nobody knows is left out, so that a zero never stands for it. */
function sumOf(rows: readonly TableRow[]): string {
  const add = (key: keyof Size): number | null => {
    const known = rows.flatMap(({ node }) => node.capacity[key] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  return text.sum(add('vcpu'), add('memoryMiB'), add('diskGiB'));
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
