import type { PartyId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder, type StatePoint } from '#core/state/plan-states.ts';
import { exportText as text, type FormatText } from '#text/export.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ExportDialog.module.css';

/** What a person narrows an export to; each format uses what it can. */
export interface ExportChoice {
  readonly phase: PhaseId | 'all';
  readonly state: StatePoint;
  readonly party: PartyId | 'all';
  readonly sources: boolean;
  readonly notes: boolean;
}

interface RowProps {
  readonly plan: Plan;
  readonly format: FormatText;
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
}

/** The state in words, as the list of states says it. */
export function toStateLabel(plan: Plan, state: StatePoint): string {
  if (state === 'start') return text.start;
  return state === 'end' ? text.end : text.after(plan.phases.get(state)?.name ?? '');
}

/** The part, the party and what to leave out; only what the format can do is shown. */
export function ExportOptionsRow({ plan, format, choice, onChange }: RowProps) {
  const phases = phasesInOrder(plan);
  const parties = [...plan.parties].sort((a, b) => (a.name < b.name ? -1 : 1));
  const states: readonly StatePoint[] = ['start', ...phases.map((phase) => phase.id), 'end'];
  return (
    <div className={styles['choices']}>
      {format.part === 'phase' && phases.length > 0 && (
        <Select
          label={text.part}
          value={choice.phase}
          onChange={(phase) => onChange({ ...choice, phase })}
          options={[
            { value: 'all' as const, label: text.wholePlan },
            ...phases.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
      )}
      {format.part === 'state' && (
        <Select
          label={text.state}
          value={choice.state}
          onChange={(state) => onChange({ ...choice, state })}
          options={states.map((state) => ({ value: state, label: toStateLabel(plan, state) }))}
        />
      )}
      {format.party && parties.length > 0 && (
        <Select
          label={text.party}
          value={choice.party}
          onChange={(party) => onChange({ ...choice, party })}
          options={[
            { value: 'all' as const, label: text.everybody },
            ...parties.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
      )}
      {format.without && (
        <>
          <Checkbox isSelected={!choice.sources} onChange={(off) => onChange({ ...choice, sources: !off })}>
            {text.without}
          </Checkbox>
          <Checkbox isSelected={!choice.notes} onChange={(off) => onChange({ ...choice, notes: !off })}>
            {text.withoutNotes}
          </Checkbox>
        </>
      )}
    </div>
  );
}
