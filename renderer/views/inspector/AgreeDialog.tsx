import { useState } from 'react';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { FormDialog } from '#ui/FormDialog.tsx';
import { TextField } from '#ui/TextField.tsx';

/** Agrees the removal of candidates in somebody's name: an agreement without a name would be worth nothing. */
export function AgreeDialog() {
  const plan = usePlan();
  const nodes = useView((view) => view.panel?.nodes ?? []);
  const [by, setBy] = useState('');
  const open = new Set(
    plan.dispositions
      .filter((each) => each.disposition === 'retire' && !each.agreed)
      .map((each) => each.node),
  );
  const candidates = nodes.flatMap((id) => (open.has(id) ? (plan.nodes.get(id) ?? []) : []));
  const isReady = by.trim() !== '' && candidates.length > 0;
  const agree = (): void => {
    if (!isReady) return;
    const commands = candidates.map((node) => ({ command: 'agree-removal', node: node.id, by: by.trim() }));
    if (runCommands(commands).ok) closePanel();
  };
  return (
    <FormDialog
      title={text.agreeTitle}
      save={text.agree}
      isReady={isReady}
      onSave={agree}
      onClose={closePanel}
      lead={<p>{text.agreeOf(candidates.map((node) => node.name))}</p>}
    >
      <TextField label={text.agreeBy} value={by} onChange={setBy} autoFocus />
    </FormDialog>
  );
}
