import type { Evidence } from './evidence.ts';
import type { NodeId } from './ids.ts';

/** Kinds of node, outermost first: a parent's kind stands earlier (site in site and host in host are allowed too). */
export const nodeKinds = ['provider', 'site', 'host', 'server', 'service'] as const;

/** What a node is. */
export type NodeKind = (typeof nodeKinds)[number];

/** Known types of node (an open list: other texts are kept). */
export const nodeTypes = [
  'vm',
  'physical',
  'container',
  'cluster',
  'database',
  'cache',
  'queue',
  'web',
  'proxy',
  'load-balancer',
  'worker',
  'job',
  'mail',
  'dns',
  'monitoring',
  'logging',
  'storage',
  'backup',
  'repository',
  'ci',
  'saas',
  'gateway',
  'application',
  'unknown',
] as const;

/** Whether a node works today. */
export type NodeStatus = 'active' | 'dormant' | 'unknown' | 'planned';

/** Sizes of a node; `null` means not known. Memory in MiB, disk in GiB. */
export interface Resources {
  readonly vcpu: number | null;
  readonly memoryMiB: number | null;
  readonly diskGiB: number | null;
}

/** What a node costs; the currency is an ISO 4217 code. */
export interface Cost {
  readonly amount: number | null;
  readonly currency: string | null;
  readonly per: 'hour' | 'day' | 'month' | 'year';
}

/** Values of one field that sources disagree on. */
export interface FieldConflict {
  readonly field: string;
  readonly values: readonly { readonly value: unknown; readonly evidence: readonly Evidence[] }[];
}

/** A thing in the inventory: a provider, site, host, server or service. */
export interface InventoryNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  /** One of `nodeTypes` or any other word; `null` when nothing is known. */
  readonly type: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent: NodeId | null;
  /** 1 for a thing, n where the source states it, `null` for a class of unknown size. */
  readonly count: number | null;
  readonly order: string | null;
  readonly environment: string | null;
  readonly status: NodeStatus;
  readonly os: string | null;
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  readonly tags: readonly string[];
  readonly notes: string;
  /** What it offers or was given. */
  readonly capacity: Resources;
  /** What it needs, where that is known. */
  readonly usage: Resources;
  readonly cost: Cost;
  /** ISO 3166 country code. */
  readonly jurisdiction: string | null;
  /** Kinds of data kept here. */
  readonly data: readonly string[];
  readonly redundancy: { readonly group: string; readonly needs: number } | null;
  readonly conflicts: readonly FieldConflict[];
  readonly evidence: readonly Evidence[];
}

/** Nothing known of any size. */
export const unknownResources: Resources = { vcpu: null, memoryMiB: null, diskGiB: null };

/** A node with empty values for all that is not given. */
export function toNode(
  fields: Pick<InventoryNode, 'id' | 'kind' | 'name'> & Partial<InventoryNode>,
): InventoryNode {
  return {
    type: null,
    aliases: [],
    parent: null,
    count: 1,
    order: null,
    environment: null,
    status: 'active',
    os: null,
    addresses: [],
    domains: [],
    tags: [],
    notes: '',
    capacity: unknownResources,
    usage: unknownResources,
    cost: { amount: null, currency: null, per: 'month' },
    jurisdiction: null,
    data: [],
    redundancy: null,
    conflicts: [],
    evidence: [],
    ...fields,
  };
}

/** Whether a node of kind `child` may be placed in one of kind `parent`. */
export function canContain(parent: NodeKind, child: NodeKind): boolean {
  if (parent === child) return parent === 'site' || parent === 'host';
  return nodeKinds.indexOf(parent) < nodeKinds.indexOf(child);
}
