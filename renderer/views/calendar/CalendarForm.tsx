import { useState } from 'react';
import { sortedBy } from '#core/base/compare.ts';
import { calendarKinds, type CalendarEntry } from '#core/model/calendar-entry.ts';
import type { Plan } from '#core/model/plan.ts';
import { runCommands } from '#stores/run-commands.ts';
import { calendarText as text } from '#text/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { findMissing, toDraft, toEntryFields, type CalendarDraft } from './calendar-draft.ts';
import styles from './CalendarDialog.module.css';

interface FieldsProps {
  readonly plan: Plan;
  readonly draft: CalendarDraft;
  readonly change: (fields: Partial<CalendarDraft>) => void;
}

function Weekdays({ draft, change }: FieldsProps) {
  return (
    <fieldset className={styles['weekdays']}>
      <legend>{text.weekdays}</legend>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <Checkbox
          key={day}
          isSelected={draft.weekdays.includes(day)}
          onChange={(isOn) =>
            change({
              weekdays: isOn ? [...draft.weekdays, day] : draft.weekdays.filter((each) => each !== day),
            })
          }
        >
          {text.weekday(day)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** The fields that only one kind has. */
function KindFields({ plan, draft, change }: FieldsProps) {
  const { kind } = draft;
  const parties = sortedBy(plan.parties, (each) => each.name);
  return (
    <>
      {kind === 'window' && <Weekdays plan={plan} draft={draft} change={change} />}
      {kind === 'notice' && (
        <TextField label={text.days} value={draft.days} onChange={(days) => change({ days })} />
      )}
      {kind === 'crew' && (
        <>
          <ComboBox
            label={text.party}
            options={parties.map((each) => ({ value: each.id, label: each.name }))}
            value={draft.party}
            onChange={(party) => change({ party })}
          />
          <TextField label={text.people} value={draft.people} onChange={(people) => change({ people })} />
        </>
      )}
      {kind === 'bandwidth' && (
        <TextField
          label={text.megabits}
          value={draft.megabits}
          onChange={(megabits) => change({ megabits })}
        />
      )}
    </>
  );
}

/** Whom the entry concerns: everything, or some nodes with all inside. */
function Concerns({ plan, draft, change }: FieldsProps) {
  const options = sortedBy(plan.nodes, (node) => node.name)
    .filter((node) => !draft.nodes.includes(node.id))
    .map((node) => ({ value: node.id, label: node.name }));
  return (
    <div className={styles['concerns']}>
      <ComboBox
        key={draft.nodes.length}
        label={text.concerns}
        placeholder={text.everything}
        options={options}
        value={null}
        onChange={(id) => {
          if (id !== null) change({ nodes: [...draft.nodes, id] });
        }}
      />
      {draft.nodes.map((id) => {
        const name = plan.nodes.get(id)?.name ?? id;
        return (
          <Button
            key={id}
            icon="x"
            variant="quiet"
            description={text.notConcerned(name)}
            onPress={() => change({ nodes: draft.nodes.filter((each) => each !== id) })}
          >
            {name}
          </Button>
        );
      })}
    </div>
  );
}

/** Adds an entry to the calendar, or edits one. */
export function CalendarForm({
  plan,
  entry,
  onDone,
}: {
  readonly plan: Plan;
  readonly entry: CalendarEntry | null;
  readonly onDone: () => void;
}) {
  const [draft, setDraft] = useState(() => toDraft(entry));
  const change = (fields: Partial<CalendarDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const missing = findMissing(draft);
  const save = (): void => {
    if (missing !== null) return;
    const fields = toEntryFields(draft);
    const command =
      entry === null
        ? { command: 'add-calendar-entry', kind: draft.kind, ...fields }
        : { command: 'edit-calendar-entry', entry: entry.id, ...fields };
    if (runCommands([command]).ok) onDone();
  };
  return (
    <form
      className={styles['form']}
      aria-label={entry === null ? text.add : text.edit(entry.name)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {entry === null && (
        <Select
          label={text.kind}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={calendarKinds.map((kind) => ({
            value: kind,
            label: text.kinds[kind],
            note: text.purpose[kind],
          }))}
        />
      )}
      <TextField
        label={text.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        placeholder={text.nameHint[draft.kind]}
        autoFocus
      />
      <TextField
        label={draft.kind === 'notice' ? text.told : text.start}
        type="date"
        value={draft.start}
        onChange={(start) => change({ start })}
      />
      {draft.kind !== 'notice' && (
        <TextField label={text.end} type="date" value={draft.end} onChange={(end) => change({ end })} />
      )}
      <KindFields plan={plan} draft={draft} change={change} />
      <Concerns plan={plan} draft={draft} change={change} />
      <div className={styles['submit']}>
        <span role="status">{missing ?? ''}</span>
        {entry !== null && (
          <Button variant="quiet" onPress={onDone}>
            {text.cancel}
          </Button>
        )}
        <Button icon={entry === null ? 'plus' : 'check'} isDisabled={missing !== null} onPress={save}>
          {entry === null ? text.add : text.save}
        </Button>
      </div>
    </form>
  );
}
