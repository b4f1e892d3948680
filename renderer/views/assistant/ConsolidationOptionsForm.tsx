import { useState } from 'react';
import { compareText } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { HostType } from '#core/model/host-type.ts';
import {
  objectives,
  type ConsolidationOptions,
  type ConsolidationTargets,
} from '#core/planning/consolidation/options.ts';
import { useEstate } from '#stores/estate.ts';
import { consolidationText as text } from '#text/consolidation.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './ConsolidationAssistant.module.css';

interface FormProps {
  readonly options: ConsolidationOptions;
  readonly onChange: (options: ConsolidationOptions) => void;
}

/** What to have least of, which hosts may take servers, and which new ones there could be. */
export function ConsolidationOptionsForm({ options, onChange }: FormProps) {
  const change = (targets: Partial<ConsolidationTargets>): void =>
    onChange({ ...options, targets: { ...options.targets, ...targets } });
  return (
    <>
      <div className={styles['field']}>
        <span className={styles['label']}>{text.objective}</span>
        <SegmentedControl
          label={text.objective}
          value={options.objective}
          onChange={(objective) => onChange({ ...options, objective })}
          options={objectives.map((value) => ({ value, label: text.objectives[value] }))}
        />
      </div>
      <HostChoice chosen={options.targets.hosts} onChange={(hosts) => change({ hosts })} />
      <NewHosts onChange={(types) => change({ types })} />
    </>
  );
}

function HostChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly NodeId[] | null;
  readonly onChange: (hosts: readonly NodeId[] | null) => void;
}) {
  const estate = useEstate('end');
  const hosts = estate.nodes
    .filter((node) => node.kind === 'host')
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  if (hosts.length === 0) return <p className={styles['faint']}>{text.noHosts}</p>;
  const isOn = (id: NodeId): boolean => chosen === null || chosen.includes(id);
  const toggle = (id: NodeId): void => {
    const now = hosts.flatMap((host) => (isOn(host.id) !== (host.id === id) ? [host.id] : []));
    onChange(now.length === hosts.length ? null : now);
  };
  return (
    <fieldset className={styles['hosts']}>
      <legend className={styles['label']}>{text.hosts}</legend>
      <div className={styles['hostList']}>
        {hosts.map((host) => (
          <Checkbox key={host.id} isSelected={isOn(host.id)} onChange={() => toggle(host.id)}>
            <span className={styles['mono']}>{host.name}</span>
          </Checkbox>
        ))}
      </div>
      {hosts.length > 4 && (
        <div className={styles['buttons']}>
          <Button size="small" variant="quiet" onPress={() => onChange(null)}>
            {text.all}
          </Button>
          <Button size="small" variant="quiet" onPress={() => onChange([])}>
            {text.none}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const emptyDraft = { name: '', count: '1', vcpu: '', memory: '', disk: '', cost: '', currency: 'EUR' };

function toNumber(words: string): number | null {
  const value = Number(words.trim().replace(',', '.'));
  return words.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value;
}

function toType(draft: typeof emptyDraft): HostType[] {
  const [memory, count] = [toNumber(draft.memory), toNumber(draft.count)];
  if (draft.name.trim() === '' || count === null) return [];
  return [
    {
      name: draft.name.trim(),
      count: Math.min(1000, Math.floor(count)),
      capacity: {
        vcpu: toNumber(draft.vcpu),
        memoryMiB: memory === null ? null : memory * 1024,
        diskGiB: toNumber(draft.disk),
      },
      cost: { amount: toNumber(draft.cost), currency: draft.currency.trim() || null, per: 'month' },
      place: null,
      jurisdiction: null,
    },
  ];
}

function NewHosts({ onChange }: { readonly onChange: (types: readonly HostType[]) => void }) {
  const [draft, setDraft] = useState<typeof emptyDraft | null>(null);
  if (draft === null) {
    return (
      <div>
        <Button size="small" variant="quiet" icon="plus" onPress={() => setDraft(emptyDraft)}>
          {text.addNew}
        </Button>
      </div>
    );
  }
  const edit = (part: Partial<typeof emptyDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(toType(next));
  };
  return (
    <fieldset className={styles['newHosts']}>
      <legend className={styles['label']}>{text.newHosts}</legend>
      <TextField label={text.newName} value={draft.name} onChange={(name) => edit({ name })} autoFocus />
      <TextField label={text.newCount} value={draft.count} onChange={(count) => edit({ count })} />
      <TextField label={text.vcpu} value={draft.vcpu} onChange={(vcpu) => edit({ vcpu })} />
      <TextField label={text.memory} value={draft.memory} onChange={(memory) => edit({ memory })} />
      <TextField label={text.disk} value={draft.disk} onChange={(disk) => edit({ disk })} />
      <TextField label={text.cost} value={draft.cost} onChange={(cost) => edit({ cost })} />
      <TextField label={text.currency} value={draft.currency} onChange={(currency) => edit({ currency })} />
    </fieldset>
  );
}
