import type { Exporter } from '#core/exporters/contract.ts';
import { toRawCsv, type RawCell, type RawTable } from '#core/exporters/encode/raw-csv.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toCellText, toListCell } from '#core/exporters/vendor/cells.ts';
import { tellNodeLosses, tellPlanLosses } from '#core/exporters/vendor/losses.ts';
import { toMachines, type Machine } from '#core/exporters/vendor/machines.ts';
import { toLabel, toTagLabels, type Label } from './labels.ts';

const machineHeadings = [
  'MachineId',
  'MachineName',
  'PrimaryIPAddress(optional)',
  'PrimaryMACAddress(optional)',
  'PublicIPAddress(optional)',
  'IpAddressListSemiColonDelimited(optional)',
  'TotalDiskAllocatedGiB',
  'TotalDiskUsedGiB',
  'MachineTypeLabel(optional)',
  'AllocatedProcessorCoreCount',
  'MemoryGiB',
  'HostingLocation(optional)',
  'OsType(optional)',
  'OsPublisher(optional)',
  'OsName',
  'OsVersion(optional)',
  'MachineStatus(optional)',
  'ProvisioningState(optional)',
  'CreateDate(optional)',
  'IsPhysical',
] as const;
const diskHeadings = ['MachineId', 'DiskLabel', 'SizeInGib', 'UsedInGib', 'StorageTypeLabel'];
const tagHeadings = ['MachineId', 'Key', 'Value'];

/** Values without which Google refuses a machine. */
function findMissing({ node }: Machine): string[] {
  return [
    ...(toCellText(node.name) === null ? ['name'] : []),
    ...(node.capacity.diskGiB === null ? ['disk'] : []),
    ...(node.capacity.vcpu === null ? ['cores'] : []),
    ...(node.capacity.memoryMiB === null ? ['memory'] : []),
    ...(toCellText(node.os) === null ? ['operating system'] : []),
  ];
}

const statusWords = { active: 'Running', dormant: 'Stopped', planned: 'Planned', unknown: null } as const;

function toMachineRow(machine: Machine, loss: Loss): RawCell[] {
  const { node, ips, macs, places } = machine;
  const { capacity, usage } = node;
  tellNodeLosses(node, loss, [
    'tags',
    'environment',
    'operating system',
    'CPU and memory',
    'disk size',
    'disk in use',
    'addresses',
    'addresses that are no IP address',
    'status',
  ]);
  const site = places.find((place) => place.kind === 'site');
  for (const place of places) if (place !== site) loss.add('places that are no site', place.name);
  for (const address of node.addresses) {
    if (!ips.includes(address) && macs[0] !== address) loss.add('addresses that have no column', address);
  }
  const cells: Partial<Record<(typeof machineHeadings)[number], RawCell>> = {
    MachineId: node.id,
    MachineName: toCellText(node.name),
    'PrimaryIPAddress(optional)': ips[0] ?? null,
    'PrimaryMACAddress(optional)': macs[0] ?? null,
    'IpAddressListSemiColonDelimited(optional)': toListCell(ips, ';', 'IpAddressList', loss),
    TotalDiskAllocatedGiB: capacity.diskGiB,
    TotalDiskUsedGiB: usage.diskGiB,
    AllocatedProcessorCoreCount: capacity.vcpu,
    MemoryGiB: capacity.memoryMiB === null ? null : capacity.memoryMiB / 1024,
    'HostingLocation(optional)': toCellText(site?.name ?? null),
    OsName: toCellText(node.os),
    'MachineStatus(optional)': statusWords[node.status],
    IsPhysical: node.type === 'physical' ? 'TRUE' : 'FALSE',
  };
  return machineHeadings.map((heading) => cells[heading] ?? null);
}

function toLabels(machine: Machine, loss: Loss): Label[] {
  const { node, services, phase } = machine;
  const said: readonly (readonly [string, string])[] = [
    ...(node.environment === null ? [] : [['env', node.environment] as const]),
    ...[...new Set(services.map((each) => each.name))].map((name) => ['app', name] as const),
    ...(phase === null ? [] : [['phase', phase] as const]),
  ];
  const labels = said.flatMap(([key, value]) => toLabel(key, value, loss) ?? []);
  return [...labels, ...toTagLabels(node.tags, loss)];
}

/**
 * The servers as the manual tables of Google Migration Center: vmInfo, diskInfo (the sum of a machine's disks as one) and
 * tagInfo. No perfInfo: it wants moments at which use was measured, and the plan knows none.
 * Source: Google "Import manually generated tables".
 */
export const googleMigrationCenterExporter: Exporter = {
  format: 'google-migration-center',
  title: 'Google Migration Center',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const machines = toMachines(reader, 'server').filter((machine) => {
      const missing = findMissing(machine);
      if (missing.length > 0) {
        loss.add(
          'servers left out, because a needed value is not known',
          `${machine.node.name} (${missing.join(', ')})`,
        );
      }
      return missing.length === 0;
    });
    const rows = machines.map((machine) => toMachineRow(machine, loss));
    const disks = machines.map(({ node }) => [
      node.id,
      'disk1',
      node.capacity.diskGiB,
      node.usage.diskGiB,
      null,
    ]);
    const tags = machines.flatMap((machine) =>
      toLabels(machine, loss).map(({ key, value }) => [machine.node.id, key, value]),
    );
    for (const { node } of toMachines(reader, 'host')) loss.add('hosts', node.name);
    tellPlanLosses(reader, loss);
    const further: readonly (readonly [string, RawTable])[] = [
      ['diskInfo.csv', { headings: diskHeadings, rows: disks }],
      ['tagInfo.csv', { headings: tagHeadings, rows: tags }],
    ];
    return {
      files: [
        { path: 'vmInfo.csv', content: toRawCsv({ headings: machineHeadings, rows }, loss) },
        ...further
          .filter(([, table]) => table.rows.length > 0)
          .map(([path, table]) => ({ path, content: toRawCsv(table, loss) })),
      ],
      notFitted: loss.toNotFitted(),
    };
  },
};
