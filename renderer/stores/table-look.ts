import { nodeKinds } from '#core/model/node.ts';
import {
  firstColumns,
  tableColumns,
  tableFilters,
  tableGroups,
  type TableColumn,
  type TableFilter,
  type TableGroup,
} from '#core/projections/table-columns.ts';
import type { TableKind } from '#core/projections/table-entries.ts';

/** How the table is looked at: which rows, in which order, under which heads, with which columns. */
export interface TableLook {
  readonly kind: TableKind;
  readonly words: string;
  /** A value a column; `null` stands for what is not known. */
  readonly filters: Readonly<Partial<Record<TableFilter, string | null>>>;
  readonly sort: { readonly column: TableColumn; readonly direction: 'ascending' | 'descending' };
  readonly group: TableGroup | null;
  readonly columns: readonly TableColumn[];
}

/** A look with a name. */
export interface SavedView {
  readonly name: string;
  readonly look: TableLook;
}

/** The table as long as nobody changed it. */
export const firstLook: TableLook = {
  kind: 'server',
  words: '',
  filters: {},
  sort: { column: 'name', direction: 'ascending' },
  group: null,
  columns: firstColumns,
};

/** How many views are kept. */
export const mostViews = 50;

const mostCharacters = 200;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, mostCharacters) : '';
}

function parseFilters(value: unknown): TableLook['filters'] {
  if (!isRecord(value)) return {};
  const filters: Partial<Record<TableFilter, string | null>> = {};
  for (const column of tableFilters) {
    const chosen = value[column];
    if (chosen === null || typeof chosen === 'string')
      filters[column] = chosen === null ? null : toText(chosen);
  }
  return filters;
}

/** A look as it was kept; what is not understood in it is as at first. */
export function parseLook(value: unknown): TableLook {
  if (!isRecord(value)) return firstLook;
  const sort = isRecord(value['sort']) ? value['sort'] : {};
  const kept: readonly unknown[] = Array.isArray(value['columns']) ? value['columns'] : firstColumns;
  const shown = new Set<unknown>(['name', ...kept]);
  return {
    kind: [...nodeKinds, 'all' as const].find((kind) => kind === value['kind']) ?? firstLook.kind,
    words: toText(value['words']),
    filters: parseFilters(value['filters']),
    sort: {
      column: tableColumns.find((column) => column === sort['column']) ?? firstLook.sort.column,
      direction: sort['direction'] === 'descending' ? 'descending' : 'ascending',
    },
    group: tableGroups.find((group) => group === value['group']) ?? null,
    columns: tableColumns.filter((column) => shown.has(column)),
  };
}

/** Saved views as they were kept; those without a name are left out, and of two with one name the first is taken. */
export function parseViews(value: unknown): SavedView[] {
  if (!Array.isArray(value)) return [];
  const views = new Map<string, SavedView>();
  for (const each of value.filter(isRecord)) {
    const name = toText(each['name']).trim();
    if (name !== '' && !views.has(name)) views.set(name, { name, look: parseLook(each['look']) });
  }
  return [...views.values()].slice(0, mostViews);
}
