import { tableFilters, type TableFilter } from '#core/projections/table-columns.ts';
import { toValues, type TableKind } from '#core/projections/table-entries.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import type { TableLook } from '#stores/table-look.ts';
import { changeLook } from '#stores/table-store.ts';
import { tableText as text } from '#text/table.ts';
import { Button } from '#ui/Button.tsx';
import { Popover } from '#ui/Popover.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './TableToolbar.module.css';

const kinds: readonly TableKind[] = ['server', 'service', 'host', 'site', 'provider', 'all'];
/** Stands for "not narrowed" and for "not known" among the values of a column, which never begin with a colon. */
const any = ':any';
const unknown = ':unknown';

function FilterSelect({
  column,
  look,
  rows,
}: {
  readonly column: TableFilter;
  readonly look: TableLook;
  readonly rows: readonly TableRow[];
}) {
  const chosen = look.filters[column];
  const values = toValues(rows, column);
  const all = chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
  const change = (key: string): void => {
    const { [column]: _, ...others } = look.filters;
    changeLook({
      filters: key === any ? others : { ...others, [column]: key === unknown ? null : key },
    });
  };
  return (
    <Select
      label={text.columns[column]}
      value={chosen === undefined ? any : (chosen ?? unknown)}
      onChange={change}
      options={[
        { value: any, label: text.anything },
        ...all.map((value) => ({
          value: value ?? unknown,
          label: value === null ? text.unknownOf(column) : text.value(column, value),
        })),
      ]}
    />
  );
}

/** What is shown: words, the kind, and values of some columns. `rows` are all of the kind. */
export function FilterPopover({
  look,
  rows,
}: {
  readonly look: TableLook;
  readonly rows: readonly TableRow[];
}) {
  return (
    <Popover
      label={text.filter}
      trigger={<Button icon="filter">{text.filter}</Button>}
      className={styles['panel']}
    >
      <SearchField
        label={text.search}
        placeholder={text.searchHint}
        value={look.words}
        onChange={(words) => changeLook({ words })}
      />
      <Select
        label={text.kind}
        value={look.kind}
        onChange={(kind) => changeLook({ kind })}
        options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      {tableFilters.map((column) => (
        <FilterSelect key={column} column={column} look={look} rows={rows} />
      ))}
    </Popover>
  );
}

/** The filters that are on, each with its cross. */
export function FilterChips({ look }: { readonly look: TableLook }) {
  const chips = [
    ...(look.words.trim() === ''
      ? []
      : [{ key: 'words', words: text.chip(text.search, look.words.trim()), off: { words: '' } }]),
    ...(look.kind === 'all'
      ? []
      : [
          {
            key: 'kind',
            words: text.chip(text.kind, text.kinds[look.kind].toLowerCase()),
            off: { kind: 'all' as const },
          },
        ]),
    ...tableFilters.flatMap((column) => {
      const value = look.filters[column];
      if (value === undefined) return [];
      const { [column]: _, ...filters } = look.filters;
      const shown = value === null ? text.unknownOf(column) : text.value(column, value);
      return [{ key: column, words: text.chip(text.columns[column], shown), off: { filters } }];
    }),
  ];
  return (
    <>
      {chips.map(({ key, words, off }) => (
        <button
          key={key}
          type="button"
          className={styles['chip']}
          aria-label={text.removeFilter(words)}
          title={words}
          onClick={() => changeLook(off)}
        >
          <span>{words}</span>
          <span aria-hidden="true">✕</span>
        </button>
      ))}
    </>
  );
}
