import { useState } from 'react';
import type { NodeInspection } from '#core/projections/inspector.ts';
import { runCommands } from '#stores/run-commands.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';

/** The next step of a removal: mark it, agree it, plan it. */
export function RemovalButton({ inspection }: { readonly inspection: NodeInspection }) {
  const { node, disposition, changes } = inspection;
  const [isAgreeing, setAgreeing] = useState(false);
  const [by, setBy] = useState('');
  const isPlanned = changes.some(({ change }) => change.kind === 'remove' || change.kind === 'merge');
  if (disposition?.disposition !== 'retire') {
    return (
      <Button
        size="small"
        keyCap="R"
        onPress={() => runCommands([{ command: 'mark-removal', node: node.id }])}
      >
        {text.removal}
      </Button>
    );
  }
  const agree = (): void => {
    if (by.trim() !== '' && runCommands([{ command: 'agree-removal', node: node.id, by: by.trim() }]).ok)
      setAgreeing(false);
  };
  if (disposition.agreed) {
    return isPlanned ? null : (
      <Button
        size="small"
        icon="minus"
        onPress={() => runCommands([{ command: 'plan-remove', node: node.id, phase: null }])}
      >
        {text.planRemoval}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" icon="check" onPress={() => setAgreeing(true)}>
        {text.agree}
      </Button>
      {isAgreeing && (
        <Dialog
          title={text.agreeTitle}
          isOpen
          onClose={() => setAgreeing(false)}
          actions={
            <>
              <Button onPress={() => setAgreeing(false)}>{text.cancel}</Button>
              <Button variant="primary" isDisabled={by.trim() === ''} onPress={agree}>
                {text.agree}
              </Button>
            </>
          }
        >
          <p>{text.agreeOf(node.name)}</p>
          <TextField label={text.agreeBy} value={by} onChange={setBy} autoFocus />
        </Dialog>
      )}
    </>
  );
}
