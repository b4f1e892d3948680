import { useCallback, useMemo, useState } from 'react';
import { isMatterShown, isShown } from '#stores/review-show.ts';
import type { ReviewGroup } from '#stores/review-rows.ts';
import { useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { EntryList } from './EntryList.tsx';
import { countByFilter, toListEntries, toMissedEntries, type ReviewFilter } from './list-entries.ts';
import { NarrowBar } from './NarrowBar.tsx';
import styles from './ReviewList.module.css';

const filters = ['server', 'service', 'dependency', 'disposition', 'question'] as const;

/** Everything that was found, by group; the chosen row opens into a card. */
export function ReviewList() {
  const rows = useReview((state) => state.rows);
  const matters = useReview((state) => state.matters);
  const decisions = useReview((state) => state.decisions);
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const [closed, setClosed] = useState<ReadonlySet<ReviewGroup>>(new Set());
  const proposals = useReview((state) => state.proposals);
  const show = useReview((state) => state.show);
  const entries = useMemo(
    () =>
      show === 'line'
        ? toMissedEntries(proposals)
        : toListEntries(
            rows.filter((row) => isShown(row, show)),
            matters.filter((matter) => isMatterShown(matter, show)),
            decisions,
            filter,
            closed,
          ),
    [rows, matters, decisions, filter, closed, show, proposals],
  );
  const keys = useMemo(() => entries.flatMap((entry) => (entry.is === 'group' ? entry.keys : [])), [entries]);
  const counts = useMemo(
    () => ({
      server: countByFilter(rows, 'server'),
      service: countByFilter(rows, 'service'),
      dependency: countByFilter(rows, 'dependency'),
      disposition: countByFilter(rows, 'disposition'),
      question: countByFilter(rows, 'question'),
    }),
    [rows],
  );
  const toggle = useCallback((group: ReviewGroup): void => {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(group)) next.add(group);
      return next;
    });
  }, []);
  return (
    <div className={styles['found']}>
      <div className={styles['head']}>
        <SegmentedControl
          className={styles['segments']}
          label={text.filter}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: text.all, count: rows.length + matters.length },
            ...filters.map((value) => ({
              value,
              label: text.filters[value],
              count: counts[value],
            })),
          ]}
        />
      </div>
      <NarrowBar keys={keys} />
      <EntryList entries={entries} onToggle={toggle} />
    </div>
  );
}
