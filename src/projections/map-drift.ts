import type { NodeId } from '#core/model/ids.ts';
import type { Rect } from './map-measures.ts';
import type { MapScene } from './map-scene.ts';
import type { MapSlot } from './map-slots.ts';

/** How far the picture still is what a hand made of it. */
export interface MapDrift {
  /** Nodes that stand where a hand put them. */
  readonly placed: readonly NodeId[];
  /** Those of them that lie on another one, since they grew or came from elsewhere: the layout moves none of them away. */
  readonly overlapping: readonly NodeId[];
}

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Compares what hands placed with each other. Quadratic in the boxes that hands placed in one place. */
export function findDrift({ placed, layout }: MapScene): MapDrift {
  const byParent = new Map<MapSlot | null, MapSlot[]>();
  for (const slot of placed) {
    const known = byParent.get(slot.parent);
    if (known === undefined) byParent.set(slot.parent, [slot]);
    else known.push(slot);
  }
  const isOverlapping = (slot: MapSlot): boolean => {
    const rect = layout.rects.get(slot.key);
    if (rect === undefined) return false;
    return (byParent.get(slot.parent) ?? []).some((other) => {
      const at = other === slot ? undefined : layout.rects.get(other.key);
      return at !== undefined && meet(rect, at);
    });
  };
  return {
    placed: placed.flatMap((slot) => slot.node ?? []),
    overlapping: placed.filter(isOverlapping).flatMap((slot) => slot.node ?? []),
  };
}
