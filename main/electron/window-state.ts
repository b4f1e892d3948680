import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Where the window stood and how large it was. Without a place the system chooses one. */
export interface WindowState {
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** A part of the desk that a window can stand on. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const initial: WindowState = { x: null, y: null, width: 1280, height: 800, maximized: false };

const stateSchema = z.object({
  x: z.number().int().nullable(),
  y: z.number().int().nullable(),
  width: z.number().int().min(960).max(20_000),
  height: z.number().int().min(600).max(20_000),
  maximized: z.boolean(),
});

/** The state, without a place that is on no screen any more: at least a hand's breadth of the title has to be reachable. */
export function fitToScreens(state: WindowState, screens: readonly Area[]): WindowState {
  const { x, y, width } = state;
  if (x === null || y === null) return state;
  const isReachable = screens.some(
    (screen) =>
      x + width - 100 > screen.x &&
      x + 100 < screen.x + screen.width &&
      y >= screen.y - 10 &&
      y + 40 < screen.y + screen.height,
  );
  return isReachable ? state : { ...state, x: null, y: null };
}

/** The state a little to the right and below, where that is still on a screen. */
export function shiftState(state: WindowState, by: number, screens: readonly Area[]): WindowState {
  if (by === 0 || state.x === null || state.y === null) return state;
  return { ...fitToScreens({ ...state, x: state.x + by, y: state.y + by }, screens), maximized: false };
}

/** Reads the remembered state; what can't be read is forgotten. */
export function readWindowState(path: string, screens: readonly Area[]): WindowState {
  try {
    return fitToScreens(stateSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), screens);
  } catch {
    return initial;
  }
}

/** Remembers the state. That it fails costs nothing but the place of the window. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.tmp`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${path}.tmp`, path);
  } catch {
    // See above.
  }
}
