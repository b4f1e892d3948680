/**
 * How many rows beyond those in view are in the document. A list of ordinary length is there whole, so that the page can be
 * searched, read aloud and driven row by row; only longer ones are cut to what is seen.
 */
export function toOverscan(rows: number, whole = 500): number {
  return rows <= whole ? rows : 12;
}
