import { useState } from 'react';
import { toDayNumber } from '#core/base/plain-date.ts';
import { sortedBy } from '#core/base/compare.ts';
import type { CalendarEntry } from '#core/model/calendar-entry.ts';
import type { Plan } from '#core/model/plan.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { calendarText as text } from '#text/calendar.ts';
import { formatDate } from '#text/format-date.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { CalendarForm } from './CalendarForm.tsx';
import styles from './CalendarDialog.module.css';

function toDate(iso: string | null): string | null {
  const day = toDayNumber(iso);
  return day === null ? iso : formatDate(day);
}

function Entry({
  plan,
  entry,
  onEdit,
}: {
  readonly plan: Plan;
  readonly entry: CalendarEntry;
  readonly onEdit: () => void;
}) {
  const party = entry.party === undefined ? '' : (plan.parties.get(entry.party)?.name ?? '');
  const nodes = (entry.nodes ?? []).flatMap((id) => plan.nodes.get(id)?.name ?? []);
  return (
    <li>
      <span className={styles['kind']}>{text.kinds[entry.kind]}</span>
      <b>{entry.name}</b>
      <span className={styles['when']}>{text.span(toDate(entry.start), toDate(entry.end))}</span>
      <span className={styles['details']}>{text.details(entry, party, nodes)}</span>
      <IconButton icon="pencil" label={text.edit(entry.name)} size="small" onPress={onEdit} />
      <IconButton
        icon="trash-2"
        label={text.remove(entry.name)}
        size="small"
        onPress={() => runCommands([{ command: 'remove-calendar-entry', entry: entry.id }])}
      />
    </li>
  );
}

/** Windows, freezes, notice periods, crews and bandwidth: what the dates of the plan keep to. Each edit can be undone. */
export function CalendarDialog() {
  const plan = usePlan();
  const [editing, setEditing] = useState<string | null>(null);
  // A new form for each entry: its first field has the focus then.
  const [form, setForm] = useState(0);
  const entries = sortedBy(
    plan.calendar,
    (each) => `${each.start ?? ''} ${each.name}`,
    (each) => each.id,
  );
  const edited = entries.find((each) => each.id === editing) ?? null;
  return (
    <Dialog
      title={text.title}
      size="large"
      isOpen
      onClose={closePanel}
      actions={
        <Button variant="primary" onPress={closePanel}>
          {text.close}
        </Button>
      }
    >
      <p className={styles['intro']}>{text.intro}</p>
      {entries.length === 0 ? (
        <EmptyState icon="timeline" title={text.empty} next={text.emptyNext} />
      ) : (
        <ul className={styles['entries']} aria-label={text.list}>
          {entries.map((entry) => (
            <Entry key={entry.id} plan={plan} entry={entry} onEdit={() => setEditing(entry.id)} />
          ))}
        </ul>
      )}
      <CalendarForm
        key={`${editing ?? 'new'} ${form}`}
        plan={plan}
        entry={edited}
        onDone={() => {
          setEditing(null);
          setForm(form + 1);
        }}
      />
    </Dialog>
  );
}
