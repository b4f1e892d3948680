import { isNoValue } from '../csv/units.ts';
import { findEnvironment } from '../type-words.ts';
import type { VendorReading, VendorTable } from '../vendor-table/vendor-format.ts';
import type { VendorColumn } from '../vendor-table/vendor-row.ts';
import { findNumber } from './join-tab.ts';
import { findReasonToLeaveOut, hasTab } from './machines.ts';
import { settlePlaces } from './settle-places.ts';
import { findNamedTab, toRvToolsKey } from './tabs.ts';

const columns: readonly VendorColumn[] = [
  { field: 'name', from: ['vm'] },
  { field: 'provider', from: ['visdkserver'] },
  { field: 'site', from: ['datacenter'] },
  { field: 'cluster', from: ['cluster'] },
  { field: 'host', from: ['host'] },
  { field: 'status', from: ['powerstate'] },
  {
    field: 'alias',
    from: ['dnsname'],
    read: (value, row) => (value === row.find('vm')?.value ? undefined : value),
  },
  { field: 'addresses', from: ['primaryipaddress'] },
  // What the tools inside the machine see beats what somebody once typed in.
  {
    field: 'os',
    from: ['osaccordingtothevmwaretools', 'osaccordingtotheconfigurationfile'],
    read: (value) => (isNoValue(value) ? undefined : value),
  },
  { field: 'vcpu', from: ['cpus'] },
  { field: 'memory', from: ['memory'], unit: 'MiB' },
  { field: 'usedDisk', from: ['inusemib'], unit: 'MiB' },
  { field: 'identity', from: ['vmuuid'] },
  { field: 'identity', from: ['smbiosuuid'] },
  {
    field: 'identity',
    from: ['vmid'],
    read: (value, row) => {
      const center = row.find('visdkuuid') ?? row.find('visdkserver') ?? row.find('datacenter');
      return center === undefined ? undefined : `${center.value}/${value}`;
    },
  },
  {
    field: 'tags',
    from: ['clusterrulename', 'clusterrulenames'],
    read: (value) =>
      value
        .split(',')
        .map((rule) => `cluster-rule:${rule.trim()}`)
        .join(';'),
  },
  { field: 'notes', from: ['annotation'] },
  { field: 'owner', from: ['owner', 'businessowner', 'applicationowner'] },
  { field: 'environment', from: ['environment', 'env'], read: (value) => findEnvironment(value) ?? value },
  { field: 'service', from: ['application', 'applications'] },
];

/** The size of all disks: the stated sum, else the tab vDisk adds them up, else what was set aside for swap and snapshots too. */
function toDiskColumn({ file, others }: VendorReading): VendorColumn {
  const stated = ['totaldiskcapacitymib'];
  return {
    field: 'disk',
    from: hasTab(file, others, 'vDisk') ? stated : [...stated, 'provisionedmib'],
    unit: 'MiB',
    read: (value, _, cell) => (findNumber(cell) === undefined ? undefined : value),
  };
}

/** The tab vInfo: a row a virtual machine. */
export const machines: VendorTable = {
  because: 'the tab vInfo of RVTools',
  fits: (headings, file) => {
    const named = findNamedTab(file);
    const isNamed = named === undefined || named === 'vInfo';
    return (
      isNamed &&
      ['vm', 'powerstate', 'cpus', 'memory'].every((key) => headings.has(key)) &&
      (named === 'vInfo' || headings.has('template') || headings.has('provisionedmib'))
    );
  },
  toKey: toRvToolsKey,
  shape: 'servers',
  leaveOut: findReasonToLeaveOut,
  columns: (reading) => [...columns, toDiskColumn(reading)],
  finish: ({ reader }) => settlePlaces(reader),
};
