/** One table of a CSV folder: its headings and rows. */
export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}
