import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { reportText as text } from '#text/report.ts';
import styles from './MarkdownSource.module.css';

const lineHeight = 19;

function kindOf(line: string): string {
  if (/^#{1,6} /u.test(line)) return 'heading';
  if (/^\s*[-*] \[[ xX]\]/u.test(line)) return 'task';
  if (line.startsWith('>')) return 'quote';
  return 'text';
}

/** The Markdown with line numbers; only the lines in view are in the document, so that a long plan stays fluid. */
export function MarkdownSource({
  name,
  markdown,
  line: chosen,
  onPick,
}: {
  readonly name: string;
  readonly markdown: string;
  readonly line: number | null;
  readonly onPick: (line: number) => void;
}) {
  const lines = useMemo(() => markdown.replace(/\n$/u, '').split('\n'), [markdown]);
  const bytes = useMemo(() => new TextEncoder().encode(markdown).length, [markdown]);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  return (
    <section className={styles['source']} aria-label={text.source}>
      <header className={styles['head']}>
        <code>{name}</code>
        <span>{text.size(lines.length, bytes)}</span>
      </header>
      <div className={styles['scroll']} ref={scroll} tabIndex={0} role="region" aria-label={name}>
        <div className={styles['lines']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const line = lines[item.index] ?? '';
            return (
              // A click only brings the preview along; whoever uses the keyboard scrolls the preview itself.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
              <div
                key={item.key}
                className={styles['line']}
                data-kind={kindOf(line)}
                data-chosen={chosen === item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => onPick(item.index + 1)}
              >
                <span className={styles['number']} aria-hidden="true">
                  {item.index + 1}
                </span>
                <code>{line}</code>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
