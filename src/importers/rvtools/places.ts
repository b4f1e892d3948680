import { toEvidence } from '../csv/row-view.ts';
import { splitValues } from '../csv/cell-words.ts';
import { isNoValue } from '../csv/units.ts';
import { toNameKey } from '../csv/table-reader.ts';
import type { VendorReading, VendorTable } from '../vendor-table/vendor-format.ts';
import type { VendorColumn } from '../vendor-table/vendor-row.ts';
import { findNumber } from './join-tab.ts';
import { settlePlaces } from './settle-places.ts';
import { findNamedTab, toRvToolsKey, type RvToolsTab } from './tabs.ts';

function isTab(tab: RvToolsTab, ...keys: readonly string[]): VendorTable['fits'] {
  return (headings, file) => findNamedTab(file) === tab && keys.every((key) => headings.has(key));
}

const serial: VendorColumn['read'] = (value) =>
  isNoValue(value) || /^(?:not specified|to be filled.*|default string|0+)$/iu.test(value)
    ? undefined
    : value;

/** The tab vHost: what the hosts offer. Cores count, threads do not. */
export const hosts: VendorTable = {
  because: 'the tab vHost of RVTools',
  fits: isTab('vHost', 'host', '#cores'),
  toKey: toRvToolsKey,
  shape: 'servers',
  kind: 'host',
  columns: [
    { field: 'name', from: ['host'] },
    { field: 'provider', from: ['visdkserver'] },
    { field: 'site', from: ['datacenter'] },
    { field: 'cluster', from: ['cluster'] },
    { field: 'vcpu', from: ['#cores'] },
    { field: 'memory', from: ['#memory'], unit: 'MiB' },
    { field: 'os', from: ['esxversion'] },
    { field: 'identity', from: ['uuid'], read: serial },
    { field: 'identity', from: ['serialnumber'], read: serial },
    { field: 'identity', from: ['servicetag'], read: serial },
    { field: 'notes', from: ['model'] },
  ],
  finish: ({ reader }) => settlePlaces(reader),
};

/** The tab vCluster. What a cluster offers is the sum of its hosts, so its own figures are not taken. */
export const clusters: VendorTable = {
  because: 'the tab vCluster of RVTools',
  fits: isTab('vCluster', 'name'),
  toKey: toRvToolsKey,
  shape: 'servers',
  kind: 'host',
  columns: [{ field: 'name', from: ['name'] }],
  finish: ({ reader }) => {
    for (const item of reader.collector.toItems()) {
      if (item.is === 'node') reader.collector.edit(item.key, { type: 'cluster' });
    }
  },
};

function readDatastores({ reader, rows }: VendorReading): void {
  for (const row of rows) {
    const name = row.find('name');
    if (name === undefined) continue;
    const size = row.find('capacitymib');
    const used = row.find('inusemib');
    const [diskGiB, usedGiB] = [size, used].map((cell) => {
      const value = findNumber(cell);
      return value === undefined ? undefined : Math.round(value / 102.4) / 10;
    });
    reader.collector.add({
      is: 'node',
      key: `service:${toNameKey(name.value)}`,
      kind: 'service',
      type: 'storage',
      name: name.value,
      confidence: 'likely',
      reasons: ['a datastore; hosts share it, so its size counts for none of them'],
      evidence: [
        toEvidence(name, 'name'),
        ...(size === undefined || diskGiB === undefined ? [] : [toEvidence(size, 'capacity.diskGiB')]),
        ...(used === undefined || usedGiB === undefined ? [] : [toEvidence(used, 'usage.diskGiB')]),
      ],
      ...(diskGiB === undefined ? {} : { capacity: { diskGiB } }),
      ...(usedGiB === undefined ? {} : { usage: { diskGiB: usedGiB } }),
    });
  }
}

/** The tab vDatastore. */
export const datastores: VendorTable = {
  because: 'the tab vDatastore of RVTools',
  fits: isTab('vDatastore', 'name', 'capacitymib'),
  toKey: toRvToolsKey,
  shape: 'servers',
  columns: [],
  read: readDatastores,
};

function readHostAddresses({ reader, rows }: VendorReading): void {
  for (const row of rows) {
    const host = row.find('host');
    const cells = row.all(/^(?:ipaddress|macaddress)$/u);
    if (host === undefined || cells.length === 0) continue;
    reader.collector.add({
      is: 'node',
      key: `host:${toNameKey(host.value)}`,
      kind: 'host',
      type: 'physical',
      name: host.value,
      addresses: cells.flatMap((cell) => splitValues(cell.value)),
      confidence: 'sure',
      reasons: ['its management ports'],
      evidence: [toEvidence(host, 'name'), ...cells.map((cell) => toEvidence(cell, 'addresses'))],
    });
  }
}

/** The tab vSC_VMK: addresses of the hosts themselves. */
export const hostAddresses: VendorTable = {
  because: 'the tab vSC_VMK of RVTools',
  fits: isTab('vSC_VMK', 'host', 'ipaddress'),
  toKey: toRvToolsKey,
  shape: 'servers',
  columns: [],
  read: readHostAddresses,
};
