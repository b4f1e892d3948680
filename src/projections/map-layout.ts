import type { LayoutPosition } from '#core/model/layout.ts';
import { packColumns } from './map-columns.ts';
import { frameOf, headerTextWidth, isPlaceKind, measures, serverHeight, type Rect } from './map-measures.ts';
import { packShelves } from './map-shelves.ts';
import type { MapSlot } from './map-slots.ts';

/** The keys of the slots that each slot is linked to, both ways. */
export type LinkedSlots = ReadonlyMap<string, readonly string[]>;

/** Packed hosts by the key of their slot, each with what stood in it. */
export type PackedHosts = Map<string, { readonly inside: string; readonly block: Block }>;

/** What the layout looks at besides the slots. */
export interface LayoutWishes {
  /** Slots that should be near each other. */
  readonly linked: LinkedSlots;
  /** Slots that many reach: best at the top of their column. */
  readonly hubs: ReadonlySet<string>;
  /** Where a person put a node, from the corner of its parent's inside. */
  readonly hand: (slot: MapSlot) => Pick<LayoutPosition, 'x' | 'y'> | undefined;
  /** How wide servers are, in px at 100 %. */
  readonly serverWidth: number;
  /** Whether a place is shown without what stands in it. */
  readonly isCollapsed: (slot: MapSlot) => boolean;
  /** Width by height of the window that the map is shown in. */
  readonly aspect: number;
  /** Hosts that were packed before under the same wishes; those packed now are added. */
  readonly memory: PackedHosts;
}

/** A laid out map: where each slot stands, and how large the whole is. */
export interface MapLayout {
  readonly rects: ReadonlyMap<string, Rect>;
  readonly width: number;
  readonly height: number;
}

/** A packed box. */
export interface Block {
  readonly slot: MapSlot | null;
  readonly width: number;
  readonly height: number;
  /** Inner blocks with their place in this one. */
  readonly inside: readonly { readonly block: Block; readonly x: number; readonly y: number }[];
}

/** Width by height: what is aimed at inside of places. */
interface Shape {
  /** Of the servers that stand in one place. */
  readonly leaves: number;
  /** Of the places that stand in one place. */
  readonly places: number;
}

interface Context extends LayoutWishes {
  readonly shape: Shape;
  /** The hosts of this layout. */
  readonly hosts: Map<string, Block>;
}

/** Shapes of providers and sites that are tried: which one fills the window best depends on how many there are. */
const shapesOfAll = [1.45, 1.1, 0.8, 1.9] as const;

/** On maps of ordinary size servers and places are tried apart, since it takes no time that anybody could notice. */
const shapesOfLeaves = [1.45, 2.2, 1.1, 0.8, 0.55, 3.2] as const;
const shapesOfPlaces = [1.45, 2.4, 1, 0.7, 4] as const;

/** Maps of more slots than this try few shapes. */
const mostForAllShapes = 400;

function shapesFor(slots: number): readonly Shape[] {
  const same = shapesOfAll.map((shape) => ({ leaves: shape, places: shape }));
  if (slots > mostForAllShapes) return same;
  return [
    ...same,
    ...shapesOfLeaves.flatMap((leaves) => shapesOfPlaces.map((places) => ({ leaves, places }))),
  ];
}

function toBlock(slot: MapSlot, context: Context): Block {
  if (!isPlaceKind(slot.kind)) {
    const height = slot.kind === 'server' || slot.rows > 0 ? serverHeight(slot.rows) : measures.leaf.height;
    return { slot, width: context.serverWidth, height, inside: [] };
  }
  if (slot.kind !== 'host') return toPlaceBlock(slot, context);
  // A host has the same shape in every try, and as long as the same stands in it.
  const before = context.hosts.get(slot.key);
  if (before !== undefined) return before;
  const inside = insideOf(slot);
  const known = context.memory.get(slot.key);
  const block = known?.inside === inside ? known.block : toPlaceBlock(slot, context);
  if (known?.inside !== inside) context.memory.set(slot.key, { inside, block });
  context.hosts.set(slot.key, block);
  return block;
}

const square: Shape = { leaves: 1, places: 1 };

function countSlots(slots: readonly MapSlot[]): number {
  return slots.reduce((sum, slot) => sum + 1 + countSlots(slot.children), 0);
}

/** What stands in a slot, in words that are equal when it is. */
function insideOf(slot: MapSlot): string {
  return `${slot.name}|${slot.children.map((each) => `${each.key} ${each.rows} ${insideOf(each)}`).join()}`;
}

