import { useState } from 'react';
import { findOpenQuestion } from '#core/projections/question-rows.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { FormDialog } from '#ui/FormDialog.tsx';
import { TextField } from '#ui/TextField.tsx';

/** Answers the open question about the selection; what blocks a step comes first. */
export function AnswerDialog() {
  const plan = usePlan();
  const nodes = useView((view) => view.panel?.nodes ?? []);
  const question = findOpenQuestion(plan, nodes);
  const [answer, setAnswer] = useState('');
  const [by, setBy] = useState('');
  if (question === null) return null;
  const save = (): void => {
    const who = by.trim() === '' ? {} : { by: by.trim() };
    const command = { command: 'answer-question', question: question.id, answer: answer.trim(), ...who };
    if (runCommands([command]).ok) closePanel();
  };
  return (
    <FormDialog
      title={question.text}
      save={text.save}
      isReady={answer.trim() !== ''}
      onSave={save}
      onClose={closePanel}
    >
      {question.quote !== null && (
        <p>
          {text.quoteSays} <q>{question.quote}</q> {question.place}
        </p>
      )}
      <TextField label={text.answerLabel} value={answer} onChange={setAnswer} multiline autoFocus />
      <TextField label={text.answerBy} value={by} onChange={setBy} />
    </FormDialog>
  );
}
