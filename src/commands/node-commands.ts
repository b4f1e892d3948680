import { fail, ok } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import { nodeKinds, toNode, type InventoryNode } from '#core/model/node.ts';
import { maybeId, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import type { Draft } from './draft.ts';
import { findKnownNode, toAddsByNode, toNodeName, toNodeWords } from '#core/graph/known-nodes.ts';
import { checkNodePlace, nodeDetails, withDetails } from './node-arguments.ts';
import { refersTo } from './references.ts';
import { takeOut } from './take-out.ts';

/** Writes a node where it lives: in the inventory, or in the change that adds it. */
function putNode(draft: Draft, node: InventoryNode): void {
  const add = draft.plan.nodes.has(node.id) ? undefined : toAddsByNode(draft.plan.changes).get(node.id);
  if (add === undefined) draft.put('nodes', node);
  else draft.put('changes', { ...add, node, to: node.parent });
}

/** Adds a node to the inventory. */
export const addNode = defineCommand({
  name: 'add-node',
  title: 'Add to the inventory',
  arguments: {
    id: maybeId('nd'),
    kind: z.enum(nodeKinds),
    name: someText,
    parent: refersTo('node').nullable().default(null),
    ...nodeDetails,
  },
  apply: ({ id: given, kind, name, parent, ...fields }, draft) => {
    const id = toNewId(draft, 'nd', given, (each) => findKnownNode(draft.plan, each) !== undefined);
    if (!id.ok) return id;
    const node = withDetails(toNode({ id: id.value, kind, name, parent }), fields);
    const place = checkNodePlace(draft.plan, node);
    if (!place.ok) return fail({ argument: 'parent', message: place.error });
    draft.put('nodes', node);
    return ok({ label: `Add ${toNodeWords(draft.plan, node)}`, made: [node.id] });
  },
});

/** Changes fields of a node. */
export const editNode = defineCommand({
  name: 'edit-node',
  title: 'Edit a node',
  arguments: {
    node: refersTo('node'),
    kind: z.enum(nodeKinds).exactOptional(),
    name: someText.exactOptional(),
    parent: refersTo('node').nullable().exactOptional(),
    ...nodeDetails,
  },
  apply: ({ node: id, ...fields }, draft) => {
    const before = findKnownNode(draft.plan, id);
    if (before === undefined) return fail('the node is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const node = withDetails(before, fields);
    const place = checkNodePlace(draft.plan, node);
    if (!place.ok)
      return fail({ argument: fields.parent === undefined ? 'kind' : 'parent', message: place.error });
    putNode(draft, node);
    const isRename = node.name !== before.name;
    return ok({ label: isRename ? `Rename ${before.name} to ${node.name}` : `Edit ${node.name}`, made: [] });
  },
});

/** Takes a node out of the inventory, with all inside and everything that the plan says of it. */
export const removeNode = defineCommand({
  name: 'remove-node',
  title: 'Delete from the inventory',
  arguments: { node: refersTo('node') },
  apply: ({ node }, draft) => {
    const label = `Delete ${toNodeName(draft.plan, node)} from the inventory`;
    const add = draft.plan.nodes.has(node) ? undefined : toAddsByNode(draft.plan.changes).get(node);
    takeOut(draft, add === undefined ? { nodes: [node] } : { nodes: [node], changes: [add.id] });
    return ok({ label, made: [] });
  },
});

const coordinate = z.number().nullable().default(null);

/** Puts a node somewhere on the map; without coordinates its place is left to the automatic layout again. */
export const placeNode = defineCommand({
  name: 'place-node',
  title: 'Place on the map',
  arguments: { node: refersTo('node'), x: coordinate, y: coordinate },
  apply: ({ node, x, y }, draft) => {
    const name = toNodeName(draft.plan, node);
    if (x === null && y === null) {
      draft.drop('layout', [node]);
      return ok({ label: `Lay out ${name} automatically`, made: [] });
    }
    if (x === null || y === null) return fail('it needs both "x" and "y", or neither of them');
    draft.put('layout', { ...draft.plan.layout.get(node), id: node, x, y });
    return ok({ label: `Place ${name} on the map`, made: [] });
  },
});
