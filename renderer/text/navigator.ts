/** Words of the inventory at the left. */
export const navigatorText = {
  label: 'Inventory',
  search: 'Search names, domains and addresses',
  searchShort: 'Search names, domains…',
  filters: { all: 'All', changed: 'Changed', unknown: 'Unknown' },
  empty: 'Nothing here yet',
  emptyNext: 'Drop a file, or import an inventory',
  importInventory: 'Import an inventory',
  noneFound: (query: string): string => `Nothing is called “${query}”`,
  didYouMean: 'Did you mean',
  noneInFilter: 'Nothing to show with this filter',
  showAll: 'Show all',
  open: 'Open',
  close: 'Close',
  tree: 'Nodes by place',
  what: (name: string, kind: string, place: string | null): string =>
    place === null ? `${name}, ${kind}` : `${name}, ${kind} on ${place}`,
  totals: (servers: number, services: number): string =>
    `${servers.toLocaleString('en')} ${servers === 1 ? 'server' : 'servers'} · ${services.toLocaleString('en')} ${services === 1 ? 'service' : 'services'}`,
  sources: (count: number): string => `${count} ${count === 1 ? 'source' : 'sources'}`,
  findings: (errors: number, warnings: number): string =>
    [
      errors === 0 ? '' : `${errors} ${errors === 1 ? 'error' : 'errors'}`,
      warnings === 0 ? '' : `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
} as const;
