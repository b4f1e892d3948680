import { useState } from 'react';
import { renamePlan } from '#stores/plan-files.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { appText as text } from '#text/app.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';

/** Another name for the plan. */
export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan();
  const [name, setName] = useState(plan.name);
  const save = (): void => {
    if (name.trim() === '') return;
    renamePlan(name);
    onClose();
  };
  return (
    <Dialog
      title={text.renameTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text.cancel}
          </Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={save}>
            {text.rename}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={text.name} value={name} onChange={setName} autoFocus />
      </form>
    </Dialog>
  );
}
