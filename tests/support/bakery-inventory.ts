import { toDependency } from '#core/model/dependency.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';

/** The id of a node by its name. */
export const node = (name: string): NodeId => toId('nd', `nd_${name.replaceAll(/\W/gu, '_')}`);
/** The one source of the bakery. */
export const source = toId('so', 'so_wiki');
/** Evidence in that source. */
export const say = (line: number, quote: string, field = 'name') => ({ source, line, quote, field });

/** What the bakery wrote down about its machines. */
export const wikiText = [
  '# Machines of the bakery',
  '',
  'All of it runs at Harbour Cloud, 7 servers in total.',
  '',
  '## gate1',
  '- jump host, everything else is reached through it',
  '## shop1',
  '- the web shop, shop.crumb.example',
  '## orders-db',
  '- orders database, nightly dump to the bucket crumb-dumps',
  '## orders-db2',
  '- follows orders-db',
  '## news1',
  '- sent the newsletter once. Still in use (?)',
  '## oldwiki',
  '- the wiki nobody edits any more, oldwiki.crumb.example',
  '## build1',
  '- builds, until the hosted builds are set up',
  '',
  'To be cleared: news1, oldwiki, build1.',
].join('\n');

function server(name: string, line: number, fields: Partial<InventoryNode> = {}): InventoryNode {
  return toNode({
    id: node(name),
    kind: 'server',
    type: 'vm',
    name,
    parent: node('harbour'),
    evidence: [say(line, name)],
    ...fields,
  });
}

function service(name: string, parent: string, fields: Partial<InventoryNode> = {}): InventoryNode {
  return toNode({
    id: node(`${parent}_${name}`),
    kind: 'service',
    name,
    parent: node(parent),
    ...fields,
  });
}

/** The machines of the bakery. */
export const bakeryNodes = [
  toNode({
    id: node('harbour'),
    kind: 'provider',
    name: 'Harbour Cloud',
    evidence: [say(3, 'Harbour Cloud')],
  }),
  toNode({ id: node('northyard'), kind: 'provider', name: 'Northyard' }),
  server('gate1', 5, { capacity: { vcpu: 1, memoryMiB: 1024, diskGiB: 25 } }),
  service('jump host', 'gate1', { type: 'gateway' }),
  server('shop1', 7, {
    domains: ['shop.crumb.example'],
    capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 80 },
  }),
  service('web shop', 'shop1', { type: 'web' }),
  server('orders-db', 9, { capacity: { vcpu: 4, memoryMiB: 16_384, diskGiB: 200 } }),
  service('orders', 'orders-db', { type: 'database' }),
  server('orders-db2', 11, { capacity: { vcpu: 4, memoryMiB: 16_384, diskGiB: 200 } }),
  server('news1', 13, { status: 'unknown' }),
  service('newsletter', 'news1', { type: 'mail' }),
  server('oldwiki', 15, { domains: ['oldwiki.crumb.example'] }),
  server('build1', 17),
  service('build runner', 'build1', { type: 'ci' }),
  toNode({
    id: node('bucket'),
    kind: 'service',
    type: 'storage',
    name: 'crumb-dumps',
    parent: node('harbour'),
  }),
];

/** Everything is reached through one machine. */
export const throughGate = ['shop1', 'orders-db', 'orders-db2', 'news1', 'oldwiki', 'build1'].map((name) =>
  toDependency({
    id: toId('dp', `dp_gate_${name}`.replaceAll('-', '_')),
    from: node(name),
    to: node('gate1'),
    type: 'reaches-through',
    protocol: 'ssh',
    port: 22,
  }),
);
