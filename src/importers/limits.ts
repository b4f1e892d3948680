import { toFigure } from '#core/base/figure.ts';

const MiB = 1024 * 1024;

/**
 * The one table of how much is read of anything that comes from outside. What is above is refused with a sentence that
 * names the limit and the figure found, never cut silently.
 */
export const limits = {
  /** Bytes of a text file. */
  textFileBytes: 64 * MiB,
  /** Bytes of a workbook as it stands on the disk. */
  workbookBytes: 32 * MiB,
  /** Bytes of all its parts that are read, counted while they are unpacked. */
  inflatedBytes: 256 * MiB,
  /** Parts of a workbook. */
  zipEntries: 2_000,
  /** Filled cells of a workbook. */
  workbookCells: 10_000_000,
  /** Bytes of a YAML file: its parser needs many times that in memory. */
  yamlBytes: 16 * MiB,
  /** Nesting of YAML. */
  yamlDepth: 100,
  /** Values of a YAML file after all its aliases are followed. */
  yamlNodes: 1_000_000,
  /** Nesting of JSON. */
  jsonDepth: 200,
  /** Rows of a table. */
  rows: 200_000,
  /** Columns of a table. */
  columns: 1_000,
  /** Characters of a cell (Excel's own limit). */
  cellCharacters: 32_767,
  /** Hosts that the ranges of one inventory may stand for. */
  rangeNames: 10_000,
  /** Files of one import. */
  files: 5_000,
  /** Characters of a name. */
  nameCharacters: 1_000,
} as const;

/** The sentence for something that is above a limit. */
export function toLimitMessage(what: string, found: number, limit: number): string {
  return `${what}: ${toFigure(found)}, at most ${toFigure(limit)} are read. Split the file and import the parts.`;
}
