import type { FarColours } from './far-colours.ts';
import type { Accents, Picture, PictureView } from './picture.ts';

/** What the page tells the drawing worker. While a person pans or zooms it is `view` alone. */
export type PaintMessage =
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'colours'; readonly colours: FarColours }
  | { readonly kind: 'accents'; readonly accents: Accents }
  | { readonly kind: 'view'; readonly view: PictureView };
