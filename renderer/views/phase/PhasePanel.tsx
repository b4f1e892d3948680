import { useState } from 'react';
import { findChangedNode } from '#core/model/change.ts';
import type { Command } from '#core/model/command.ts';
import type { NodeId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, openPanel, showPoint, useView } from '#stores/view-store.ts';
import { phaseText as text } from '#text/phase.ts';
import { dateSpan } from '#text/slider.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { TextField } from '#ui/TextField.tsx';
import { PhaseList } from './PhaseList.tsx';
import styles from './PhasePanel.module.css';

/** "Assign to phase…" for the selection, and the list of phases to edit. */
export function PhasePanel() {
  const panel = useView((view) => view.panel);
  if (panel?.kind === 'phases') return <PhaseList onClose={closePanel} />;
  return panel?.kind === 'phase' && panel.nodes.length > 0 ? (
    <Assign key={panel.nodes.join()} nodes={panel.nodes} />
  ) : null;
}

/** What puts the nodes' steps into a phase; a removal candidate without a step gets its removal planned there. */
function toAssign(plan: Plan, nodes: readonly NodeId[], phase: PhaseId | null | '$1'): Command[] {
  return nodes.flatMap((node): Command[] => {
    const changes = plan.changes.filter((change) => findChangedNode(change) === node);
    if (changes.length > 0)
      return changes.map((change) => ({ command: 'move-to-phase', change: change.id, phase }));
    const isRetired =
      plan.dispositions.filter((each) => each.node === node && each.disposition === 'retire').length > 0;
    return isRetired ? [{ command: 'plan-remove', node, phase }] : [];
  });
}

function Assign({ nodes }: { readonly nodes: readonly NodeId[] }) {
  const plan = usePlan();
  const phases = phasesInOrder(plan);
  const [draft, setDraft] = useState<string | null>(phases.length === 0 ? text.nextName(0) : null);
  const [only] = nodes;
  const name = nodes.length === 1 ? (plan.nodes.get(only ?? null)?.name ?? '') : text.several(nodes.length);
  const steps = toAssign(plan, nodes, null);
  const isNew = steps.some((step) => step.command === 'plan-remove');
  const current = new Set(
    plan.changes
      .filter((change) => nodes.some((node) => node === findChangedNode(change)))
      .map((change) => change.phase),
  );
  const run = (commands: Command[], phase: PhaseId | null): void => {
    const done = runCommands(commands);
    if (!done.ok) return;
    closePanel();
    const made = done.value.made[0]?.[0];
    showPoint(phase ?? plan.phases.get(made ?? null)?.id ?? findPhase(done.value.plan, made) ?? 'end');
  };
  const create = (): void => {
    const words = draft?.trim() ?? '';
    if (words !== '') run([{ command: 'add-phase', name: words }, ...toAssign(plan, nodes, '$1')], null);
  };
  if (steps.length === 0) return <NothingPlanned name={name} nodes={nodes} />;
  return (
    <Dialog
      title={text.assign(name)}
      isOpen
      onClose={closePanel}
      actions={<Button onPress={closePanel}>{text.cancel}</Button>}
    >
      {isNew && <p className={styles['note']}>{text.plansRemoval}</p>}
      <ul className={styles['choices']}>
        {phases.map((phase, at) => (
          <li key={phase.id}>
            <button
              type="button"
              // The dialog opens to choose a phase.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={at === 0}
              className={styles['choice']}
              onClick={() => run(toAssign(plan, nodes, phase.id), phase.id)}
            >
              <Icon name="milestone" size={14} tone="faint" />
              <span className={styles['grow']}>{phase.name}</span>
              <span className={styles['faint']}>{dateSpan(phase.start, phase.end)}</span>
              <span className={styles['faint']}>
                {current.has(phase.id)
                  ? text.now
                  : text.steps(plan.changes.filter((change) => change.phase === phase.id).length)}
              </span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={styles['choice']}
            onClick={() => run(toAssign(plan, nodes, null), null)}
          >
            <Icon name="clock" size={14} tone="faint" />
            <span className={styles['grow']}>{text.noPhase}</span>
            {current.has(null) && <span className={styles['faint']}>{text.now}</span>}
          </button>
        </li>
      </ul>
      {draft === null ? (
        <div>
          <Button variant="quiet" icon="plus" onPress={() => setDraft(text.nextName(phases.length))}>
            {text.newPhase}
          </Button>
        </div>
      ) : (
        <div className={styles['newPhase']}>
          <TextField label={text.newName} value={draft} onChange={setDraft} autoFocus />
          <Button variant="primary" isDisabled={draft.trim() === ''} onPress={create}>
            {text.create}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function findPhase(plan: Plan, id: string | undefined): PhaseId | undefined {
  return plan.phases.get(id ?? null)?.id;
}

function NothingPlanned({ name, nodes }: { readonly name: string; readonly nodes: readonly NodeId[] }) {
  return (
    <Dialog
      title={text.nothingPlanned(name)}
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button onPress={closePanel}>{text.cancel}</Button>
          <Button
            onPress={() => {
              if (runCommands(nodes.map((node) => ({ command: 'mark-removal', node }))).ok)
                openPanel('phase', nodes);
            }}
          >
            {text.markRemoval}
          </Button>
          <Button variant="primary" autoFocus onPress={() => openPanel('move', nodes)}>
            {text.moveTo}
          </Button>
        </>
      }
    >
      <p className={styles['note']}>{text.nothingNext}</p>
    </Dialog>
  );
}
