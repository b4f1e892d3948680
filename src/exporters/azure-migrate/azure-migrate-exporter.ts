import type { Exporter } from '#core/exporters/contract.ts';
import { toRawCsv, type RawCell } from '#core/exporters/encode/raw-csv.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { splitTag, toCellText, toListCell, toPercent } from '#core/exporters/vendor/cells.ts';
import { tellNodeLosses, tellPlanLosses } from '#core/exporters/vendor/losses.ts';
import { toMachines, type Machine } from '#core/exporters/vendor/machines.ts';
import { findOsFamily } from './os-family.ts';

const mostDisks = 20;
const diskColumns = [
  'size (In GB)',
  'read throughput (MB per second)',
  'write throughput (MB per second)',
  'read ops (operations per second)',
  'write ops (operations per second)',
];
const headings: readonly string[] = [
  '*Server name',
  'IP addresses',
  '*Cores',
  '*Memory (In MB)',
  '*OS name',
  'OS version',
  'OS architecture',
  'Server type',
  'Hypervisor',
  'CPU utilization percentage',
  'Memory utilization percentage',
  'Network adapters',
  'Network In throughput',
  'Network Out throughput',
  'Boot type',
  'Number of disks',
  'Storage in use (In GB)',
  ...Array.from({ length: mostDisks }, (_, index) =>
    diskColumns.map((column) => `Disk ${index + 1} ${column}`),
  ).flat(),
];

function findTagValue(tags: readonly string[], key: string): string | null {
  const found = tags.map(splitTag).find((tag) => tag.key?.toLowerCase() === key);
  return found?.value ?? null;
}

function toServerType(type: string | null): string | null {
  if (type === 'physical') return 'Physical';
  return type === 'vm' ? 'Virtual' : null;
}

/** Tags that have a column of their own. */
const ownColumns: ReadonlySet<string> = new Set(['hypervisor', 'boot']);

function tellLosses(machine: Machine, loss: Loss): void {
  const { node, ips } = machine;
  tellNodeLosses(node, loss, [
    'operating system',
    'CPU and memory',
    'CPU and memory in use',
    'disk size',
    'disk in use',
    'addresses',
    'addresses that are no IP address',
    'tags',
  ]);
  if (node.tags.some((tag) => !ownColumns.has(splitTag(tag).key?.toLowerCase() ?? '')))
    loss.add('tags', node.name);
  for (const address of node.addresses)
    if (!ips.includes(address)) loss.add('addresses that are no IP address', address);
  for (const service of machine.services) loss.add('services', service.name);
  if (machine.places.length > 0) loss.add('places (provider, site, host)', node.name);
  if (machine.phase !== null) loss.add('phases', node.name);
  if (node.usage.vcpu !== null && node.capacity.vcpu === null)
    loss.add('CPU in use without a known total', node.name);
}

/** The row of a machine; nothing when a value is missing without which Azure Migrate refuses the row. */
function toRow(machine: Machine, loss: Loss): RawCell[] | null {
  const { node, ips } = machine;
  const { capacity, usage } = node;
  const name = toCellText(node.name);
  const os = toCellText(node.os);
  const missing = [
    ...(name === null ? ['name'] : []),
    ...(capacity.vcpu === null ? ['cores'] : []),
    ...(capacity.memoryMiB === null ? ['memory'] : []),
    ...(os === null ? ['operating system'] : []),
  ];
  if (missing.length > 0) {
    loss.add('servers left out, because a needed value is not known', `${node.name} (${missing.join(', ')})`);
    return null;
  }
  tellLosses(machine, loss);
  const family = os === null ? null : findOsFamily(os);
  if (family === null && os !== null) loss.add('*OS name: not one that Azure Migrate is known to accept', os);
  const cells: Readonly<Record<string, RawCell>> = {
    '*Server name': name,
    'IP addresses': toListCell(ips, ';', 'IP addresses', loss),
    '*Cores': capacity.vcpu,
    '*Memory (In MB)': capacity.memoryMiB,
    '*OS name': family ?? os,
    'OS version': family === null || family === os ? null : os,
    'Server type': toServerType(node.type),
    Hypervisor: findTagValue(node.tags, 'hypervisor'),
    'CPU utilization percentage': toPercent(usage.vcpu, capacity.vcpu),
    'Memory utilization percentage': toPercent(usage.memoryMiB, capacity.memoryMiB),
    'Boot type': findTagValue(node.tags, 'boot'),
    'Number of disks': capacity.diskGiB === null ? null : 1,
    'Storage in use (In GB)': usage.diskGiB,
    'Disk 1 size (In GB)': capacity.diskGiB,
  };
  return headings.map((heading) => cells[heading] ?? null);
}

/**
 * The servers as a file for Azure Migrate, all columns of its template. What is known of disks is their sum: it is written as
 * one disk. Source: Microsoft "Tutorial: Assess servers using an imported CSV file".
 */
export const azureMigrateExporter: Exporter = {
  format: 'azure-migrate',
  title: 'Azure Migrate',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const rows = toMachines(reader, 'server').flatMap((machine) => {
      const row = toRow(machine, loss);
      return row === null ? [] : [row];
    });
    for (const { node } of toMachines(reader, 'host')) loss.add('hosts', node.name);
    tellPlanLosses(reader, loss);
    return {
      files: [{ path: 'azure-migrate.csv', content: toRawCsv({ headings, rows }, loss) }],
      notFitted: loss.toNotFitted(),
    };
  },
};
