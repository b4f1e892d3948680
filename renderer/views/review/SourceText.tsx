import type { Ref } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { reviewText as text } from '#text/review.ts';
import { classNames } from '#ui/class-names.ts';
import { KindIcon } from '#ui/KindIcon.tsx';
import { toSpan, type ChosenWords } from './chosen-words.ts';
import { cutPieces, type LineNote, type SourceLine, type ShownPiece } from './source-lines.ts';
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

function Piece({
  piece,
  chosen,
  onChoose,
  anchor,
}: {
  readonly piece: ShownPiece;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly anchor: Ref<HTMLElement>;
}) {
  const [first] = piece.keys;
  const words = classNames(piece.isPicked && styles['picked']);
  const ref = piece.isPicked ? { ref: anchor } : {};
  if (first === undefined) {
    return (
      <span className={words} {...ref}>
        {piece.text}
      </span>
    );
  }
  const isStrong = chosen !== null && piece.keys.includes(chosen);
  return (
    // The list at the left is the way by keyboard to the same choice.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <mark
      className={classNames(words, isStrong && styles['strong'])}
      {...ref}
      onClick={() => {
        if (document.getSelection()?.isCollapsed !== false) onChoose(isStrong ? chosen : first);
      }}
    >
      {piece.text}
    </mark>
  );
}

/** The lines in sight. */
export function SourceText({
  lines,
  items,
  height,
  chosen,
  picked,
  hasNotes,
  onChoose,
  measure,
  anchor,
}: {
  readonly lines: readonly SourceLine[];
  readonly items: readonly VirtualItem[];
  readonly height: number;
  readonly chosen: string | null;
  /** Words that a person is about to make something of. */
  readonly picked: ChosenWords | null;
  readonly hasNotes: boolean;
  readonly onChoose: (key: string) => void;
  readonly measure: (element: Element | null) => void;
  readonly anchor: Ref<HTMLElement>;
}) {
  return (
    <div className={styles['text']} style={{ height }}>
      {items.map((item) => {
        const line = lines[item.index];
        if (line === undefined) return null;
        const isOn = chosen !== null && line.notes.some((note) => note.key === chosen);
        const notes = [...line.notes].sort((a, b) => Number(b.key === chosen) - Number(a.key === chosen));
        const pieces = cutPieces(line.pieces, picked?.line === line.number ? toSpan(picked) : null);
        return (
          <div
            key={line.number}
            ref={measure}
            data-index={item.index}
            className={classNames(
              styles['line'],
              isOn && styles['onLine'],
              line.isHeading && styles['heading'],
            )}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <span className={styles['number']}>{line.number}</span>
            <span className={styles['words']} data-line={line.number}>
              {pieces.map((piece) => (
                <Piece key={piece.start} piece={piece} chosen={chosen} onChoose={onChoose} anchor={anchor} />
              ))}
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
