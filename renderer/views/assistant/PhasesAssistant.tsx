import { useState } from 'react';
import type { ProposedPhases } from '#core/planning/phases/phase-options.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { usePhasePlanning } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { showAssistant, useView } from '#stores/view-store.ts';
import { assistantText as words } from '#text/assistant.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';
import { titleOf } from './title-of.ts';
import styles from './AssistantPanel.module.css';

const nothing: readonly never[] = [];
const text = words.phases;

function Found({ plan, found }: { readonly plan: Plan; readonly found: ProposedPhases }) {
  const { measure, byHand } = found;
  if (found.phases.length + found.joined.length === 0) return <p className={styles['note']}>{text.none}</p>;
  return (
    <>
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
            {phase.changes.length > 12 && <span>{words.more(phase.changes.length - 12)}</span>}
          </li>
        ))}
      </ol>
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

/** "Propose phases…": what goes into which phase, and why. */
export function PhasesAssistant() {
  const plan = usePlan();
  const selection = useView((view) => view.selection);
  const { state, start, cancel } = usePhasePlanning();
  const [size, setSize] = useState('');
  const [isTogether, setTogether] = useState(false);
  const problem = size.trim() !== '' && !/^[1-9]\d{0,6}$/u.test(size.trim()) ? text.badSize : null;
  const waiting = plan.changes.filter((change) => phaseOf(plan, change) === 'end').length;
  return (
    <AssistantPanel
      title={text.title}
      intro={text.intro}
      options={
        <>
          <p className={styles['note']}>{waiting === 0 ? text.none : text.waiting(waiting)}</p>
          <TextField
            label={text.size}
            value={size}
            onChange={setSize}
            placeholder={text.sizeHint}
            error={problem}
          />
          {selection.length > 1 && (
            <Checkbox isSelected={isTogether} onChange={setTogether}>
              {text.together}
            </Checkbox>
          )}
        </>
      }
      state={state}
      running={text.running}
      why={problem ?? (waiting === 0 ? text.none : null)}
      onPropose={() =>
        start(plan, {
          maxSize: size.trim() === '' ? null : Number(size),
          together: isTogether ? [selection] : [],
        })
      }
      onCancel={cancel}
      result={text.result}
      commands={state.kind === 'found' ? state.found.commands : nothing}
      applyWords={words.apply}
      label={text.label(waiting)}
      onApplied={() => showAssistant(null)}
    >
      {state.kind === 'found' && <Found plan={state.plan} found={state.found} />}
    </AssistantPanel>
  );
}
