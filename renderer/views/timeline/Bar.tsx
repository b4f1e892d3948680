import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { toDayNumber } from '#core/base/plain-date.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { previewShift } from '#core/projections/timeline-dates.ts';
import type { TimelineSpan } from '#core/projections/timeline-rows.ts';
import { runCommands } from '#stores/run-commands.ts';
import { timelineText as text } from '#text/timeline.ts';
import { formatDay } from './Days.tsx';
import styles from './Bar.module.css';

/** The bar of a change: dragged, or moved with the arrow keys and Enter. While it moves it says what that would break. */
export function Bar({
  plan,
  change,
  title,
  span,
  range,
  dayWidth,
  isOwn,
  isCritical,
  beside,
}: {
  readonly plan: Plan;
  readonly change: Change;
  readonly title: string;
  readonly span: TimelineSpan;
  readonly range: TimelineSpan;
  readonly dayWidth: number;
  readonly isOwn: boolean;
  readonly isCritical: boolean;
  readonly beside: string;
}) {
  const [shift, setShift] = useState(0);
  const from = useRef<number | null>(null);
  const moved = shift === 0 ? null : previewShift(plan, change.id, span, shift);
  const days = span.end - span.start + 1;
  const width = days * dayWidth;
  const left = (span.start + shift - range.start) * dayWidth;
  const fitsInside = width > 64;
  const commit = (): void => {
    if (moved !== null) {
      runCommands([{ command: 'edit-change', change: change.id, start: moved.start, end: moved.end }], {
        label: text.moved(title, formatDay(toDayNumber(moved.start) ?? 0)),
      });
    }
    setShift(0);
  };
  const onPointerUp = (): void => {
    if (from.current === null) return;
    from.current = null;
    commit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by !== 0) setShift(shift + by * (event.shiftKey ? 7 : 1));
    else if (event.key === 'Enter') commit();
    else if (event.key === 'Escape' && shift !== 0) setShift(0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words =
    moved === null
      ? [fitsInside || !isOwn ? '' : text.length(days), beside].filter((part) => part !== '').join(' · ')
      : text.shifted(formatDay(span.start + shift), formatDay(span.end + shift), moved.sentences);
  return (
    <>
      <button
        type="button"
        className={styles['bar']}
        data-kind={change.kind}
        data-own={isOwn}
        data-critical={isCritical}
        data-moving={moved !== null}
        aria-label={`${text.bar(title, formatDay(span.start), formatDay(span.end))}${isCritical ? `, ${text.isCritical}` : ''}`}
        title={text.dragHint}
        style={{ left, width }}
        onPointerDown={(event: PointerEvent<HTMLButtonElement>) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = event.clientX;
        }}
        onPointerMove={(event) => {
          if (from.current !== null) setShift(Math.round((event.clientX - from.current) / dayWidth));
        }}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          from.current = null;
          setShift(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (from.current === null) setShift(0);
        }}
      >
        {fitsInside && isOwn ? text.length(days) : ''}
      </button>
      <span
        className={styles['beside']}
        data-breaks={moved !== null && moved.sentences.length > 0}
        role={moved === null ? undefined : 'status'}
        style={{ left: left + width + 8 }}
      >
        {words}
      </span>
    </>
  );
}
