import { useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { toQuotesByLine } from '#stores/review-rows.ts';
import { findMatterWords } from '#stores/review-matters.ts';
import { chooseRow, useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { wordsText } from '#text/review-words.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { toOverscan } from '#ui/overscan.ts';
import { railSlots, toRailMarks, toSourceLines } from './source-lines.ts';
import { SourceHead } from './SourceHead.tsx';
import { SourceText } from './SourceText.tsx';
import { useWords } from './use-words.ts';
import { WordsMenu } from './WordsMenu.tsx';
import styles from './SourcePane.module.css';

const lineHeight = 18;

/** The document beside what was found in it; quotes are yellow, those of the chosen row strong. */
export function SourcePane() {
  const proposals = useReview((state) => state.proposals);
  const rows = useReview((state) => state.rows);
  const chosen = useReview((state) => state.chosen);
  const spot = useReview((state) => state.spot);
  const tables = useReview((state) => state.tables);
  const [picked, setPicked] = useState<string | null>(null);
  const [hasNotes, setNotes] = useState(true);
  const [quoteAt, setQuoteAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const chosenRow = useMemo(() => rows.find((row) => row.key === chosen), [rows, chosen]);
  const matters = useReview((state) => state.matters);
  const matter = matters.find((each) => each.key === chosen);
  // Where something stood that is gone is a line of the earlier file: nothing is marked for it.
  const place = matter === undefined || matter.is === 'gone' ? null : findMatterWords(matter);
  const goneFrom = matter?.is === 'gone' ? matter.source : undefined;
  // What sources and plan differ on has no words of its own: those of the thing on its line are marked.
  const shown =
    place === null
      ? chosen
      : (rows.find((row) => row.source === place.source && row.line === place.line)?.key ?? chosen);
  const name =
    picked ??
    spot?.source ??
    chosenRow?.source ??
    place?.source ??
    goneFrom ??
    proposals[0]?.source.name ??
    '';
  const proposal = proposals.find((each) => each.source.name === name) ?? proposals[0];
  const quotes = useMemo(() => toQuotesByLine(rows, name), [rows, name]);
  const lines = useMemo(
    () => (proposal === undefined ? [] : toSourceLines(proposal, quotes)),
    [proposal, quotes],
  );
  const marks = useMemo(() => toRailMarks(lines, shown), [lines, shown]);
  const own = useMemo(
    () => [...new Set(chosenRow?.item.evidence.map((each) => each.line) ?? [])].sort((a, b) => a - b),
    [chosenRow],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: toOverscan(lines.length),
  });
  const showLine = (number: number | undefined): void => {
    const at = lines.findIndex((line) => line.number === number);
    const top = virtual.measurementsCache[at]?.start;
    const { scrollOffset, scrollRect } = virtual;
    if (at < 0 || top === undefined) return;
    // Nothing moves under the pointer of a person who clicked on words in sight.
    const isInSight = scrollOffset !== null && scrollRect !== null && top >= scrollOffset;
    if (isInSight && top + lineHeight * 2 < scrollOffset + scrollRect.height) return;
    virtual.scrollToIndex(at, { align: 'center' });
  };
  const choice = useWords(name, lines, showLine);
  useEffect(() => {
    setPicked(null);
  }, [chosen, spot]);
  useEffect(() => {
    showLine(spot?.line ?? chosenRow?.line ?? place?.line ?? own[0]);
    setQuoteAt(Math.max(0, own.indexOf(chosenRow?.line ?? -1)));
    // Only another choice or document scrolls.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, spot, lines]);
  const goQuote = (by: number): void => {
    const next = (quoteAt + by + own.length) % own.length;
    setQuoteAt(next);
    showLine(own[next]);
  };
  if (proposal === undefined) return null;
  const isProse = proposal.source.text !== null;
  return (
    <section className={styles['pane']} aria-label={text.source}>
      <SourceHead
        names={proposals.map((each) => each.source.name)}
        name={name}
        onPick={setPicked}
        lines={isProse ? lines.length : null}
        quotes={
          chosenRow !== undefined && own.length > 0
            ? { count: own.length, of: chosenRow.name, go: goQuote }
            : null
        }
        choice={choice}
        isTable={tables.some((table) => table.source === name)}
        hasNotes={hasNotes}
        onNotes={() => setNotes(!hasNotes)}
      />
      {!isProse && <p className={styles['hint']}>{text.onlyRead}</p>}
      {lines.length === 0 ? (
        <EmptyState icon="quote" title={text.noQuotes} />
      ) : (
        <div className={styles['body']}>
          {/* A long document is scrolled with the keys too, and words are chosen with them. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <div
            className={styles['scroller']}
            ref={scroller}
            data-source-text
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="group"
            aria-label={name}
            aria-description={wordsText.hint}
            onMouseUp={choice.onMouseUp}
            onKeyDown={choice.onKeyDown}
          >
            <SourceText
              lines={lines}
              items={virtual.getVirtualItems()}
              height={virtual.getTotalSize()}
              chosen={shown}
              picked={choice.picked}
              hasNotes={hasNotes}
              onChoose={chooseRow}
              measure={virtual.measureElement}
              anchor={choice.anchor}
            />
          </div>
          <WordsMenu choice={choice} />
          <div className={styles['rail']} aria-hidden="true">
            {marks.map(({ at, isOn }) => (
              <i key={at} data-on={isOn || undefined} style={{ top: `${(at / railSlots) * 100}%` }} />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
