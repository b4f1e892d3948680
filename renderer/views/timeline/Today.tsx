import { useEffect, useRef } from 'react';
import type { TimelineSpan } from '#core/projections/timeline-rows.ts';
import { timelineText as text } from '#text/timeline.ts';
import styles from './TimelineView.module.css';

const dayMs = 86_400_000;

/** The day that it is where the reader is, counted like all days of the timeline. */
export function readToday(): number {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayMs);
}

/** Whether a day lies on the timeline. */
export function isInRange(day: number, range: TimelineSpan): boolean {
  return day >= range.start && day <= range.end;
}

/** The line of today over all rows; `asked` grows with each wish to see it. */
export function Today({
  day,
  range,
  dayWidth,
  asked,
}: {
  readonly day: number;
  readonly range: TimelineSpan;
  readonly dayWidth: number;
  readonly asked: number;
}) {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (asked > 0) line.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [asked]);
  return (
    <span
      ref={line}
      className={styles['today']}
      style={{ left: `calc(var(--w-list) + ${(day - range.start + 0.5) * dayWidth}px)` }}
    >
      <span>{text.today}</span>
    </span>
  );
}
