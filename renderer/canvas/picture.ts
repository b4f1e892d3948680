import type { MapEdge } from '#core/projections/map-edge.ts';
import { toRectNumbers, type MapLines } from '#core/projections/map-lines.ts';
import { measures } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import { mapText } from '#text/map.ts';
import { toMiddleCut } from '#ui/middle-cut.ts';
import { toFarGroups, toCellKind, type CellKind, type FarGroup } from './far-places.ts';
import { charactersFor } from './name-room.ts';

/** How a box is drawn. */
export const shapes = ['provider', 'site', 'host', 'unplaced', 'server', 'row'] as const;

/** One of the ways to draw a box. */
export type Shape = (typeof shapes)[number];

/** Where a curve meets a box: which way out (degrees, 0 right, 90 down), and how far along that side (0 to 1). */
export interface PictureDoor {
  readonly angle: number;
  readonly share: number;
}

/** A line between two places, or between a place and a hub: a path in map units with its pill. */
export interface PictureBundle {
  readonly key: string;
  /** Ids of the boxes that it joins. */
  readonly ends: readonly string[];
  /** Where it meets them; none of a way that has been routed around boxes. */
  readonly doors: readonly PictureDoor[];
  readonly path: string;
  /** Px at 100 %. */
  readonly width: number;
  /** How many it holds. */
  readonly sum: string;
  /** The same where that is written; empty where it is not, as long as the bundle does not stand out. */
  readonly count: string;
  readonly x: number;
  readonly y: number;
}

/** All that is drawn of a large map, as plain data that a worker can be handed. Positions are those of `view.boxes`. */
export interface Picture {
  /** Four numbers a box: x, y, width, height. */
  readonly rects: Float32Array;
  /** Positions in `shapes`. */
  readonly shapes: Uint8Array;
  readonly tones: readonly CellKind[];
  /** Cut so that they fit beside the marks. */
  readonly names: readonly string[];
  /** Cut so that they fit where they are all that is written on a server, in large letters. */
  readonly shortNames: readonly string[];
  /** 2 for a box with errors, 1 with warnings, 0 without findings; 4 is added for a ghost or something gone. */
  readonly signs: Uint8Array;
  /** How many marks stand at the right of the name. */
  readonly marks: Uint8Array;
  readonly groups: readonly FarGroup[];
  readonly lines: MapLines;
  /** Two positions of boxes an arrow: where something left, and where it is. */
  readonly moves: Int32Array;
  /** What is written on each arrow: the number of its phase, or its day. */
  readonly movePhases: readonly string[];
  readonly bundles: readonly PictureBundle[];
}

function shapeOf(box: MapBox): Shape {
  switch (box.kind) {
    case 'group':
      return 'provider';
    case 'provider':
    case 'site':
    case 'host':
    case 'unplaced':
      return box.kind;
    case 'server':
    case 'service':
      return box.isRow ? 'row' : 'server';
    default:
      return box.kind satisfies never;
  }
}

function nameOf(box: MapBox): string {
  if (box.kind === 'unplaced') return mapText.placeName(box);
  if (box.isRow)
    return toMiddleCut(
      box.name,
      20 + Math.floor((box.rect.width - measures.server.width) / 6) - Math.min(3, box.state.marks.length) * 3,
    );
  return box.kind === 'server' ? toMiddleCut(box.name, charactersFor(box.state, box.rect.width)) : box.name;
}

/** About how wide a letter of the mono face is at the size of names from half as near, in map units. */
const letterWidth = 10.2;

function shortNameOf({ name, rect }: MapBox): string {
  const most = Math.floor((rect.width - 14) / letterWidth);
  // Letters of other scripts may be twice as wide.
  return toMiddleCut(name, /[^ -~]/u.test(name) ? Math.floor(most / 2) : most);
}

function signOf(box: MapBox): number {
  const finding = box.state.errors > 0 ? 2 : box.state.warnings > 0 ? 1 : 0;
  return finding + (box.presence === 'here' ? 0 : 4);
}

function toDoor({ x, y, angle }: MapEdge['start'], { rect }: MapBox): PictureDoor {
  const share = angle % 180 === 0 ? (y - rect.y) / rect.height : (x - rect.x) / rect.width;
  return { angle, share };
}

function toBundle(edge: MapEdge): PictureBundle | null {
  const { subject } = edge;
  if (subject.kind !== 'bundle') return null;
  const { from, to, dependencies } = subject.bundle;
  const sum = mapText.number(dependencies.length);
  return {
    key: edge.key,
    ends: [from.id, to.id],
    doors: edge.curve === null ? [] : [toDoor(edge.start, from), toDoor(edge.end, to)],
    sum,
    path: edge.path,
    width: edge.curve?.width ?? 3,
    count: edge.curve?.counted === false ? '' : sum,
    x: edge.pill.x,
    y: edge.pill.y,
  };
}

/** The arrows of moves, from box to box. */
function movesOf(view: MapView): Pick<Picture, 'moves' | 'movePhases'> {
  if (view.moves.length === 0) return { moves: new Int32Array(), movePhases: [] };
  const positions = new Map(view.boxes.map((box, at) => [box.id, at]));
  const drawn = view.moves.flatMap((move) => {
    const ends = [positions.get(move.from), positions.get(move.to)].flatMap((at) => at ?? []);
    return ends.length === 2 ? [{ ends, phase: mapText.movePill(move) }] : [];
  });
  return {
    moves: Int32Array.from(drawn.flatMap(({ ends }) => ends)),
    movePhases: drawn.map(({ phase }) => phase),
  };
}

/** What is drawn of a map. */
export function toPicture(view: MapView, lines: MapLines, edges: readonly MapEdge[]): Picture {
  return {
    rects: toRectNumbers(view),
    shapes: Uint8Array.from(view.boxes, (box) => shapes.indexOf(shapeOf(box))),
    tones: view.boxes.map(toCellKind),
    names: view.boxes.map(nameOf),
    shortNames: view.boxes.map((box) => (shapeOf(box) === 'server' ? shortNameOf(box) : '')),
    signs: Uint8Array.from(view.boxes, signOf),
    marks: Uint8Array.from(view.boxes, (box) => Math.min(3, box.state.marks.length)),
    groups: toFarGroups(view),
    lines,
    ...movesOf(view),
    bundles: edges.flatMap((edge) => toBundle(edge) ?? []),
  };
}

/** Where the window looks (px = map units * zoom + offset), and how many device pixels a px has. */
export interface PictureView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** What stands out for the moment. Numbers are positions of boxes and of lines. */
export interface Accents {
  readonly selected: readonly number[];
  readonly hot: readonly number[];
  /** 1 for each box that steps back: a filter or the impact of a node leaves it out. */
  readonly dimmed: Uint8Array | null;
  /** Ids of nodes whose frame stands out from afar. */
  readonly nodes: readonly string[];
}

/** Nothing stands out. */
export const noAccents: Accents = { selected: [], hot: [], dimmed: null, nodes: [] };

/** What a hand carries (positions of boxes), and how far from its place in map units. */
export interface Carried {
  readonly boxes: Int32Array;
  readonly dx: number;
  readonly dy: number;
}
