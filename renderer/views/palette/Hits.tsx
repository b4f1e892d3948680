import type { Hit } from './find-hits.ts';
import styles from './CommandPalette.module.css';

/** A text with what was typed marked in it. */
export function Hits({ text, hit }: { readonly text: string; readonly hit: Hit }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of hit.spans) {
    if (start < at) continue;
    parts.push(<span key={`${at}t`}>{text.slice(at, start)}</span>);
    parts.push(
      <mark key={`${start}h`} className={styles['hit']}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
