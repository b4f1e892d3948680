// What a hand on a large map costs, counted instead of timed: a machine may be slow, but it may not do more work than this.
import { describe, expect, it } from 'vitest';
import { toBoxIndex } from '#core/projections/map-index.ts';
import { elbowSize, toMapLines, writeElbow } from '#core/projections/map-lines.ts';
import { isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { drawLines, meetsWindow } from '#canvas/draw-lines.ts';
import { toFlowNodes } from '#canvas/flow-nodes.ts';
import { toPicture } from '#canvas/picture.ts';
import { findNextArrivals, inArrivalOrder, mostArriving } from '#canvas/use-arriving.ts';
import { findVisibleBoxes } from '#canvas/visible-boxes.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { countingPen } from '#support/counting-pen.ts';
import { largePlan } from '#support/large-plan.ts';

const noReport = {
  findings: [],
  counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 0, orders: 0 },
};
const plan = largePlan(10_000);
const view = toMapView(plan, noReport, 'start', toMapScene(plan, 1.4));
const index = toBoxIndex(view.boxes);
const camera = { x: -2000, y: -1500, zoom: 0.9, width: 1600, height: 1000 };
const visible = findVisibleBoxes(view, index, camera, []);
const nobody: ReadonlySet<string> = new Set();

describe('the elements of a large map', () => {
  it('come a few in a frame, and all of them in the end', () => {
    expect(visible.length).toBeGreaterThan(mostArriving * 2);
    const ordered = inArrivalOrder(visible, view, camera);
    let [arrived, frames] = [nobody, 0];
    while (arrived.size < visible.length && frames < 999) {
      const next = findNextArrivals(ordered, arrived);
      expect(next.size - arrived.size).toBeLessThanOrEqual(mostArriving);
      [arrived, frames] = [next, frames + 1];
    }
    expect(frames).toBe(Math.ceil(visible.length / mostArriving));
    expect([...arrived].sort()).toEqual(visible.map(({ id }) => id).sort());
  });

  it('stay, where they have come, when the view goes on', () => {
    const ordered = inArrivalOrder(visible, view, camera);
    const first = findNextArrivals(ordered, nobody);
    const there = { ...camera, x: camera.x - 150 };
    const wanted = findVisibleBoxes(view, index, there, []);
    const second = findNextArrivals(inArrivalOrder(wanted, view, there), first);
    const kept = wanted.filter(({ id }) => first.has(id));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every(({ id }) => second.has(id))).toBe(true);
    // What is out of sight has none any more.
    const seen = new Set(wanted.map(({ id }) => id));
    expect([...second].every((id) => seen.has(id))).toBe(true);
  });

  it('begin with places, then what is nearest to the middle', () => {
    const ordered = inArrivalOrder(visible, view, camera);
    const places = ordered.findIndex(({ kind }) => !isPlaceKind(kind));
    expect(ordered.slice(places).every(({ kind }) => !isPlaceKind(kind))).toBe(true);
    const [nearest, farthest] = [ordered[places], ordered.at(-1)];
    const x = (camera.width / 2 - camera.x) / camera.zoom;
    const distance = (rect = { x: 0, width: 0 }): number => Math.abs(rect.x + rect.width / 2 - x);
    expect(distance(nearest?.rect)).toBeLessThan(distance(farthest?.rect));
  });

  it('are made anew only where a drag says something else of them', () => {
    let named = 0;
    const nameOf = (box: { readonly name: string }): string => {
      named += 1;
      return box.name;
    };
    const [dragged, target] = visible.filter(({ kind }) => kind === 'server');
    if (dragged === undefined || target === undefined) throw new Error('servers are in sight');
    const making = { view, selection: nobody, hit: null, touched: null, nameOf };
    const picture = { dragged: new Set([dragged.id]), target: null, verdicts: new Map() };
    const still = toFlowNodes(visible, { ...making, drag: picture }, []);
    expect(named).toBe(visible.length);
    const moved = toFlowNodes(visible, { ...making, drag: { ...picture, target: target.id } }, still);
    expect(moved.filter((node, at) => node !== still[at]).map(({ id }) => id)).toEqual([target.id]);
    // Nobody is named twice.
    expect(named).toBe(visible.length);
  });
});

describe('the lines of a large map', () => {
  const estate = estateAt(plan, 'start');
  const picture = toPicture(view, toMapLines(plan, estate, view), []);
  /** Where a pen went for all lines when the window looks somewhere: one list of points a stroke. */
  function traceLines(window: Rect): (readonly [number, number])[] {
    const points: (readonly [number, number])[] = [];
    let isPath = true;
    const { pen } = countingPen((name, [x, y]) => {
      // What follows the last stroke are arrows.
      if (name === 'setLineDash') isPath = true;
      if (name === 'stroke') isPath = false;
      if ((name === 'moveTo' || name === 'lineTo') && isPath) points.push([Number(x), Number(y)]);
    });
    const look = { window, zoom: 0.9, colour: '#000', width: 1, only: null };
    const { lines } = drawLines(pen, picture, picture.rects, look);
    expect(lines).toBeGreaterThan(0);
    return points;
  }
  const middle = { x: view.width / 2, y: view.height / 2, width: 900, height: 600 };

  it('are drawn as far as they are seen: a dash across an estate is thousands of pieces', () => {
    const points = traceLines(middle);
    const far = points.filter(
      ([x, y]) =>
        x < middle.x - 40 ||
        y < middle.y - 40 ||
        x > middle.x + middle.width + 40 ||
        y > middle.y + middle.height + 40,
    );
    expect(points.length).toBeGreaterThan(100);
    expect(far).toEqual([]);
  });

  it('are those that brute force finds in the window, and no others', () => {
    const way = new Float32Array(elbowSize);
    const { ends, ids } = picture.lines;
    for (const window of [middle, { x: 40, y: 40, width: 300, height: 200 }]) {
      let [found, close] = [0, 0];
      for (let line = 0; line < ids.length; line += 1) {
        writeElbow(picture.rects, ends[line * 2] ?? 0, ends[line * 2 + 1] ?? 0, way);
        if (meetsWindow(way, window)) found += 1;
        // Points along the way, one a map unit, with the room that lines and arrows need.
        if (runsThrough(way, window, 12)) close += 1;
      }
      expect(found).toBe(close);
      expect(found).toBeLessThan(ids.length);
    }
  });
});

/** Whether any of the points of a way, a map unit apart, is in a window with some room around it. */
function runsThrough(way: Float32Array, { x, y, width, height }: Rect, room: number): boolean {
  const isIn = (px: number, py: number): boolean =>
    px >= x - room && px <= x + width + room && py >= y - room && py <= y + height + room;
  for (let at = 0; at + 3 < way.length; at += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = way.slice(at, at + 4);
    const length = Math.abs(bx - ax) + Math.abs(by - ay);
    for (let step = 0; step <= length; step += 1) {
      const share = length === 0 ? 0 : step / length;
      if (isIn(ax + (bx - ax) * share, ay + (by - ay) * share)) return true;
    }
    if (isIn(bx, by)) return true;
  }
  return false;
}
