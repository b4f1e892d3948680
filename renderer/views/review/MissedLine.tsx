import type { SourceLine } from '#core/importers/contract.ts';
import { wordsText as text } from '#text/review-words.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/Icon.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import styles from './ReviewLine.module.css';

/** Moves the keyboard to the text of the document. */
export function goToSource(): void {
  document.querySelector<HTMLElement>('[data-source-text]')?.focus();
}

/** A line that was not understood: a click shows it in the document, to say what its words are. */
export function MissedLine({
  source,
  line,
  isChosen,
  onChoose,
}: {
  /** The document, where there are several. */
  readonly source: string | null;
  readonly line: SourceLine;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <div className={classNames(styles['line'], isChosen && styles['here'])}>
      <button
        type="button"
        className={styles['open-card']}
        aria-label={text.line(line.line, line.text)}
        aria-description={text.lineHint}
        aria-current={isChosen || undefined}
        onClick={() => {
          onChoose();
          goToSource();
        }}
      />
      <Icon name="quote" size={14} tone="faint" />
      <span className={styles['what']}>{line.text}</span>
      <span className={styles['missed-end']}>
        <SourceLink source={source?.split('/').at(-1) ?? null} line={line.line} />
      </span>
    </div>
  );
}
