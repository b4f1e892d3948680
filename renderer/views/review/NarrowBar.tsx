import { useMemo } from 'react';
import { countShows, reviewShows } from '#stores/review-show.ts';
import { decide, showOnly, useReview } from '#stores/review-store.ts';
import { showText as text } from '#text/review-show.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ReviewList.module.css';

/** Narrows the list to a state, and decides at once about all that it then shows and nobody has decided. */
export function NarrowBar({ keys }: { readonly keys: readonly string[] }) {
  const show = useReview((state) => state.show);
  const rows = useReview((state) => state.rows);
  const proposals = useReview((state) => state.proposals);
  const decisions = useReview((state) => state.decisions);
  const matters = useReview((state) => state.matters);
  const counts = useMemo(() => countShows(rows, matters, proposals), [rows, matters, proposals]);
  const byHand = useMemo(() => new Set(matters.map((matter) => matter.key)), [matters]);
  const isNarrow = show === 'pair' || show === 'gone';
  // What sources and plan differ on is decided at once only by who looks at just that.
  const open = keys.filter((key) => decisions[key] === undefined && (isNarrow || !byHand.has(key)));
  const words = text.toDecide(open.length);
  return (
    <div className={styles['narrow']}>
      <Select
        isLabelHidden
        className={styles['show']}
        label={text.label}
        value={show}
        onChange={showOnly}
        options={reviewShows.map((value) => ({
          value,
          label: text.shows[value],
          note: counts[value].toLocaleString('en'),
        }))}
      />
      {show !== 'line' && (
        <>
          <Button
            size="small"
            variant="quiet"
            isDisabled={open.length === 0}
            description={words}
            onPress={() => decide(open, 'accept')}
          >
            {text.acceptShown}
          </Button>
          <Button
            size="small"
            variant="quiet"
            isDisabled={open.length === 0}
            description={words}
            onPress={() => decide(open, 'reject')}
          >
            {text.rejectShown}
          </Button>
        </>
      )}
    </div>
  );
}
