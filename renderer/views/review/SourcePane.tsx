import { useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { toQuotesByLine } from '#stores/review-rows.ts';
import { chooseRow, useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { toOverscan } from '#ui/overscan.ts';
import { toSourceLines } from './source-lines.ts';
import { SourceText } from './SourceText.tsx';
import styles from './SourcePane.module.css';

const lineHeight = 18;

/** The document beside what was found in it; quotes are yellow, those of the chosen row strong. */
export function SourcePane() {
  const proposals = useReview((state) => state.proposals);
  const rows = useReview((state) => state.rows);
  const chosen = useReview((state) => state.chosen);
  const [picked, setPicked] = useState<string | null>(null);
  const [hasNotes, setNotes] = useState(true);
  const [quoteAt, setQuoteAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rowsByKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const chosenRow = chosen === null ? undefined : rowsByKey.get(chosen);
  const name = picked ?? chosenRow?.source ?? proposals[0]?.source.name ?? '';
  const proposal = proposals.find((each) => each.source.name === name) ?? proposals[0];
  const quotes = useMemo(() => toQuotesByLine(rows, name), [rows, name]);
  const lines = useMemo(
    () => (proposal === undefined ? [] : toSourceLines(proposal, quotes, rowsByKey)),
    [proposal, quotes, rowsByKey],
  );
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
    if (at >= 0) virtual.scrollToIndex(at, { align: 'center' });
  };
  useEffect(() => {
    setPicked(null);
  }, [chosen]);
  useEffect(() => {
    showLine(chosenRow?.line ?? own[0]);
    setQuoteAt(Math.max(0, own.indexOf(chosenRow?.line ?? -1)));
    // Only another choice or document scrolls.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, lines]);
  const goQuote = (by: number): void => {
    const next = (quoteAt + by + own.length) % own.length;
    setQuoteAt(next);
    showLine(own[next]);
  };
  if (proposal === undefined) return null;
  const isProse = proposal.source.text !== null;
  return (
    <section className={styles['pane']} aria-label={text.source}>
      <div className={styles['head']}>
        {proposals.length > 1 ? (
          <Select
            isLabelHidden
            className={styles['file']}
            label={text.sourceFile}
            value={name}
            onChange={setPicked}
            options={proposals.map((each) => ({
              value: each.source.name,
              label: each.source.name,
              icon: 'file-text',
            }))}
          />
        ) : (
          <span className={styles['name']}>
            <Icon name="file-text" size={14} tone="faint" />
            <span>{name}</span>
          </span>
        )}
        <span className={styles['count']}>{isProse ? text.lines(lines.length) : ''}</span>
        <span className={styles['grow']} />
        {chosenRow !== undefined && own.length > 0 && (
          <>
            <span className={styles['count']}>{text.quotesFor(own.length, chosenRow.name)}</span>
            <IconButton size="small" icon="arrow-up" label={text.previousQuote} onPress={() => goQuote(-1)} />
            <IconButton size="small" icon="arrow-down" label={text.nextQuote} onPress={() => goQuote(1)} />
          </>
        )}
        <IconButton
          size="small"
          icon="eye"
          label={text.notes}
          isPressed={hasNotes}
          onPress={() => setNotes(!hasNotes)}
        />
      </div>
      {!isProse && <p className={styles['hint']}>{text.onlyRead}</p>}
      {lines.length === 0 ? (
        <EmptyState icon="quote" title={text.noQuotes} />
      ) : (
        <div className={styles['body']}>
          {/* A long document is scrolled with the keys too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={styles['scroller']} ref={scroller} tabIndex={0} role="group" aria-label={name}>
            <SourceText
              lines={lines}
              items={virtual.getVirtualItems()}
              height={virtual.getTotalSize()}
              chosen={chosen}
              hasNotes={hasNotes}
              onChoose={chooseRow}
            />
          </div>
          <div className={styles['rail']} aria-hidden="true">
            {lines.map((line, index) =>
              line.notes.length === 0 ? null : (
                <i
                  key={line.number}
                  data-on={line.notes.some((note) => note.key === chosen) || undefined}
                  style={{ top: `${(index / lines.length) * 100}%` }}
                />
              ),
            )}
          </div>
        </div>
      )}
    </section>
  );
}
