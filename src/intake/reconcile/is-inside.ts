import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** Whether a place is a node or stands somewhere inside it. */
export function isInside(
  nodes: { readonly get: (id: string | null) => InventoryNode | undefined },
  place: NodeId | null,
  outer: string,
): boolean {
  let at = place;
  for (let depth = 0; at !== null && depth < 1000; depth += 1) {
    if (at === outer) return true;
    at = nodes.get(at)?.parent ?? null;
  }
  return false;
}
