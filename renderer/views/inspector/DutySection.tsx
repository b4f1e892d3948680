import { useState } from 'react';
import { dutyAreas, type DutyRole } from '#core/model/duty.ts';
import type { NodeInspection } from '#core/projections/inspector.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { runCommands } from '#stores/run-commands.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Inspector.module.css';

const roles: readonly DutyRole[] = ['accountable', 'responsible', 'consulted', 'informed'];

/** Who owes what on the node, also from the places that it stands on. */
export function DutySection({ inspection }: { readonly inspection: NodeInspection }) {
  const { duties, node } = inspection;
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={styles['section']}>
      <h3>
        {text.duties} <span>{duties.length}</span>
      </h3>
      {duties.map(({ duty, party, from }) => (
        <div key={duty.id} className={styles['row']}>
          <span className={styles['cut']} title={duty.area}>
            {duty.area}
          </span>
          <span className={styles['grow']} />
          {party === null ? (
            <Chip tone="warning">{text.nobody}</Chip>
          ) : (
            <bdi className={styles['cut']}>{party}</bdi>
          )}
          {duty.role !== 'accountable' && <span className={styles['faint']}>{text.role(duty.role)}</span>}
          {duty.access !== null && <span className={styles['faint']}>{text.access(duty.access)}</span>}
          {from === null ? (
            <IconButton
              icon="x"
              size="small"
              label={text.removeDuty}
              description={duty.area}
              onPress={() => runCommands([{ command: 'remove-duty', duty: duty.id }])}
            />
          ) : (
            <span className={styles['faint']}>{text.fromPlace(from)}</span>
          )}
        </div>
      ))}
      {isAdding ? (
        <AddDuty node={node.id} onClose={() => setAdding(false)} />
      ) : (
        <div className={styles['row']}>
          {duties.length === 0 && <Chip tone="unknown">{text.nobodyOwns}</Chip>}
          <span className={styles['grow']} />
          <Button size="small" variant="quiet" icon="plus" onPress={() => setAdding(true)}>
            {text.addDuty}
          </Button>
        </div>
      )}
    </div>
  );
}

function AddDuty({ node, onClose }: { readonly node: string; readonly onClose: () => void }) {
  const plan = usePlan();
  const [area, setArea] = useState<string | null>(null);
  const [party, setParty] = useState<string | null>(null);
  const [role, setRole] = useState<DutyRole>('accountable');
  const areas = [...new Set([...dutyAreas, ...plan.duties.map((duty) => duty.area)])];
  const parties = plan.parties.map((each) => ({ value: each.name, label: each.name }));
  const save = (): void => {
    if (area === null || area.trim() === '') return;
    const who = party?.trim() ?? '';
    const isKnown = plan.parties.filter((each) => each.name === who).length > 0;
    const makes = who === '' || isKnown ? [] : [{ command: 'add-party', name: who, kind: 'team' }];
    const owner = who === '' ? {} : { party: isKnown ? who : '$1' };
    if (runCommands([...makes, { command: 'add-duty', area: area.trim(), subject: node, role, ...owner }]).ok)
      onClose();
  };
  return (
    <div className={styles['form']}>
      <ComboBox
        label={text.dutyArea}
        options={areas.map((each) => ({ value: each, label: each }))}
        value={area}
        onChange={setArea}
        allowsCustom
        autoFocus
      />
      <ComboBox
        label={text.dutyParty}
        options={parties}
        value={party}
        onChange={setParty}
        allowsCustom
        placeholder={text.dutyPartyHint}
      />
      <Select
        label={text.dutyRole}
        value={role}
        onChange={setRole}
        options={roles.map((each) => ({ value: each, label: text.role(each) }))}
      />
      <div className={styles['formButtons']}>
        <Button size="small" variant="quiet" onPress={onClose}>
          {text.cancel}
        </Button>
        <Button
          size="small"
          variant="primary"
          isDisabled={area === null || area.trim() === ''}
          onPress={save}
        >
          {text.save}
        </Button>
      </div>
    </div>
  );
}
