/** How much of a box is drawn: a mark, its name, or its rows too. */
export type DetailLevel = 'far' | 'middle' | 'near';

/** The level of detail at a zoom factor (1 is 100 %). */
export function toDetailLevel(zoom: number): DetailLevel {
  if (zoom < 0.3) return 'far';
  return zoom < leastReadableZoom ? 'middle' : 'near';
}

/** Up to so many nodes, all are in the document at every zoom (contract, names on the screen). */
export const mostNodesAlwaysShown = 300;

/** Under this zoom the servers of a large map are drawn, not elements: their rows can't be read. */
export const leastReadableZoom = 0.6;
