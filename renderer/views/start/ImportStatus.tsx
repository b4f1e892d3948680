import { dismissImportProblems, useImport } from '#stores/import-progress.ts';
import { importText as text } from '#text/import.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import styles from './StartScreen.module.css';

const shownProblems = 5;

async function cancel(): Promise<void> {
  const { cancelImport } = await import('#stores/import-session.ts');
  cancelImport();
}

/** How far an import is, and what could not be read. */
export function ImportStatus() {
  const progress = useImport((state) => state.progress);
  const problems = useImport((state) => state.problems);
  const failure = useImport((state) => state.failure);
  const close = <IconButton size="small" icon="x" label={text.close} onPress={dismissImportProblems} />;
  return (
    <div className={styles['status']}>
      {progress !== null && (
        <div className={styles['progress']}>
          <ProgressBar
            className={styles['grow']}
            label={
              progress.stage === 'reading'
                ? text.reading(progress.name)
                : text.understanding(progress.name, progress.total)
            }
            value={progress.stage === 'reading' || progress.total > 1 ? progress.done : null}
            max={progress.total}
            words={text.counts(progress.done, progress.total)}
          />
          <Button variant="quiet" onPress={() => void cancel()}>
            {text.cancel}
          </Button>
        </div>
      )}
      {failure !== null && <Alert title={failure} actions={close} />}
      {problems.slice(0, shownProblems).map((problem, index) => (
        <Alert
          key={`${problem.file} ${problem.line} ${problem.code}`}
          severity={problem.severity === 'error' ? 'error' : 'warning'}
          title={text.problem(problem.file, problem.line)}
          {...(index === 0 ? { actions: close } : {})}
        >
          {problem.message}
          {index === shownProblems - 1 && problems.length > shownProblems
            ? ` (${text.moreProblems(problems.length - shownProblems)})`
            : ''}
        </Alert>
      ))}
    </div>
  );
}
