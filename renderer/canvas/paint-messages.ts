import type { FarColours } from './far-colours.ts';
import type { Accents, Picture, PictureView } from './picture.ts';

/** What the page tells the drawing worker. While a person pans or zooms it is `view` alone, while a hand carries something `carry`. */
export type PaintMessage =
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'colours'; readonly colours: FarColours }
  | { readonly kind: 'accents'; readonly accents: Accents }
  /** A hand takes these boxes (positions) up, or puts them down: `null`. */
  | { readonly kind: 'lift'; readonly boxes: Int32Array | null }
  /** How far from their places it has them, in map units. */
  | { readonly kind: 'carry'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'view'; readonly view: PictureView };
