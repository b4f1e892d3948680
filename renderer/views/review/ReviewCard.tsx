import { useState } from 'react';
import type { ReviewRow } from '#stores/review-rows.ts';
import { useReview } from '#stores/review-store.ts';
import type { Decision } from '#stores/review-decisions.ts';
import { reviewText as text } from '#text/review.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import { CardFields } from './CardFields.tsx';
import { RowMarks, RowWords, StateRing } from './ReviewLine.tsx';
import styles from './ReviewCard.module.css';

export interface ReviewCardProps {
  readonly row: ReviewRow;
  readonly decision: Decision | null;
  /** The name of the row that comes next. */
  readonly next: string | null;
  readonly onDecide: (decision: Decision) => void;
  readonly onClose: () => void;
}

/** The chosen row: its fields can be corrected, its reasons are said. */
export function ReviewCard({ row, decision, next, onDecide, onClose }: ReviewCardProps) {
  const given = useReview((state) => state.answers[row.key]);
  const [isAnswering, setAnswering] = useState(false);
  const words = text.rowWords(row.name, text.what(row.item, row.place));
  return (
    <div className={styles['card']} data-card>
      <div className={styles['top']}>
        <StateRing decision={decision} />
        <RowWords row={row} />
        <span className={styles['marks']}>
          <RowMarks row={row} />
        </span>
        {row.line !== null && (
          <SourceLink source={row.source.split('/').at(-1) ?? row.source} line={row.line} />
        )}
        <IconButton icon="chevron-up" size="small" label={words} onPress={onClose} />
      </div>
      <CardFields row={row} />
      {row.item.reasons.length > 0 && (
        <div className={styles['why']}>
          <span>{text.reasons}</span>
          <ul>
            {row.item.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {given !== undefined && !isAnswering && (
        <p className={styles['given']}>{text.answered(given.answer, given.by)}</p>
      )}
      {isAnswering && <AnswerFields row={row} onClose={() => setAnswering(false)} />}
      <div className={styles['actions']}>
        <Button
          variant="primary"
          size="small"
          keyCap="↵"
          description={words}
          onPress={() => onDecide('accept')}
        >
          {text.accept}
        </Button>
        <Button size="small" keyCap="⌫" description={words} onPress={() => onDecide('reject')}>
          {text.reject}
        </Button>
        {row.item.is === 'question' && !isAnswering && (
          <>
            <Button size="small" description={words} onPress={() => setAnswering(true)}>
              {text.answer}
            </Button>
            <Button size="small" variant="quiet" description={words} onPress={() => onDecide('later')}>
              {text.askLater}
            </Button>
          </>
        )}
        {next !== null && <span className={styles['next']}>{text.next(next)}</span>}
      </div>
    </div>
  );
}
