import { deleteStoredPlan, leavePlan } from '#stores/open-plan.ts';
import { showProblem } from '#stores/toast-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { startText as text } from '#text/start.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';

/** Asks before the open plan is deleted: nothing brings it back. */
export function DeleteDialog({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan();
  const remove = async (): Promise<void> => {
    onClose();
    if (!(await leavePlan())) return;
    const deleted = await deleteStoredPlan(plan.id);
    if (!deleted.ok) showProblem(deleted.error);
  };
  return (
    <Dialog
      title={text.removeTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onPress={() => void remove()}>
            {text.removeNow}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {text.keep}
          </Button>
        </>
      }
    >
      <p>{text.removeWords(plan.name)}</p>
    </Dialog>
  );
}
