import { toIsoDate } from '#core/base/plain-date.ts';
import type { TimelineSpan } from '#core/projections/timeline-rows.ts';
import styles from './Rows.module.css';

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A plain date in the reader's way of writing it. */
export function formatDay(day: number): string {
  return dayFormat.format(new Date(`${toIsoDate(day)}T00:00:00Z`));
}

/** Monday before or on a day; day 0 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The heads of the weeks. Where weeks are narrow only every fourth is named. */
export function Days({ range, dayWidth }: { readonly range: TimelineSpan; readonly dayWidth: number }) {
  const every = dayWidth >= 12 ? 7 : 28;
  const heads: number[] = [];
  for (let day = mondayOf(range.start); day <= range.end; day += every) heads.push(day);
  return (
    <span className={styles['days']} style={{ width: (range.end - range.start + 1) * dayWidth }}>
      {heads.map((day) => (
        <span key={day} className={styles['week']} style={{ left: (day - range.start) * dayWidth }}>
          {formatDay(day)}
        </span>
      ))}
    </span>
  );
}

/** The lane of a row: its weekends, and what stands in it. */
export function Lane({
  range,
  dayWidth,
  children,
}: {
  readonly range: TimelineSpan;
  readonly dayWidth: number;
  readonly children: React.ReactNode;
}) {
  const first = mondayOf(range.start);
  return (
    <span
      className={styles['lane']}
      style={{
        width: (range.end - range.start + 1) * dayWidth,
        backgroundSize: `${7 * dayWidth}px 100%`,
        backgroundPositionX: (first - range.start) * dayWidth,
      }}
    >
      {children}
    </span>
  );
}
