import { useMemo } from 'react';
import type { TableSample } from '#core/importers/contract.ts';
import { toChosenMapping } from '#core/importers/csv/column-mapping.ts';
import { sayColumn, useIsReading } from '#stores/review-columns.ts';
import { showColumns, useReview } from '#stores/review-store.ts';
import { columnsText as text } from '#text/columns.ts';
import { reviewText } from '#text/review.ts';
import { Icon } from '#ui/Icon.tsx';
import { Select } from '#ui/Select.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import { PaneSwitch } from './PaneSwitch.tsx';
import { RowsPreview } from './RowsPreview.tsx';
import styles from './ColumnsPane.module.css';
import pane from './SourcePane.module.css';

const shownValues = 3;

/** The first different values of a column. */
function toValues(table: TableSample, index: number): readonly string[] {
  const cells = table.rows.map((row) => (row.cells[index] ?? '').trim()).filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, shownValues);
}

/** How much the table gives now, and gave before the last change of a column. */
function useFound(source: string): string {
  const rows = useReview((state) => state.rows);
  const before = useReview((state) => state.past.findLast((step) => step.read !== state.read)?.read ?? null);
  const own = useMemo(() => rows.filter((row) => row.source === source), [rows, source]);
  const count = (group: string): number => own.filter((row) => row.group === group).length;
  const [servers, services] = [count('server'), count('service')];
  const words = text.found(servers, services, own.length - servers - services);
  if (before === null) return words;
  const items = before.find((each) => each.source.name === source)?.items.length ?? 0;
  return `${words} (${text.before(items)})`;
}

/** What the columns of a table mean: proposed with a reason, changed by a person, and what comes of it at once. */
export function ColumnsPane({ table }: { readonly table: TableSample }) {
  const tables = useReview((state) => state.tables);
  const hasWords = useReview((state) => state.proposals.some((each) => each.source.name === table.source));
  const isReading = useIsReading();
  const found = useFound(table.source);
  const chosen = useMemo(
    () => new Set(toChosenMapping(table.mapping)?.columns.map((column) => column.heading)),
    [table.mapping],
  );
  return (
    <section className={pane['pane']} aria-label={reviewText.source}>
      <div className={pane['head']}>
        {tables.length > 1 ? (
          <Select
            isLabelHidden
            className={pane['file']}
            label={text.table}
            value={table.source}
            onChange={showColumns}
            options={tables.map(({ source }) => ({ value: source, label: source, icon: 'table-2' }))}
          />
        ) : (
          <span className={pane['name']}>
            <Icon name="table-2" size={14} tone="faint" />
            <span>{table.source}</span>
          </span>
        )}
        <span className={pane['count']}>{text.rows(table.rowCount)}</span>
        <span className={pane['grow']} />
        {hasWords && <PaneSwitch source={table.source} isColumns />}
      </div>
      <p className={pane['hint']}>{text.hint}</p>
      <p className={styles['status']} role="status">
        {isReading ? text.reading : found}
      </p>
      {/* A table of many columns is scrolled with the keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroller']} tabIndex={0} role="group" aria-label={table.source}>
        <div role="list" aria-label={text.list}>
          {table.mapping.columns.map((column, index) => (
            <ColumnRow
              // Two columns without a heading are told apart by where they stand.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${index} ${column.heading}`}
              column={column}
              number={index + 1}
              values={toValues(table, index)}
              isChosen={chosen.has(column.heading)}
              onChoose={(choice) => void sayColumn(table, column.heading, choice)}
            />
          ))}
        </div>
        <RowsPreview table={table} />
      </div>
    </section>
  );
}
