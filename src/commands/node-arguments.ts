import { fail, ok, type Result } from '#core/base/result.ts';
import { costPeriods, nodeSchema } from '#core/document/inventory-records.ts';
import { z } from '#core/document/zod.ts';
import { canContain, type InventoryNode, type NodeKind } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { maybeAmount, maybeEvidence, maybeSizes, maybeText, maybeTexts, maybeWords } from './arguments.ts';
import { findKnownNode, toAddsByNode, toKnownNodes, toNodeWords, toPlaces } from '#core/graph/known-nodes.ts';

const count = z.number().int().nonnegative().nullable().exactOptional();

/** The fields of a node that say what it is, all optional: kind, name and place are arguments of their own. */
export const nodeDetails = {
  type: maybeText,
  aliases: maybeTexts,
  count,
  order: maybeText,
  environment: maybeText,
  status: nodeSchema.shape.status.unwrap().exactOptional(),
  os: maybeText,
  addresses: maybeTexts,
  domains: maybeTexts,
  tags: maybeTexts,
  notes: maybeWords,
  capacity: maybeSizes,
  usage: maybeSizes,
  cost: z
    .strictObject({
      amount: maybeAmount,
      currency: maybeText,
      per: z.enum(costPeriods).exactOptional(),
    })
    .exactOptional(),
  jurisdiction: maybeText,
  data: maybeTexts,
  redundancy: z
    .strictObject({ group: z.string().trim().min(1), needs: z.number().int().positive() })
    .nullable()
    .exactOptional(),
  conflicts: nodeSchema.shape.conflicts.unwrap().exactOptional(),
  evidence: maybeEvidence,
};

const details = z.strictObject(nodeDetails);

/** Values for the fields of `nodeDetails`. */
export type NodeDetails = z.output<typeof details>;

/** The fields that were given, in the words of evidence and conflicts: `os`, `capacity.memoryMiB`. */
function toFieldNames(fields: Readonly<Record<string, unknown>>): Set<string> {
  const names = new Set<string>();
  for (const [key, value] of Object.entries(fields)) {
    names.add(key);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const inner of Object.keys(value)) names.add(`${key}.${inner}`);
  }
  return names;
}

/**
 * A node with new values: of sizes and costs only those that are given change, and a conflict between sources about a
 * value is settled by giving the value.
 */
export function withDetails(
  node: InventoryNode,
  fields: NodeDetails & Partial<Pick<InventoryNode, 'kind' | 'name' | 'parent'>>,
): InventoryNode {
  const settled = toFieldNames({ ...fields });
  return {
    ...node,
    ...fields,
    capacity: { ...node.capacity, ...fields.capacity },
    usage: { ...node.usage, ...fields.usage },
    cost: { ...node.cost, ...fields.cost },
    conflicts: fields.conflicts ?? node.conflicts.filter(({ field }) => !settled.has(field)),
  };
}

/** Whether a kind may stand in a place, as a sentence when it may not. */
export function checkPlace(plan: Plan, kind: NodeKind, parent: string | null): Result<null, string> {
  const place = findKnownNode(plan, parent);
  if (place === undefined || canContain(place.kind, kind)) return ok(null);
  return fail(`a ${kind} can't be placed in a ${place.kind} (${toNodeWords(plan, place)})`);
}

/** Whether a node may get a new kind or place: the place must fit it, it must fit what it holds, and nothing lies in itself. */
export function checkNodePlace(plan: Plan, node: InventoryNode): Result<null, string> {
  const place = findKnownNode(plan, node.parent);
  if (
    place !== undefined &&
    (place.id === node.id || toPlaces(plan, place).some(({ id }) => id === node.id))
  ) {
    return fail(`${node.name} can't be placed inside of itself`);
  }
  const fits = checkPlace(plan, node.kind, node.parent);
  if (!fits.ok) return fits;
  const isPlanned = toAddsByNode(plan.changes).has(node.id) && !plan.nodes.has(node.id);
  if (place !== undefined && !plan.nodes.has(place.id) && !isPlanned) {
    return fail(`${place.name} is only planned: plan a move to it instead`);
  }
  if (findKnownNode(plan, node.id)?.kind === node.kind) return fits;
  for (const child of toKnownNodes(plan)) {
    if (child.parent === node.id && !canContain(node.kind, child.kind)) {
      return fail(`${node.name} can't be a ${node.kind}: it holds the ${child.kind} ${child.name}`);
    }
  }
  return fits;
}
