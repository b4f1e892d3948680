import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { isShown } from '#stores/review-show.ts';
import type { ReviewGroup } from '#stores/review-rows.ts';
import { chooseRow, decide, lookAt, reviewStore, useReview, type Decision } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import {
  countByFilter,
  findNextOpen,
  toEntryKey,
  toListEntries,
  toMissedEntries,
  type ListEntry,
  type ReviewFilter,
} from './list-entries.ts';
import { toOverscan } from '#ui/overscan.ts';
import { goToSource, MissedLine } from './MissedLine.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import { ReviewLine } from './ReviewLine.tsx';
import { NarrowBar } from './NarrowBar.tsx';
import styles from './ReviewList.module.css';

const filters = ['server', 'service', 'dependency', 'disposition', 'question'] as const;

function decideAndGoOn(key: string, decision: Decision): void {
  decide([key], decision);
  const { rows, decisions } = reviewStore.getState();
  const next = findNextOpen(rows, decisions, key);
  if (next !== null) chooseRow(next.key);
}

function GroupHead({
  entry,
  onToggle,
}: {
  readonly entry: Extract<ListEntry, { is: 'group' }>;
  readonly onToggle: () => void;
}) {
  const { counts, keys } = entry;
  return (
    <div className={styles['group']}>
      <button type="button" className={styles['twist']} aria-expanded={entry.isOpen} onClick={onToggle}>
        <Icon name={entry.isOpen ? 'chevron-down' : 'chevron-right'} size={12} tone="faint" />
        {text.groups[entry.group]}
        <span>{text.groupCounts(counts.accepted, counts.open, counts.rejected, counts.later)}</span>
      </button>
      {counts.open > 0 && (
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

/** Everything that was found, by group; the chosen row opens into a card. */
export function ReviewList() {
  const rows = useReview((state) => state.rows);
  const decisions = useReview((state) => state.decisions);
  const chosen = useReview((state) => state.chosen);
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const [closed, setClosed] = useState<ReadonlySet<ReviewGroup>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const proposals = useReview((state) => state.proposals);
  const show = useReview((state) => state.show);
  const spot = useReview((state) => state.spot);
  const entries = useMemo(
    () =>
      show === 'line'
        ? toMissedEntries(proposals)
        : toListEntries(
            rows.filter((row) => isShown(row, show)),
            decisions,
            filter,
            closed,
          ),
    [rows, decisions, filter, closed, show, proposals],
  );
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.is === 'group' ? 32 : 34),
    getItemKey: (index) => {
      const entry = entries[index];
      return entry === undefined ? index : toEntryKey(entry);
    },
    overscan: toOverscan(entries.length),
  });
  const here = spot === null ? chosen : `line ${spot.line} ${spot.source}`;
  useEffect(() => {
    const at = entries.findIndex((entry) => toEntryKey(entry) === here);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only a new choice scrolls, not each decision.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [here]);
  const step = (by: number): void => {
    const stops = entries.filter((entry) => entry.is !== 'group');
    const at = stops.findIndex((entry) => toEntryKey(entry) === here);
    const next = stops[Math.min(stops.length - 1, Math.max(0, at + by))];
    if (next?.is === 'line') lookAt({ source: next.source, line: next.line.line });
    else chooseRow(next?.row.key ?? null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const { target } = event;
    const isTyping = target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/u.test(target.tagName);
    const isButton = target instanceof HTMLElement && target.closest('button, [role="listbox"]') !== null;
    if (isTyping) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && !isButton && spot !== null) goToSource();
    else if (event.key === 'Enter' && !isButton && chosen !== null) decideAndGoOn(chosen, 'accept');
    else if (event.key === 'Backspace' && chosen !== null) decideAndGoOn(chosen, 'reject');
    else return;
    event.preventDefault();
  };
  const toggle = (group: ReviewGroup): void => {
    const next = new Set(closed);
    if (!next.delete(group)) next.add(group);
    setClosed(next);
  };
  return (
    <div className={styles['found']}>
      <div className={styles['head']}>
        <SegmentedControl
          className={styles['segments']}
          label={text.filter}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: text.all, count: rows.length },
            ...filters.map((value) => ({
              value,
              label: text.filters[value],
              count: countByFilter(rows, value),
            })),
          ]}
        />
      </div>
      <NarrowBar keys={entries.flatMap((entry) => (entry.is === 'group' ? entry.keys : []))} />
      {/* The list takes the keys of its rows: up, down, Enter, Backspace. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={styles['scroller']}
        ref={scroller}
        role="list"
        aria-label={text.list}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKey}
      >
        {entries.length === 0 && <EmptyState icon="search" title={text.nothing} />}
        <div className={styles['sizer']} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const entry = entries[item.index];
            if (entry === undefined) return null;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="listitem"
                className={styles['slot']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {entry.is === 'line' ? (
                  <MissedLine
                    source={proposals.length > 1 ? entry.source : null}
                    line={entry.line}
                    isChosen={toEntryKey(entry) === here}
                    onChoose={() => lookAt({ source: entry.source, line: entry.line.line })}
                  />
                ) : entry.is === 'group' ? (
                  <GroupHead entry={entry} onToggle={() => toggle(entry.group)} />
                ) : entry.row.key === chosen ? (
                  <ReviewCard
                    row={entry.row}
                    decision={decisions[entry.row.key] ?? null}
                    next={findNextOpen(rows, decisions, entry.row.key)?.name ?? null}
                    onDecide={(decision) => decideAndGoOn(entry.row.key, decision)}
                    onClose={() => chooseRow(null)}
                  />
                ) : (
                  <ReviewLine
                    row={entry.row}
                    decision={decisions[entry.row.key] ?? null}
                    onChoose={() => chooseRow(entry.row.key)}
                    onDecide={(decision) => decide([entry.row.key], decision)}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
