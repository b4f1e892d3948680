// What a hand on a large map costs, counted instead of timed: a machine may be slow, but it may not do more work than this.
import { describe, expect, it } from 'vitest';
import { toBoxIndex } from '#core/projections/map-index.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { toFlowNodes } from '#canvas/flow-nodes.ts';
import { findNextArrivals, inArrivalOrder, mostArriving } from '#canvas/use-arriving.ts';
import { findVisibleBoxes } from '#canvas/visible-boxes.ts';
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
