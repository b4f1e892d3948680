import type { TimelineBand } from '#core/projections/timeline-dates.ts';
import type { TimelineSpan } from '#core/projections/timeline-rows.ts';
import { timelineText as text } from '#text/timeline.ts';
import { formatDay } from './Days.tsx';
import styles from './TimelineView.module.css';

/** Freezes as stripes over all rows, windows as a light ground, each with its name at the bottom. */
export function Bands({
  bands,
  range,
  dayWidth,
}: {
  readonly bands: readonly TimelineBand[];
  readonly range: TimelineSpan;
  readonly dayWidth: number;
}) {
  return bands.map((band) => (
    <span
      key={band.id}
      className={styles['band']}
      data-kind={band.kind}
      style={{
        left: `calc(var(--w-list) + ${(band.start - range.start) * dayWidth}px)`,
        width: (band.end - band.start + 1) * dayWidth,
      }}
    >
      <span>{text.band(band.name, formatDay(band.start), formatDay(band.end))}</span>
    </span>
  ));
}
