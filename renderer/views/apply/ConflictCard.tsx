import { useId } from 'react';
import type { ReportEdit } from '#core/intake/markdown-edits/review-types.ts';
import { applyText as text } from '#text/apply.ts';
import { toEditWords, toShownValue } from './edit-words.ts';
import styles from './ApplyReview.module.css';

/** What the plan and the report say of the same thing, side by side; the plan's word stands until the other is chosen. */
export function ConflictCard({
  edit,
  isTaken,
  onChange,
}: {
  readonly edit: ReportEdit;
  readonly isTaken: boolean;
  readonly onChange: (isTaken: boolean) => void;
}) {
  const name = useId();
  const { head } = toEditWords(edit);
  const option = (label: string, value: string, isOn: boolean, take: boolean) => (
    <label className={styles['side']} data-chosen={isOn} aria-labelledby={`${name}${String(take)}`}>
      <input type="radio" name={name} checked={isOn} onChange={() => onChange(take)} />
      <span className={styles['words']} id={`${name}${String(take)}`}>
        <span className={styles['was']}>{label}</span>
        <strong>{toShownValue(edit.field, value)}</strong>
      </span>
    </label>
  );
  return (
    <fieldset className={styles['conflict']}>
      <legend>
        {head} <span className={styles['line']}>{text.line(edit.line)}</span>
      </legend>
      <div className={styles['sides']}>
        {option(text.keepPlan, edit.before, !isTaken, false)}
        {option(text.takeReport, edit.after, isTaken, true)}
      </div>
    </fieldset>
  );
}
