import type { SettledConflict } from '#core/document/merge/merge-choices.ts';
import type { MergeSides } from '#core/document/merge/merge-types.ts';
import { toConflictChoice } from '#core/exporters/difference/merge-words.ts';
import { mergeText as text } from '#text/merge.ts';
import { ChooseSide } from '#ui/ChooseSide.tsx';
import styles from './MergeDialog.module.css';

function Conflict({
  settled,
  sides,
  isWanted,
  onChange,
}: {
  readonly settled: SettledConflict;
  readonly sides: MergeSides;
  readonly isWanted: boolean;
  readonly onChange: (isTaken: boolean) => void;
}) {
  const { about, ours, theirs, before } = toConflictChoice(settled.conflict, sides);
  return (
    <ChooseSide
      about={
        <>
          {about}
          {before !== null && <span className={styles['note']}> {text.before(before)}</span>}
        </>
      }
      kept={{ label: text.ours, value: ours }}
      offered={{ label: text.theirs, value: theirs }}
      isOfferTaken={isWanted}
      onChange={onChange}
    >
      {isWanted && settled.takes === 'ours' && <p className={styles['note']}>{text.notTaken}</p>}
    </ChooseSide>
  );
}

/** What both copies changed in another way, side by side in words; one of the two stands in each. */
export function MergeConflicts({
  conflicts,
  sides,
  taken,
  onChoose,
}: {
  readonly conflicts: readonly SettledConflict[];
  readonly sides: MergeSides;
  readonly taken: ReadonlySet<string>;
  readonly onChoose: (key: string, isTaken: boolean) => void;
}) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-label={text.conflicts}>
      <h3>{text.conflicts}</h3>
      <p className={styles['intro']}>{text.conflictsIntro}</p>
      {conflicts.map((settled) => (
        <Conflict
          key={settled.key}
          settled={settled}
          sides={sides}
          isWanted={taken.has(settled.key)}
          onChange={(isTaken) => onChoose(settled.key, isTaken)}
        />
      ))}
    </section>
  );
}
