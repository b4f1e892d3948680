import { useState } from 'react';
import type { NodeInspection } from '#core/projections/inspector.ts';
import type { Question } from '#core/model/question.ts';
import { runCommands } from '#stores/run-commands.ts';
import { showSource } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Icon } from '#ui/Icon.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Inspector.module.css';

/** Open points about the node: where they come from, what they hold back, and their answers. */
export function QuestionSection({ inspection }: { readonly inspection: NodeInspection }) {
  const { questions } = inspection;
  if (questions.length === 0) return null;
  return (
    <div className={styles['section']}>
      <h3>
        {text.questions} <span>{questions.length}</span>
      </h3>
      {questions.map(({ question, source }) => (
        <div key={question.id} className={styles['card']}>
          <div className={styles['question']}>
            <Icon name="message-circle-question-mark" size={14} />
            <span>{question.text}</span>
          </div>
          {source !== null && (
            <div>
              {text.quoteSays} <q className={styles['quote']}>{source.quote}</q>{' '}
              <SourceLink
                source={source.name}
                line={source.line}
                quote={source.quote}
                onPress={() => showSource({ source: source.source, line: source.line })}
              />
            </div>
          )}
          {question.status === 'answered' ? (
            <p className={styles['note']}>{text.answered(question.answer ?? '', question.answeredBy)}</p>
          ) : (
            <Answer question={question} />
          )}
        </div>
      ))}
    </div>
  );
}

function Answer({ question }: { readonly question: Question }) {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState('');
  const [by, setBy] = useState('');
  const save = (): void => {
    const who = by.trim() === '' ? {} : { by: by.trim() };
    if (
      runCommands([{ command: 'answer-question', question: question.id, answer: answer.trim(), ...who }]).ok
    )
      setOpen(false);
  };
  if (!isOpen) {
    return (
      <div className={styles['row']}>
        {question.blocking && (
          <Chip tone="error" icon="circle-x">
            {text.blocks}
          </Chip>
        )}
        <span className={styles['grow']} />
        <Button size="small" description={question.text} onPress={() => setOpen(true)}>
          {text.answer}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['form']}>
      <TextField label={text.answerLabel} value={answer} onChange={setAnswer} multiline autoFocus />
      <TextField label={text.answerBy} value={by} onChange={setBy} />
      <div className={styles['formButtons']}>
        <Button size="small" variant="quiet" onPress={() => setOpen(false)}>
          {text.cancel}
        </Button>
        <Button size="small" variant="primary" isDisabled={answer.trim() === ''} onPress={save}>
          {text.save}
        </Button>
      </div>
    </div>
  );
}
