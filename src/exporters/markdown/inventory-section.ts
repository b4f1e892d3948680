import { compareText } from '#core/base/compare.ts';
import { mdBold, mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toResourceWords } from '#core/exporters/reading/resource-words.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { childrenIn, subtreeIn, type Estate } from '#core/state/estate.ts';
import { inventorySummary } from './inventory-summary.ts';
import { toUsers, toUses } from './link-words.ts';
import { mdNotes } from './notes-words.ts';
import { markOf } from './mark-words.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { listedUpTo } from './words.ts';

/** With more servers and services than this the inventory is told in groups. */
export const mostRows = 250;

/** The rows of a table: things that nothing else in the table contains, with what they contain in one of the cells. */
function rowsUnder(estate: Estate, id: InventoryNode['id']): InventoryNode[] {
  return childrenIn(estate, id)
    .toSorted((a, b) => compareText(a.order ?? '\uffff', b.order ?? '\uffff') || compareText(a.name, b.name))
    .flatMap((node) =>
      node.kind === 'site' || node.kind === 'host' ? [node, ...rowsUnder(estate, node.id)] : [node],
    );
}

function toService(node: InventoryNode): string {
  const count = node.count === null ? ' ×?' : node.count === 1 ? '' : ` ×${node.count}`;
  const type =
    node.type === null || node.type === 'unknown' || node.name.toLowerCase().includes(node.type)
      ? ''
      : ` (${mdText(node.type)})`;
  return `${mdText(node.name)}${type}${count}`;
}

function toInside(estate: Estate, node: InventoryNode): string {
  if (node.kind === 'site' || node.kind === 'host') return '';
  const inside = subtreeIn(estate, node.id).filter((each) => each.id !== node.id);
  return listedUpTo(inside.map(toService), 8);
}

function toName(node: InventoryNode): string {
  const kind = node.kind === 'site' || node.kind === 'host' ? `${node.kind} ` : '';
  const count = node.count === null ? ' ×?' : node.count === 1 ? '' : ` ×${node.count}`;
  const state = node.status === 'active' || node.status === 'unknown' ? '' : ` *(${node.status})*`;
  return `${kind}${mdBold(node.name)}${count}${state}`;
}

function toRow(reader: PlanReader, estate: Estate, node: InventoryNode): string[] {
  const place = node.kind === 'site' || node.kind === 'host';
  const size = toResourceWords(node.capacity) || toResourceWords(node.usage);
  const domains = subtreeIn(estate, node.id).flatMap((each) => (place ? [] : each.domains));
  const owners = findOwners(estate, node).map((id) => mdText(reader.nameOf(id)));
  const notes = reader.options.without.includes('notes') ? '' : mdNotes(node.notes);
  return [
    `${toName(node)}${markOf(reader, 'node', node.id)}`,
    node.kind === 'service' && node.type !== null && node.type !== 'unknown'
      ? mdText(node.type)
      : toInside(estate, node),
    listedUpTo([...new Set(domains)].map(mdText), 4),
    place ? '' : toUses(reader, estate, node),
    place ? '' : toUsers(reader, estate, node),
    [size, mdText(node.os ?? '')].filter((part) => part !== '').join(', '),
    mdText(node.environment ?? ''),
    listedUpTo([...new Set(owners)], 3),
    notes,
  ];
}

const columns = [
  '',
  'what runs there',
  'domains',
  'what it does to others',
  'who uses it',
  'size',
  'environment',
  'owner',
  'notes',
];

function toTable(reader: PlanReader, nodes: readonly InventoryNode[]): string[] {
  return mdTable(
    columns.map((title, index) => ({ title, keep: index === 0 })),
    nodes.map((node) => toRow(reader, reader.start, node)),
  );
}

/** What runs where today: a table for each provider, or in groups when the estate is too large to be read line by line. */
export function inventorySection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  if (phase !== null || party !== null || reader.start.nodes.size === 0) return [];
  const heading = ['## What runs where'];
  const rows = reader.start.nodes.filter(
    (node) => node.kind !== 'service' && node.kind !== 'provider',
  ).length;
  if (rows > mostRows) return stacked(heading, inventorySummary(reader));
  const roots = reader.start.nodes
    .filter((node) => !reader.start.nodes.has(node.parent))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const providers = roots.filter((node) => node.kind === 'provider');
  const loose = roots.filter((node) => node.kind !== 'provider');
  const placed = providers.flatMap((provider, index) => {
    const inside = rowsUnder(reader.start, provider.id);
    const title = [`### ${index + 1} · ${mdText(provider.name) || 'Unnamed provider'}`];
    return [title, inside.length === 0 ? ['Nothing is known to run here.'] : toTable(reader, inside)];
  });
  const unplaced = loose.flatMap((node) => [
    node,
    ...(node.kind === 'site' || node.kind === 'host' ? rowsUnder(reader.start, node.id) : []),
  ]);
  return stacked(
    heading,
    ...placed,
    ...(unplaced.length === 0
      ? []
      : [[`### ${providers.length + 1} · No provider named`], toTable(reader, unplaced)]),
  );
}
