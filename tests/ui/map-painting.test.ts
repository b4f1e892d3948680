import { describe, expect, it } from 'vitest';
import { toBoxIndex } from '#core/projections/map-index.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { toMapLines } from '#core/projections/map-lines.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { placePills, toFarCurves, toWantedPills } from '#canvas/draw-bundles.ts';
import { toFarPlaces } from '#canvas/far-places.ts';
import { toHitFinder } from '#canvas/find-hit.ts';
import { toPainter } from '#canvas/painter.ts';
import { noAccents, toPicture, type Picture, type PictureView } from '#canvas/picture.ts';
import { findVisibleBoxes, showsAll } from '#canvas/visible-boxes.ts';
import { countingPen } from '#support/counting-pen.ts';
import { largePlan } from '#support/large-plan.ts';

const noReport = {
  findings: [],
  counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 0, orders: 0 },
};
const tone = '#000';
const colours = {
  provider: tone,
  site: tone,
  node: tone,
  line: tone,
  accent: tone,
  text: tone,
  faint: tone,
  soft: tone,
  edge: tone,
  grid: tone,
  retain: tone,
  move: tone,
  merge: tone,
  remove: tone,
  add: tone,
  unknown: tone,
  error: tone,
  warning: tone,
  mono: 'monospace',
  sans: 'sans-serif',
};

function pictureOf(servers: number): { readonly view: MapView; readonly picture: Picture } {
  const plan = largePlan(servers);
  const scene = toMapScene(plan, 1.4);
  const view = toMapView(plan, noReport, 'start', scene);
  const estate = estateAt(plan, 'start');
  const edges = toMapEdges(view, toMapLinks(plan, estate, view, new Set()));
  // Paths of bundles are the browser's business.
  const picture = toPicture(view, toMapLines(plan, estate, view), edges.edges);
  return { view, picture: { ...picture, bundles: [] } };
}

function paint(picture: Picture, at: Partial<PictureView>, lifted: Int32Array | null = null) {
  const { pen, counts } = countingPen();
  const painter = toPainter(pen);
  painter.show(picture);
  painter.colour(colours);
  painter.accent(noAccents);
  painter.lift(lifted);
  painter.carry(5000, 0);
  const painted = painter.paint({ x: 0, y: 0, zoom: 1, width: 1000, height: 600, scale: 1, ...at });
  return { painted, counts };
}

const { view, picture } = pictureOf(2000);

describe('the drawing of a large map', () => {
  it('draws near boxes only where the window looks', () => {
    const { painted, counts } = paint(picture, { zoom: 1 });
    expect(painted.boxes).toBeGreaterThan(20);
    expect(painted.boxes).toBeLessThan(150);
    expect(counts.get('fillText') ?? 0).toBeLessThanOrEqual(painted.boxes);
  });

  it('draws lines with one stroke a type, however many there are', () => {
    const { painted, counts } = paint(picture, { zoom: 0.4 });
    expect(painted.lines).toBeGreaterThan(500);
    expect(counts.get('stroke') ?? 0).toBeLessThan(painted.boxes + painted.places + 30);
  });

  it('draws cells instead of servers from afar, no text a server', () => {
    const { painted, counts } = paint(picture, { zoom: 0.1 });
    expect(painted.boxes).toBe(0);
    expect(painted.places).toBe(3);
    expect(counts.get('fillText') ?? 0).toBeLessThan(12);
  });

  it('draws nothing before it has colours, and nothing outside of the map', () => {
    const { pen, counts } = countingPen();
    const painter = toPainter(pen);
    painter.show(picture);
    expect(painter.paint({ x: 0, y: 0, zoom: 1, width: 10, height: 10, scale: 1 }).boxes).toBe(0);
    expect(counts.get('fill')).toBeUndefined();
    expect(paint(picture, { x: -90_000 }).painted).toEqual({ boxes: 0, lines: 0, places: 0 });
  });

  it('draws what a hand carries where the hand has it, and no frame of it twice', () => {
    const at = view.boxes.findIndex((box) => box.kind === 'server');
    const still = paint(picture, {}).counts.get('fillText') ?? 0;
    expect(paint(picture, {}, Int32Array.of(at)).counts.get('fillText')).toBe(still);
  });
});

describe('the elements of a large map', () => {
  const index = toBoxIndex(view.boxes);
  const window = { x: 0, y: 0, width: 1000, height: 600 };

  it('are none from afar but what is in reach of the hand', () => {
    expect(showsAll(view)).toBe(false);
    expect(findVisibleBoxes(view, index, { ...window, zoom: 0.1 }, [null])).toEqual([]);
    const [box] = view.boxes;
    expect(findVisibleBoxes(view, index, { ...window, zoom: 0.1 }, [box?.id ?? ''])).toEqual([box]);
  });

  it('are few when they can be read', () => {
    const shown = findVisibleBoxes(view, index, { ...window, zoom: 1 }, []);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.length).toBeLessThan(150);
  });

  it('are all on a map of ordinary size, at every zoom', () => {
    const small = pictureOf(200).view;
    expect(findVisibleBoxes(small, toBoxIndex(small.boxes), { ...window, zoom: 0.05 }, [])).toBe(small.boxes);
  });
});

