import { useEffect } from 'react';
import { acceptAll, redoDecision, showColumns, undoDecision, useReview } from '#stores/review-store.ts';
import { isTaking, useIsTaking } from '#stores/review-finish.ts';
import { reviewText as text } from '#text/review.ts';
import { columnsText } from '#text/columns.ts';
import { importText } from '#text/import.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { ReviewList } from './ReviewList.tsx';
import { ColumnsPane } from './ColumnsPane.tsx';
import { SourcePane } from './SourcePane.tsx';
import { TotalsStrip } from './TotalsStrip.tsx';
import styles from './ReviewScreen.module.css';

const shownProblems = 3;
/** Notes that are answered by saying what columns mean. */
const aboutColumns: ReadonlySet<string> = new Set(['columns-not-read', 'no-name-column', 'unit-assumed']);

function useAllKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || isTaking()) return;
      const key = event.key.toLowerCase();
      if (event.key === 'Enter') acceptAll();
      else if (key === 'z' && !event.shiftKey) undoDecision();
      else if ((key === 'z' && event.shiftKey) || key === 'y') redoDecision();
      else return;
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
}

function ToColumns({ source }: { readonly source: string }) {
  return (
    <Button size="small" variant="quiet" description={source} onPress={() => showColumns(source)}>
      {columnsText.open}
    </Button>
  );
}

function Problems() {
  const problems = useReview((state) => state.problems);
  const tables = useReview((state) => state.tables);
  if (problems.length === 0) return null;
  return (
    <div>
      {problems.slice(0, shownProblems).map((problem, index) => (
        <Alert
          key={`${problem.file} ${problem.line} ${problem.code}`}
          severity={problem.severity === 'error' ? 'error' : 'warning'}
          title={importText.problem(problem.file, problem.line)}
          {...(aboutColumns.has(problem.code) && tables.some((table) => table.source === problem.file)
            ? { actions: <ToColumns source={problem.file} /> }
            : {})}
        >
          {problem.message}
          {index === shownProblems - 1 && problems.length > shownProblems
            ? ` (${importText.moreProblems(problems.length - shownProblems)})`
            : ''}
        </Alert>
      ))}
    </div>
  );
}

/** What was found at the left, the document with its quotes at the right; nothing is in the plan before it is accepted. */
export function ReviewScreen() {
  useAllKeys();
  const isStill = useIsTaking();
  const table = useReview((state) => state.tables.find((each) => each.source === state.columnsOf));
  return (
    <main className={styles['screen']}>
      <ReviewBar />
      <section className={styles['main']} aria-label={text.region} inert={isStill}>
        <div>
          <TotalsStrip />
          <Problems />
        </div>
        <div className={styles['split']}>
          <ReviewList />
          {table === undefined ? <SourcePane /> : <ColumnsPane table={table} />}
        </div>
      </section>
    </main>
  );
}
