import { appendFileSync } from 'node:fs';

/**
 * Notes a figure for `docs/reliability.md`: so many of so many, under an id of the design. It is called behind the assertions, so that
 * only what held is noted; without `REHOME_FIGURES` it does nothing.
 */
export function note(id: string, what: string, held: number, of: number): void {
  const path = process.env['REHOME_FIGURES'] ?? '';
  if (path !== '') appendFileSync(path, `${JSON.stringify({ id, what, held, of })}\n`);
}
