import { useMemo, useRef, useEffect } from 'react';
import type { Plan } from '#core/model/plan.ts';
import { toDutiesOverTime, type DutiesAtPoint, type DutyPlace } from '#core/projections/duties-over-time.ts';
import { showPoint } from '#stores/view-store.ts';
import { dutiesByPhaseText as text } from '#text/duties-by-phase.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { AccessLines } from './AccessLines.tsx';
import own from './DutiesByPhase.module.css';
import styles from './DutyPanel.module.css';

/** So many lines of a list are shown; the matrix has all. */
const most = 40;

interface PhaseProps {
  readonly plan: Plan;
  readonly at: DutiesAtPoint;
  readonly isShown: boolean;
  readonly onChoose: (place: DutyPlace) => void;
}

function Places({
  title,
  places,
  onPress,
}: {
  readonly title: string;
  readonly places: readonly DutyPlace[];
  readonly onPress: (place: DutyPlace) => void;
}) {
  if (places.length === 0) return null;
  return (
    <section className={own['lines']} aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {places.slice(0, most).map((place) => (
          <li key={`${place.area} ${place.subject.key}`}>
            <button
              type="button"
              className={own['link']}
              aria-label={text.show(place.area, place.subject.name)}
              onClick={() => onPress(place)}
            >
              {text.place(place.area, place.subject.name)}
            </button>
          </li>
        ))}
      </ul>
      {places.length > most && <p>{text.more(places.length - most)}</p>}
    </section>
  );
}

function Phase({ plan, at, isShown, onChoose }: PhaseProps) {
  const name = at.name ?? (at.point === 'end' ? text.toBe : text.asIs);
  const show = (place: DutyPlace): void => {
    showPoint(at.point);
    onChoose(place);
  };
  return (
    <section className={own['phase']} aria-label={name} data-shown={isShown}>
      <h3>
        <button type="button" className={own['link']} onClick={() => showPoint(at.point)}>
          {name}
        </button>
      </h3>
      <p>{text.sentence(at)}</p>
      {at.turns.length > 1 && (
        <section className={own['lines']} aria-label={text.turns}>
          <h4>{text.turns}</h4>
          <ul>
            {at.turns.slice(0, most).map((turn) => (
              <li key={`${turn.area} ${turn.subject.key}`}>{text.turn(turn)}</li>
            ))}
          </ul>
          {at.turns.length > most && <p>{text.more(at.turns.length - most)}</p>}
        </section>
      )}
      <Places title={text.gaps} places={at.gaps} onPress={show} />
      <Places title={text.overlaps} places={at.overlaps} onPress={show} />
      <AccessLines plan={plan} changes={at.access} unknown={at.unknownAccess} />
    </section>
  );
}

/** Gaps, overlaps, hand-overs and access through all states of the plan, a sentence a phase. */
export function DutiesByPhase({
  plan,
  shown,
  onChoose,
  onClose,
}: {
  readonly plan: Plan;
  readonly shown: DutiesAtPoint['point'];
  readonly onChoose: (place: DutyPlace) => void;
  readonly onClose: () => void;
}) {
  const panel = useRef<HTMLElement>(null);
  const points = useMemo(() => toDutiesOverTime(plan), [plan]);
  useEffect(() => {
    panel.current?.focus();
  }, []);
  return (
    // Escape closes the panel, wherever the focus is inside of it.
    <aside
      className={styles['panel']}
      role="dialog"
      aria-label={text.title}
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles['head']}>
        <h2>{text.title}</h2>
        <IconButton icon="close" label={text.close} onPress={onClose} />
      </header>
      <div className={styles['body']} role="region" aria-label={text.title} tabIndex={0}>
        {points.map((at) => (
          <Phase key={at.point} plan={plan} at={at} isShown={at.point === shown} onChoose={onChoose} />
        ))}
      </div>
    </aside>
  );
}
