import type { TableColumn } from '#core/projections/table-columns.ts';

/** The least width of each column in pixels, and its share of the room that is left; 0 is as wide as it says. */
const widths: Readonly<Record<TableColumn, readonly [least: number, share: number]>> = {
  name: [172, 1.2],
  kind: [84, 0],
  type: [110, 0.4],
  place: [110, 0.9],
  provider: [120, 0.9],
  environment: [110, 0.6],
  fate: [190, 1.5],
  phase: [120, 0.8],
  runs: [160, 1.6],
  status: [88, 0],
  os: [120, 0.6],
  vcpu: [64, 0],
  memory: [92, 0],
  disk: [92, 0],
  addresses: [128, 0.6],
  domains: [160, 1],
  country: [80, 0],
  cost: [128, 0],
  neededBy: [88, 0],
  questions: [88, 0],
  owner: [100, 0.9],
  notes: [160, 1.2],
  source: [120, 0.9],
};

/** The check box before the first column. */
const checkWidth = 40;

/** The widths of the columns as CSS, and how wide the table is at least. */
export function toColumnWidths(columns: readonly TableColumn[]): {
  readonly template: string;
  readonly least: number;
} {
  const tracks = columns.map((column) => {
    const [least, share] = widths[column];
    return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;
  });
  return {
    template: [`${checkWidth}px`, ...tracks].join(' '),
    least: columns.reduce((sum, column) => sum + widths[column][0], checkWidth),
  };
}
