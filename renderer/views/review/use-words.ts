import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { MadeKind } from '#core/intake/made-thing.ts';
import { makeOfWords, useReview } from '#stores/review-store.ts';
import { stepLine, stepWord, toSpan, type ChosenWords } from './chosen-words.ts';
import { readSelection } from './read-selection.ts';
import type { SourceLine } from './source-lines.ts';

/** Choosing words of a source and saying what they are. */
export interface WordChoice {
  readonly picked: ChosenWords | null;
  /** The chosen words themselves; empty without a choice. */
  readonly words: string;
  /** Whether it is asked what they are. */
  readonly isAsking: boolean;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly ask: (isAsking: boolean) => void;
  readonly say: (what: MadeKind) => void;
  readonly onMouseUp: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Words are chosen with the mouse, or word by word with the arrow keys and Shift; Enter asks what they are. */
export function useWords(
  source: string,
  lines: readonly SourceLine[],
  showLine: (line: number) => void,
): WordChoice {
  const spot = useReview((state) => state.spot);
  const [picked, setPicked] = useState<ChosenWords | null>(null);
  const [isAsking, ask] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  // Before the next key: an effect that comes later would put the choice back to the first word after a key moved it on.
  useLayoutEffect(() => setPicked(null), [source]);
  useLayoutEffect(() => {
    if (spot === null || spot.source !== source) return;
    const at = lines.findIndex((line) => line.number === spot.line);
    setPicked(stepLine(lines, at, 1));
    // Only another line is looked at anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [spot, source]);
  const line = lines.find((each) => each.number === picked?.line);
  const span = picked === null ? null : toSpan(picked);
  const words = line === undefined || span === null ? '' : line.text.slice(span.start, span.end);
  const go = (by: 1 | -1): void => {
    const at = lines.findIndex((each) => each.number === picked?.line);
    const next = stepLine(lines, at + by, by);
    if (next === null) return;
    setPicked(next);
    showLine(next.line);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') go(key === 'ArrowDown' ? 1 : -1);
    else if ((key === 'ArrowLeft' || key === 'ArrowRight') && picked !== null && line !== undefined)
      setPicked(stepWord(line.text, picked, key === 'ArrowRight' ? 1 : -1, event.shiftKey));
    else if (key === 'Enter' && words !== '') ask(true);
    else if (key === 'Escape' && picked !== null) setPicked(null);
    else return;
    event.preventDefault();
  };
  return {
    picked,
    words,
    isAsking,
    anchor,
    ask,
    say: (what) => {
      if (picked !== null && words !== '') makeOfWords(source, { what, words, line: picked.line });
      document.getSelection()?.removeAllRanges();
      setPicked(null);
    },
    onMouseUp: () => {
      const read = readSelection();
      setPicked(read);
      ask(read !== null);
    },
    onKeyDown,
  };
}
