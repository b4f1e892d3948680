import { findKnownNode } from '#core/graph/known-nodes.ts';
import { findChangedNode } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import type { TimelineRow, TimelineSpan } from '#core/projections/timeline-rows.ts';
import { select, useView } from '#stores/view-store.ts';
import { timelineText as text } from '#text/timeline.ts';
import { Icon } from '#ui/Icon.tsx';
import { Mark } from '#ui/Mark.tsx';
import { NamedSentence } from '#ui/NamedSentence.tsx';
import { Bar } from './Bar.tsx';
import { formatDay, Lane } from './Days.tsx';
import styles from './Rows.module.css';

function ChangeMark({ kind }: { readonly kind: TimelineRow['change']['kind'] }) {
  if (kind === 'hand-over') return <Icon name="duties" size={16} tone="faint" />;
  if (kind === 'rewire') return <Icon name="waypoints" size={16} tone="faint" />;
  return <Mark kind={kind} isAgreed />;
}

/** The machines that a change speaks of: their names are set as names. */
function toNames(plan: Plan, change: TimelineRow['change']): string[] {
  const ids = [
    findChangedNode(change),
    change.kind === 'move' || change.kind === 'add' ? change.to : null,
    change.kind === 'merge' ? change.into : null,
  ];
  return ids.flatMap((id) => {
    const node = findKnownNode(plan, id);
    return node?.kind === 'server' || node?.kind === 'host' ? [node.name] : [];
  });
}

/** One change with its bar; a change without dates of its own is drawn thin over its phase. */
export function ChangeRow({
  plan,
  row,
  range,
  dayWidth,
  isCritical,
  onEdit,
}: {
  readonly plan: Plan;
  readonly row: TimelineRow;
  readonly range: TimelineSpan | null;
  readonly dayWidth: number;
  readonly isCritical: boolean;
  readonly onEdit: () => void;
}) {
  const { change, span } = row;
  const title = toChangeTitle(plan, change);
  const node = findChangedNode(change);
  const isSelected = useView((view) => node !== null && view.selection.includes(node));
  const owner = plan.tasks.filter((task) => task.on === change.id && task.owner !== null)[0]?.owner ?? null;
  const waits = row.conditions.length === 0 ? '' : text.waits(row.conditions.join(', '));
  return (
    <div className={styles['row']} data-selected={isSelected}>
      <span className={styles['list']}>
        <ChangeMark kind={change.kind} />
        <button
          type="button"
          className={styles['title']}
          title={title}
          onClick={() => select(node === null ? [] : [node])}
          onDoubleClick={onEdit}
        >
          <NamedSentence text={title} names={toNames(plan, change)} />
        </button>
        <span className={styles['faint']}>{plan.parties.get(owner)?.name ?? text.nobody}</span>
        <button type="button" className={styles['edit']} aria-label={text.datesOf(title)} onClick={onEdit}>
          {span === null
            ? text.noDate
            : row.isOwn
              ? `${formatDay(span.start)} – ${formatDay(span.end)}`
              : text.asPhase}
        </button>
      </span>
      {range !== null && (
        <Lane range={range} dayWidth={dayWidth}>
          {span !== null && (
            <>
              {row.conditions.length > 0 && (
                <span
                  className={styles['diamond']}
                  style={{ left: (span.start - range.start) * dayWidth - 14 }}
                />
              )}
              <Bar
                plan={plan}
                change={change}
                title={title}
                span={span}
                range={range}
                dayWidth={dayWidth}
                isOwn={row.isOwn}
                isCritical={isCritical}
                beside={waits}
              />
            </>
          )}
        </Lane>
      )}
    </div>
  );
}
