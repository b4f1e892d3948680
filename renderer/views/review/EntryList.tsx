import { memo, useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReviewGroup } from '#stores/review-rows.ts';
import type { Decision } from '#stores/review-decisions.ts';
import { chooseRow, decide, lookAt, pickValue, reviewStore, useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { toOverscan } from '#ui/overscan.ts';
import { EntryView } from './EntryView.tsx';
import { findNextOpen, toEntryKey, type ListEntry } from './list-entries.ts';
import { goToSource } from './MissedLine.tsx';
import styles from './ReviewList.module.css';

const heights = { group: 32, row: 34, matter: 34, line: 34 } as const;

/** Goes to the next entry that is open. */
function goOn(entries: readonly ListEntry[], key: string): void {
  const next = findNextOpen(entries, reviewStore.getState().decisions, key);
  if (next !== null) chooseRow(toEntryKey(next));
}

function decideAndGoOn(entries: readonly ListEntry[], key: string, decision: Decision): void {
  decide([key], decision);
  goOn(entries, key);
}

/** Enter on a contradiction goes on with what is chosen; without a choice it takes the newer value. */
function acceptAndGoOn(entries: readonly ListEntry[], key: string): void {
  const { matters, decisions } = reviewStore.getState();
  const isPicked = decisions[key] === 'accept' && matters.some((each) => each.key === key);
  if (isPicked) goOn(entries, key);
  else decideAndGoOn(entries, key, 'accept');
}

/** A figure chooses a value of the contradiction that is looked at. */
function pickByKey(key: string | null, figure: string): boolean {
  const matter = reviewStore.getState().matters.find((each) => each.key === key);
  const index = Number(figure) - 1;
  if (matter?.is !== 'conflict' || !/^[1-9]$/u.test(figure) || index >= matter.values.length) return false;
  pickValue(matter.key, index);
  return true;
}

/** Where keys have a meaning of their own: fields, and the answers of a question. */
function isInField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (/^(?:INPUT|TEXTAREA)$/u.test(target.tagName) || target.closest('[role="radiogroup"]') !== null)
  );
}

function isMeasured(entry: ListEntry, opened: ReadonlySet<string>): boolean {
  return (entry.is !== 'row' && entry.is !== 'group') || opened.has(toEntryKey(entry));
}

export interface EntryListProps {
  readonly entries: readonly ListEntry[];
  readonly onToggle: (group: ReviewGroup) => void;
}

/** The entries of the review in sight, with the keys that go through them. While it scrolls nothing around it is drawn anew. */
export const EntryList = memo(function EntryList({ entries, onToggle }: EntryListProps) {
  const chosen = useReview((state) => state.chosen);
  const spot = useReview((state) => state.spot);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[entries[index]?.is ?? 'row'],
    // The same function while the list is the same: with another one each row would be measured anew.
    getItemKey: useCallback(
      (index: number) => {
        const entry = entries[index];
        return entry === undefined ? index : toEntryKey(entry);
      },
      [entries],
    ),
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
    else chooseRow(next === undefined ? null : toEntryKey(next));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const { target } = event;
    const isButton = target instanceof HTMLElement && target.closest('button, [role="listbox"]') !== null;
    if (isInField(target)) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && !isButton && spot !== null) goToSource();
    else if (event.key === 'Enter' && !isButton && chosen !== null) acceptAndGoOn(entries, chosen);
    else if (event.key === 'Backspace' && chosen !== null) decideAndGoOn(entries, chosen, 'reject');
    else if (!pickByKey(chosen, event.key)) return;
    event.preventDefault();
  };
  const findNext = useCallback(
    (key: string) => findNextOpen(entries, reviewStore.getState().decisions, key),
    [entries],
  );
  const goOnFrom = useCallback(
    (key: string): void => {
      goOn(entries, key);
      // The card that was decided is gone, and the keys must not be lost with it.
      if (scroller.current?.contains(document.activeElement) === true) scroller.current.focus();
    },
    [entries],
  );
  // Lines are of one height; what was a card once has to be measured to become one again.
  const opened = useRef(new Set<string>());
  if (here !== null) opened.current.add(here);
  // The list takes the keys of its rows: up, down, Enter, Backspace.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
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
              ref={isMeasured(entry, opened.current) ? virtual.measureElement : undefined}
              data-index={item.index}
              role="listitem"
              className={styles['slot']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <EntryView
                entry={entry}
                isChosen={toEntryKey(entry) === here}
                findNext={findNext}
                onToggle={onToggle}
                onGoOn={goOnFrom}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
});
