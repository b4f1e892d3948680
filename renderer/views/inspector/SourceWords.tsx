import { usePlan } from '#stores/use-workspace.ts';
import { showSource, useView } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Inspector.module.css';

/** Lines around the shown one: enough to understand it, few enough to open at once. */
const around = 150;

function scrollTo(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'center' });
}

/** The document behind a source link, with the line that says it. */
export function SourceWords() {
  const plan = usePlan();
  const shown = useView((view) => view.source);
  const source = shown === null ? undefined : plan.sources.get(shown.source);
  if (shown === null || source === undefined) return null;
  const lines = source.text?.split(/\r\n|\r|\n/u) ?? null;
  const first = Math.max(0, shown.line - 1 - around);
  const quotes = plan.nodes
    .map((node) => node.evidence)
    .flat()
    .filter((each) => each.source === shown.source && each.line === shown.line)
    .map((each) => each.quote);
  return (
    <Dialog
      title={text.sourceTitle(source.name, shown.line)}
      isOpen
      isWide
      onClose={() => showSource(null)}
      actions={
        <Button variant="primary" autoFocus onPress={() => showSource(null)}>
          {text.close}
        </Button>
      }
    >
      {lines === null ? (
        <>
          <p>{text.sourceWithoutText}</p>
          {[...new Set(quotes)].map((quote) => (
            <p key={quote}>
              <q className={styles['quote']}>{quote}</q>
            </p>
          ))}
        </>
      ) : (
        <div className={styles['sourceText']}>
          {lines.slice(first, shown.line + around).map((line, at) => {
            const isShown = first + at + 1 === shown.line;
            return (
              <div
                key={first + at}
                ref={isShown ? scrollTo : null}
                className={`${styles['line']} ${isShown ? styles['shownLine'] : ''}`}
              >
                <span>{first + at + 1}</span>
                <span>{line}</span>
              </div>
            );
          })}
        </div>
      )}
    </Dialog>
  );
}
