import { useState } from 'react';
import styles from './TableView.module.css';

/** What a person typed as a size: a number from 0, `null` for an empty cell, `undefined` for anything else. */
function parseSize(text: string): number | null | undefined {
  const clean = text.trim().replace(',', '.');
  if (clean === '' || clean === '?') return null;
  return /^\d{1,9}(\.\d{1,4})?$/u.test(clean) ? Number(clean) : undefined;
}

/** A size that is edited where it stands: Enter or a double click opens it, Enter saves, Escape leaves it as it was. */
export function NumberCell({
  label,
  value,
  unit,
  perUnit,
  isReadOnly,
  onSave,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly perUnit: number;
  readonly isReadOnly: boolean;
  readonly onSave: (value: number | null) => void;
}) {
  const shown = value === null ? null : String(Math.round((value / perUnit) * 100) / 100);
  const [draft, setDraft] = useState<string | null>(null);
  const finish = (): void => {
    const parsed = draft === null ? undefined : parseSize(draft);
    setDraft(null);
    if (parsed === undefined) return;
    const next = parsed === null ? null : Math.round(parsed * perUnit);
    if (next !== value) onSave(next);
  };
  if (draft !== null) {
    return (
      <input
        className={styles['edit']}
        aria-label={label}
        aria-invalid={parseSize(draft) === undefined}
        // The person has just asked for this field.
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    );
  }
  return (
    <button
      type="button"
      className={styles['number']}
      aria-label={`${label}: ${shown === null ? '?' : `${shown} ${unit}`}`}
      disabled={isReadOnly}
      onDoubleClick={() => setDraft(shown ?? '')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          setDraft(shown ?? '');
        }
      }}
    >
      {shown === null ? <span className={styles['unknown']}>?</span> : shown}
      {shown !== null && unit !== '' && <small>{unit}</small>}
    </button>
  );
}
