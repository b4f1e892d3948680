import { useMemo, useState } from 'react';
import type { Severity } from '#core/model/finding.ts';
import { toFindingRows, type FindingRow } from '#core/projections/finding-rows.ts';
import { numberOfPhase } from '#core/projections/state-order.ts';
import type { StatePoint } from '#core/state/plan-states.ts';
import type { Plan } from '#core/model/plan.ts';
import { usePlan, useReport, useWorkspace } from '#stores/use-workspace.ts';
import { filterFindings, showFindings, useView } from '#stores/view-store.ts';
import { findingsText as text } from '#text/findings.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { FindingLine } from './FindingLine.tsx';
import { severityIcons } from './severity-icons.ts';
import styles from './FindingsPanel.module.css';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
/** Rows drawn at once: more are a press away, so that thousands of findings don't slow every edit down. */
const page = 200;

function pointWords(plan: Plan, point: StatePoint): string {
  if (point === 'start') return text.asIs;
  if (point === 'end') return text.toBe;
  const number = numberOfPhase(plan, point);
  return number === null ? text.toBe : `Phase ${number}`;
}

/** What the checks say, in every state: like an editor's problems panel. */
export function FindingsPanel() {
  const plan = usePlan();
  const report = useReport();
  const isChecked = useWorkspace((state) => state.isChecked);
  const point = useView((view) => view.point);
  const selection = useView((view) => view.selection);
  const isOpen = useView((view) => view.findingsOpen);
  const filter = useView((view) => view.findingFilter);
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [most, setMost] = useState(page);
  const nodes = filter === 'selection' && selection.length > 0 ? selection : null;
  const rows = useMemo(
    () => (isOpen ? toFindingRows(plan, report, point, { severity, nodes }) : []),
    [isOpen, plan, report, point, severity, nodes],
  );
  const state =
    point === 'start' || point === 'end'
      ? pointWords(plan, point)
      : text.after(pointWords(plan, point).toLowerCase());
  return (
    <section className={[styles['panel'], isOpen ? '' : styles['closed']].join(' ')} aria-label={text.region}>
      <div className={styles['head']}>
        <h2>{text.region}</h2>
        {(isChecked ? severities : []).map((each) => (
          <button
            key={each}
            type="button"
            className={[styles['count'], styles[each], severity === each ? styles['chosen'] : ''].join(' ')}
            aria-pressed={severity === each}
            aria-label={text.counted(each, report.counts[each])}
            onClick={() => {
              setSeverity(severity === each ? null : each);
              showFindings(true);
            }}
          >
            <Icon name={severityIcons[each]} size={12} />
            {text.number(report.counts[each])}
          </button>
        ))}
        <span className={styles['checked']}>
          {isChecked ? text.checked(state, report.counts.states) : text.checking}
        </span>
        <span className={styles['grow']} />
        {isOpen && (
          <button
            type="button"
            className={[styles['filter'], filter === 'selection' ? styles['filterOn'] : ''].join(' ')}
            aria-pressed={filter === 'selection'}
            onClick={() => filterFindings(filter === 'selection' ? 'all' : 'selection')}
          >
            <Icon name="list-filter" size={14} />
            {text.onlySelection}
          </button>
        )}
        <IconButton
          icon={isOpen ? 'chevron-down' : 'chevron-up'}
          size="small"
          label={isOpen ? text.collapse : text.expand}
          onPress={() => showFindings(!isOpen)}
        />
      </div>
      {isOpen && isChecked && (
        <Rows
          rows={rows}
          plan={plan}
          most={most}
          onMore={() => setMost(most + page)}
          isFiltered={nodes !== null || severity !== null}
          states={report.counts.states}
        />
      )}
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly FindingRow[];
  readonly plan: Plan;
  readonly most: number;
  readonly onMore: () => void;
  readonly isFiltered: boolean;
  readonly states: number;
}

function Rows({ rows, plan, most, onMore, isFiltered, states }: RowsProps) {
  if (rows.length === 0) {
    return (
      <div className={styles['empty']}>
        <EmptyState
          icon="circle-check"
          isGood
          title={isFiltered ? text.noneHere : text.none(states)}
          next={text.noneNext}
        />
      </div>
    );
  }
  return (
    <ul className={styles['rows']}>
      {rows.slice(0, most).map((row) => (
        <FindingLine
          key={row.finding.id}
          row={row}
          when={text.when(pointWords(plan, row.from), pointWords(plan, row.until))}
        />
      ))}
      {rows.length > most && (
        <li className={styles['more']}>
          <Button variant="quiet" size="small" onPress={onMore}>
            {text.more(rows.length - most)}
          </Button>
        </li>
      )}
    </ul>
  );
}
