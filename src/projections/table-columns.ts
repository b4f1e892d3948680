import type { NodeField } from './typed-fields.ts';

/** What a table of the inventory can show of each node, in the order in which it stands there. */
export const tableColumns = [
  'name',
  'kind',
  'type',
  'place',
  'provider',
  'environment',
  'fate',
  'phase',
  'runs',
  'status',
  'os',
  'vcpu',
  'memory',
  'disk',
  'addresses',
  'domains',
  'country',
  'cost',
  'neededBy',
  'questions',
  'owner',
  'notes',
  'source',
] as const;

/** One of them. */
export type TableColumn = (typeof tableColumns)[number];

/** What is shown as long as nobody chose. */
export const firstColumns: readonly TableColumn[] = [
  'name',
  'place',
  'fate',
  'runs',
  'vcpu',
  'memory',
  'disk',
  'neededBy',
  'questions',
  'owner',
  'source',
];

/** Columns of numbers: their cells are aligned at the right. */
export const numericColumns: ReadonlySet<TableColumn> = new Set([
  'vcpu',
  'memory',
  'disk',
  'neededBy',
  'questions',
]);

/** What rows can be put together by. */
export const tableGroups = [
  'place',
  'provider',
  'environment',
  'owner',
  'fate',
  'phase',
  'kind',
  'type',
  'status',
] as const satisfies readonly TableColumn[];

/** One of them. */
export type TableGroup = (typeof tableGroups)[number];

/** What rows can be narrowed by, besides their kind and words. */
export const tableFilters = ['provider', 'environment', 'fate', 'owner'] as const;

/** One of them. */
export type TableFilter = (typeof tableFilters)[number];

const typedFields: Partial<Readonly<Record<TableColumn, NodeField>>> = {
  name: 'name',
  kind: 'kind',
  type: 'type',
  place: 'place',
  environment: 'environment',
  status: 'status',
  os: 'os',
  vcpu: 'vcpu',
  memory: 'memoryMiB',
  disk: 'diskGiB',
  addresses: 'addresses',
  domains: 'domains',
  country: 'jurisdiction',
  cost: 'cost',
  notes: 'notes',
};

/** The field of a node that a cell of a column edits; `null` where the cell tells what follows from other things. */
export function findTypedField(column: TableColumn): NodeField | null {
  return typedFields[column] ?? null;
}

/** Whether cells of a column can be edited: those of a field, and the owner, which is a duty. */
export function isTypedColumn(column: TableColumn): boolean {
  return column === 'owner' || findTypedField(column) !== null;
}
