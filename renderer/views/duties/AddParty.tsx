import { useState } from 'react';
import type { PartyKind } from '#core/model/party.ts';
import { runCommands } from '#stores/run-commands.ts';
import { dutiesText as text } from '#text/duties.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './DutiesView.module.css';

const kinds: readonly PartyKind[] = ['team', 'person', 'role', 'vendor'];

/** The form for a new party. */
export function AddParty({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PartyKind>('team');
  const save = (): void => {
    if (runCommands([{ command: 'add-party', name: name.trim(), kind }]).ok) onDone();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextField label={text.partyName} value={name} onChange={setName} autoFocus />
      <Select
        label={text.partyKind}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: text.partyKinds[value] }))}
      />
      <Button variant="primary" isDisabled={name.trim() === ''} onPress={save}>
        {text.save}
      </Button>
      <Button variant="quiet" onPress={onDone}>
        {text.cancel}
      </Button>
    </form>
  );
}
