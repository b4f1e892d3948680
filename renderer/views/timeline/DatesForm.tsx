import { useState } from 'react';
import { toDayNumber } from '#core/base/plain-date.ts';
import { runCommands } from '#stores/run-commands.ts';
import { timelineText as text } from '#text/timeline.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './DatesForm.module.css';

interface Editing {
  readonly kind: 'phase' | 'change';
  readonly id: string;
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
}

function problemOf(start: string, end: string): string | null {
  const from = start === '' ? null : toDayNumber(start);
  const to = end === '' ? null : toDayNumber(end);
  if ((start !== '' && from === null) || (end !== '' && to === null)) return text.notADate;
  return from !== null && to !== null && to < from ? text.endBeforeStart : null;
}

/** Start and end of a phase or a change, as plain dates. */
export function DatesForm({ editing, onDone }: { readonly editing: Editing; readonly onDone: () => void }) {
  const [start, setStart] = useState(editing.start ?? '');
  const [end, setEnd] = useState(editing.end ?? '');
  const problem = problemOf(start.trim(), end.trim());
  const save = (): void => {
    const dates = {
      start: start.trim() === '' ? null : start.trim(),
      end: end.trim() === '' ? null : end.trim(),
    };
    const command =
      editing.kind === 'phase'
        ? { command: 'edit-phase', phase: editing.id, ...dates }
        : { command: 'edit-change', change: editing.id, ...dates };
    if (runCommands([command]).ok) onDone();
  };
  return (
    <form
      className={styles['form']}
      aria-label={text.datesOf(editing.name)}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) save();
      }}
    >
      <strong>{editing.name}</strong>
      <TextField label={text.start} type="date" value={start} onChange={setStart} autoFocus />
      <TextField label={text.end} type="date" value={end} onChange={setEnd} error={problem} />
      <Button variant="primary" isDisabled={problem !== null} onPress={save}>
        {text.save}
      </Button>
      <Button variant="quiet" onPress={onDone}>
        {text.cancel}
      </Button>
    </form>
  );
}
