import type { InventoryNode } from '#core/model/node.ts';
import { subtreeIn, type Estate } from '#core/state/estate.ts';

const most = 3;

/** What a box says: the name, how many of it, and the first things that run on it. */
export function toBoxLabel(estate: Estate, node: InventoryNode): string {
  const count = node.count === null ? ' x ?' : node.count === 1 ? '' : ` x ${node.count}`;
  const inside = subtreeIn(estate, node.id)
    .filter((each) => each.id !== node.id)
    .map((each) => each.name)
    .filter((name) => name !== node.name);
  const names = [...new Set(inside)];
  const more = names.length > most ? ` +${names.length - most}` : '';
  const runs = names.length === 0 ? '' : ` - ${names.slice(0, most).join(', ')}${more}`;
  return `${node.name}${count}${runs}`;
}
