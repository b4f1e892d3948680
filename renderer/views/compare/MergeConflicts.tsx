import { useId } from 'react';
import type { SettledConflict } from '#core/document/merge/merge-choices.ts';
import type { MergeSides } from '#core/document/merge/merge-types.ts';
import { toConflictChoice } from '#core/exporters/difference/merge-words.ts';
import { mergeText as text } from '#text/merge.ts';
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
  const name = useId();
  const { about, ours, theirs, before } = toConflictChoice(settled.conflict, sides);
  const option = (label: string, value: string, takesTheirs: boolean) => (
    <label
      className={styles['side']}
      data-chosen={isWanted === takesTheirs}
      aria-labelledby={`${name}${String(takesTheirs)}`}
    >
      <input
        type="radio"
        name={name}
        checked={isWanted === takesTheirs}
        onChange={() => onChange(takesTheirs)}
      />
      <span className={styles['words']} id={`${name}${String(takesTheirs)}`}>
        <span className={styles['note']}>{label}</span>
        <strong>{value}</strong>
      </span>
    </label>
  );
  return (
    <fieldset className={styles['conflict']}>
      <legend>
        {about}
        {before !== null && <span className={styles['note']}> {text.before(before)}</span>}
      </legend>
      <div className={styles['sides']}>
        {option(text.ours, ours, false)}
        {option(text.theirs, theirs, true)}
      </div>
      {isWanted && settled.takes === 'ours' && <p className={styles['note']}>{text.notTaken}</p>}
    </fieldset>
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
