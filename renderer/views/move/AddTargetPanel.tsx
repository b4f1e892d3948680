import { useState } from 'react';
import type { Command } from '#core/model/command.ts';
import { canContain, type NodeKind } from '#core/model/node.ts';
import { findDropPhase, findDropPoint } from '#core/projections/drop-commands.ts';
import { compareText } from '#core/base/compare.ts';
import { estateAt, phasesInOrder } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, openPanel, select, showPoint, useView, viewStore } from '#stores/view-store.ts';
import { addTargetText as text } from '#text/phase.ts';
import { ComboBox } from '#ui/ComboBox.tsx';
import { FormDialog } from '#ui/FormDialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './AddTargetPanel.module.css';

type TargetKind = 'provider' | 'site' | 'host' | 'server';
const kinds: readonly TargetKind[] = ['host', 'provider', 'site', 'server'];

function sizeOf(words: string, factor: number): number | null {
  const value = Number(words.replace(',', '.'));
  return words.trim() === '' || !Number.isFinite(value) || value < 0
    ? null
    : Math.round(value * factor * 100) / 100;
}

/** A new place to move to: a host, provider, site or server that is there already or comes with the plan. */
export function AddTargetPanel() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const waiting = useView((view) => view.panel?.nodes ?? []);
  const phases = phasesInOrder(plan);
  const [kind, setKind] = useState<TargetKind>('host');
  const [name, setName] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const [when, setWhen] = useState<string>(
    findDropPhase(plan, point) ?? (plan.changes.size > 0 ? 'end' : 'today'),
  );
  const [size, setSize] = useState({ vcpu: '', memory: '', disk: '' });
  const estate = estateAt(
    plan,
    when === 'today' ? 'start' : (phases.find((phase) => phase.id === when)?.id ?? 'end'),
  );
  const parents = estate.nodes
    .filter((node) => canContain(node.kind, kind satisfies NodeKind))
    .sort((a, b) => compareText(a.name, b.name))
    .map((node) => ({ value: node.id as string, label: node.name }));

  const add = (): void => {
    const phase = phases.find((each) => each.id === when)?.id ?? null;
    const hasSize = kind === 'host' || kind === 'server';
    const capacity = {
      vcpu: sizeOf(size.vcpu, 1),
      memoryMiB: sizeOf(size.memory, 1024),
      diskGiB: sizeOf(size.disk, 1),
    };
    const fields = { kind, name: name.trim(), ...(hasSize ? { capacity } : {}) };
    const into = parents.some((each) => each.value === parent) ? parent : null;
    const command: Command =
      when === 'today'
        ? { command: 'add-node', ...fields, parent: into }
        : { command: 'plan-add', ...fields, to: into, phase };
    const done = runCommands([command]);
    if (!done.ok) return;
    const isShownLater = when !== 'today' && viewStore.getState().point === 'start';
    if (isShownLater) showPoint(findDropPoint(phase));
    if (waiting.length > 0) openPanel('move', waiting);
    else {
      closePanel();
      const made = [
        ...done.value.plan.nodes,
        ...done.value.plan.changes
          .map((change) => change)
          .flatMap((change) => (change.kind === 'add' ? [change.node] : [])),
      ];
      const node =
        made.find((each) => done.value.made.flat().includes(each.id)) ??
        made.find((each) => each.name === name.trim());
      if (node !== undefined) select([node.id]);
    }
  };
  return (
    <FormDialog
      title={text.title}
      save={text.add}
      isReady={name.trim() !== ''}
      onSave={add}
      onClose={closePanel}
      className={styles['form']}
    >
      <TextField className={styles['wide']} label={text.name} value={name} onChange={setName} autoFocus />
      <Select<TargetKind>
        label={text.kind}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      {kind !== 'provider' && (
        <ComboBox
          className={styles['two']}
          label={text.in}
          options={parents}
          value={parent}
          onChange={setParent}
          placeholder={text.nowhere}
        />
      )}
      {(kind === 'host' || kind === 'server') && (
        <>
          <TextField label={text.vcpu} value={size.vcpu} onChange={(vcpu) => setSize({ ...size, vcpu })} />
          <TextField
            label={text.memory}
            value={size.memory}
            onChange={(memory) => setSize({ ...size, memory })}
          />
          <TextField label={text.disk} value={size.disk} onChange={(disk) => setSize({ ...size, disk })} />
        </>
      )}
      <Select
        className={styles['wide']}
        label={text.when}
        value={when}
        onChange={setWhen}
        options={[
          { value: 'today', label: text.today },
          ...phases.map((phase) => ({ value: phase.id as string, label: text.inPhase(phase.name) })),
          { value: 'end', label: text.later },
        ]}
      />
    </FormDialog>
  );
}
