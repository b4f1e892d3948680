import { useState } from 'react';
import { toChangeTitle } from '#core/projections/change-title.ts';
import type { QuestionRow } from '#core/projections/question-rows.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { questionsText as text } from '#text/questions.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Icon } from '#ui/Icon.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './QuestionsView.module.css';

const shownNames = 3;
const shownSteps = 6;

function Effect({ row }: { readonly row: QuestionRow }) {
  if (row.group === 'blocks') {
    return (
      <Chip tone="error" icon="error">
        {text.blocksSteps(row.steps.length)}
      </Chip>
    );
  }
  return <span>{row.group === 'answered' ? text.saidBy(row.answeredBy) : text.nodes(row.about.length)}</span>;
}

/** What an answer lets go on; only a question that blocks holds something back. */
function Changes({ row }: { readonly row: QuestionRow }) {
  const plan = usePlan();
  const waiting = row.group === 'blocks' ? row.steps : [];
  if (waiting.length === 0) return <p className={styles['effect']}>{text.freesNothing}</p>;
  return (
    <section className={styles['effect']} aria-label={text.changes}>
      <h3>{text.changes}</h3>
      <ul>
        {waiting.slice(0, shownSteps).map((step) => (
          <li key={step.id}>{text.frees(toChangeTitle(plan, step))}</li>
        ))}
        {waiting.length > shownSteps && <li>{text.more(waiting.length - shownSteps)}</li>}
      </ul>
    </section>
  );
}

function AnswerForm({ row, onDone }: { readonly row: QuestionRow; readonly onDone: () => void }) {
  const [answer, setAnswer] = useState(row.answer ?? '');
  const [by, setBy] = useState(row.answeredBy ?? '');
  const save = (): void => {
    const done = runCommands([
      { command: 'answer-question', question: row.id, answer: answer.trim(), by: by.trim() },
    ]);
    if (done.ok) onDone();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={text.answer}
        placeholder={text.answerHint}
        value={answer}
        onChange={setAnswer}
        multiline
        autoFocus
      />
      <TextField label={text.answeredBy} placeholder={text.byHint} value={by} onChange={setBy} />
      <Changes row={row} />
      <div className={styles['buttons']}>
        <Button variant="primary" isDisabled={answer.trim() === ''} onPress={save}>
          {text.save}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

/** One question: its words, where they stand, whom they are about, what waits for it; opened, the form for its answer. */
export function QuestionItem({
  row,
  isOpen,
  onToggle,
}: {
  readonly row: QuestionRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const icon = row.group === 'answered' ? 'circle-check' : 'question';
  const hidden = row.about.length - shownNames;
  return (
    <li className={styles['item']} data-group={row.group} data-open={isOpen}>
      <button type="button" className={styles['row']} aria-expanded={isOpen} onClick={onToggle}>
        <Icon
          name={icon}
          size={16}
          tone={row.group === 'blocks' ? 'error' : row.group === 'answered' ? 'ok' : 'faint'}
        />
        <span className={styles['words']}>
          <span className={styles['question']}>{row.text}</span>
          <span className={styles['source']}>
            {row.quote !== null && <mark>{row.quote}</mark>}
            {row.place !== null && <code>{row.place}</code>}
          </span>
          {row.answer !== null && <span className={styles['answer']}>{row.answer}</span>}
        </span>
        <span className={styles['names']}>
          {row.about.slice(0, shownNames).map((node) => (
            <bdi key={node.id}>{node.name}</bdi>
          ))}
          {hidden > 0 && <span>{text.more(hidden)}</span>}
        </span>
        <span className={styles['what']}>
          <Effect row={row} />
        </span>
      </button>
      {isOpen && <AnswerForm row={row} onDone={onToggle} />}
    </li>
  );
}
