import type { Importer } from '../contract.ts';
import { toVendorImporter, type VendorTable } from '../vendor-table/vendor-format.ts';
import { joinAddresses, joinSizes } from './join-tab.ts';
import { clusters, datastores, hostAddresses, hosts } from './places.ts';
import { machines } from './machine-table.ts';
import { findReasonToLeaveOut } from './machines.ts';
import { findNamedTab, toRvToolsKey, type RvToolsTab } from './tabs.ts';

function toGiB(mebibytes: number): number {
  return Math.round(mebibytes / 102.4) / 10;
}

/** A tab with rows by machine: it adds to what vInfo says. */
function toTab(tab: RvToolsTab, key: string, read: VendorTable['read']): VendorTable {
  return {
    because: `the tab ${tab} of RVTools`,
    fits: (headings, file) => findNamedTab(file) === tab && headings.has('vm') && headings.has(key),
    toKey: toRvToolsKey,
    shape: 'servers',
    columns: [],
    leaveOut: findReasonToLeaveOut,
    ...(read === undefined ? {} : { read }),
  };
}

const tabs: readonly VendorTable[] = [
  toTab('vCPU', 'cpus', (reading) =>
    joinSizes(reading, {
      saidBy: ['cpus'],
      from: 'cpus',
      field: 'capacity.vcpu',
      toFields: (vcpu) => ({ capacity: { vcpu } }),
    }),
  ),
  toTab('vMemory', 'sizemib', (reading) =>
    joinSizes(reading, {
      saidBy: ['memory'],
      from: 'sizemib',
      field: 'capacity.memoryMiB',
      toFields: (memoryMiB) => ({ capacity: { memoryMiB } }),
    }),
  ),
  toTab('vDisk', 'capacitymib', (reading) =>
    joinSizes(reading, {
      saidBy: ['totaldiskcapacitymib'],
      from: 'capacitymib',
      field: 'capacity.diskGiB',
      toFields: (size) => ({ capacity: { diskGiB: toGiB(size) } }),
    }),
  ),
  toTab('vPartition', 'consumedmib', (reading) =>
    joinSizes(reading, {
      saidBy: ['inusemib'],
      from: 'consumedmib',
      field: 'usage.diskGiB',
      toFields: (size) => ({ usage: { diskGiB: toGiB(size) } }),
    }),
  ),
  toTab('vNetwork', 'macaddress', joinAddresses),
];

/**
 * RVTools: one workbook, or one CSV a tab. vInfo holds the machines; the other tabs add hosts, clusters, datastores, addresses
 * and what vInfo leaves out. Templates, placeholders and system machines are counted, not imported. Source: the headings of a
 * 27-tab workbook; columns are read by name, older editions write MB for MiB.
 */
export const rvToolsImporter: Importer = toVendorImporter({
  format: 'rvtools',
  title: 'RVTools',
  tables: [machines, ...tabs, hosts, clusters, datastores, hostAddresses],
});
