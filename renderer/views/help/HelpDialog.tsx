import { useEffect, useMemo, useRef, useState } from 'react';
import { runAction } from '#actions/actions.ts';
import { closeHelp } from '#stores/help-store.ts';
import { helpPages, helpText as text, type HelpPage, type HelpPlace } from '#text/help.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Markdown, slugOf } from '#ui/Markdown.tsx';
import { Select } from '#ui/Select.tsx';
import { findHeadings, findLinked, readPage } from './read-page.ts';
import styles from './HelpDialog.module.css';

interface Shown {
  readonly page: HelpPage;
  readonly slug: string | null;
}

function runAfterwards(action: string): void {
  closeHelp();
  runAction(action);
}

/** The pages of the documentation, opened where they speak of what is shown. */
export function HelpDialog({ place }: { readonly place: HelpPlace }) {
  const [shown, setShown] = useState<Shown>({
    page: place.page,
    slug: place.heading === null ? null : slugOf(place.heading),
  });
  const [read, setRead] = useState<{ readonly page: HelpPage; readonly content: string } | null>(null);
  const article = useRef<HTMLDivElement>(null);
  const { page, slug } = shown;
  useEffect(() => {
    let isOpen = true;
    void readPage(page).then((content) => {
      if (isOpen) setRead({ page, content });
      return undefined;
    });
    return () => {
      isOpen = false;
    };
  }, [page]);
  const content = read?.page === page ? read.content : null;
  const headings = useMemo(() => (content === null ? [] : findHeadings(content)), [content]);
  useEffect(() => {
    if (content === null) return;
    const heading = shown.slug === null ? null : article.current?.querySelector(`#${CSS.escape(shown.slug)}`);
    if (heading instanceof Element) heading.scrollIntoView({ block: 'start' });
    else article.current?.scrollTo({ top: 0 });
  }, [content, shown]);
  const toFollow = (target: string): (() => void) | null => {
    const linked = findLinked(target, page);
    return linked === null ? null : () => setShown(linked);
  };
  return (
    <Dialog
      title={text.title}
      size="large"
      isOpen
      onClose={closeHelp}
      actions={
        <>
          <Button icon="sparkles" onPress={() => runAfterwards('tour')}>
            {text.tour}
          </Button>
          <Button onPress={() => runAfterwards('shortcuts')}>{text.shortcuts}</Button>
          <Button variant="primary" onPress={closeHelp}>
            {text.close}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <nav aria-label={text.contents} className={styles['contents']}>
          <Select
            label={text.page}
            isLabelHidden
            value={page}
            onChange={(next) => setShown({ page: next, slug: null })}
            options={helpPages.map((value) => ({ value, label: text.pages[value] }))}
          />
          <ul>
            {headings.map(({ level, words }) => (
              <li key={words} data-level={level}>
                <button
                  type="button"
                  aria-current={slugOf(words) === slug ? 'location' : undefined}
                  onClick={() => setShown({ page, slug: slugOf(words) })}
                >
                  {words}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div
          ref={article}
          className={styles['text']}
          role="region"
          aria-label={text.text}
          // A long page is scrolled with the keys too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {content === null ? (
            <p role="status">{text.loading}</p>
          ) : (
            <Markdown text={content} toFollow={toFollow} />
          )}
        </div>
      </div>
    </Dialog>
  );
}
