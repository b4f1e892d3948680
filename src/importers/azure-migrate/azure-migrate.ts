import type { Importer } from '../contract.ts';
import { isNoValue } from '../csv/units.ts';
import { toVendorImporter, type VendorTable } from '../vendor-table/vendor-format.ts';
import { addFlow, type Flow } from './flows.ts';

const servers: VendorTable = {
  because: 'the headings of an Azure Migrate import',
  fits: (headings) =>
    headings.has('servername') &&
    headings.has('cores') &&
    [...headings].some((key) => key.startsWith('memory')),
  shape: 'servers',
  columns: [
    { field: 'name', from: ['servername'] },
    { field: 'addresses', from: ['ipaddresses', 'ipaddress'] },
    { field: 'addresses', from: ['macaddress', 'macaddresses'] },
    { field: 'vcpu', from: ['cores'] },
    { field: 'memory', from: ['memoryinmb', 'memorymb', 'memory'], unit: 'MiB' },
    { field: 'memory', from: ['memoryingb', 'memorygb'], unit: 'GiB' },
    // A version that names the system itself says it all: "Ubuntu Linux" with the version "Ubuntu 22.04".
    {
      field: 'os',
      from: ['osname'],
      read: (value, row) => {
        const version = row.find('osversion')?.value ?? '';
        const [family = ''] = value.toLowerCase().split(/[\s/]/u);
        return version.toLowerCase().includes(family) ? version : value;
      },
    },
    { field: 'osVersion', from: ['osversion'] },
    {
      field: 'type',
      from: ['servertype'],
      read: (value) => (/^(?:virtual|physical)$/iu.test(value) ? value : undefined),
    },
    {
      field: 'tags',
      from: ['hypervisor'],
      read: (value) => (isNoValue(value) ? undefined : `hypervisor:${value}`),
    },
    {
      field: 'tags',
      from: ['boottype', 'firmwaretype'],
      read: (value) => (isNoValue(value) ? undefined : `boot:${value}`),
    },
    { field: 'usedVcpu', from: /^cpuutili[sz]ation(?:percentage|%)?$/u, unit: '%' },
    { field: 'usedMemory', from: /^memoryutili[sz]ation(?:percentage|%)?$/u, unit: '%' },
    { field: 'usedDisk', from: ['storageinuseingb', 'storageinuse'], unit: 'GiB' },
    { field: 'usedDisk', from: ['storageinuseinmb'], unit: 'MiB' },
    // A size of a disk is in GB unless its heading says MB; all disks of a server add up.
    { field: 'disk', from: /^disk\d{1,2}size(?:ingb)?$/u, unit: 'GiB' },
    { field: 'disk', from: /^disk\d{1,2}sizeinmb$/u, unit: 'MiB' },
    {
      field: 'disk',
      from: ['storageallocatedinmb'],
      unit: 'MiB',
      read: (value, row) => (row.all(/^disk\d{1,2}size/u).length > 0 ? undefined : value),
    },
  ],
};

const flows: VendorTable = {
  because: 'the headings of an Azure Migrate dependency export',
  fits: (headings) =>
    headings.has('sourceservername') &&
    headings.has('destinationport') &&
    headings.has('destinationservername'),
  shape: 'dependencies',
  columns: [],
  read: ({ reader, rows }) => {
    const known = new Map<string, Flow>();
    for (const row of rows) addFlow(reader, known, row);
  },
};

/**
 * Server lists for Azure Migrate (with up to 20 disks a server) and the dependencies that its appliance writes.
 * Source: Microsoft "Tutorial: Assess servers using an imported CSV file".
 */
export const azureMigrateImporter: Importer = toVendorImporter({
  format: 'azure-migrate',
  title: 'Azure Migrate',
  tables: [servers, flows],
});
