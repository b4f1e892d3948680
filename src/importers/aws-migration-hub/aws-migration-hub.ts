import type { Importer } from '../contract.ts';
import { findEnvironment } from '../type-words.ts';
import { toVendorImporter, type VendorTable } from '../vendor-table/vendor-format.ts';
import { findTag } from '../vendor-table/tag-words.ts';

const servers: VendorTable = {
  because: 'the headings of an AWS Migration Hub import',
  fits: (headings) =>
    headings.has('externalid') &&
    ['smbiosid', 'vmwaremorefid', 'cpunumberofcores', 'cpunumberoflogicalcores', 'ramtotalsizeinmb'].some(
      (key) => headings.has(key),
    ),
  shape: 'servers',
  columns: [
    {
      field: 'name',
      from: ['hostname', 'vmwarevmname', 'externalid', 'ipaddress', 'serverid', 'macaddress'],
    },
    {
      field: 'alias',
      from: ['vmwarevmname'],
      read: (value, row) => (value === row.find('hostname')?.value ? undefined : value),
    },
    { field: 'addresses', from: ['ipaddress'] },
    { field: 'addresses', from: ['macaddress'] },
    { field: 'identity', from: ['externalid'] },
    { field: 'identity', from: ['smbiosid'] },
    { field: 'identity', from: ['serverid'] },
    {
      field: 'identity',
      from: ['vmwaremorefid'],
      read: (value, row) => {
        const center = row.find('vmwarevcenterid')?.value;
        return center === undefined ? undefined : `${center}/${value}`;
      },
    },
    // Logical cores are what a machine of the same size needs elsewhere; the others only stand in for them.
    {
      field: 'vcpu',
      from: ['cpunumberoflogicalcores', 'cpunumberofcores', 'cpunumberofprocessors'],
      read: (value) => (Number(value) > 0 ? value : undefined),
    },
    { field: 'os', from: ['osname'] },
    { field: 'osVersion', from: ['osversion'] },
    { field: 'memory', from: ['ramtotalsizeinmb'], unit: 'MiB' },
    { field: 'usedMemory', from: ['ramusedsizeinmbmax', 'ramusedsizeinmbavg'], unit: 'MiB' },
    { field: 'usedVcpu', from: ['cpuusagepctmax', 'cpuusagepctavg'], unit: '%' },
    { field: 'service', from: ['applications'] },
    { field: 'phase', from: ['applicationwave'] },
    // A tag without a key has to get one there: our own export writes `tag`.
    { field: 'tags', from: ['tags'], read: (value) => value.replace(/(^|,\s{0,9})tag:/gu, '$1') },
    {
      field: 'environment',
      from: ['tags'],
      read: (value) => {
        const tag = findTag(value, 'environment', 'env');
        return tag === undefined ? undefined : (findEnvironment(tag) ?? tag);
      },
    },
    { field: 'owner', from: ['tags'], read: (value) => findTag(value, 'owner', 'team') },
  ],
};

/**
 * Server lists for AWS Migration Hub and the Application Discovery Service. An application is one service on each of its
 * servers, joined by the tag `app:NAME`; the wave becomes a phase. Source: AWS "Importing data into Migration Hub".
 */
export const awsMigrationHubImporter: Importer = toVendorImporter({
  format: 'aws-migration-hub',
  title: 'AWS Migration Hub / Application Discovery',
  tables: [servers],
});
