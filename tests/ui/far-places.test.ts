import { describe, expect, it } from 'vitest';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { SlotKind } from '#core/projections/map-measures.ts';
import { plainState } from '#core/projections/node-marks.ts';
import { toWaffle } from '#canvas/draw-waffle.ts';
import { findCellKinds, findFarPlace, toFarGroups, toFarPlaces } from '#canvas/far-places.ts';

function box(
  id: string,
  kind: SlotKind,
  parent: string | null,
  rect: MapBox['rect'],
  more: Partial<MapBox> = {},
): MapBox {
  return {
    id,
    node: null,
    kind,
    type: null,
    name: id,
    rect,
    depth: parent === null ? 0 : 1,
    parent,
    places: [],
    servers: 0,
    arrival: null,
    presence: 'here',
    phase: null,
    uncounted: false,
    isRow: false,
    collapsed: false,
    state: plainState,
    rows: [],
    ...more,
  };
}

const boxes = [
  box('north', 'provider', null, { x: 0, y: 0, width: 2000, height: 1500 }),
  box('rack', 'host', 'north', { x: 20, y: 40, width: 800, height: 1400 }),
  box('a', 'server', 'rack', { x: 40, y: 80, width: 142, height: 27 }),
  box('b', 'server', 'rack', { x: 40, y: 120, width: 142, height: 27 }, { presence: 'ghost' }),
  box('c', 'server', 'rack', { x: 40, y: 160, width: 142, height: 27 }, { uncounted: true }),
  box('d', 'server', 'north', { x: 900, y: 40, width: 142, height: 27 }, { arrival: 'moved' }),
];
const view: MapView = {
  boxes,
  byId: new Map(boxes.map((each) => [each.id, each])),
  moves: [],
  hidden: new Set(),
  width: 2000,
  height: 1500,
};
const camera = { x: 10, y: 20, zoom: 0.1, width: 800, height: 600 };

describe('the far picture', () => {
  it('counts the servers that stand in each place directly by what becomes of them', () => {
    const [north, rack] = toFarGroups(view);
    expect(north?.counts).toMatchObject({ arrived: 1, stays: 0 });
    expect(rack?.counts).toMatchObject({ stays: 1, left: 1, unknown: 1, arrived: 0 });
    expect(findCellKinds(toFarGroups(view))).toEqual(['stays', 'left', 'arrived', 'unknown']);
  });

  it('gives every name room above its cells, inside of the place around it', () => {
    const [north, rack] = toFarPlaces(toFarGroups(view), camera);
    // It gives way by a share of its shorter side.
    expect(north?.rect).toEqual({ x: 20.5, y: 30.5, width: 179, height: 129 });
    expect(rack?.rect.y).toBeGreaterThanOrEqual((north?.rect.y ?? 0) + (north?.header ?? 0));
    expect((rack?.rect.y ?? 0) + (rack?.rect.height ?? 0)).toBeLessThanOrEqual(170);
    expect(rack?.header).toBeGreaterThan(0);
    expect(rack?.cells?.y).toBeGreaterThanOrEqual((rack?.rect.y ?? 0) + (rack?.header ?? 0));
  });

  it('finds the innermost place under the pointer', () => {
    const places = toFarPlaces(toFarGroups(view), camera);
    expect(findFarPlace(places, 40, 100)?.group.box.id).toBe('rack');
    expect(findFarPlace(places, 150, 100)?.group.box.id).toBe('north');
    expect(findFarPlace(places, 700, 500)).toBeNull();
  });

  it('draws cells as large as they fit, never under a pitch of 4 px', () => {
    expect(toWaffle(6, { x: 0, y: 0, width: 100, height: 100 }).pitch).toBe(14);
    expect(toWaffle(600, { x: 0, y: 0, width: 100, height: 100 })).toEqual({ pitch: 4, columns: 25 });
    expect(toWaffle(1_000_000, { x: 0, y: 0, width: 100, height: 100 }).pitch).toBe(4);
    expect(toWaffle(3, { x: 0, y: 0, width: 0, height: 0 }).columns).toBe(1);
  });
});
