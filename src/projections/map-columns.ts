import { measures, type Rect } from './map-measures.ts';

/** A box to put into columns: `links` are the indexes of boxes that should be near, `top`: best at a column's top. */
export interface ColumnItem {
  readonly height: number;
  readonly links: readonly number[];
  readonly top: boolean;
}

/** Indexes so that each comes soon after what it is linked to. Greedy: always the one with most links to what stands. */
function orderByLinks(items: readonly ColumnItem[]): number[] {
  const pull = items.map(() => 0);
  const left = new Set(items.keys());
  const order: number[] = [];
  while (left.size > 0) {
    let best = -1;
    for (const at of left) {
      if (best < 0) best = at;
      const item = items[at];
      const champion = items[best];
      if (item === undefined || champion === undefined) continue;
      const gain = (pull[at] ?? 0) - (pull[best] ?? 0);
      if (gain > 0 || (gain === 0 && (pull[at] ?? 0) === 0 && item.links.length > champion.links.length))
        best = at;
    }
    left.delete(best);
    order.push(best);
    for (const to of items[best]?.links ?? []) pull[to] = (pull[to] ?? 0) + 1;
  }
  return order;
}

function fillColumns(items: readonly ColumnItem[], order: readonly number[], count: number): number[][] {
  const { gap } = measures.server;
  const total = items.reduce((sum, item) => sum + item.height + gap, 0);
  const columns: number[][] = [[]];
  let filled = 0;
  for (const at of order) {
    const height = (items[at]?.height ?? 0) + gap;
    if (columns.length < count && filled + height / 2 > (total / count) * columns.length) columns.push([]);
    columns[columns.length - 1]?.push(at);
    filled += height;
  }
  return columns;
}

/** Swaps boxes as long as that brings linked ones nearer (a few rounds; positions count as column and rank). */
function improve(items: readonly ColumnItem[], columns: number[][]): void {
  const column = items.map(() => 0);
  const rank = items.map(() => 0);
  columns.forEach((list, c) =>
    list.forEach((at, r) => {
      column[at] = c;
      rank[at] = r;
    }),
  );
  const cost = (at: number): number => {
    let sum = 0;
    for (const to of items[at]?.links ?? []) {
      const across = Math.abs((column[at] ?? 0) - (column[to] ?? 0));
      sum += across * 2 + Math.abs((rank[at] ?? 0) - (rank[to] ?? 0)) * (across === 0 ? 1.2 : 1);
    }
    return sum;
  };
  const swap = (a: number, b: number): void => {
    const [ca, cb, ra, rb] = [column[a] ?? 0, column[b] ?? 0, rank[a] ?? 0, rank[b] ?? 0];
    column[a] = cb;
    rank[a] = rb;
    column[b] = ca;
    rank[b] = ra;
    const [from, to] = [columns[ca], columns[cb]];
    if (from !== undefined) from[ra] = b;
    if (to !== undefined) to[rb] = a;
  };
  for (let round = 0; round < 4; round += 1) {
    let better = false;
    for (const [at, item] of items.entries()) {
      for (const near of item.links) {
        const [c, r] = [column[near] ?? 0, rank[near] ?? 0];
        const spots = [columns[c]?.[r - 1], columns[c]?.[r + 1], columns[c - 1]?.[r], columns[c + 1]?.[r]];
        for (const other of spots) {
          if (other === undefined || other === at) continue;
          const before = cost(at) + cost(other);
          swap(at, other);
          if (cost(at) + cost(other) < before - 0.01) better = true;
          else swap(at, other);
        }
      }
    }
    if (!better) return;
  }
}

/**
 * Puts boxes of one width (px) into columns of about the wanted aspect ratio (width by height), linked ones near each other,
 * with a channel for edges between columns. Rectangles are in the order of the items, from (0, 0). Deterministic.
 */
export function packColumns(items: readonly ColumnItem[], aspect: number, width: number): Rect[] {
  const { gap } = measures.server;
  const total = items.reduce((sum, item) => sum + item.height + gap, 0);
  const wanted = Math.round(Math.sqrt((aspect * total) / (width + measures.channel)));
  const columns = fillColumns(items, orderByLinks(items), Math.max(1, Math.min(items.length, wanted)));
  improve(items, columns);
  const [first, second] = columns;
  // The first column stands under its place's name: a hub there could not be reached from the frame above.
  if (first !== undefined && second !== undefined && first.some((at) => items[at]?.top === true)) {
    columns[0] = second;
    columns[1] = first;
  }
  const rects: Rect[] = [];
  columns.forEach((list, c) => {
    const ordered = [...list].sort((a, b) => Number(items[b]?.top ?? false) - Number(items[a]?.top ?? false));
    let y = 0;
    for (const at of ordered) {
      const height = items[at]?.height ?? 0;
      rects[at] = { x: c * (width + measures.channel), y, width, height };
      y += height + gap;
    }
  });
  return rects;
}
