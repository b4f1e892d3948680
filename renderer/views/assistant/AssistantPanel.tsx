import { useEffect, useRef, type ReactNode } from 'react';
import { closePanel } from '#stores/view-store.ts';
import { assistantText as text } from '#text/assistant.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './AssistantPanel.module.css';

/** A panel at the side of the view: what an assistant asks, and what it found. Escape closes it; the focus goes back. */
export function AssistantPanel({
  title,
  intro,
  children,
  actions,
}: {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside
      className={styles['panel']}
      role="dialog"
      aria-label={title}
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') closePanel();
      }}
    >
      <header className={styles['head']}>
        <h2>{title}</h2>
        <IconButton icon="close" label={text.close} onPress={closePanel} />
      </header>
      <div className={styles['body']} role="region" aria-label={title} tabIndex={0}>
        <p className={styles['note']}>{intro}</p>
        {children}
      </div>
      <footer className={styles['foot']}>{actions}</footer>
    </aside>
  );
}
