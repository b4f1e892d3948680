import { memo } from 'react';
import { chooseRow, decide, lookAt, pickValue, useReview } from '#stores/review-store.ts';
import type { Decision } from '#stores/review-decisions.ts';
import type { ReviewGroup } from '#stores/review-rows.ts';
import { mattersText } from '#text/review-matters.ts';
import { toEntryKey, type ListEntry } from './list-entries.ts';
import { GroupHead } from './GroupHead.tsx';
import { MatterCard } from './MatterCard.tsx';
import { MatterLine } from './MatterLine.tsx';
import { MissedLine } from './MissedLine.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import { ReviewLine } from './ReviewLine.tsx';

export interface EntryViewProps {
  readonly entry: ListEntry;
  readonly isChosen: boolean;
  /** What is open after an entry. */
  readonly findNext: (key: string) => Extract<ListEntry, { is: 'row' | 'matter' }> | null;
  readonly onToggle: (group: ReviewGroup) => void;
  /** Goes on to what is open after an entry that was decided. */
  readonly onGoOn: (key: string) => void;
}

/** One entry of the list: the chosen one is a card. It is drawn anew only when something of its own changed, not while the list scrolls. */
export const EntryView = memo(function EntryView({
  entry,
  isChosen,
  findNext,
  onToggle,
  onGoOn,
}: EntryViewProps) {
  const key = toEntryKey(entry);
  const decision = useReview((state) => state.decisions[key] ?? null);
  const hasMany = useReview((state) => state.proposals.length > 1);
  if (entry.is === 'group') return <GroupHead entry={entry} onToggle={() => onToggle(entry.group)} />;
  if (entry.is === 'line') {
    return (
      <MissedLine
        source={hasMany ? entry.source : null}
        line={entry.line}
        isChosen={isChosen}
        onChoose={() => lookAt({ source: entry.source, line: entry.line.line })}
      />
    );
  }
  const set = (to: Decision): void => decide([key], to);
  const setAndGoOn = (to: Decision): void => {
    set(to);
    onGoOn(key);
  };
  const found = isChosen ? findNext(key) : null;
  const next = found === null ? null : found.is === 'row' ? found.row.name : mattersText.name(found.matter);
  const card = { decision, next, onDecide: setAndGoOn, onClose: () => chooseRow(null) };
  const line = { decision, onDecide: set, onChoose: () => chooseRow(key) };
  if (entry.is === 'row')
    return isChosen ? <ReviewCard row={entry.row} {...card} /> : <ReviewLine row={entry.row} {...line} />;
  return isChosen ? (
    <MatterCard matter={entry.matter} onPick={(index) => pickValue(key, index)} {...card} />
  ) : (
    <MatterLine matter={entry.matter} {...line} />
  );
});
