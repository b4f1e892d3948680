import { startText as text } from '#text/start.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { examples } from '#stores/examples.ts';
import styles from './StartScreen.module.css';

/** The examples that come with the program; nothing when there are none. */
export function Examples({
  onOpen,
  onTour,
}: {
  readonly onOpen: (slug: string) => void;
  readonly onTour: () => void;
}) {
  if (examples.length === 0) return null;
  return (
    <section>
      <div className={styles['head']}>
        <h2>{text.examples}</h2>
        <Button size="small" variant="quiet" icon="sparkles" description={text.tourHint} onPress={onTour}>
          {text.tour}
        </Button>
      </div>
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
