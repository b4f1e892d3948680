/** The one table of how often long series run: `short` in `npm test`, `long` in `npm run test:long`. */
const counts = {
  property: { short: 60, long: 1000 },
  oracle: { short: 150, long: 10_000 },
  hostileNames: { short: 300, long: 20_000 },
  hostileEdges: { short: 20_000, long: 400_000 },
  fuzz: { short: 40, long: 1000 },
  diskFull: { short: 1, long: 5 },
  kills: { short: 3, long: 50 },
  merges: { short: 100, long: 1000 },
  roundTrips: { short: 60, long: 1000 },
  quits: { short: 2, long: 20 },
  upgradeKills: { short: 2, long: 20 },
  importKills: { short: 2, long: 20 },
  soakUndos: { short: 60, long: 1000 },
  soakSeconds: { short: 5, long: 300 },
  soakHosts: { short: 300, long: 50_000 },
  soakEdges: { short: 1200, long: 200_000 },
  ipcArguments: { short: 100, long: 500 },
} as const;

/** A series of the table. */
export type Series = keyof typeof counts;

/** How many runs a series has in this test run. */
export function runs(series: Series): number {
  return counts[series][process.env['REHOME_COUNTS'] === 'long' ? 'long' : 'short'];
}
