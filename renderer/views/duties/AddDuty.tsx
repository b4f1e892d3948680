import { useState } from 'react';
import { sortedBy } from '#core/base/compare.ts';
import { dutyAreas, type DutyRole } from '#core/model/duty.ts';
import type { Plan } from '#core/model/plan.ts';
import { runCommands } from '#stores/run-commands.ts';
import { dutiesText as text } from '#text/duties.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './DutiesView.module.css';

const roles: readonly DutyRole[] = ['accountable', 'responsible', 'consulted', 'informed'];

/** The form for a duty: what, on which node, owed by whom (or by nobody yet). */
export function AddDuty({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const [area, setArea] = useState<string | null>(null);
  const [subject, setSubject] = useState<string | null>(null);
  const [party, setParty] = useState<string | null>(null);
  const [role, setRole] = useState<DutyRole>('accountable');
  const areas = sortedBy(new Set([...dutyAreas, ...plan.duties.map((duty) => duty.area)]), (each) => each);
  const save = (): void => {
    if (runCommands([{ command: 'add-duty', area: area ?? '', subject, party, role }]).ok) onDone();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (area !== null) save();
      }}
    >
      <ComboBox
        label={text.area}
        placeholder={text.areaHint}
        options={areas.map((value) => ({ value, label: value }))}
        value={area}
        onChange={setArea}
        allowsCustom
        autoFocus
      />
      <ComboBox
        label={text.subject}
        placeholder={text.subjectHint}
        options={sortedBy(plan.nodes, (node) => node.name).map((node) => ({
          value: node.id,
          label: node.name,
        }))}
        value={subject}
        onChange={setSubject}
      />
      <ComboBox
        label={text.party}
        placeholder={text.nobodyYet}
        options={sortedBy(plan.parties, (each) => each.name).map((each) => ({
          value: each.id,
          label: each.name,
        }))}
        value={party}
        onChange={setParty}
      />
      <Select
        label={text.roles}
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: text.role[value] }))}
      />
      <Button variant="primary" isDisabled={area === null || area.trim() === ''} onPress={save}>
        {text.save}
      </Button>
      <Button variant="quiet" onPress={onDone}>
        {text.cancel}
      </Button>
    </form>
  );
}
