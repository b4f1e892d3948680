import { useState } from 'react';
import type { NodeInspection } from '#core/projections/inspector.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { runCommands } from '#stores/run-commands.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { TaskRow } from '#ui/TaskRow.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Inspector.module.css';

/** The checklist of the node's changes and hand-overs. */
export function TaskSection({ inspection }: { readonly inspection: NodeInspection }) {
  const plan = usePlan();
  const { tasks, changes, node } = inspection;
  const [draft, setDraft] = useState<string | null>(null);
  const on =
    changes.at(-1)?.change.id ?? plan.handovers.filter((each) => each.subject === node.id)[0]?.id ?? null;
  const add = (): void => {
    const words = draft?.trim() ?? '';
    setDraft(null);
    if (words !== '' && on !== null) runCommands([{ command: 'add-task', on, text: words }]);
  };
  return (
    <div className={styles['section']}>
      <h3>
        {text.tasks}{' '}
        <span>
          {tasks.length === 0 ? 0 : text.tasksDone(tasks.filter((task) => task.done).length, tasks.length)}
        </span>
      </h3>
      {tasks.map((task) => (
        <TaskRow
          key={task.id}
          text={task.text}
          isDone={task.done}
          due={task.due}
          owner={plan.parties.get(task.owner)?.name ?? null}
          onTick={(done) => runCommands([{ command: 'tick-task', task: task.id, done }])}
        />
      ))}
      {on === null && tasks.length === 0 && <p className={styles['note']}>{text.noChange}</p>}
      {on !== null &&
        (draft === null ? (
          <div className={styles['row']}>
            <span className={styles['grow']} />
            <Button size="small" variant="quiet" icon="plus" onPress={() => setDraft('')}>
              {text.addTask}
            </Button>
          </div>
        ) : (
          <TextField label={text.taskText} value={draft} onChange={setDraft} onCommit={add} autoFocus />
        ))}
    </div>
  );
}
