import { useState } from 'react';
import type { ReviewRow } from '#stores/review-rows.ts';
import { answerRow, useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './ReviewCard.module.css';

/** Answers a question before it is in the plan: the answer comes along with it. */
export function AnswerFields({ row, onClose }: { readonly row: ReviewRow; readonly onClose: () => void }) {
  const given = useReview((state) => state.answers[row.key]);
  const [answer, setAnswer] = useState(given?.answer ?? '');
  const [by, setBy] = useState(given?.by ?? '');
  const save = (): void => {
    if (answer.trim() === '') return;
    answerRow(row.key, { answer: answer.trim(), by: by.trim() });
    onClose();
  };
  return (
    <div className={styles['answer']}>
      <TextField label={text.answerLabel} value={answer} onChange={setAnswer} multiline autoFocus />
      <TextField label={text.answerBy} value={by} onChange={setBy} />
      <div className={styles['answerButtons']}>
        <Button size="small" variant="primary" isDisabled={answer.trim() === ''} onPress={save}>
          {text.answerSave}
        </Button>
        <Button size="small" variant="quiet" onPress={onClose}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}
