import { findStatus } from '../csv/cell-words.ts';
import { isNoValue } from '../csv/units.ts';
import type { VendorColumn } from '../vendor-table/vendor-row.ts';

/** Words of NetBox for a status that other tools do not use. */
const statusWords: Readonly<Record<string, string>> = {
  failed: 'offline',
  inventory: 'offline',
  decommissioning: 'unknown',
  staged: 'planned',
};

function readStatus(value: string): string | undefined {
  const word = value.toLowerCase();
  const own = Object.hasOwn(statusWords, word) ? statusWords[word] : value;
  return own === undefined || findStatus(own) === undefined ? undefined : own;
}

/** An address without its prefix length. */
export function withoutPrefix(value: string): string {
  return value.replace(/\/\d{1,3}(?=$|[\s(])/u, '').trim();
}

/** Tables show sizes of MB with the factor 1000: `4.10 GB` is 4100 MB, rounded. The import form has bare MB. */
export function readShownSize(value: string): string {
  const match = /^([\d.,]{1,20})\s{0,3}(GB|TB|PB)$/u.exec(value);
  if (match === null) return value;
  const factor = { GB: 1000, TB: 1_000_000, PB: 1_000_000_000 }[match[2] ?? ''] ?? 1;
  return `${Math.round(Number((match[1] ?? '').replaceAll(',', '')) * factor)} MB`;
}

/** Columns of both forms of CSV (import form and table export) and of the API, for devices and virtual machines. */
export const netBoxColumns: readonly VendorColumn[] = [
  { field: 'name', from: ['name'] },
  { field: 'status', from: ['status'], read: readStatus },
  {
    field: 'tags',
    from: ['status'],
    read: (value) =>
      /^(?:decommissioning|failed)$/iu.test(value) ? `status:${value.toLowerCase()}` : undefined,
  },
  { field: 'type', from: ['role', 'devicerole'] },
  { field: 'tags', from: ['devicetype'], read: (value) => `device-type:${value}` },
  { field: 'site', from: ['site'] },
  { field: 'cluster', from: ['cluster'] },
  { field: 'host', from: ['device'] },
  { field: 'owner', from: ['owner', 'tenant'] },
  { field: 'contact', from: ['contact', 'contacts'] },
  { field: 'os', from: ['platform'] },
  { field: 'vcpu', from: ['vcpus'] },
  { field: 'memory', from: ['memory'], unit: 'MiB', read: readShownSize },
  { field: 'memory', from: ['memorymb'], unit: 'MiB' },
  { field: 'memory', from: ['memorygb'], unit: 'GiB' },
  { field: 'addresses', from: ['ipv4address', 'primaryip4'], read: withoutPrefix },
  { field: 'addresses', from: ['ipv6address', 'primaryip6'], read: withoutPrefix },
  {
    field: 'addresses',
    from: ['ipaddress', 'primaryip'],
    read: (value, row) =>
      (row.find('ipv4address') ?? row.find('primaryip4')) === undefined ? withoutPrefix(value) : undefined,
  },
  {
    field: 'identity',
    from: ['serial', 'serialnumber'],
    read: (value) => (isNoValue(value) ? undefined : value),
  },
  { field: 'identity', from: ['assettag'] },
  { field: 'tags', from: ['tags'] },
  { field: 'notes', from: ['description'] },
  { field: 'notes', from: ['comments'] },
];
