import { useMemo, useState } from 'react';
import { toDutyMatrix, type DutyCell } from '#core/projections/duty-matrix.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { select, useView } from '#stores/view-store.ts';
import { dutiesText as text } from '#text/duties.ts';
import { dutiesByPhaseText as byPhase } from '#text/duties-by-phase.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { AddDuty } from './AddDuty.tsx';
import { AddParty } from './AddParty.tsx';
import { DutiesByPhase } from './DutiesByPhase.tsx';
import { DutyPanel } from './DutyPanel.tsx';
import type { DutyLens } from './DutyParts.tsx';
import { DutyTable } from './DutyTable.tsx';
import styles from './DutiesView.module.css';

const lenses: readonly DutyLens[] = ['accountable', 'all', 'access'];

/** One cell of the matrix, by what it is about. */
interface Chosen {
  readonly area: string;
  readonly subject: string;
}

/** The duties matrix: who owes what in which state, and the way of each duty from the old party to the new one. */
export function DutiesView() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const [lens, setLens] = useState<DutyLens>('accountable');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [adding, setAdding] = useState<'duty' | 'party' | null>(null);
  const [isOverTime, setOverTime] = useState(false);
  const matrix = useMemo(() => toDutyMatrix(plan), [plan]);
  const at = Math.max(
    0,
    matrix.points.findIndex((each) => each.point === point),
  );
  const cell = matrix.rows
    .find((row) => row.area === chosen?.area)
    ?.cells.find((each) => each.subject.key === chosen?.subject);
  const gaps = matrix.gaps[at] ?? 0;
  const overlaps = matrix.overlaps[at] ?? 0;
  const choose = (area: string, each: Pick<DutyCell, 'subject'>): void => {
    setAdding(null);
    setOverTime(false);
    setChosen({ area, subject: each.subject.key });
    if (each.subject.node !== null) select([each.subject.node]);
  };

  return (
    <div className={styles['view']}>
      <div className={styles['toolbar']}>
        <SegmentedControl
          label={text.lens}
          value={lens}
          onChange={setLens}
          options={lenses.map((value) => ({ value, label: text.lenses[value] }))}
        />
        {gaps > 0 && (
          <Chip tone="warning" icon="nobody" className={styles['count']}>
            {text.gaps(gaps)}
          </Chip>
        )}
        {overlaps > 0 && (
          <Chip tone="error" icon="people" className={styles['count']}>
            {text.overlaps(overlaps)}
          </Chip>
        )}
        <span className={styles['space']} />
        {lens !== 'access' && (
          <span className={styles['hint']}>{lens === 'all' ? text.letters : text.oneSquare}</span>
        )}
        <Button
          variant="quiet"
          icon="milestone"
          onPress={() => {
            setChosen(null);
            setOverTime(!isOverTime);
          }}
        >
          {byPhase.open}
        </Button>
        <Button variant="quiet" icon="plus" onPress={() => setAdding('party')}>
          {text.addParty}
        </Button>
        <Button icon="plus" onPress={() => setAdding('duty')}>
          {text.add}
        </Button>
      </div>
      {adding === 'party' && <AddParty onDone={() => setAdding(null)} />}
      {adding === 'duty' && <AddDuty plan={plan} onDone={() => setAdding(null)} />}
      <div className={styles['panes']}>
        {matrix.rows.length === 0 ? (
          <div className={styles['empty']}>
            <EmptyState icon="duties" title={text.empty} next={text.emptyNext} />
          </div>
        ) : (
          <DutyTable matrix={matrix} lens={lens} at={at} chosen={chosen} onChoose={choose} />
        )}
        {isOverTime && (
          <DutiesByPhase
            plan={plan}
            shown={point}
            onChoose={({ area, subject }) => {
              // Gaps and overlaps are about who is accountable.
              setLens('accountable');
              choose(area, { subject });
            }}
            onClose={() => setOverTime(false)}
          />
        )}
        {cell !== undefined && chosen !== null && (
          <DutyPanel
            key={`${chosen.area} ${chosen.subject}`}
            plan={plan}
            area={chosen.area}
            cell={cell}
            at={at}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </div>
  );
}
