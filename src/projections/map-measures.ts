import type { NodeKind } from '#core/model/node.ts';

/** A rectangle in map units (px at 100 %), from the map's corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point in map units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a place on the map holds: a node of a kind, things that share something, or those of which it is not known. */
export type SlotKind = NodeKind | 'group' | 'unplaced';

/** Every measure of the map's boxes, in px at 100 % zoom. */
export const measures = {
  server: { width: 142, header: 27, row: 18, foot: 7, gap: 16 },
  leaf: { height: 28 },
  /** The way for edges between two columns of servers, and between two places. */
  channel: 32,
  placeGap: 24,
  placeMinWidth: 170,
  emptyPlace: 34,
} as const;

/** Header height and inner padding of a place. */
export function frameOf(kind: SlotKind): { readonly header: number; readonly padding: number } {
  if (kind === 'provider' || kind === 'group') return { header: 34, padding: 14 };
  if (kind === 'host') return { header: 30, padding: 12 };
  return { header: 32, padding: 18 };
}

/** The height of a server with so many service rows. */
export function serverHeight(rows: number): number {
  const { header, row, foot } = measures.server;
  return header + rows * row + (rows === 0 ? 0 : foot);
}

/** About how wide a place's header is: icon, name in the interface face, count, the sign that collapses it, a mark or two. */
export function headerTextWidth(name: string): number {
  return Math.min(name.length, 32) * 7 + 84;
}

/** Whether a box of this kind holds other boxes (and not rows). */
export function isPlaceKind(kind: SlotKind): boolean {
  return kind !== 'server' && kind !== 'service';
}

/** The smallest rectangle around points. Without any it is empty. */
export function boundsOf(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
