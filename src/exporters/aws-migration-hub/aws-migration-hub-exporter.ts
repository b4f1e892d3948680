import { strToU8 } from 'fflate';
import type { ExportedFile, Exporter } from '#core/exporters/contract.ts';
import { toRawCsv, type RawCell } from '#core/exporters/encode/raw-csv.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { splitTag, toCellText, toListCell, toPercent } from '#core/exporters/vendor/cells.ts';
import { tellNodeLosses, tellPlanLosses } from '#core/exporters/vendor/losses.ts';
import { toMachines, type Machine } from '#core/exporters/vendor/machines.ts';

const headings = [
  'ExternalId',
  'SMBiosId',
  'IPAddress',
  'MACAddress',
  'HostName',
  'VMware.MoRefId',
  'VMware.VCenterId',
  'CPU.NumberOfProcessors',
  'CPU.NumberOfCores',
  'CPU.NumberOfLogicalCores',
  'OS.Name',
  'OS.Version',
  'VMware.VMName',
  'RAM.TotalSizeInMB',
  'RAM.UsedSizeInMB.Avg',
  'RAM.UsedSizeInMB.Max',
  'CPU.UsagePct.Avg',
  'CPU.UsagePct.Max',
  'DiskReadsPerSecondInKB.Avg',
  'DiskWritesPerSecondInKB.Avg',
  'DiskReadsPerSecondInKB.Max',
  'DiskWritesPerSecondInKB.Max',
  'DiskReadsOpsPerSecond.Avg',
  'DiskWritesOpsPerSecond.Avg',
  'DiskReadsOpsPerSecond.Max',
  'DiskWritesOpsPerSecond.Max',
  'NetworkReadsPerSecondInKB.Avg',
  'NetworkWritesPerSecondInKB.Avg',
  'NetworkReadsPerSecondInKB.Max',
  'NetworkWritesPerSecondInKB.Max',
  'Applications',
  'ApplicationWave',
  'Tags',
  'ServerId',
] as const;

type Heading = (typeof headings)[number];

/** Limits of the service: a file of 10 MB, 25,000 records, 30 tags a server. */
const limits = { fileBytes: 10_000_000, records: 25_000, tags: 30 };

function toTags({ node }: Machine, loss: Loss): string | null {
  const own = node.environment === null ? node.tags : [`env:${node.environment}`, ...node.tags];
  for (const tag of own.slice(limits.tags)) loss.add('tags beyond the thirtieth of a server', tag);
  const pairs = own.slice(0, limits.tags).map((tag) => {
    const { key, value } = splitTag(tag);
    const clean = value.replace(/[,:;|\r\n]+/gu, ' ').trim();
    if (clean !== value) loss.add('Tags: signs that became a blank', tag);
    return `${(key ?? 'tag').replace(/[,;|\r\n]+/gu, ' ').trim()}:${clean}`;
  });
  return pairs.length === 0 ? null : pairs.join(', ');
}

function toRow(machine: Machine, loss: Loss): RawCell[] {
  const { node, ips, macs, services, phase } = machine;
  const { capacity, usage } = node;
  tellNodeLosses(node, loss, [
    'tags',
    'environment',
    'operating system',
    'CPU and memory',
    'CPU and memory in use',
    'addresses',
    'addresses that are no IP address',
  ]);
  if (machine.places.length > 0) loss.add('places (provider, site, host)', node.name);
  for (const address of node.addresses) {
    if (!ips.includes(address) && !macs.includes(address)) loss.add('addresses of another sort', address);
  }
  if (usage.vcpu !== null && capacity.vcpu === null) loss.add('CPU in use without a known total', node.name);
  const cells: Partial<Record<Heading, RawCell>> = {
    ExternalId: node.id,
    IPAddress: toListCell(ips, ', ', 'IPAddress', loss),
    MACAddress: toListCell(macs, ', ', 'MACAddress', loss),
    HostName: toCellText(node.name),
    'CPU.NumberOfLogicalCores': capacity.vcpu,
    'OS.Name': toCellText(node.os),
    'RAM.TotalSizeInMB': capacity.memoryMiB,
    'RAM.UsedSizeInMB.Max': usage.memoryMiB,
    'CPU.UsagePct.Max': toPercent(usage.vcpu, capacity.vcpu),
    Applications: toListCell([...new Set(services.map((each) => each.name))], ', ', 'Applications', loss),
    ApplicationWave: toCellText(phase),
    Tags: toTags(machine, loss),
  };
  return headings.map((heading) => cells[heading] ?? null);
}

/** Files under the limit of the service: where one is too large its rows go into two. */
function toFiles(rows: readonly RawCell[][], loss: Loss): string[] {
  const text = toRawCsv({ headings, rows }, loss);
  if (rows.length < 2 || strToU8(text).length <= limits.fileBytes) return [text];
  const middle = Math.ceil(rows.length / 2);
  const silent = makeLoss();
  return [...toFiles(rows.slice(0, middle), silent), ...toFiles(rows.slice(middle), silent)];
}

/**
 * The servers as a file for AWS Migration Hub and the Application Discovery Service: all 34 columns, in their order.
 * Source: AWS "Importing data into Migration Hub".
 */
export const awsMigrationHubExporter: Exporter = {
  format: 'aws-migration-hub',
  title: 'AWS Migration Hub',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const machines = toMachines(reader, 'server');
    const rows = machines.map((machine) => toRow(machine, loss));
    for (const { node } of machines.slice(limits.records))
      loss.add('records beyond the 25,000th: AWS refuses them', node.name);
    for (const { node } of toMachines(reader, 'host')) loss.add('hosts', node.name);
    tellPlanLosses(reader, loss);
    const texts = toFiles(rows, loss);
    const files: ExportedFile[] = texts.map((content, index) => ({
      path: `aws-migration-hub${texts.length === 1 ? '' : `-${index + 1}`}.csv`,
      content,
    }));
    return { files, notFitted: loss.toNotFitted() };
  },
};
