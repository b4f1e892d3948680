import { useMemo, useState } from 'react';
import { findTimelineRange, toTimeline, type TimelineGroup } from '#core/projections/timeline-rows.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { findCriticalDates, toTimelineBands } from '#core/projections/timeline-dates.ts';
import { useAction } from '#actions/use-action.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { timelineText as text } from '#text/timeline.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Bands } from './Bands.tsx';
import { ChangeRow } from './ChangeRow.tsx';
import { DatesForm } from './DatesForm.tsx';
import { Days } from './Days.tsx';
import { PhaseRow } from './PhaseRow.tsx';
import { isInRange, readToday, Today } from './Today.tsx';
import rows from './Rows.module.css';
import styles from './TimelineView.module.css';

/** Pixels of a day at each scale. */
const scales = { days: 36, weeks: 14, months: 5 } as const;
type Scale = keyof typeof scales;

/** What the dates form is about. */
interface Editing {
  readonly kind: 'phase' | 'change';
  readonly id: string;
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
}

function findEditing(
  groups: readonly TimelineGroup[],
  kind: Editing['kind'],
  id: string,
  name: string,
): Editing | null {
  for (const group of groups) {
    if (kind === 'phase' && group.phase?.id === id) {
      return { kind, id, name, start: group.phase.start, end: group.phase.end };
    }
    const row = kind === 'change' ? group.rows.find((each) => each.change.id === id) : undefined;
    if (row !== undefined) return { kind, id, name, start: row.change.start, end: row.change.end };
  }
  return null;
}

/** Phases and changes over time; dates are set where they are shown. */
export function TimelineView() {
  const plan = usePlan();
  const groups = useMemo(() => toTimeline(plan), [plan]);
  const range = useMemo(() => findTimelineRange(groups), [groups]);
  const [scale, setScale] = useState<Scale>('weeks');
  const [today] = useState(readToday);
  const [asked, setAsked] = useState(0);
  const [editing, setEditing] = useState<Editing | null>(null);
  const bands = useMemo(() => (range === null ? [] : toTimelineBands(plan, range)), [plan, range]);
  const critical = useMemo(() => findCriticalDates(plan), [plan]);
  const propose = useAction('propose-dates');
  const calendar = useAction('calendar');
  const edit = (kind: Editing['kind'], id: string, name: string): void =>
    setEditing(findEditing(groups, kind, id, name));

  return (
    <div className={styles['view']}>
      <div className={styles['toolbar']}>
        <SegmentedControl
          label={text.scale}
          value={scale}
          onChange={setScale}
          options={[
            { value: 'days', label: text.days },
            { value: 'weeks', label: text.weeks },
            { value: 'months', label: text.months },
          ]}
        />
        {range !== null && (
          <Button
            variant="quiet"
            icon="calendar"
            why={isInRange(today, range) ? null : text.todayOutside}
            onPress={() => setAsked(asked + 1)}
          >
            {text.today}
          </Button>
        )}
        <span className={styles['space']} />
        {range !== null && (
          <span className={styles['legend']}>
            <span className={styles['legendCritical']} /> {text.criticalPath}
            <span className={styles['legendFreeze']} /> {text.freeze}
          </span>
        )}
        <Button icon="timeline" isDisabled={calendar.why !== null} onPress={calendar.run}>
          {calendar.title}
        </Button>
        {groups.length > 0 && range !== null && (
          <Button icon="milestone" isDisabled={propose.why !== null} onPress={propose.run}>
            {propose.title}
          </Button>
        )}
      </div>
      {editing !== null && <DatesForm key={editing.id} editing={editing} onDone={() => setEditing(null)} />}
      {groups.length === 0 ? (
        <EmptyState icon="timeline" title={text.emptyPlan} next={text.emptyPlanNext} />
      ) : (
        <section className={styles['scroll']} aria-label={text.timeline}>
          {range === null && (
            <div className={styles['empty']}>
              <EmptyState
                icon="timeline"
                title={text.empty}
                next={text.emptyNext}
                action={
                  <Button variant="primary" isDisabled={propose.why !== null} onPress={propose.run}>
                    {propose.title}
                  </Button>
                }
              />
            </div>
          )}
          <div className={styles['chart']} data-bands={bands.length > 0}>
            <header className={rows['head']}>
              <span className={rows['list']}>
                <span>{text.change}</span>
                <span>{text.owner}</span>
              </span>
              {range !== null && <Days range={range} dayWidth={scales[scale]} />}
            </header>
            {range !== null && isInRange(today, range) && (
              <Today day={today} range={range} dayWidth={scales[scale]} asked={asked} />
            )}
            {range !== null && <Bands bands={bands} range={range} dayWidth={scales[scale]} />}
            {groups.map((group) => (
              <div key={group.id} role="group" aria-label={group.phase?.name ?? text.noPhase}>
                <PhaseRow
                  plan={plan}
                  group={group}
                  range={range}
                  dayWidth={scales[scale]}
                  onEdit={() => edit('phase', group.id, group.phase?.name ?? text.noPhase)}
                />
                {group.rows.map((row) => (
                  <ChangeRow
                    key={row.change.id}
                    plan={plan}
                    row={row}
                    range={range}
                    dayWidth={scales[scale]}
                    isCritical={critical.has(row.change.id)}
                    onEdit={() => edit('change', row.change.id, toChangeTitle(plan, row.change))}
                  />
                ))}
              </div>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
