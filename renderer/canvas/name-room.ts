import { measures } from '#core/projections/map-measures.ts';
import type { NodeState } from '#core/projections/node-marks.ts';

/** How many characters of a server's name fit beside its marks in a box of some width (px at 100 %). */
export function charactersFor({ errors, warnings, marks }: NodeState, width: number): number {
  const signs = (errors + warnings > 0 ? 1 : 0) + Math.min(3, marks.length);
  const isCounted = errors > 1 || (errors === 0 && warnings > 1);
  const numbered = marks.slice(0, 3).filter((mark) => !mark.done && mark.phase !== null).length;
  const all = 16 + Math.floor((width - measures.server.width) / 6.9);
  return (signs === 0 ? all : all - 1) - signs * 3 - (isCounted ? 1 : 0) - numbered;
}
