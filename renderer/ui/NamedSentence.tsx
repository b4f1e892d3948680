import styles from './NamedSentence.module.css';

/** A sentence with the names in it set as names: mono, each with a direction of its own. */
export function NamedSentence({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  // A sentence may be about thousands of nodes, and name four of them.
  const said = names.filter((name) => name !== '' && text.includes(name));
  const known = [...new Set(said)].sort((a, b) => b.length - a.length);
  const escaped = known.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const parts = escaped.length === 0 ? [text] : text.split(new RegExp(`(${escaped.join('|')})`, 'u'));
  return parts.map((part, at) =>
    known.includes(part) ? (
      <bdi key={at} className={styles['name']}>
        {part}
      </bdi>
    ) : (
      part
    ),
  );
}
