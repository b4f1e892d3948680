import { nodeSchema } from '#core/document/inventory-records.ts';
import type { InventoryNode } from '#core/model/node.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a field path of a node: `os`, `capacity.memoryMiB`; notes as the list of their lines, as sources are remembered. */
export function getAtPath(node: InventoryNode, path: string): unknown {
  if (path === 'notes') return node.notes === '' ? [] : node.notes.split('\n');
  const at = (value: unknown, field: string): unknown => (isRecord(value) ? value[field] : undefined);
  return path.split('.').reduce<unknown>(at, node);
}

/** A node with other values at field paths; values that do not fit their field leave the node as it is. */
export function withPaths(node: InventoryNode, values: ReadonlyMap<string, unknown>): InventoryNode {
  const next: Record<string, unknown> = { ...node };
  for (const [path, value] of values) {
    const [field = path, inner] = path.split('.');
    const before = next[field];
    if (path === 'notes') next['notes'] = Array.isArray(value) ? value.join('\n') : value;
    else if (inner === undefined) next[field] = value;
    else next[field] = { ...(isRecord(before) ? before : {}), [inner]: value };
  }
  const parsed = nodeSchema.safeParse(next);
  return parsed.success ? { ...node, ...parsed.data } : node;
}
