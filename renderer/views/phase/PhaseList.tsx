import { useState } from 'react';
import type { Phase } from '#core/model/phase.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { phaseText as text } from '#text/phase.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './PhasePanel.module.css';

/** All phases: their names, order, dates and owners. Every edit is made at once and can be undone. */
export function PhaseList({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan();
  const phases = phasesInOrder(plan);
  const add = (): void => {
    const names = new Set(phases.map((phase) => phase.name));
    let count = phases.length;
    while (names.has(text.nextName(count))) count += 1;
    runCommands([{ command: 'add-phase', name: text.nextName(count) }]);
  };
  return (
    <Dialog
      title={text.phases}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button icon="plus" onPress={add}>
            {text.add}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {text.done}
          </Button>
        </>
      }
    >
      {phases.length === 0 ? (
        <EmptyState icon="milestone" title={text.noPhases} next={text.noPhasesNext} />
      ) : (
        <ol className={styles['phases']}>
          {phases.map((phase, at) => (
            <PhaseForm
              key={phase.id}
              phase={phase}
              before={phases[at - 1] ?? null}
              after={phases[at + 1] ?? null}
            />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

interface PhaseFormProps {
  readonly phase: Phase;
  readonly before: Phase | null;
  readonly after: Phase | null;
}

function PhaseForm({ phase, before, after }: PhaseFormProps) {
  const plan = usePlan();
  const [name, setName] = useState(phase.name);
  const [gate, setGate] = useState(phase.gate ?? '');
  const edit = (fields: Record<string, unknown>): void => {
    runCommands([{ command: 'edit-phase', phase: phase.id, ...fields }], { quiet: true });
  };
  const setOwner = (value: string | null): void => {
    const known = plan.parties.filter((party) => party.name === value || party.id === value)[0];
    if (value === null || value === '') {
      if (phase.owner !== null) edit({ owner: null });
    } else if (known !== undefined && known.id !== phase.owner) edit({ owner: known.id });
  };
  const stepsHere = plan.changes.filter((change) => change.phase === phase.id).length;
  return (
    <li className={styles['phase']}>
      <div className={styles['phaseHead']}>
        <TextField
          label={text.name}
          value={name}
          onChange={setName}
          onCommit={(value) =>
            value.trim() !== '' && value.trim() !== phase.name && edit({ name: value.trim() })
          }
        />
        <span className={styles['faint']}>{text.steps(stepsHere)}</span>
        <IconButton
          icon="arrow-up"
          size="small"
          label={text.up}
          description={phase.name}
          isDisabled={before === null}
          onPress={() =>
            before !== null &&
            runCommands([{ command: 'order-phase', phase: phase.id, before: before.id }], { quiet: true })
          }
        />
        <IconButton
          icon="arrow-down"
          size="small"
          label={text.down}
          description={phase.name}
          isDisabled={after === null}
          onPress={() =>
            after !== null &&
            runCommands([{ command: 'order-phase', phase: phase.id, after: after.id }], { quiet: true })
          }
        />
        <IconButton
          icon="trash-2"
          size="small"
          label={text.remove}
          description={phase.name}
          onPress={() => runCommands([{ command: 'remove-phase', phase: phase.id }])}
        />
      </div>
      <div className={styles['phaseFields']}>
        <TextField
          label={text.start}
          type="date"
          value={phase.start ?? ''}
          onChange={(value) => edit({ start: value === '' ? null : value })}
        />
        <TextField
          label={text.end}
          type="date"
          value={phase.end ?? ''}
          onChange={(value) => edit({ end: value === '' ? null : value })}
        />
        <ComboBox
          label={text.owner}
          options={plan.parties.map((party) => ({ value: party.id, label: party.name }))}
          value={phase.owner}
          onChange={setOwner}
          placeholder={text.nobody}
        />
        <TextField
          label={text.gate}
          value={gate}
          onChange={setGate}
          placeholder={text.gateHint}
          onCommit={(value) =>
            value.trim() !== (phase.gate ?? '') && edit({ gate: value.trim() === '' ? null : value.trim() })
          }
        />
      </div>
    </li>
  );
}
