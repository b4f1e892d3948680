import type { Plan } from '#core/model/plan.ts';
import type { TimelineGroup, TimelineSpan } from '#core/projections/timeline-rows.ts';
import { timelineText as text } from '#text/timeline.ts';
import { Icon } from '#ui/Icon.tsx';
import { formatDay, Lane } from './Days.tsx';
import styles from './Rows.module.css';

/** The head of a phase with its bar. */
export function PhaseRow({
  plan,
  group,
  range,
  dayWidth,
  onEdit,
}: {
  readonly plan: Plan;
  readonly group: TimelineGroup;
  readonly range: TimelineSpan | null;
  readonly dayWidth: number;
  readonly onEdit: () => void;
}) {
  const name = group.phase?.name ?? text.noPhase;
  const owner = plan.parties.get(group.phase?.owner ?? null)?.name;
  const { span } = group;
  return (
    <div className={styles['phase']}>
      <span className={styles['list']}>
        <strong title={name}>{name}</strong>
        <span className={styles['faint']}>{owner ?? text.changes(group.rows.length)}</span>
        {group.phase !== null && (
          <button type="button" className={styles['edit']} aria-label={text.datesOf(name)} onClick={onEdit}>
            {span === null ? text.noDate : `${formatDay(span.start)} – ${formatDay(span.end)}`}
          </button>
        )}
      </span>
      {range !== null && (
        <Lane range={range} dayWidth={dayWidth}>
          {span !== null && (
            <>
              <span
                className={styles['phaseBar']}
                style={{
                  left: (span.start - range.start) * dayWidth,
                  width: (span.end - span.start + 1) * dayWidth,
                }}
              />
              {group.phase?.gate !== null && group.phase !== null && (
                <span
                  className={styles['gate']}
                  style={{ left: (span.end + 1 - range.start) * dayWidth + 8 }}
                  title={group.phase.gate ?? ''}
                >
                  <Icon name="flag" size={14} tone="faint" />
                  {text.gate}
                </span>
              )}
            </>
          )}
        </Lane>
      )}
    </div>
  );
}
