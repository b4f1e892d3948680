import { nodeKinds, type NodeKind, type NodeStatus } from '#core/model/node.ts';
import { dispositionKinds } from '#core/model/disposition.ts';
import type { ProposedItem, ProposedNode, SourceText } from '../contract.ts';
import { readOwnRows, type OwnRow } from './own-rows.ts';
import { findOwnTable } from './table-kinds.ts';

/** A node as other tables point at it. */
export interface KnownNode {
  readonly key: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly id: string;
}

/** The nodes of a table by their ids. */
export type KnownNodes = ReadonlyMap<string, KnownNode>;

function toKind(text: string): NodeKind | undefined {
  return nodeKinds.find((kind) => kind === text);
}

/** The nodes that the rows of a table of nodes are about; a row without a known kind is about none. */
export function toKnownNodes(rows: readonly OwnRow[]): KnownNodes {
  return new Map(
    rows.flatMap((row) => {
      const kind = toKind(row.text('kind'));
      const id = row.text('id');
      return kind === undefined || id === ''
        ? []
        : [[id, { key: `${kind}:${id}`, kind, name: row.text('name'), id }] as const];
    }),
  );
}

/** The nodes of the table of nodes among the files that are imported together. */
export function findKnownNodes(files: readonly SourceText[]): KnownNodes {
  const file = files.find((each) => findOwnTable(each) === 'nodes');
  return file === undefined ? new Map() : toKnownNodes(readOwnRows(file).rows);
}

const statuses: readonly NodeStatus[] = ['active', 'dormant', 'unknown', 'planned'];
const periods = ['hour', 'day', 'month', 'year'] as const;

function sizesOf(row: OwnRow, columns: Readonly<Record<string, string>>): Record<string, number> | undefined {
  const known = Object.entries(columns).flatMap(([field, heading]) => {
    const value = row.number(heading);
    return value === null ? [] : [[field, value] as const];
  });
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

const evidenceColumns: readonly (readonly [heading: string, field: string])[] = [
  ['name', 'name'],
  ['type', 'type'],
  ['parent', 'parent'],
  ['environment', 'environment'],
  ['status', 'status'],
  ['os', 'os'],
  ['addresses', 'addresses'],
  ['domains', 'domains'],
  ['tags', 'tags'],
  ['aliases', 'aliases'],
  ['notes', 'notes'],
  ['vcpu', 'capacity.vcpu'],
  ['memoryMiB', 'capacity.memoryMiB'],
  ['diskGiB', 'capacity.diskGiB'],
  ['usedVcpu', 'usage.vcpu'],
  ['usedMemoryMiB', 'usage.memoryMiB'],
  ['usedDiskGiB', 'usage.diskGiB'],
  ['cost', 'cost.amount'],
];

/** The fields of a node of which the row says something. */
function toFields(row: OwnRow): Partial<ProposedNode> {
  const text = (heading: string, field: string): Record<string, string> =>
    row.text(heading) === '' ? {} : { [field]: row.text(heading) };
  const list = (heading: string): Record<string, readonly string[]> =>
    row.list(heading).length === 0 ? {} : { [heading]: row.list(heading) };
  const capacity = sizesOf(row, { vcpu: 'vcpu', memoryMiB: 'memoryMiB', diskGiB: 'diskGiB' });
  const usage = sizesOf(row, { vcpu: 'usedVcpu', memoryMiB: 'usedMemoryMiB', diskGiB: 'usedDiskGiB' });
  const status = statuses.find((each) => each === row.text('status'));
  const amount = row.number('cost');
  const per = periods.find((each) => each === row.text('costPer'));
  const currency = row.text('currency');
  const count = row.text('count') === '?' ? null : row.number('count');
  return {
    ...text('type', 'type'),
    ...text('environment', 'environment'),
    ...text('os', 'os'),
    ...text('notes', 'notes'),
    ...text('jurisdiction', 'jurisdiction'),
    ...list('addresses'),
    ...list('domains'),
    ...list('tags'),
    ...list('aliases'),
    ...list('data'),
    ...(status === undefined ? {} : { status }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(usage === undefined ? {} : { usage }),
    ...(amount === null
      ? {}
      : {
          cost: { amount, ...(per === undefined ? {} : { per }), ...(currency === '' ? {} : { currency }) },
        }),
    ...(count === null && row.text('count') !== '?' ? {} : { count }),
  };
}

function toFate(row: OwnRow, node: KnownNode, byName: ReadonlyMap<string, KnownNode | null>): ProposedItem[] {
  const items: ProposedItem[] = [];
  const disposition = dispositionKinds.find((each) => each === row.text('disposition'));
  if (disposition !== undefined) {
    items.push({
      is: 'disposition',
      key: `disposition:${node.key}`,
      node: node.key,
      disposition,
      why: '',
      conditions: [],
      confidence: 'sure',
      reasons: ['the column "disposition"'],
      evidence: row.evidence('disposition', 'disposition'),
    });
  }
  const phase = row.text('phase');
  const phaseKey = phase === '' ? null : `phase:${phase.toLowerCase()}`;
  if (phaseKey !== null) {
    items.push({
      is: 'phase',
      key: phaseKey,
      name: phase,
      confidence: 'sure',
      reasons: ['the column "phase"'],
      evidence: row.evidence('phase', 'name'),
    });
  }
  // What the plan adds stands at its target already; a target whose name stands twice could be either.
  const target = byName.get(row.text('target'));
  if (target !== undefined && target !== null && target.id !== node.id && row.text('status') !== 'planned') {
    items.push({
      is: 'move',
      key: `move:${node.key}`,
      node: node.key,
      to: target.key,
      phase: phaseKey,
      confidence: 'sure',
      reasons: ['the column "target"'],
      evidence: row.evidence('target', 'to'),
    });
  }
  return items;
}

/** What a table of nodes holds: each row one node in its place, with what becomes of it. */
export function toNodeItems(rows: readonly OwnRow[]): ProposedItem[] {
  const known = toKnownNodes(rows);
  const byName = new Map<string, KnownNode | null>();
  for (const node of known.values()) byName.set(node.name, byName.has(node.name) ? null : node);
  const fates: ProposedItem[] = [];
  const nodes = rows.flatMap((row): ProposedItem[] => {
    const node = known.get(row.text('id'));
    if (node === undefined) return [];
    fates.push(...toFate(row, node, byName));
    const parent = row.has('parentId') ? known.get(row.text('parentId')) : byName.get(row.text('parent'));
    return [
      {
        is: 'node',
        key: node.key,
        kind: node.kind,
        name: node.name,
        parent: parent?.key ?? null,
        identities: [node.id],
        confidence: 'sure',
        reasons: [`row ${row.line} of the nodes`],
        evidence: evidenceColumns.flatMap(([heading, field]) => row.evidence(heading, field)),
        ...toFields(row),
      },
    ];
  });
  // A phase is named by every node in it.
  const unique = new Map(fates.map((item) => [item.key, item]));
  return [...nodes, ...unique.values()];
}
