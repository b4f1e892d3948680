import { useId } from 'react';
import type { NotFitted } from '#core/exporters/contract.ts';
import { exportText as text } from '#text/export.ts';
import styles from './ExportDialog.module.css';

/** What of the plan a format has no place for, field by field, before anything is saved. */
export function LossReport({ notFitted }: { readonly notFitted: readonly NotFitted[] }) {
  const title = useId();
  return (
    <section className={styles['loss']} aria-labelledby={title}>
      <h3 id={title}>{text.lossTitle}</h3>
      {notFitted.length === 0 ? (
        <p>{text.nothingLost}</p>
      ) : (
        // A long list is scrolled with the keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul tabIndex={0} aria-label={text.lossTitle}>
          {notFitted.map((each) => (
            <li key={each.field}>
              <b>{text.lost(each.field, each.count)}</b>
              {each.examples.length > 0 && <span> {text.names(each.examples, each.count)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
