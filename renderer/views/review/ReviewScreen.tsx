import { useEffect } from 'react';
import {
  acceptAll,
  cancelReview,
  redoDecision,
  showColumns,
  undoDecision,
  useReview,
} from '#stores/review-store.ts';
import { finishReview } from '#stores/review-finish.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { toKeyCap } from '#actions/shortcuts.ts';
import { reviewText as text } from '#text/review.ts';
import { columnsText } from '#text/columns.ts';
import { importText } from '#text/import.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Logo } from '#ui/Logo.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
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
      if (!(event.ctrlKey || event.metaKey)) return;
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

function Bar() {
  const all = useReview((state) => state.rows.length + state.matters.length);
  const decisions = useReview((state) => state.decisions);
  const canUndo = useReview((state) => state.past.length > 0);
  const canRedo = useReview((state) => state.future.length > 0);
  const planName = useWorkspace((state) => state.plan?.name ?? null);
  const made = Object.values(decisions);
  const later = made.filter((decision) => decision === 'later').length;
  const words = text.ofDecided(made.length - later, all);
  return (
    <header className={styles['bar']}>
      <div className={styles['crumbs']}>
        <Logo />
        <span>{planName ?? text.newPlan}</span>
        <span>/</span>
        <h1>{text.region}</h1>
      </div>
      <ProgressBar
        isLabelHidden
        label={text.decided}
        value={made.length}
        max={all}
        words={later === 0 ? words : `${words}, ${text.later(later)}`}
      />
      <div className={styles['actions']}>
        <IconButton
          icon="undo-2"
          label={text.undo}
          keyCap={toKeyCap('Mod+Z')}
          isDisabled={!canUndo}
          onPress={undoDecision}
        />
        <IconButton
          icon="redo-2"
          label={text.redo}
          keyCap={toKeyCap('Mod+Shift+Z')}
          isDisabled={!canRedo}
          onPress={redoDecision}
        />
        <span className={styles['rule']} />
        <Button variant="quiet" onPress={cancelReview}>
          {text.cancel}
        </Button>
        {all > 0 && made.length === all ? (
          <Button variant="primary" icon="map" onPress={() => void finishReview()}>
            {text.openMap}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon="check"
            keyCap={`${toKeyCap('Mod+K').replace(/\s?K$/u, '')} ↵`}
            description={text.acceptAllHint}
            isDisabled={all === 0}
            onPress={acceptAll}
          >
            {text.acceptAll}
          </Button>
        )}
      </div>
    </header>
  );
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
  const table = useReview((state) => state.tables.find((each) => each.source === state.columnsOf));
  return (
    <main className={styles['screen']}>
      <Bar />
      <section className={styles['main']} aria-label={text.region}>
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
