import { useState } from 'react';
import { isIsoDate } from '#core/base/plain-date.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { findPlannedStart, type ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import type { Plan } from '#core/model/plan.ts';
import { runCommands } from '#stores/run-commands.ts';
import { useOfferedPreview } from '#stores/use-offered-preview.ts';
import { useDatePlanning } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { assistantText as words } from '#text/assistant.ts';
import { dateSpan } from '#text/slider.ts';
import { Alert } from '#ui/Alert.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { PreviewLine } from '#ui/PreviewLine.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';
import styles from './AssistantPanel.module.css';

const nothing: readonly never[] = [];
const text = words.dates;
/** So many lines are shown; the timeline shows all once they are applied. */
const most = 200;

function titleOf(plan: Plan, id: string): string {
  const change = plan.changes.get(id);
  return change === undefined ? id : toChangeTitle(plan, change);
}

function Found({ plan, found }: { readonly plan: Plan; readonly found: ProposedDates }) {
  if (found.changes.length === 0) return <p className={styles['note']}>{text.none}</p>;
  const critical = new Set(found.criticalPath);
  return (
    <>
      <section aria-label={text.result}>
        <h3>{text.result}</h3>
        <p className={styles['note']}>
          {text.span(found.start, found.end, found.lengthDays)}.{' '}
          {found.leastDays < found.lengthDays ? text.least(found.leastDays) : text.shortest}
        </p>
      </section>
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
      {found.changes.length > most && <p className={styles['note']}>{`+ ${found.changes.length - most}`}</p>}
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

/** "Propose dates…": options, progress, dates with their reasons, and one step that applies them. */
export function DatesAssistant() {
  const plan = usePlan();
  const { state, start, cancel } = useDatePlanning();
  const [day, setDay] = useState(() => findPlannedStart(plan) ?? '');
  const [weekends, setWeekends] = useState(false);
  const [hasTtl, setTtl] = useState(true);
  const isBad = day !== '' && !isIsoDate(day);
  const isStale = state.kind === 'found' && state.plan !== plan;
  const commands = state.kind === 'found' ? state.found.commands : nothing;
  const preview = useOfferedPreview(isStale ? nothing : commands);
  const propose = (): void =>
    start(plan, { start: day === '' ? null : day, weekends, ...(hasTtl ? {} : { ttlDays: null }) });
  return (
    <AssistantPanel
      title={text.title}
      intro={text.intro}
      actions={
        state.kind === 'running' ? (
          <Button onPress={cancel}>{words.cancel}</Button>
        ) : (
          <>
            <Button
              variant={commands.length > 0 && !isStale ? 'plain' : 'primary'}
              isDisabled={isBad || plan.changes.size === 0}
              onPress={propose}
            >
              {state.kind === 'found' ? words.again : words.propose}
            </Button>
            {commands.length > 0 && !isStale && (
              <Button
                variant="primary"
                onPress={() => {
                  if (runCommands(commands, { label: text.label(plan.changes.size) }).ok) closePanel();
                }}
              >
                {words.apply}
              </Button>
            )}
          </>
        )
      }
    >
      <TextField
        label={text.start}
        type="date"
        value={day}
        onChange={setDay}
        error={isBad ? text.notADate : null}
      />
      <Checkbox isSelected={weekends} onChange={setWeekends}>
        {text.weekends}
      </Checkbox>
      <Checkbox isSelected={hasTtl} onChange={setTtl}>
        {text.ttl}
      </Checkbox>
      {state.kind === 'running' && (
        <ProgressBar label={text.running} value={state.share} max={1} words={words.percent(state.share)} />
      )}
      {state.kind === 'failed' && <Alert title={state.message} />}
      {isStale && <Alert severity="info" title={words.stale} />}
      <PreviewLine {...preview} />
      {state.kind === 'found' && !isStale && <Found plan={plan} found={state.found} />}
    </AssistantPanel>
  );
}
