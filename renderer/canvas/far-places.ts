import { frameOf, isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { Camera } from './visible-boxes.ts';

/** What becomes of a server, as its cell of the far picture says it; in the order in which cells are sorted. */
export const cellKinds = ['stays', 'left', 'arrived', 'added', 'merged', 'removed', 'unknown'] as const;

/** One of the kinds of cells. */
export type CellKind = (typeof cellKinds)[number];

/** A place with the servers that stand in it directly: what one waffle is drawn from. */
export interface FarGroup {
  readonly box: MapBox;
  /** The place around it; `null` for an outermost one. */
  readonly parent: FarGroup | null;
  readonly counts: Readonly<Record<CellKind, number>>;
  /** What its servers take up, in map units; `null` without servers of its own. */
  readonly area: Rect | null;
}

/** A place where it is drawn from afar, in px of the window. */
export interface FarPlace {
  readonly group: FarGroup;
  readonly rect: Rect;
  /** The room for its name at the top; 0 when there is none. */
  readonly header: number;
  /** Where its cells go. */
  readonly cells: Rect | null;
}

/** The height of a name from afar, in px. */
export const farHeader = 20;

/** The kind of a server's cell. */
export function toCellKind(box: MapBox): CellKind {
  if (box.presence === 'ghost') return 'left';
  if (box.presence === 'gone') return 'removed';
  if (box.arrival === 'moved') return 'arrived';
  if (box.arrival === 'added') return 'added';
  for (const mark of box.state.marks) {
    if (mark.kind === 'merge') return 'merged';
    if (mark.kind === 'remove' || mark.kind === 'waits') return 'removed';
  }
  if (box.state.candidate) return 'removed';
  return box.uncounted || box.state.marks.some((mark) => mark.kind === 'question') ? 'unknown' : 'stays';
}

function grow(area: Rect | null, rect: Rect): Rect {
  if (area === null) return rect;
  const [x, y] = [Math.min(area.x, rect.x), Math.min(area.y, rect.y)];
  return {
    x,
    y,
    width: Math.max(area.x + area.width, rect.x + rect.width) - x,
    height: Math.max(area.y + area.height, rect.y + rect.height) - y,
  };
}

const noCells: Readonly<Record<CellKind, number>> = {
  stays: 0,
  left: 0,
  arrived: 0,
  added: 0,
  merged: 0,
  removed: 0,
  unknown: 0,
};

/** The places of a map, outer ones first, with the sums of the servers that stand in each directly. */
export function toFarGroups(view: MapView): readonly FarGroup[] {
  const groups = new Map<string, FarGroup>();
  for (const box of view.boxes) {
    if (!isPlaceKind(box.kind)) continue;
    groups.set(box.id, {
      box,
      parent: groups.get(box.parent ?? '') ?? null,
      counts: { ...noCells },
      area: null,
    });
  }
  const sums = new Map<string, Record<CellKind, number>>();
  const areas = new Map<string, Rect>();
  for (const box of view.boxes) {
    if (box.isRow || isPlaceKind(box.kind) || box.parent === null) continue;
    const counts = sums.get(box.parent) ?? { ...noCells };
    sums.set(box.parent, counts);
    counts[toCellKind(box)] += 1;
    areas.set(box.parent, grow(areas.get(box.parent) ?? null, box.rect));
  }
  const found = new Map<string, FarGroup>();
  for (const [id, group] of groups) {
    const parent = group.parent === null ? null : (found.get(group.parent.box.id) ?? null);
    found.set(id, { ...group, parent, counts: sums.get(id) ?? noCells, area: areas.get(id) ?? null });
  }
  return [...found.values()];
}

/** Moves a rectangle below the name of the place around it: what stands there gives way downwards, all in the same measure. */
function pressed(rect: Rect, outer: FarPlace): Rect {
  const { box } = outer.group;
  const { header } = frameOf(box.kind);
  const top = box.rect.y + (outer.header === 0 ? 0 : header);
  const room = outer.rect.height - outer.header - 4;
  const scale = room / Math.max(1, box.rect.y + box.rect.height - top);
  const across = outer.rect.width / Math.max(1, box.rect.width);
  return {
    x: outer.rect.x + (rect.x - box.rect.x) * across,
    y: outer.rect.y + outer.header + (rect.y - top) * scale,
    width: rect.width * across,
    height: rect.height * scale,
  };
}

/** At most so many px an outermost place gives way on each side, and at most this share of its shorter side. */
const mostGiven = 12;
const shareGiven = 0.07;

/** An outermost place gives way a little on all sides: between places there is a gutter for what joins them, and its counts. */
function outermost(rect: Rect, { x, y, zoom }: Camera): Rect {
  const [width, height] = [rect.width * zoom, rect.height * zoom];
  const given = Math.min(mostGiven, Math.min(width, height) * shareGiven);
  return {
    x: rect.x * zoom + x + given,
    y: rect.y * zoom + y + given,
    width: width - given * 2,
    height: height - given * 2,
  };
}

/** Where each place is drawn when only places and cells can be told apart: every name has room above its cells. */
export function toFarPlaces(groups: readonly FarGroup[], camera: Camera): readonly FarPlace[] {
  const places = new Map<FarGroup, FarPlace>();
  for (const group of groups) {
    const outer = group.parent === null ? undefined : places.get(group.parent);
    const { rect: own } = group.box;
    const rect = outer === undefined ? outermost(own, camera) : pressed(own, outer);
    const header = rect.height >= farHeader + 12 && rect.width >= 36 ? farHeader : 0;
    const place: FarPlace = { group, rect, header, cells: null };
    places.set(group, {
      ...place,
      cells: group.area === null ? null : pressed(group.area, place),
    });
  }
  return [...places.values()];
}

/** The innermost place at a point of the window. */
export function findFarPlace(places: readonly FarPlace[], x: number, y: number): FarPlace | null {
  let found: FarPlace | null = null;
  for (const place of places) {
    const { rect } = place;
    if (x >= rect.x && y >= rect.y && x <= rect.x + rect.width && y <= rect.y + rect.height) found = place;
  }
  return found;
}

/** The kinds of cells that a map has any of. */
export function findCellKinds(groups: readonly FarGroup[]): readonly CellKind[] {
  return cellKinds.filter((kind) => groups.some((group) => group.counts[kind] > 0));
}

/** Where the names of places are: nothing shall lie on them. */
export function nameRects(places: readonly FarPlace[]): readonly Rect[] {
  return places.flatMap(({ rect, header, group }) =>
    header === 0 || group.parent !== null
      ? []
      : [{ x: rect.x, y: rect.y, width: Math.min(rect.width, nameWidth(group.box)), height: header }],
  );
}

function nameWidth(box: MapBox): number {
  return Math.max(12, box.name.length) * 7.2 + 48;
}
