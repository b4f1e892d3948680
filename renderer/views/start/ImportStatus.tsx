import { dismissImportProblems, useImport, type ImportProgress } from '#stores/import-progress.ts';
import { importText as text } from '#text/import.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ProgressBar, type ProgressBarProps } from '#ui/ProgressBar.tsx';
import styles from './StartScreen.module.css';

const shownProblems = 5;

function toLabel({ stage, name, total }: ImportProgress): string {
  if (stage === 'reading') return text.reading(name);
  return stage === 'comparing' ? text.comparing : text.understanding(name, total);
}

/** How full the bar is; while a single file is understood, or compared with the plan, nobody knows. */
function toBar({ stage, done, total }: ImportProgress): Pick<ProgressBarProps, 'value' | 'max' | 'words'> {
  if (stage === 'comparing') return { value: null, max: 1, words: text.things(total) };
  const value = stage === 'reading' || total > 1 ? done : null;
  return { value, max: total, words: text.counts(done, total) };
}

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
          <ProgressBar className={styles['grow']} label={toLabel(progress)} {...toBar(progress)} />
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
