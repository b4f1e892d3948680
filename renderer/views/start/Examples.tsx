import { startText as text } from '#text/start.ts';
import { Icon } from '#ui/Icon.tsx';
import { examples } from './examples.ts';
import styles from './StartScreen.module.css';

/** The examples that come with the program; nothing when there are none. */
export function Examples({ onOpen }: { readonly onOpen: (slug: string) => void }) {
  if (examples.length === 0) return null;
  return (
    <section>
      <h2>{text.examples}</h2>
      <div className={styles['list']}>
        {examples.map((example) => (
          <button
            key={example.slug}
            type="button"
            title={example.text}
            className={`${styles['row']} ${styles['example']}`}
            onClick={() => onOpen(example.slug)}
          >
            <Icon name="server" tone="faint" />
            <span className={styles['words']}>
              <b>{example.title}</b>
              <span>{example.text}</span>
            </span>
            <span className={styles['number']}>{text.servers(example.servers)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
