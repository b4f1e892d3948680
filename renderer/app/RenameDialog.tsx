import { useState } from 'react';
import { renamePlan } from '#stores/plan-files.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { appText as text } from '#text/app.ts';
import { FormDialog } from '#ui/FormDialog.tsx';
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
    <FormDialog
      title={text.renameTitle}
      save={text.rename}
      isReady={name.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextField label={text.name} value={name} onChange={setName} autoFocus />
    </FormDialog>
  );
}
