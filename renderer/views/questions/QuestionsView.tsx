import { useMemo, useState } from 'react';
import { toQuestionRows, type QuestionRow } from '#core/projections/question-rows.ts';
import type { QuestionId } from '#core/model/ids.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { select } from '#stores/view-store.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { questionsText as text } from '#text/questions.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { AskQuestion } from './AskQuestion.tsx';
import { QuestionItem } from './QuestionItem.tsx';
import { toQuestionsMarkdown } from './questions-markdown.ts';
import styles from './QuestionsView.module.css';

type Shown = 'open' | 'answered' | 'all';
const groups = ['blocks', 'open', 'answered'] as const;

function isShown(row: QuestionRow, shown: Shown): boolean {
  return shown === 'all' || (row.group === 'answered') === (shown === 'answered');
}

async function copy(rows: readonly QuestionRow[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(toQuestionsMarkdown(rows));
    showToast(text.copied);
  } catch {
    showProblem(text.copyFailed);
  }
}

/** All questions: what blocks a step first; each is answered where it stands. */
export function QuestionsView() {
  const plan = usePlan();
  const rows = useMemo(() => toQuestionRows(plan), [plan]);
  const [shown, setShown] = useState<Shown>('open');
  const [current, setCurrent] = useState<QuestionId | null>(null);
  const [isAsking, setAsking] = useState(false);
  const visible = rows.filter((row) => isShown(row, shown));
  const count = (which: Shown): number => rows.filter((row) => isShown(row, which)).length;

  const open = (row: QuestionRow): void => {
    setCurrent(current === row.id ? null : row.id);
    select(row.about.map((node) => node.id));
  };

  return (
    <div className={styles['view']}>
      <div className={styles['toolbar']}>
        <SegmentedControl
          label={text.show}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: text.open, count: count('open') },
            { value: 'answered', label: text.answered, count: count('answered') },
            { value: 'all', label: text.all, count: count('all') },
          ]}
        />
        <span className={styles['space']} />
        <Button
          variant="quiet"
          icon="copy"
          onPress={() => void copy(rows.filter((row) => row.group !== 'answered'))}
        >
          {text.copy}
        </Button>
        <Button icon="plus" onPress={() => setAsking(true)}>
          {text.ask}
        </Button>
      </div>
      <div className={styles['list']}>
        {isAsking && <AskQuestion plan={plan} onDone={() => setAsking(false)} />}
        {visible.length === 0 && !isAsking && (
          <EmptyState
            icon="question"
            title={rows.length === 0 ? text.emptyAll : text.empty}
            next={text.emptyNext}
          />
        )}
        {groups.map((group) => {
          const members = visible.filter((row) => row.group === group);
          if (members.length === 0) return null;
          return (
            <section key={group} aria-label={text.groups[group]}>
              <h2 className={styles['group']}>
                {text.groups[group]} <span>{members.length}</span>
              </h2>
              <ul className={styles['rows']}>
                {members.map((row) => (
                  <QuestionItem
                    key={row.id}
                    row={row}
                    isOpen={row.id === current}
                    onToggle={() => open(row)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
