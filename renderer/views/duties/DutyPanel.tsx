import { useEffect, useRef } from 'react';
import type { DutyCell } from '#core/projections/duty-matrix.ts';
import { isSameArea } from '#core/model/duty.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { Plan } from '#core/model/plan.ts';
import { dutiesText as text } from '#text/duties.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Checklist } from './Checklist.tsx';
import { HandOverSteps } from './HandOverSteps.tsx';
import { PlanHandOver } from './PlanHandOver.tsx';
import styles from './DutyPanel.module.css';

function Quotes({
  plan,
  cell,
  area,
}: {
  readonly plan: Plan;
  readonly cell: DutyCell;
  readonly area: string;
}) {
  const evidence = plan.duties
    .filter((duty) => isSameArea(duty.area, area) && duty.subject === cell.subject.node)
    .flatMap((duty) => duty.evidence)
    .slice(0, 3);
  if (evidence.length === 0) return null;
  return (
    <ul className={styles['quotes']}>
      {evidence.map((each) => (
        <li key={`${each.source} ${each.line} ${each.quote}`}>
          <mark>{each.quote}</mark>{' '}
          <code>{`${plan.sources.get(each.source)?.name ?? '?'}:${each.line}`}</code>
        </li>
      ))}
    </ul>
  );
}

/** One duty on one subject: where its record comes from, its hand-overs with their checklists, and a way to plan one. */
export function DutyPanel({
  plan,
  area,
  cell,
  at,
  onClose,
}: {
  readonly plan: Plan;
  readonly area: string;
  readonly cell: DutyCell;
  readonly at: number;
  readonly onClose: () => void;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const handovers = cell.handovers
    .map((id) => plan.handovers.get(id))
    .filter((each): each is HandOver => each !== undefined);
  const holder = cell.holdings[at]?.parties[0]?.id ?? null;
  const title = (handovers.length > 0 ? text.handOverTitle : text.dutyTitle)(area, cell.subject.name);
  return (
    // Escape closes the panel, wherever the focus is inside of it.
    <aside
      className={styles['panel']}
      role="dialog"
      aria-label={title}
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        // In an open list Escape closes the list.
        const isList = event.target instanceof Element && event.target.ariaExpanded === 'true';
        if (event.key === 'Escape' && !isList) onClose();
      }}
    >
      <header className={styles['head']}>
        <h2>{title}</h2>
        <IconButton icon="close" label={text.close} onPress={onClose} />
      </header>
      <div className={styles['body']}>
        <Quotes plan={plan} cell={cell} area={area} />
        {handovers.map((handover) => (
          <section key={handover.id} className={styles['handover']}>
            <HandOverSteps plan={plan} handover={handover} />
            <Checklist plan={plan} handover={handover} />
          </section>
        ))}
        <PlanHandOver plan={plan} area={area} subject={cell.subject.node} from={holder} />
      </div>
    </aside>
  );
}
