import { boundsOf, type Point, type Rect } from './map-measures.ts';

/** Where an edge may meet a box: `at` on the box's border, `via` on the grid of channels beside it. */
export interface Port {
  readonly at: Point;
  readonly via: Point;
  /** What it costs to meet the box there rather than elsewhere; nothing if it is not said. */
  readonly price?: number;
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

/** A way along the frame of a box could not be told from the frame: beside it counts as through it. */
const beside = 5;

function isWithin(rect: Rect, x: number, y: number): boolean {
  return (
    x > rect.x - beside &&
    x < rect.x + rect.width + beside &&
    y > rect.y - beside &&
    y < rect.y + rect.height + beside
  );
}

/** How far from a frame the line in the gutter beside it is. */
const gutter = 12;

/** The middles of the channels along one axis and the gutters beside frames; none on a frame. Wishes are kept exactly. */
function toLines(
  spans: readonly (readonly [low: number, high: number])[],
  wishes: readonly number[],
  frames: readonly (readonly [low: number, high: number])[],
): number[] {
  const edges = spans.flatMap(([low, high]) => [low - clearance, high + clearance]).sort((a, b) => a - b);
  const lines: number[] = [...wishes, ...frames.flatMap(([low, high]) => [low - gutter, high + gutter])];
  const isOnFrame = (line: number): boolean =>
    frames.some(([low, high]) => Math.abs(line - low) < beside || Math.abs(line - high) < beside);
  let group: number[] = [];
  const close = (): void => {
    const middle = ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2;
    if (group.length > 0 && !isOnFrame(middle)) lines.push(middle);
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
 * `wishes` are lines that must exist, such as the heights of service rows; `frames` are boxes with boxes inside: ways cross their borders and
 * do not run along them. A way is `null` only when there is none.
 */
export function toRouter(
  obstacles: readonly Rect[],
  wishes: { readonly xs: readonly number[]; readonly ys: readonly number[] },
  frames: readonly Rect[] = [],
): Router {
  const across = (rect: Rect): readonly [number, number] => [rect.x, rect.x + rect.width];
  const down = (rect: Rect): readonly [number, number] => [rect.y, rect.y + rect.height];
  const xs = toLines(obstacles.map(across), wishes.xs, frames.map(across));
  const ys = toLines(obstacles.map(down), wishes.ys, frames.map(down));
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
    const goal = boundsOf(to.map((port) => port.via));
    const [goalRight, goalBottom] = [goal.x + goal.width, goal.y + goal.height];
    const guess = (x: number, y: number): number =>
      (Math.max(0, goal.x - x, x - goalRight) + Math.max(0, goal.y - y, y - goalBottom)) * 0.5;
    const outward = (port: Port): number =>
      port.via.x > port.at.x ? 0 : port.via.x < port.at.x ? 2 : port.via.y > port.at.y ? 1 : 3;
    for (const [crossing, port] of starts) {
      if (crossing < 0) continue;
      const state = crossing * 4 + outward(port);
      const price = port.price ?? 0;
      if (price >= (cost.get(state) ?? Infinity)) continue;
      cost.set(state, price);
      queue.push(state, price + guess(port.via.x, port.via.y));
    }
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      const crossing = state >> 2;
      const direction = state & 3;
      const reached = goals.get(crossing);
      if (reached !== undefined) {
        const points: Point[] = [reached.at];
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
        const lastTurn =
          entry === undefined ? 0 : (entry.price ?? 0) + ((outward(entry) + 2) % 4 === turn ? 0 : bendCost);
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
