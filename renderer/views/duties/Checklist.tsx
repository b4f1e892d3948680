import { useState } from 'react';
import { sortedBy } from '#core/base/compare.ts';
import { builtInTemplates } from '#core/commands/built-in-templates.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Task } from '#core/model/task.ts';
import { runCommands } from '#stores/run-commands.ts';
import { dutiesText as text } from '#text/duties.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './DutyPanel.module.css';

/** A field that is saved when it is left, and only when it says something new. */
function DraftField({
  label,
  placeholder,
  start,
  onCommit,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly start: string;
  readonly onCommit: (value: string | null) => void;
}) {
  const [draft, setDraft] = useState(start);
  const commit = (value: string): void => {
    if (value.trim() !== start) onCommit(value.trim() === '' ? null : value.trim());
  };
  return (
    <TextField label={label} placeholder={placeholder} value={draft} onChange={setDraft} onCommit={commit} />
  );
}

function TaskLine({ plan, task }: { readonly plan: Plan; readonly task: Task }) {
  const [isOpen, setOpen] = useState(false);
  const owners = sortedBy(plan.parties, (party) => party.name).map((party) => ({
    value: party.id,
    label: party.name,
  }));
  const edit = (fields: Record<string, unknown>): void => {
    runCommands([{ command: 'edit-task', task: task.id, ...fields }]);
  };
  return (
    <li className={styles['task']} data-done={task.done}>
      <Checkbox
        isSelected={task.done}
        onChange={(done) =>
          done ? runCommands([{ command: 'tick-task', task: task.id }]) : edit({ done: false })
        }
      >
        {task.text}
      </Checkbox>
      <button type="button" className={styles['due']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {[plan.parties.get(task.owner)?.name ?? text.nobodyYet, task.due]
          .filter((part) => part !== null)
          .join(' · ')}
      </button>
      {isOpen && (
        <div className={styles['taskForm']}>
          <Select
            label={text.owner}
            value={task.owner}
            placeholder={text.nobodyYet}
            onChange={(owner) => edit({ owner })}
            options={owners}
          />
          <DraftField
            label={text.due}
            placeholder={text.dueHint}
            start={task.due ?? ''}
            onCommit={(due) => edit({ due })}
          />
          <DraftField
            label={text.proof}
            placeholder={text.evidenceHint}
            start={task.evidence ?? ''}
            onCommit={(evidence) => edit({ evidence })}
          />
        </div>
      )}
    </li>
  );
}

/** The checklist of a hand-over: ticked, owned and dated line by line; begun from a template. */
export function Checklist({ plan, handover }: { readonly plan: Plan; readonly handover: HandOver }) {
  const [line, setLine] = useState('');
  const tasks = sortedBy(
    plan.tasks.filter((task) => task.on === handover.id),
    (task) => task.order,
    (task) => task.id,
  );
  const templates = builtInTemplates.filter((template) => template.for.includes('hand-over'));
  const fitting = templates.filter((template) => template.areas.includes(handover.area.toLowerCase()));
  const offered = [...fitting, ...templates.filter((template) => !fitting.includes(template))];
  const add = (): void => {
    if (line.trim() === '') return;
    if (runCommands([{ command: 'add-task', on: handover.id, text: line.trim() }]).ok) setLine('');
  };
  return (
    <section className={styles['checklist']} aria-label={text.checklist}>
      <h3>
        {text.checklist}{' '}
        {tasks.length > 0 && <span>{text.done(tasks.filter((task) => task.done).length, tasks.length)}</span>}
      </h3>
      <ul>
        {tasks.map((task) => (
          <TaskLine key={task.id} plan={plan} task={task} />
        ))}
      </ul>
      <div className={styles['more']}>
        <Select
          label={text.template}
          isLabelHidden
          placeholder={text.template}
          value={null}
          onChange={(template) => runCommands([{ command: 'apply-template', template, on: handover.id }])}
          options={offered.map((template) => ({ value: template.id, label: template.title }))}
        />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={text.addTask}
            isLabelHidden
            placeholder={text.taskHint}
            value={line}
            onChange={setLine}
          />
          <Button isDisabled={line.trim() === ''} onPress={add}>
            {text.addTask}
          </Button>
        </form>
      </div>
    </section>
  );
}
