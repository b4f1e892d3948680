import { useState } from 'react';
import { sortedBy } from '#core/base/compare.ts';
import type { Plan } from '#core/model/plan.ts';
import { runCommands } from '#stores/run-commands.ts';
import { questionsText as text } from '#text/questions.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './QuestionsView.module.css';

/** The form for a question of one's own. */
export function AskQuestion({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const [words, setWords] = useState('');
  const [about, setAbout] = useState<string | null>(null);
  const [isBlocking, setBlocking] = useState(false);
  const nodes = sortedBy(plan.nodes, (node) => node.name).map((node) => ({
    value: node.id,
    label: node.name,
  }));
  const save = (): void => {
    const done = runCommands([
      {
        command: 'add-question',
        text: words.trim(),
        about: about === null ? [] : [about],
        blocking: isBlocking,
      },
    ]);
    if (done.ok) onDone();
  };
  return (
    <form
      className={styles['ask']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField label={text.question} value={words} onChange={setWords} autoFocus />
      <ComboBox
        label={text.about}
        placeholder={text.aboutHint}
        options={nodes}
        value={about}
        onChange={setAbout}
      />
      <Checkbox isSelected={isBlocking} onChange={setBlocking}>
        {text.isBlocking}
      </Checkbox>
      <div className={styles['buttons']}>
        <Button variant="primary" isDisabled={words.trim() === ''} onPress={save}>
          {text.add}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
