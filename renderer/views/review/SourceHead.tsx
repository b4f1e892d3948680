import { reviewText as text } from '#text/review.ts';
import { wordsText } from '#text/review-words.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { PaneSwitch } from './PaneSwitch.tsx';
import type { WordChoice } from './use-words.ts';
import styles from './SourcePane.module.css';

/** Which document is shown, what is chosen in it, and where the quotes are. */
export function SourceHead({
  names,
  name,
  onPick,
  lines,
  quotes,
  choice,
  isTable,
  hasNotes,
  onNotes,
}: {
  readonly names: readonly string[];
  readonly name: string;
  readonly onPick: (name: string) => void;
  /** How many lines the document has; `null` where its text is not kept. */
  readonly lines: number | null;
  /** The quotes of the chosen thing. */
  readonly quotes: { readonly count: number; readonly of: string; readonly go: (by: 1 | -1) => void } | null;
  readonly choice: WordChoice;
  /** Whether it is a table whose columns a person can give a meaning. */
  readonly isTable: boolean;
  readonly hasNotes: boolean;
  readonly onNotes: () => void;
}) {
  const { picked, words } = choice;
  return (
    <div className={styles['head']}>
      {names.length > 1 ? (
        <Select
          isLabelHidden
          className={styles['file']}
          label={text.sourceFile}
          value={name}
          onChange={onPick}
          options={names.map((each) => ({ value: each, label: each, icon: 'file-text' }))}
        />
      ) : (
        <span className={styles['name']}>
          <Icon name="file-text" size={14} tone="faint" />
          <span>{name}</span>
        </span>
      )}
      <span className={styles['count']}>{lines === null ? '' : text.lines(lines)}</span>
      <span className={styles['grow']} />
      <span className={styles['chosen']} role="status">
        {picked !== null && words !== '' && <span>{wordsText.chosen(picked.line, words)}</span>}
      </span>
      {words !== '' ? (
        <Button size="small" keyCap="↵" onPress={() => choice.ask(true)}>
          {wordsText.ask}
        </Button>
      ) : (
        quotes !== null && (
          <>
            <span className={styles['count']}>{text.quotesFor(quotes.count, quotes.of)}</span>
            <IconButton
              size="small"
              icon="arrow-up"
              label={text.previousQuote}
              onPress={() => quotes.go(-1)}
            />
            <IconButton size="small" icon="arrow-down" label={text.nextQuote} onPress={() => quotes.go(1)} />
          </>
        )
      )}
      {isTable && <PaneSwitch source={name} isColumns={false} />}
      <IconButton size="small" icon="eye" label={text.notes} isPressed={hasNotes} onPress={onNotes} />
    </div>
  );
}
