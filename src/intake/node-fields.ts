import type { ProposedNode } from '#core/importers/contract.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Cost, InventoryNode, Resources } from '#core/model/node.ts';
import { listField, scalarField, type RecordField } from './merge-fields.ts';

/** A proposed node whose parent is an id of the plan; `undefined`: the source does not say. */
export interface ResolvedNode {
  readonly item: ProposedNode;
  readonly parent: NodeId | null | undefined;
}

type NodeField = RecordField<InventoryNode, ResolvedNode>;
const sizes = ['vcpu', 'memoryMiB', 'diskGiB'] as const;

function sizeField(where: 'capacity' | 'usage', size: keyof Resources): NodeField {
  return scalarField<InventoryNode, ResolvedNode, number | null>({
    path: `${where}.${size}`,
    theirs: ({ item }) => item[where]?.[size] ?? undefined,
    ours: (node) => node[where][size],
    put: (node, value) => ({ ...node, [where]: { ...node[where], [size]: value } }),
    empty: null,
  });
}

function textField(path: 'type' | 'environment' | 'os' | 'jurisdiction'): NodeField {
  return scalarField<InventoryNode, ResolvedNode, string | null>({
    path,
    theirs: ({ item }) => item[path],
    ours: (node) => node[path],
    put: (node, value) => ({ ...node, [path]: value }),
    empty: null,
    isWeak: (value) => path === 'type' && (value === null || value === 'unknown'),
  });
}

function manyField(path: 'aliases' | 'addresses' | 'domains' | 'tags' | 'data'): NodeField {
  return listField<InventoryNode, ResolvedNode>({
    path,
    theirs: ({ item }) => item[path],
    ours: (node) => node[path],
    put: (node, values) => ({ ...node, [path]: values }),
  });
}

const notesField: NodeField = listField({
  path: 'notes',
  theirs: ({ item }) => item.notes?.split('\n').filter((line) => line.trim() !== ''),
  ours: (node) => (node.notes === '' ? [] : node.notes.split('\n')),
  put: (node, lines) => ({ ...node, notes: lines.join('\n') }),
});

const costFields: readonly NodeField[] = [
  scalarField<InventoryNode, ResolvedNode, number | null>({
    path: 'cost.amount',
    theirs: ({ item }) => item.cost?.amount ?? undefined,
    ours: (node) => node.cost.amount,
    put: (node, amount) => ({ ...node, cost: { ...node.cost, amount } }),
    empty: null,
  }),
  scalarField<InventoryNode, ResolvedNode, string | null>({
    path: 'cost.currency',
    theirs: ({ item }) => item.cost?.currency ?? undefined,
    ours: (node) => node.cost.currency,
    put: (node, currency) => ({ ...node, cost: { ...node.cost, currency } }),
    empty: null,
  }),
  scalarField<InventoryNode, ResolvedNode, Cost['per']>({
    path: 'cost.per',
    theirs: ({ item }) => item.cost?.per,
    ours: (node) => node.cost.per,
    put: (node, per) => ({ ...node, cost: { ...node.cost, per } }),
    empty: 'month',
  }),
];

/** The name: another spelling in a second source is an alias and not a conflict (see `withOtherName`). */
const nameField: NodeField = scalarField({
  path: 'name',
  theirs: ({ item }) => item.name,
  ours: (node) => node.name,
  put: (node, name) => ({ ...node, name }),
  empty: '',
});

/** All fields of a node that an import fills, besides `parent`. */
export const nodeFields: readonly NodeField[] = [
  nameField,
  textField('type'),
  textField('environment'),
  textField('os'),
  textField('jurisdiction'),
  scalarField<InventoryNode, ResolvedNode, InventoryNode['status']>({
    path: 'status',
    theirs: ({ item }) => item.status,
    ours: (node) => node.status,
    put: (node, status) => ({ ...node, status }),
    empty: 'active',
    isWeak: (status) => status === 'unknown',
  }),
  scalarField<InventoryNode, ResolvedNode, number | null>({
    path: 'count',
    theirs: ({ item }) => item.count,
    ours: (node) => node.count,
    put: (node, count) => ({ ...node, count }),
    empty: 1,
  }),
  manyField('aliases'),
  manyField('addresses'),
  manyField('domains'),
  manyField('tags'),
  manyField('data'),
  notesField,
  ...sizes.map((size) => sizeField('capacity', size)),
  ...sizes.map((size) => sizeField('usage', size)),
  ...costFields,
];

/** The place of a node; whether a place is better than another is decided by `isBetterPlace`. */
export const parentField: NodeField = scalarField<InventoryNode, ResolvedNode, NodeId | null>({
  path: 'parent',
  theirs: ({ parent }) => parent,
  ours: (node) => node.parent,
  put: (node, parent) => ({ ...node, parent }),
  empty: null,
});
