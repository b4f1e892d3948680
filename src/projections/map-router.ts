import type { Rect } from './map-measures.ts';

/** A point in map units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an edge may meet a box: `at` on the box's border, `via` on the grid of channels beside it. */
export interface Port {
  readonly at: Point;
  readonly via: Point;
}

/** Finds right-angled ways between boxes; a way used before by the same trunk is cheaper, so that trunks form. */
export interface Router {
  /** `foreign` are boxes that the way has no business in: it may cross them where there is nothing else, at a price. */
  readonly route: (
    from: readonly Port[],
    to: readonly Port[],
    trunk: string,
    foreign?: readonly Rect[],
  ) => readonly Point[] | null;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

const clearance = 8;
const bendCost = 26;
/** A step through a box that has nothing to do with the way costs as much as so many outside of it. */
const foreignCost = 4;

function isWithin(rect: Rect, x: number, y: number): boolean {
  return x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
}

/** The middles of the channels along one axis, wishes kept exactly. */
function toLines(
  spans: readonly (readonly [low: number, high: number])[],
  wishes: readonly number[],
): number[] {
  const edges = spans.flatMap(([low, high]) => [low - clearance, high + clearance]).sort((a, b) => a - b);
  const lines: number[] = [...wishes];
  let group: number[] = [];
  const close = (): void => {
    if (group.length > 0) lines.push(((group[0] ?? 0) + (group[group.length - 1] ?? 0)) / 2);
    group = [];
  };
  for (const edge of edges) {
    if (group.length > 0 && edge - (group[0] ?? 0) > 18) close();
    group.push(edge);
  }
  close();
  return [...new Set(lines.map((line) => Math.round(line * 2) / 2))].sort((a, b) => a - b);
}

/** The last index whose line is not above the value. */
function indexAt(lines: readonly number[], value: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** 1 where the step from a crossing to the right (or down) is blocked. */
  readonly right: Uint8Array;
  readonly down: Uint8Array;
}

function toGrid(obstacles: readonly Rect[], xs: readonly number[], ys: readonly number[]): Grid {
  const right = new Uint8Array(xs.length * ys.length);
  const down = new Uint8Array(xs.length * ys.length);
  const rows = ys.length;
  for (const rect of obstacles) {
    const [l, r, t, b] = [rect.x - 5, rect.x + rect.width + 5, rect.y - 5, rect.y + rect.height + 5];
    for (let i = Math.max(0, indexAt(xs, l)); i < xs.length && (xs[i] ?? 0) < r; i += 1) {
      for (let j = Math.max(0, indexAt(ys, t)); j < rows && (ys[j] ?? 0) < b; j += 1) {
        const [x, y] = [xs[i] ?? 0, ys[j] ?? 0];
        if (y > t && y < b && (xs[i + 1] ?? -Infinity) > l) right[i * rows + j] = 1;
        if (x > l && x < r && (ys[j + 1] ?? -Infinity) > t) down[i * rows + j] = 1;
      }
    }
  }
  return { xs, ys, right, down };
}

/** A binary heap of crossing states by cost. */
function toQueue(): { push: (state: number, cost: number) => void; pop: () => number | undefined } {
  const states: number[] = [];
  const costs: number[] = [];
  const swap = (a: number, b: number): void => {
    [states[a], states[b]] = [states[b] ?? 0, states[a] ?? 0];
    [costs[a], costs[b]] = [costs[b] ?? 0, costs[a] ?? 0];
  };
  const before = (a: number, b: number): boolean => (costs[a] ?? Infinity) < (costs[b] ?? Infinity);
  return {
    push: (state, cost) => {
      let at = states.push(state) - 1;
      costs.push(cost);
      for (let up = (at - 1) >> 1; at > 0 && before(at, up); up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    pop: () => {
      const first = states[0];
      const last = states.length - 1;
      if (last > 0) swap(0, last);
      states.pop();
      costs.pop();
      for (let at = 0; ;) {
        const [left, right] = [at * 2 + 1, at * 2 + 2];
        let least = at;
        if (left < states.length && before(left, least)) least = left;
        if (right < states.length && before(right, least)) least = right;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return first;
    },
  };
}

/** Directions: 0 right, 1 down, 2 left, 3 up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

function withoutStraight(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [a, b] = [kept[kept.length - 2], kept[kept.length - 1]];
    if (b !== undefined && b.x === point.x && b.y === point.y) continue;
    if (
      a !== undefined &&
      b !== undefined &&
      ((a.x === b.x && b.x === point.x) || (a.y === b.y && b.y === point.y))
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}

/**
 * A router over the channels between obstacles (A* over the crossings of channel middles, turns cost extra).
 * `wishes` are lines that must exist, such as the heights of service rows. A way is `null` only when there is none.
 */
export function toRouter(
  obstacles: readonly Rect[],
  wishes: { readonly xs: readonly number[]; readonly ys: readonly number[] },
): Router {
  const xs = toLines(
    obstacles.map((rect) => [rect.x, rect.x + rect.width]),
    wishes.xs,
  );
  const ys = toLines(
    obstacles.map((rect) => [rect.y, rect.y + rect.height]),
    wishes.ys,
  );
  const grid = toGrid(obstacles, xs, ys);
  const rows = ys.length;
  const used = new Map<string, Set<number>>();
  const crossingOf = (point: Point): number => {
    const [i, j] = [indexAt(xs, point.x + 0.01), indexAt(ys, point.y + 0.01)];
    return i < 0 || j < 0 ? -1 : i * rows + j;
  };

  const route: Router['route'] = (from, to, trunk, foreign = []) => {
    const goals = new Map(to.map((port) => [crossingOf(port.via), port]));
    const starts = new Map(from.map((port) => [crossingOf(port.via), port]));
    const own = used.get(trunk) ?? new Set<number>();
    used.set(trunk, own);
    const cost = new Map<number, number>();
    const cameFrom = new Map<number, number>();
    const queue = toQueue();
    const guess = (x: number, y: number): number => {
      let least = Infinity;
      for (const port of to) least = Math.min(least, Math.abs(port.via.x - x) + Math.abs(port.via.y - y));
      return least * 0.5;
    };
    const outward = (port: Port): number =>
      port.via.x > port.at.x ? 0 : port.via.x < port.at.x ? 2 : port.via.y > port.at.y ? 1 : 3;
    for (const [crossing, port] of starts) {
      if (crossing < 0) continue;
      const state = crossing * 4 + outward(port);
      cost.set(state, 0);
      queue.push(state, guess(port.via.x, port.via.y));
    }
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      const crossing = state >> 2;
      const direction = state & 3;
      const goal = goals.get(crossing);
      if (goal !== undefined && state >= 0) {
        const points: Point[] = [goal.at];
        let at: number | undefined = state;
        let first = crossing;
        while (at !== undefined) {
          const here: number = at >> 2;
          own.add(here);
          points.push({ x: xs[Math.floor(here / rows)] ?? 0, y: ys[here % rows] ?? 0 });
          first = here;
          at = cameFrom.get(at);
        }
        const start = starts.get(first);
        if (start !== undefined) points.push(start.at);
        return withoutStraight(points.reverse());
      }
      const [i, j] = [Math.floor(crossing / rows), crossing % rows];
      for (const [turn, [dx, dy]] of steps.entries()) {
        if ((turn + 2) % 4 === direction) continue;
        const [ni, nj] = [i + dx, j + dy];
        if (ni < 0 || nj < 0 || ni >= xs.length || nj >= rows) continue;
        const gate = (dx + dy > 0 ? i : ni) * rows + (dx + dy > 0 ? j : nj);
        if ((dx === 0 ? grid.down[gate] : grid.right[gate]) === 1) continue;
        const next = ni * rows + nj;
        const length = Math.abs((xs[ni] ?? 0) - (xs[i] ?? 0)) + Math.abs((ys[nj] ?? 0) - (ys[j] ?? 0));
        const [midX, midY] = [((xs[ni] ?? 0) + (xs[i] ?? 0)) / 2, ((ys[nj] ?? 0) + (ys[j] ?? 0)) / 2];
        const price = foreign.some((rect) => isWithin(rect, midX, midY)) ? foreignCost : 1;
        const shared = own.has(next) && own.has(crossing) ? 0.5 : 1;
        const entry = goals.get(next);
        const lastTurn = entry !== undefined && (outward(entry) + 2) % 4 !== turn ? bendCost : 0;
        const total =
          (cost.get(state) ?? 0) + length * shared * price + (turn === direction ? 0 : bendCost) + lastTurn;
        const nextState = next * 4 + turn;
        if (total >= (cost.get(nextState) ?? Infinity)) continue;
        cost.set(nextState, total);
        cameFrom.set(nextState, state);
        queue.push(nextState, total + guess(xs[ni] ?? 0, ys[nj] ?? 0));
      }
    }
    return null;
  };
  return { route, xs, ys };
}
