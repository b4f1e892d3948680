import { goToEdit, mostEdits } from '#stores/run-commands.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { historyText as text } from '#text/history.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EditList, type EditListItem } from '#ui/EditList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import styles from './HistoryDialog.module.css';

/** All edits that can be gone back to or forward to, the latest first. */
export function HistoryDialog() {
  const { done, undone } = useWorkspace((state) => state.history);
  const labels = [...done, ...undone.toReversed()].map((entry) => entry.label);
  const now = done.length;
  const items: EditListItem[] = labels.map((label, index) => {
    const after = index + 1;
    return {
      key: after,
      label,
      isUndone: after > now,
      isNow: after === now,
      action: after === now ? text.isNow(label) : after > now ? text.forwardTo(label) : text.backTo(label),
      note: after === now ? text.now : after > now ? text.undone : undefined,
      onPress: () => goToEdit(after),
    };
  });
  const begin: EditListItem = {
    key: 0,
    label: text.begin,
    isUndone: false,
    isNow: now === 0,
    action: text.backToBegin,
    note: now === 0 ? text.now : undefined,
    onPress: () => goToEdit(0),
  };
  return (
    <Dialog
      title={text.title}
      isOpen
      onClose={closePanel}
      actions={
        <Button variant="primary" onPress={closePanel}>
          {text.close}
        </Button>
      }
    >
      {labels.length === 0 ? (
        <EmptyState icon="undo-2" title={text.empty} next={text.emptyNext} />
      ) : (
        <>
          <p className={styles['note']}>{text.note}</p>
          <div className={styles['edits']}>
            <EditList label={text.list} items={[begin, ...items].toReversed()} />
          </div>
          {done.length >= mostEdits && <p className={styles['note']}>{text.older}</p>}
        </>
      )}
    </Dialog>
  );
}
