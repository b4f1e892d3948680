import type { KeyboardEvent } from 'react';
import type { MarkedCells } from './use-cells.ts';

/** So many rows are a page. */
const pageRows = 12;
/** Further than any table goes. */
const toTheEdge = 1_000_000;

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-pageRows, 0],
  PageDown: [pageRows, 0],
  Home: [0, -toTheEdge],
  End: [0, toTheEdge],
};

/** What keys do in the cells besides going around. */
export interface CellActions {
  readonly edit: () => void;
  readonly clear: () => void;
  readonly toggleRow: () => void;
}

/** Runs the key of a cell; true when it meant something here. */
export function runCellKey(event: KeyboardEvent, cells: MarkedCells, actions: CellActions): boolean {
  const isMod = event.ctrlKey || event.metaKey;
  const step = steps[event.key];
  if (step !== undefined && !event.altKey) {
    const [down, right] = step;
    const isEnd = event.key === 'Home' || event.key === 'End';
    const far = isMod && !isEnd ? toTheEdge : 1;
    cells.step(isMod && isEnd ? right : down * far, right * far, event.shiftKey);
    return true;
  }
  if (isMod && event.key.toLowerCase() === 'a') {
    cells.markAll();
    return true;
  }
  if (isMod || event.altKey) return false;
  switch (event.key) {
    case 'Enter':
    case 'F2':
      actions.edit();
      return true;
    case 'Delete':
    case 'Backspace':
      actions.clear();
      return true;
    case ' ':
      actions.toggleRow();
      return true;
    case 'Escape':
      if (!cells.isMany || cells.active === null) return false;
      cells.mark(cells.active);
      return true;
    default:
      return false;
  }
}
