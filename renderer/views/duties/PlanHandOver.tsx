import { useState } from 'react';
import { sortedBy } from '#core/base/compare.ts';
import type { NodeId, PartyId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { dutiesText as text } from '#text/duties.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './DutyPanel.module.css';

const newPhase = 'new';

/** Plans a hand-over of a duty: to a party (a new one by typing its name), in a phase (a new one if there is none). */
export function PlanHandOver({
  plan,
  area,
  subject,
  from,
}: {
  readonly plan: Plan;
  readonly area: string;
  readonly subject: NodeId | null;
  readonly from: PartyId | null;
}) {
  const phases = phasesInOrder(plan);
  const [to, setTo] = useState<string | null>(null);
  const [phase, setPhase] = useState<string>(phases[0]?.id ?? newPhase);
  const isKnown = plan.parties.has(to);
  const save = (): void => {
    if (to === null) return;
    const made = [
      ...(isKnown ? [] : [{ command: 'add-party', name: to.trim() }]),
      ...(phase === newPhase ? [{ command: 'add-phase', name: text.newPhaseName(phases.length + 1) }] : []),
    ];
    const done = runCommands([
      ...made,
      {
        command: 'plan-hand-over',
        area,
        subject,
        from,
        to: isKnown ? to : '$1',
        phase: phase === newPhase ? `$${made.length}` : phase,
      },
    ]);
    if (done.ok) setTo(null);
  };
  return (
    <section className={styles['plan']} aria-label={text.handOver}>
      <h3>{text.handOver}</h3>
      <ComboBox
        label={text.to}
        placeholder={text.partyHint}
        options={sortedBy(plan.parties, (party) => party.name)
          .filter((party) => party.id !== from)
          .map((party) => ({ value: party.id, label: party.name }))}
        value={to}
        onChange={setTo}
        allowsCustom
      />
      <Select
        label={text.phase}
        value={phase}
        onChange={setPhase}
        options={[
          ...phases.map((each) => ({ value: each.id as string, label: each.name })),
          { value: newPhase, label: text.newPhase },
        ]}
      />
      <Button isDisabled={to === null || to.trim() === ''} onPress={save}>
        {text.plan}
      </Button>
    </section>
  );
}
