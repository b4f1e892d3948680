import type { Rect } from '#core/projections/map-measures.ts';
import { toVisibleRect, type Camera } from './visible-boxes.ts';

/** Room under the picture for the tools, in px: one row, or two where the window is narrow and cells have a legend. */
const toolRoom = 46;
const twoRows = 82;
const leastForOneRow = 900;

/** Room around what is fitted, in px: pills stand on frames. */
const leastMargin = 12;

/** Nothing is made larger than this by fitting: a large window gives room, not size. */
const mostFitted = 1.25;

/** How a rectangle is fitted: free room around it as a share of the window, and whether the tools have a legend. */
export interface FitLook {
  readonly padding: number;
  readonly hasLegend: boolean;
}

/** The camera that shows a rectangle of the map as large as the window allows, up to 125 %. */
export function toFit(
  { width, height }: Pick<Camera, 'width' | 'height'>,
  rect: Rect,
  { padding, hasLegend }: FitLook,
): Camera {
  const margin = Math.max(leastMargin, Math.min(width, height) * padding);
  const foot = hasLegend && width < leastForOneRow ? twoRows : toolRoom;
  const [roomX, roomY] = [width - margin * 2, height - margin - Math.max(margin, foot)];
  const zoom = Math.max(0.02, Math.min(mostFitted, roomX / rect.width, roomY / rect.height));
  return {
    x: margin + (roomX - rect.width * zoom) / 2 - rect.x * zoom,
    y: margin + (roomY - rect.height * zoom) / 2 - rect.y * zoom,
    zoom,
    width,
    height,
  };
}

function showsWhole(camera: Camera, whole: Rect): boolean {
  const { x, y, width, height } = toVisibleRect(camera);
  const slack = 8 / camera.zoom;
  return (
    x <= whole.x + slack &&
    y <= whole.y + slack &&
    x + width >= whole.x + whole.width - slack &&
    y + height >= whole.y + whole.height - slack
  );
}

/**
 * Whether the map has to be fitted again after its window got another size: it was fitted before, or all of it was in sight and is
 * no longer. Who has gone nearer to something keeps it where it is.
 */
export function needsNewFit(before: Camera, now: Camera, whole: Rect, look: FitLook): boolean {
  if (before.width === 0 || before.height === 0 || now.width === 0 || now.height === 0) return false;
  const fit = toFit(before, whole, look);
  const wasFitted =
    Math.abs(fit.x - now.x) < 1 && Math.abs(fit.y - now.y) < 1 && Math.abs(fit.zoom / now.zoom - 1) < 0.001;
  const couldSee = showsWhole({ ...now, width: before.width, height: before.height }, whole);
  return wasFitted || (couldSee && !showsWhole(now, whole));
}