describe('what is under the pointer', () => {
  const finder = toHitFinder(toBoxIndex(view.boxes), picture.groups);
  const window = { x: 0, y: 0, width: 1000, height: 600 };

  it('is the server from near, and the place from afar', () => {
    const server = view.boxes.find((box) => box.kind === 'server');
    const { x, y } = server?.rect ?? { x: 0, y: 0 };
    expect(finder.at({ ...window, zoom: 1 }, { x: x + 3, y: y + 3 })?.box).toBe(server);
    const far = finder.at({ ...window, zoom: 0.1 }, { x: 20, y: 20 });
    expect(far?.box.kind).toBe('provider');
    expect(far?.far).not.toBeNull();
  });

  it('is nothing beside the map, and before the window has a size', () => {
    expect(finder.at({ ...window, zoom: 1 }, { x: -50, y: 10 })).toBeNull();
    expect(finder.at({ ...window, width: 0, zoom: 1 }, { x: 5, y: 5 })).toBeNull();
  });
});

describe('the pills of bundles', () => {
  const pill = (key: string, x: number, weight: number, isPicked = false) => ({
    key,
    count: '12',
    weight,
    isPicked,
    spots: [
      { x, y: 50 },
      { x, y: 90 },
    ],
  });
  const window = { width: 500, height: 200 };
  const keys = (...placed: Parameters<typeof placePills>) => placePills(...placed).map(({ key }) => key);

  it('never lie on each other: the thickest bundle has the best place', () => {
    const pills = placePills([pill('a', 100, 1), pill('b', 104, 3), pill('c', 200, 1)], window);
    expect(pills.map(({ key, y }) => [key, y])).toEqual([
      ['b', 50],
      ['a', 90],
      ['c', 50],
    ]);
    expect(
      keys([pill('a', 100, 1), pill('b', 104, 3), pill('c', 102, 2), pill('d', 101, 2)], window),
    ).toEqual(['b', 'c']);
  });

  it('stay in the window and off the names', () => {
    expect(placePills([pill('a', 900, 1)], window)).toEqual([]);
    const name = { x: 60, y: 30, width: 80, height: 20 };
    const place = { x: 0, y: 70, width: 300, height: 60 };
    const at = (avoid: Parameters<typeof placePills>[2], isPicked = false) =>
      placePills([pill('a', 100, 1, isPicked)], window, avoid).map(({ y }) => y);
    expect(at({ names: [name], places: [] })).toEqual([90]);
    expect(at({ names: [name], places: [place] })).toEqual([]);
    expect(at({ names: [name], places: [place] }, true)).toEqual([90]);
  });

  it('are not more than help, but what stands out has its own', () => {
    const many = Array.from({ length: 200 }, (_, at) => pill(`p${at}`, 20 + at * 60, 1));
    const wide = { width: 20_000, height: 200 };
    expect(placePills(many, wide)).toHaveLength(30);
    const picked = Array.from({ length: 40 }, (_, at) => pill(`q${at}`, 20 + at * 60, 1, true));
    expect(placePills([...many, ...picked], wide).filter(({ isPicked }) => isPicked)).toHaveLength(40);
  });
});

describe('bundles from afar', () => {
  const plan = largePlan(2000);
  const scene = toMapScene(plan, 1.4);
  const seen = toMapView(plan, noReport, 'start', scene);
  const estate = estateAt(plan, 'start');
  const edges = toMapEdges(seen, toMapLinks(plan, estate, seen, new Set()));
  const whole = toPicture(seen, toMapLines(plan, estate, seen), edges.edges);
  const camera = { x: 30, y: 40, zoom: 0.1, width: 1000, height: 700 };

  it('begin and end at the borders of their places as these are drawn', () => {
    const places = toFarPlaces(whole.groups, camera);
    const curves = toFarCurves(whole.bundles, places);
    expect(curves.length).toBeGreaterThan(0);
    for (const { bundle, points } of curves) {
      bundle.ends.forEach((id, end) => {
        const rect = places.find(({ group }) => group.box.id === id)?.rect;
        const at = points[end === 0 ? 0 : 3];
        if (rect === undefined) throw new Error(`${id} is drawn`);
        const isAcross = at.x === rect.x || at.x === rect.x + rect.width;
        const isUpright = at.y === rect.y || at.y === rect.y + rect.height;
        expect(isAcross || isUpright).toBe(true);
      });
    }
  });

  it('all say their counts when their place stands out', () => {
    const curves = toFarCurves(whole.bundles, toFarPlaces(whole.groups, camera));
    const [place = ''] = curves[0]?.bundle.ends ?? [];
    const quiet = curves.map(({ bundle, points }) => ({ bundle: { ...bundle, count: '' }, points }));
    expect(toWantedPills(quiet, [], camera, new Set())).toEqual([]);
    const told = toWantedPills(quiet, [], camera, new Set([place]));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ isPicked, count }) => isPicked && count !== '')).toBe(true);
  });
});
