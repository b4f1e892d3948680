import type { MapPicture } from './map-svg.ts';

/** How a picture becomes pixels: by what factor, and whether that had to be less than wanted. */
export interface RasterSize {
  readonly scale: number;
  readonly isReduced: boolean;
}

/** The longest side and the most pixels of a picture: what Chromium's canvas takes. */
const limits = { side: 16_384, pixels: 268_000_000 };

/** Pixels twice as fine as the map, less where a picture would become too large to open. */
export function toRasterSize(
  { width, height }: Pick<MapPicture, 'width' | 'height'>,
  wanted = 2,
): RasterSize {
  const most = Math.min(
    limits.side / Math.max(width, height, 1),
    Math.sqrt(limits.pixels / Math.max(width * height, 1)),
  );
  return { scale: Math.min(wanted, most), isReduced: most < wanted };
}
