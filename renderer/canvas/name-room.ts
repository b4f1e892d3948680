import type { NodeState } from '#core/projections/node-marks.ts';

/** How many characters of a server's name fit beside its marks. */
export function charactersFor({ errors, warnings, marks }: NodeState): number {
  const signs = (errors + warnings > 0 ? 1 : 0) + Math.min(3, marks.length);
  const isCounted = errors > 1 || (errors === 0 && warnings > 1);
  const numbered = marks.slice(0, 3).filter((mark) => !mark.done && mark.phase !== null).length;
  return (signs === 0 ? 16 : 15) - signs * 3 - (isCounted ? 1 : 0) - numbered;
}