function toPlaceBlock(slot: MapSlot, context: Context): Block {
  const { header, padding } = frameOf(slot.kind);
  const children = context.isCollapsed(slot) ? [] : slot.children;
  const inner = arrange(children, context, slot.kind === 'host' ? square : context.shape);
  const least = Math.max(measures.placeMinWidth, headerTextWidth(slot.name));
  if (inner.inside.length === 0)
    return { slot, width: least, height: header + measures.emptyPlace + padding, inside: [] };
  return {
    slot,
    width: Math.max(least, inner.width + padding * 2),
    height: header + inner.height + padding,
    inside: inner.inside.map((each) => ({ ...each, x: each.x + padding, y: each.y + header })),
  };
}

/** Puts the blocks that no hand placed next to each other: servers in columns, places on shelves. */
function arrangeFree(slots: readonly MapSlot[], context: Context, shape: Shape): Block {
  const leaves = slots.filter((slot) => !isPlaceKind(slot.kind));
  const blocks = slots.filter((slot) => isPlaceKind(slot.kind)).map((slot) => toBlock(slot, context));
  if (leaves.length > 0) {
    const index = new Map(leaves.map((slot, at) => [slot.key, at]));
    const leafBlocks = leaves.map((slot) => toBlock(slot, context));
    const rects = packColumns(
      leaves.map((slot, at) => ({
        height: leafBlocks[at]?.height ?? 0,
        top: context.hubs.has(slot.key),
        links: (context.linked.get(slot.key) ?? []).flatMap((key) => index.get(key) ?? []),
      })),
      shape.leaves,
      context.serverWidth,
    );
    const inside = leafBlocks.map((block, at) => ({ block, x: rects[at]?.x ?? 0, y: rects[at]?.y ?? 0 }));
    blocks.push({ slot: null, ...extentOf(inside), inside });
  }
  const packed = packShelves(blocks, shape.places, measures.placeGap);
  const inside = blocks.flatMap((block, at) => {
    const rect = packed.rects[at];
    if (rect === undefined) return [];
    return block.slot === null
      ? block.inside.map((each) => ({ ...each, x: each.x + rect.x, y: each.y + rect.y }))
      : [{ block, x: rect.x, y: rect.y }];
  });
  return { slot: null, width: packed.width, height: packed.height, inside };
}

function extentOf(inside: Block['inside']): { width: number; height: number } {
  let [width, height] = [0, 0];
  for (const each of inside) {
    width = Math.max(width, each.x + each.block.width);
    height = Math.max(height, each.y + each.block.height);
  }
  return { width, height };
}

type Placed = Block['inside'][number];

function overlaps(a: Placed, b: Placed, gap: number): boolean {
  return (
    a.x < b.x + b.block.width + gap &&
    b.x < a.x + a.block.width + gap &&
    a.y < b.y + b.block.height + gap &&
    b.y < a.y + a.block.height + gap
  );
}

/** What a hand placed stays where it is; what the packing put there gives way downwards. */
function arrange(slots: readonly MapSlot[], context: Context, shape: Shape): Block {
  const placed: Placed[] = [];
  const free: MapSlot[] = [];
  for (const slot of slots) {
    const hand = context.hand(slot);
    if (hand === undefined) free.push(slot);
    else placed.push({ block: toBlock(slot, context), x: Math.max(0, hand.x), y: Math.max(0, hand.y) });
  }
  const packed = arrangeFree(free, context, shape);
  if (placed.length === 0) return packed;
  const fixed = [...placed];
  const gap = measures.server.gap;
  for (const each of [...packed.inside].sort((a, b) => a.y - b.y || a.x - b.x)) {
    let at: Placed = each;
    for (let blocker = fixed.find((other) => overlaps(at, other, gap)); blocker !== undefined;) {
      at = { ...at, y: blocker.y + blocker.block.height + gap };
      const now: Placed = at;
      blocker = fixed.find((other) => overlaps(now, other, gap));
    }
    fixed.push(at);
  }
  return { slot: null, ...extentOf(fixed), inside: fixed };
}

/**
 * Lays out the map: servers in columns, places as boxes in boxes, linked things near each other, groups kept whole.
 * Own nested packing with swaps; about n log n. The same slots and wishes give the same picture.
 */
export function layoutMap(roots: readonly MapSlot[], wishes: LayoutWishes): MapLayout {
  const hosts = new Map<string, Block>();
  const outer: Shape = { leaves: wishes.aspect, places: wishes.aspect };
  const tried = shapesFor(countSlots(roots)).map((shape) =>
    arrange(roots, { ...wishes, shape, hosts }, outer),
  );
  const spanOf = (block: Block): number => Math.max(block.width, block.height * wishes.aspect);
  const whole = tried.reduce((best, each) => (spanOf(each) < spanOf(best) * 0.98 ? each : best));
  const rects = new Map<string, Rect>();
  const place = (block: Block, x: number, y: number): void => {
    if (block.slot !== null) rects.set(block.slot.key, { x, y, width: block.width, height: block.height });
    for (const each of block.inside) place(each.block, x + each.x, y + each.y);
  };
  place(whole, 0, 0);
  return { rects, width: whole.width, height: whole.height };
}
