import { useState } from 'react';
import { toChangeTitle } from '#core/projections/change-title.ts';
import type { ProposedPhases } from '#core/planning/phases/phase-options.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { useOfferedPreview } from '#stores/use-offered-preview.ts';
import { usePhasePlanning } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { assistantText as words } from '#text/assistant.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { PreviewLine } from '#ui/PreviewLine.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';
import styles from './AssistantPanel.module.css';

const nothing: readonly never[] = [];
const text = words.phases;

function titleOf(plan: Plan, id: string): string {
  const change = plan.changes.get(id);
  return change === undefined ? id : toChangeTitle(plan, change);
}

function Found({ plan, found }: { readonly plan: Plan; readonly found: ProposedPhases }) {
  const { measure, byHand } = found;
  if (found.phases.length + found.joined.length === 0) return <p className={styles['note']}>{text.none}</p>;
  return (
    <>
      <section aria-label={text.result}>
        <h3>{text.result}</h3>
        <ol className={styles['list']}>
          {found.phases.map((phase) => (
            <li key={phase.name} className={styles['item']}>
              <span className={styles['line']}>
                <span className={styles['strong']}>{phase.name}</span>
                <span>{text.changes(phase.changes.length)}</span>
              </span>
              <span className={styles['why']}>{phase.why}</span>
              {phase.changes.slice(0, 12).map((id) => (
                <span key={id}>{titleOf(plan, id)}</span>
              ))}
              {phase.changes.length > 12 && <span>{`+ ${phase.changes.length - 12}`}</span>}
            </li>
          ))}
        </ol>
      </section>
      {found.joined.map(({ change, phase }) => (
        <p key={change} className={styles['note']}>
          {text.joined(titleOf(plan, change), plan.phases.get(phase)?.name ?? phase)}
        </p>
      ))}
      <p className={styles['note']}>
        {text.measure(measure.crossPhase, byHand.crossPhase)}{' '}
        {measure.longestBridge > 0 && text.longest(measure.longestBridge, byHand.longestBridge)}
      </p>
      {found.notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
      {found.bridges.length > 0 && (
        <section aria-label={text.bridges}>
          <h3>{text.bridges}</h3>
          <ul className={styles['list']}>
            {found.bridges.slice(0, 8).map((bridge) => (
              <li key={bridge.dependency} className={styles['note']}>
                {bridge.words}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** "Propose phases…": options, progress, what was found and why, and one step that applies it. */
export function PhasesAssistant() {
  const plan = usePlan();
  const selection = useView((view) => view.selection);
  const { state, start, cancel } = usePhasePlanning();
  const [size, setSize] = useState('');
  const [isTogether, setTogether] = useState(false);
  const isBad = size.trim() !== '' && !/^[1-9]\d{0,6}$/u.test(size.trim());
  const waiting = plan.changes.filter((change) => phaseOf(plan, change) === 'end').length;
  const propose = (): void =>
    start(plan, {
      maxSize: size.trim() === '' ? null : Number(size),
      together: isTogether ? [selection] : [],
    });
  const isStale = state.kind === 'found' && state.plan !== plan;
  const commands = state.kind === 'found' ? state.found.commands : nothing;
  const preview = useOfferedPreview(isStale ? nothing : commands);
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
              isDisabled={isBad || waiting === 0}
              onPress={propose}
            >
              {state.kind === 'found' ? words.again : words.propose}
            </Button>
            {commands.length > 0 && !isStale && (
              <Button
                variant="primary"
                onPress={() => {
                  if (runCommands(commands, { label: text.label(waiting) }).ok) closePanel();
                }}
              >
                {words.apply}
              </Button>
            )}
          </>
        )
      }
    >
      <p className={styles['note']}>{waiting === 0 ? text.none : text.waiting(waiting)}</p>
      <TextField
        label={text.size}
        value={size}
        onChange={setSize}
        placeholder={text.sizeHint}
        error={isBad ? text.badSize : null}
      />
      {selection.length > 1 && (
        <Checkbox isSelected={isTogether} onChange={setTogether}>
          {text.together}
        </Checkbox>
      )}
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
