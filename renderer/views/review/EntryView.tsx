import { chooseRow, decide, lookAt, pickValue, useReview, type Decision } from '#stores/review-store.ts';
import { mattersText } from '#text/review-matters.ts';
import { findNextOpen, toEntryKey, type ListEntry } from './list-entries.ts';
import { GroupHead } from './GroupHead.tsx';
import { MatterCard } from './MatterCard.tsx';
import { MatterLine } from './MatterLine.tsx';
import { MissedLine } from './MissedLine.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import { ReviewLine } from './ReviewLine.tsx';

export interface EntryViewProps {
  readonly entry: ListEntry;
  /** All of the list, to know what comes next. */
  readonly entries: readonly ListEntry[];
  /** What stands for the entry that is looked at. */
  readonly here: string | null;
  readonly onToggle: () => void;
  /** Goes on to what is open after an entry that was decided. */
  readonly onGoOn: (key: string) => void;
}

/** One entry of the list: the chosen one is a card. */
export function EntryView({ entry, entries, here, onToggle, onGoOn }: EntryViewProps) {
  const decisions = useReview((state) => state.decisions);
  const hasMany = useReview((state) => state.proposals.length > 1);
  if (entry.is === 'group') return <GroupHead entry={entry} onToggle={onToggle} />;
  const key = toEntryKey(entry);
  const isChosen = key === here;
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
  const decision = decisions[key] ?? null;
  const set = (to: Decision): void => decide([key], to);
  const setAndGoOn = (to: Decision): void => {
    set(to);
    onGoOn(key);
  };
  const found = isChosen ? findNextOpen(entries, decisions, key) : null;
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
}
