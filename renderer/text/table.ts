import type { TableColumn } from '#core/projections/table-columns.ts';
import type { CellTrouble } from '#core/projections/table-edits.ts';
import type { TableKind } from '#core/projections/table-entries.ts';

const columns: Readonly<Record<TableColumn, string>> = {
  name: 'Name',
  kind: 'Kind',
  type: 'Type',
  place: 'Place',
  provider: 'Provider',
  environment: 'Used for',
  fate: 'Disposition',
  phase: 'Phase',
  runs: 'Runs',
  status: 'Status',
  os: 'System',
  vcpu: 'vCPU',
  memory: 'Memory',
  disk: 'Disk',
  addresses: 'Addresses',
  domains: 'Domains',
  country: 'Country',
  cost: 'Cost',
  neededBy: 'Needed by',
  questions: 'Questions',
  owner: 'Owner',
  notes: 'Notes',
  source: 'Source',
};

const kinds: Readonly<Record<TableKind, string>> = {
  all: 'Everything',
  server: 'Servers',
  service: 'Services',
  host: 'Hosts',
  site: 'Sites',
  provider: 'Providers',
};

const fates: Readonly<Record<string, string>> = {
  stays: 'Stays',
  move: 'Move',
  merge: 'Merge',
  remove: 'Remove',
  candidate: 'Candidate',
  add: 'New',
  resize: 'Resize',
};

const statuses: Readonly<Record<string, string>> = {
  active: 'In use',
  dormant: 'Dormant',
  planned: 'Planned',
};

const singular: Readonly<Record<string, string>> = {
  server: 'Server',
  service: 'Service',
  host: 'Host',
  site: 'Site',
  provider: 'Provider',
};

const troubles: Readonly<Record<CellTrouble, string>> = {
  fixed: 'follows from other things and is not edited here',
  gone: 'belongs to something that is gone in the shown state',
  planned: 'is changed by a step of the plan: look at “As is” to edit it',
  inherited: 'is a duty of the place around it',
  'no-value': 'can’t be read there',
};

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

function count(many: number, one: string, more: string): string {
  return `${numbers.format(many)} ${many === 1 ? one : more}`;
}

function sizes(vcpu: number | null, memory: number | null, disk: number | null): string | null {
  const parts = [
    vcpu === null ? [] : `${numbers.format(vcpu)} vCPU`,
    memory === null ? [] : `${numbers.format(memory)} GB`,
    disk === null ? [] : `${numbers.format(disk)} GB disk`,
  ].flat();
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Words of the table. */
export const tableText = {
  table: 'Table of the inventory',
  kinds,
  kind: 'Kind',
  columns,
  /** The heading of a copied column, with the unit of its numbers. */
  heading: (column: TableColumn): string =>
    column === 'memory' || column === 'disk' ? `${columns[column]} (GB)` : columns[column],
  /** A value in words, for the columns whose values are words of Rehome. */
  value: (column: TableColumn, value: string): string =>
    (column === 'fate' ? fates : column === 'status' ? statuses : column === 'kind' ? singular : {})[value] ??
    value,
  to: (name: string) => `to ${name}`,
  into: (name: string) => `into ${name}`,
  notKnown: 'Not known',
  nobody: 'Nobody',
  unknownOf: (column: TableColumn): string => (column === 'owner' ? 'Nobody' : 'Not known'),
  count: (shown: number, all: number) => `${numbers.format(shown)} of ${numbers.format(all)}`,
  selectAll: 'Select all',
  selectRow: (name: string) => `Select ${name}`,
  selected: (many: number) => `${numbers.format(many)} selected`,
  edit: (column: TableColumn, name: string) => `${columns[column]} of ${name}`,
  sizes,
  sum: (vcpu: number | null, memory: number | null, disk: number | null): string =>
    sizes(vcpu, memory, disk) ?? 'size not known',
  clear: 'Clear the selection',
  empty: 'Nothing here yet',
  emptyNext: 'Drop a file, or import an inventory.',
  noMatch: 'Nothing matches',
  noMatchNext: 'Change the filter to see more.',

  filter: 'Filter',
  search: 'Words',
  searchHint: 'Name, place, owner, domain',
  anything: 'Anything',
  chip: (column: string, value: string): string => `${column}: ${value}`,
  removeFilter: (words: string): string => `Take away the filter ${words}`,
  noFilter: 'Clear all',
  sortBy: 'Sort by',
  direction: (isDescending: boolean): string => (isDescending ? 'descending' : 'ascending'),
  group: 'Group',
  groupBy: 'Group by',
  grouped: (column: TableColumn): string => `By ${columns[column].toLowerCase()}`,
  notGrouped: 'No groups',
  groupHead: (words: string, many: number): string => `${words}, ${count(many, 'row', 'rows')}`,
  chooseColumns: 'Columns',
  standardColumns: 'As at first',
  views: 'Views',
  savedViews: 'Saved views',
  noViews: 'Filter, sort, group and choose columns, then keep it here under a name.',
  viewName: 'Name of the view',
  saveView: 'Save view',
  deleteView: (name: string): string => `Delete the view ${name}`,
  isShown: 'shown',
  firstView: 'All servers',

  owner: 'Owner…',
  editMany: 'Edit…',
  field: 'Field',
  newValue: 'Value',
  emptyTakesAway: 'Empty takes the value away.',
  applyTo: (many: number): string => `Set for ${count(many, 'row', 'rows')}`,
  copy: 'Copy rows',
  copied: (many: number): string =>
    `${count(many, 'row is', 'rows are')} on the clipboard, to paste into a spreadsheet. Pasted back they are matched by name.`,
  copyFailed: 'The clipboard could not be reached. Mark the cells and press Ctrl+C.',
  setCells: (column: TableColumn, words: string, many: number): string =>
    `Set ${columns[column].toLowerCase()} of ${count(many, 'row', 'rows')} to ${words === '' ? 'nothing' : words}`,
  clearCells: (many: number): string => `Clear ${count(many, 'cell', 'cells')}`,
  pasteCells: (many: number): string => `Paste ${count(many, 'cell', 'cells')}`,
  nothingToPaste: 'Nothing was changed: the cells say so already.',
  cellLeft: (column: TableColumn, name: string, words: string, trouble: CellTrouble): string =>
    trouble === 'no-value'
      ? `“${words}” ${troubles[trouble]} (${columns[column]} of ${name})`
      : `${columns[column]} of ${name} ${troubles[trouble]}`,
  moreLeft: (many: number): string => `${numbers.format(many)} more stayed as they are`,
  rowsLeft: (many: number): string => `${count(many, 'row', 'rows')} had no place here`,
  cut: 'Copied. Cells are cleared with Delete.',
} as const;
