/** A column of a table; numbers stand right. `keep` shows it even when every cell is empty. */
export interface TableColumn {
  readonly title: string;
  readonly right?: boolean;
  readonly keep?: boolean;
}

/**
 * A GitHub table of cells that are Markdown already (one line each). A column in which no row has anything is left out,
 * an empty cell of the others is shown as a dash.
 */
export function mdTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => column.keep === true || rows.some((row) => (row[index] ?? '') !== ''));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(shown.map(({ column }) => column.title)),
    `|${shown.map(({ column }) => (column.right === true ? '--:' : '---')).join('|')}|`,
    ...rows.map((row) =>
      line(shown.map(({ index }) => ((row[index] ?? '') === '' ? '–' : (row[index] ?? '')))),
    ),
  ];
}
