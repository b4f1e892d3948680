import { decide, reviewStore } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { Icon } from '#ui/Icon.tsx';
import type { ListEntry } from './list-entries.ts';
import styles from './ReviewList.module.css';

/** The head of a group: opens and closes it, and accepts all of it that is open. What must be chosen one by one is not accepted so. */
export function GroupHead({
  entry,
  onToggle,
}: {
  readonly entry: Extract<ListEntry, { is: 'group' }>;
  readonly onToggle: () => void;
}) {
  const { counts, keys, group } = entry;
  const isOneByOne = group === 'conflict' || group === 'pair';
  return (
    <div className={styles['group']}>
      <button type="button" className={styles['twist']} aria-expanded={entry.isOpen} onClick={onToggle}>
        <Icon name={entry.isOpen ? 'chevron-down' : 'chevron-right'} size={12} tone="faint" />
        {text.groups[group]}
        <span>{text.groupCounts(counts.accepted, counts.open, counts.rejected, counts.later)}</span>
      </button>
      {counts.open > 0 && !isOneByOne && (
        <button
          type="button"
          className={styles['these']}
          onClick={() =>
            decide(
              keys.filter((key) => reviewStore.getState().decisions[key] === undefined),
              'accept',
            )
          }
        >
          {text.acceptThese(counts.open)}
        </button>
      )}
    </div>
  );
}
