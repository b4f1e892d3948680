import { useMemo } from 'react';
import type { TableSample } from '#core/importers/contract.ts';
import { useReview } from '#stores/review-store.ts';
import type { ReviewRow } from '#stores/review-rows.ts';
import { columnsText as text } from '#text/columns.ts';
import { RowWords } from './ReviewLine.tsx';
import styles from './ColumnsPane.module.css';

const mostThings = 4;

/** What the first rows of a table become, as its columns are understood now. */
export function RowsPreview({ table }: { readonly table: TableSample }) {
  const rows = useReview((state) => state.rows);
  const byLine = useMemo(() => {
    const lines = new Map<number, ReviewRow[]>(table.rows.map(({ line }) => [line, []]));
    for (const row of rows) {
      if (row.source !== table.source) continue;
      for (const line of new Set(row.item.evidence.map((each) => each.line))) lines.get(line)?.push(row);
    }
    return lines;
  }, [rows, table]);
  return (
    <section className={styles['become']} aria-label={text.become}>
      <h2>{text.become}</h2>
      <ol>
        {[...byLine].map(([line, things]) => (
          <li key={line}>
            <span className={styles['number']}>{text.row(line)}</span>
            <span className={styles['things']}>
              {things.length === 0 && <span className={styles['none']}>{text.nothing}</span>}
              {things.slice(0, mostThings).map((row) => (
                <span key={row.key} className={styles['thing']}>
                  <RowWords row={row} />
                </span>
              ))}
              {things.length > mostThings && (
                <span className={styles['none']}>{text.more(things.length - mostThings)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
