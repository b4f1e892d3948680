import { useState } from 'react';
import { isIsoDate } from '#core/base/plain-date.ts';
import { findPlannedStart, type ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import type { Plan } from '#core/model/plan.ts';
import { useDatePlanning } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { showAssistant } from '#stores/view-store.ts';
import { assistantText as words } from '#text/assistant.ts';
import { dateSpan } from '#text/slider.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Chip } from '#ui/Chip.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';
import { titleOf } from './title-of.ts';
import styles from './AssistantPanel.module.css';

const nothing: readonly never[] = [];
const text = words.dates;
/** So many lines are shown; the timeline shows all once they are applied. */
const most = 200;

function Found({ plan, found }: { readonly plan: Plan; readonly found: ProposedDates }) {
  if (found.changes.length === 0) return <p className={styles['note']}>{text.none}</p>;
  const critical = new Set(found.criticalPath);
  return (
    <>
      <p className={styles['note']}>
        {text.span(found.start, found.end, found.lengthDays)}.{' '}
        {found.leastDays < found.lengthDays ? text.least(found.leastDays) : text.shortest}
      </p>
      <ol className={styles['list']}>
        {found.changes.slice(0, most).map((each) => (
          <li key={each.id} className={styles['item']}>
            <span className={styles['line']}>
              <span className={styles['strong']}>{titleOf(plan, each.id)}</span>
              <span>{dateSpan(each.start, each.end)}</span>
            </span>
            <span className={styles['line']}>
              <span className={styles['why']}>
                {text.estimate(each.duration.days, each.duration.why)} · {text.slack(each.slackDays)}
              </span>
              {critical.has(each.id) && <Chip tone="accent">{text.critical}</Chip>}
            </span>
          </li>
        ))}
      </ol>
      {found.changes.length > most && (
        <p className={styles['note']}>{words.more(found.changes.length - most)}</p>
      )}
      {found.tasks.length > 0 && (
        <section aria-label={text.tasks}>
          <h3>{text.tasks}</h3>
          <ul className={styles['list']}>
            {found.tasks.map((task) => (
              <li key={task.on} className={styles['note']}>
                {task.due}: {task.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** "Propose dates…": dates with their reasons, and tasks that they bring. */
export function DatesAssistant() {
  const plan = usePlan();
  const { state, start, cancel } = useDatePlanning();
  const [day, setDay] = useState(() => findPlannedStart(plan) ?? '');
  const [weekends, setWeekends] = useState(false);
  const [hasTtl, setTtl] = useState(true);
  const problem = day !== '' && !isIsoDate(day) ? text.notADate : null;
  return (
    <AssistantPanel
      title={text.title}
      intro={text.intro}
      options={
        <>
          <TextField label={text.start} type="date" value={day} onChange={setDay} error={problem} />
          <Checkbox isSelected={weekends} onChange={setWeekends}>
            {text.weekends}
          </Checkbox>
          <Checkbox isSelected={hasTtl} onChange={setTtl}>
            {text.ttl}
          </Checkbox>
        </>
      }
      state={state}
      running={text.running}
      why={problem ?? (plan.changes.size === 0 ? text.none : null)}
      onPropose={() =>
        start(plan, { start: day === '' ? null : day, weekends, ...(hasTtl ? {} : { ttlDays: null }) })
      }
      onCancel={cancel}
      result={text.result}
      commands={state.kind === 'found' ? state.found.commands : nothing}
      applyWords={words.apply}
      label={text.label(plan.changes.size)}
      onApplied={() => showAssistant(null)}
    >
      {state.kind === 'found' && <Found plan={state.plan} found={state.found} />}
    </AssistantPanel>
  );
}
