import type { ReportEdit } from '#core/intake/markdown-edits/review-types.ts';
import { applyText as text } from '#text/apply.ts';
import { ChooseSide } from '#ui/ChooseSide.tsx';
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
  return (
    <ChooseSide
      about={
        <>
          {toEditWords(edit).head} <span className={styles['line']}>{text.line(edit.line)}</span>
        </>
      }
      kept={{ label: text.keepPlan, value: toShownValue(edit.field, edit.before) }}
      offered={{ label: text.takeReport, value: toShownValue(edit.field, edit.after) }}
      isOfferTaken={isTaken}
      onChange={onChange}
    />
  );
}
