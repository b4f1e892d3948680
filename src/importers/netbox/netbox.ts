import type { Importer } from '../contract.ts';
import { toVendorImporter, type VendorTable } from '../vendor-table/vendor-format.ts';
import { joinAddresses } from './join-addresses.ts';
import { netBoxColumns } from './netbox-columns.ts';
import { detectNetBoxApi, readNetBoxApi } from './netbox-api.ts';
import { settleDevices } from './settle-devices.ts';
import { toDiskColumn } from './disk-column.ts';

const machines: VendorTable = {
  because: 'the headings of virtual machines of NetBox',
  fits: (headings) =>
    headings.has('name') &&
    headings.has('status') &&
    headings.has('vcpus') &&
    ['cluster', 'device', 'site'].some((key) => headings.has(key)) &&
    ['platform', 'tenant', 'role', 'startonboot', 'configtemplate'].some((key) => headings.has(key)),
  shape: 'servers',
  kind: 'server',
  columns: ({ reader, rows }) => [
    ...netBoxColumns,
    toDiskColumn(reader, rows),
    { field: 'disk', from: ['diskmb'], unit: 'MiB' },
    { field: 'disk', from: ['diskgb'], unit: 'GiB' },
  ],
  finish: ({ reader }) => {
    for (const item of reader.collector.toItems()) {
      if (item.is === 'node' && item.kind === 'server' && item.type === undefined) {
        reader.collector.edit(item.key, { type: 'vm' });
      }
    }
  },
};

const devices: VendorTable = {
  because: 'the headings of devices of NetBox',
  fits: (headings) =>
    headings.has('status') &&
    headings.has('site') &&
    (headings.has('devicetype') || (headings.has('type') && headings.has('manufacturer'))) &&
    (headings.has('role') || headings.has('rack') || headings.has('manufacturer')),
  shape: 'servers',
  columns: netBoxColumns.filter((column) => column.field !== 'host'),
  finish: settleDevices,
};

const clusters: VendorTable = {
  because: 'the headings of clusters of NetBox',
  fits: (headings) =>
    headings.has('name') &&
    headings.has('type') &&
    headings.has('status') &&
    (headings.has('scopetype') || (headings.has('group') && headings.has('tenant'))),
  shape: 'servers',
  kind: 'host',
  columns: [
    { field: 'name', from: ['name'] },
    { field: 'site', from: ['site'] },
    { field: 'owner', from: ['owner', 'tenant'] },
    { field: 'tags', from: ['tags'] },
    { field: 'tags', from: ['type'], read: (value) => `cluster-type:${value}` },
    { field: 'notes', from: ['description'] },
    { field: 'notes', from: ['comments'] },
  ],
  finish: ({ reader }) => {
    for (const item of reader.collector.toItems()) {
      if (item.is === 'node' && item.kind === 'host') reader.collector.edit(item.key, { type: 'cluster' });
    }
  },
};

const addresses: VendorTable = {
  because: 'the headings of addresses of NetBox',
  fits: (headings) => headings.has('address') && headings.has('interface') && headings.has('virtualmachine'),
  shape: 'servers',
  columns: [],
  read: joinAddresses,
};

const tables = toVendorImporter({
  format: 'netbox',
  title: 'NetBox',
  tables: [machines, devices, clusters, addresses],
});

/**
 * NetBox: its import form and table exports as CSV, and the lists of its API as JSON (virtual machines, devices, clusters,
 * services). Source: netbox-community/netbox `virtualization/forms/bulk_import.py`, `dcim/forms/bulk_import.py`.
 */
export const netBoxImporter: Importer = {
  ...tables,
  detect: (file) => {
    const api = detectNetBoxApi(file);
    return api.score > 0 ? api : tables.detect(file);
  },
  parse: (file, others) =>
    /^\s*[[{]/u.test(file.text) ? readNetBoxApi(file, others) : tables.parse(file, others),
};
