import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBoxIndex } from '#core/projections/map-index.ts';
import {
  elbowSize,
  findLineAt,
  findLinesOf,
  toMapLines,
  toRectNumbers,
  writeElbow,
} from '#core/projections/map-lines.ts';
import type { Rect } from '#core/projections/map-measures.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { runs } from '#support/counts.ts';
import { largePlan } from '#support/large-plan.ts';

const plan = largePlan(60);
const scene = toMapScene(plan, 1.4);
const noReport = {
  findings: [],
  counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 0, orders: 0 },
};
const view = toMapView(plan, noReport, 'start', scene);
const lines = toMapLines(plan, estateAt(plan, 'start'), view);
const rects = toRectNumbers(view);

function isIn(rect: Rect, x: number, y: number): boolean {
  return x >= rect.x && y >= rect.y && x <= rect.x + rect.width && y <= rect.y + rect.height;
}

describe('the lines of a large map', () => {
  it('are all dependencies between two boxes, and lead to the boxes of their ends', () => {
    expect(lines.ids).toHaveLength(plan.dependencies.size);
    for (const [at, id] of lines.ids.entries()) {
      const dependency = plan.dependencies.get(id);
      expect(view.boxes[lines.ends[at * 2] ?? -1]?.node).toBe(dependency?.from);
      expect(view.boxes[lines.ends[at * 2 + 1] ?? -1]?.node).toBe(dependency?.to);
    }
  });

  it('leave out what stays inside one box', () => {
    const [first] = plan.dependencies;
    const inside = {
      ...plan,
      dependencies: plan.dependencies.put(
        first === undefined ? [] : [{ ...first, to: plan.nodes.get(first.from)?.parent ?? first.to }],
      ),
    };
    expect(toMapLines(inside, estateAt(inside, 'start'), view).ids).toHaveLength(lines.ids.length - 1);
  });

  it('begin and end at the borders of their boxes', () => {
    const way = new Float32Array(elbowSize);
    for (const at of lines.ids.keys()) {
      const [from, to] = [lines.ends[at * 2] ?? 0, lines.ends[at * 2 + 1] ?? 0];
      writeElbow(rects, from, to, way);
      const [a, b] = [view.boxes[from]?.rect, view.boxes[to]?.rect];
      expect([a?.x, (a?.x ?? 0) + (a?.width ?? 0)]).toContain(way[0]);
      expect([b?.x, (b?.x ?? 0) + (b?.width ?? 0)]).toContain(way[6]);
    }
  });

  it('are found where they run, and nowhere else', () => {
    const way = new Float32Array(elbowSize);
    writeElbow(rects, lines.ends[0] ?? 0, lines.ends[1] ?? 0, way);
    expect(findLineAt(lines, rects, { x: way[0] ?? 0, y: way[1] ?? 0 }, 2)).toBeGreaterThanOrEqual(0);
    expect(findLineAt(lines, rects, { x: -5000, y: -5000 }, 6)).toBe(-1);
  });

  it('are found by the nodes at their ends', () => {
    const [id] = lines.ids;
    const from = plan.dependencies.get(id ?? null)?.from ?? '';
    const found = findLinesOf(view, lines, new Set([from]));
    const meant = lines.ids.flatMap((each, at) => {
      const dependency = plan.dependencies.get(each);
      return dependency?.from === from || dependency?.to === from ? [at] : [];
    });
    expect(found).toEqual(meant);
    expect(findLinesOf(view, lines, new Set())).toEqual([]);
    expect(findLinesOf(view, lines, new Set(['nobody']))).toEqual([]);
  });
});

describe('the index of boxes', () => {
  const index = toBoxIndex(view.boxes);

  it('finds the innermost box at a point, as looking at all of them does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: view.width + 50, noNaN: true }),
        fc.double({ min: -50, max: view.height + 50, noNaN: true }),
        (x, y) => {
          const all = view.boxes.filter((box) => isIn(box.rect, x, y));
          const deepest = Math.max(-1, ...all.map((box) => box.depth));
          expect(index.at(x, y)?.depth ?? -1).toBe(deepest);
        },
      ),
      { numRuns: runs('property') },
    );
  });

  it('finds what meets a rectangle, as looking at all of them does', () => {
    const side = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 4000 }),
        fc.integer({ min: -500, max: 4000 }),
        side,
        side,
        (x, y, width, height) => {
          const meant = view.boxes.filter(
            ({ rect }) =>
              rect.x <= x + width &&
              x <= rect.x + rect.width &&
              rect.y <= y + height &&
              y <= rect.y + rect.height,
          );
          expect(index.within({ x, y, width, height })).toEqual(meant);
        },
      ),
      { numRuns: runs('property') },
    );
  });

  it('asks only boxes that pass', () => {
    const [server] = view.boxes.filter((box) => box.kind === 'server');
    const { x, y } = server?.rect ?? { x: 0, y: 0 };
    expect(index.at(x + 2, y + 2)).toBe(server);
    expect(index.at(x + 2, y + 2, (box) => box.kind === 'provider')?.kind).toBe('provider');
    expect(index.at(-9000, 0)).toBeNull();
  });
});
