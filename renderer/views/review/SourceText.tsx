import type { VirtualItem } from '@tanstack/react-virtual';
import { reviewText as text } from '#text/review.ts';
import { classNames } from '#ui/class-names.ts';
import { KindIcon } from '#ui/KindIcon.tsx';
import type { LineNote, SourceLine } from './source-lines.ts';
import styles from './SourcePane.module.css';

const mostNotes = 2;

function Note({ note, isOn }: { readonly note: LineNote; readonly isOn: boolean }) {
  const { item, name } = note.row;
  const kind = item.is === 'node' ? item.kind : item.is;
  return (
    <span className={classNames(styles['note'], isOn && styles['on'])}>
      <KindIcon kind={kind} type={item.is === 'node' ? (item.type ?? null) : null} size={12} />
      <span>{name}</span>
    </span>
  );
}

/** The lines in sight. */
export function SourceText({
  lines,
  items,
  height,
  chosen,
  hasNotes,
  onChoose,
}: {
  readonly lines: readonly SourceLine[];
  readonly items: readonly VirtualItem[];
  readonly height: number;
  readonly chosen: string | null;
  readonly hasNotes: boolean;
  readonly onChoose: (key: string) => void;
}) {
  return (
    <div className={styles['text']} style={{ height }}>
      {items.map((item) => {
        const line = lines[item.index];
        if (line === undefined) return null;
        const isOn = chosen !== null && line.notes.some((note) => note.key === chosen);
        const notes = [...line.notes].sort((a, b) => Number(b.key === chosen) - Number(a.key === chosen));
        return (
          <div
            key={line.number}
            className={classNames(
              styles['line'],
              isOn && styles['onLine'],
              line.isHeading && styles['heading'],
            )}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <span className={styles['number']}>{line.number}</span>
            <span className={styles['words']}>
              {line.pieces.map((piece, index) => {
                const [first] = piece.keys;
                if (first === undefined) return <span key={`${line.number} ${index}`}>{piece.text}</span>;
                const isStrong = chosen !== null && piece.keys.includes(chosen);
                return (
                  // The list at the left is the way by keyboard to the same choice.
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
                  <mark
                    key={`${line.number} ${index}`}
                    className={isStrong ? styles['strong'] : undefined}
                    onClick={() => onChoose(isStrong && chosen !== null ? chosen : first)}
                  >
                    {piece.text}
                  </mark>
                );
              })}
            </span>
            {line.isNotUnderstood && <span className={styles['note']}>{text.notUnderstoodMark}</span>}
            {hasNotes &&
              notes
                .slice(0, mostNotes)
                .map((note) => <Note key={note.key} note={note} isOn={note.key === chosen} />)}
          </div>
        );
      })}
    </div>
  );
}
