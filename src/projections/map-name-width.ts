import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { measures } from './map-measures.ts';

/** So many of a hundred servers show their whole name; longer names are cut. */
const shownWhole = 0.85;
const widest = 196;

/** Letters that are as wide as two: CJK, emoji. */
function lengthOf(name: string): number {
  let length = 0;
  for (const letter of name) length += (letter.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
  return length;
}

/** Px that a name takes with its icon and one mark: servers in the mono face, services in the interface's. */
function needOf(node: InventoryNode): number {
  return node.kind === 'server' ? 52 + lengthOf(node.name) * 6.9 : 30 + lengthOf(node.name) * 6;
}

const known = new WeakMap<Plan['nodes'], number>();

/**
 * How wide the servers of a map are: 142 px where names are as short as most are, up to 196 px where many are longer. The
 * same in all states and for all servers, so that columns keep their lines.
 */
export function findServerWidth({ nodes }: Plan): number {
  const before = known.get(nodes);
  if (before !== undefined) return before;
  const needs = nodes
    .filter((node) => node.kind === 'server' || node.kind === 'service')
    .map(needOf)
    .sort((a, b) => a - b);
  const wanted = needs[Math.floor(needs.length * shownWhole)] ?? 0;
  const width = Math.round(Math.min(widest, Math.max(measures.server.width, wanted)) / 2) * 2;
  known.set(nodes, width);
  return width;
}
