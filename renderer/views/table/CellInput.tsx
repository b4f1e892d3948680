import { useId, useRef, useState, type KeyboardEvent } from 'react';
import styles from './InventoryRow.module.css';

/** Where the focus goes when a cell was written. */
export type AfterEdit = 'stay' | 'down' | 'right' | 'left';

export interface CellInputProps {
  readonly label: string;
  readonly words: string;
  readonly isNumeric: boolean;
  readonly choices: readonly string[];
  readonly isValid: (words: string) => boolean;
  /** `all` writes the words into every marked cell of the column. */
  readonly onSave: (words: string, after: AfterEdit, all: boolean) => void;
  readonly onCancel: () => void;
}

function toAfter(event: KeyboardEvent): AfterEdit | null {
  if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? 'stay' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return null;
}

/** The cell while it is written: Enter keeps and goes down, Tab goes right, Ctrl+Enter fills all marked cells, Escape leaves it. */
export function CellInput({ label, words, isNumeric, choices, isValid, onSave, onCancel }: CellInputProps) {
  const [draft, setDraft] = useState(words);
  const isDone = useRef(false);
  const list = useId();
  const finish = (after: AfterEdit, all = false): void => {
    if (isDone.current) return;
    isDone.current = true;
    onSave(draft, after, all);
  };
  return (
    <>
      <input
        className={styles['edit']}
        aria-label={label}
        aria-invalid={!isValid(draft)}
        data-numeric={isNumeric}
        // The person has just asked for this field.
        autoFocus
        value={draft}
        list={choices.length === 0 ? undefined : list}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => finish('stay')}
        onKeyDown={(event) => {
          event.stopPropagation();
          const after = toAfter(event);
          if (after !== null) {
            event.preventDefault();
            finish(after, event.ctrlKey || event.metaKey);
          }
          if (event.key === 'Escape') {
            isDone.current = true;
            onCancel();
          }
        }}
      />
      {choices.length > 0 && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      )}
    </>
  );
}
