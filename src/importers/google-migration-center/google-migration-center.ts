import type { Importer } from '../contract.ts';
import { findEnvironment } from '../type-words.ts';
import { toVendorImporter, type VendorTable } from '../vendor-table/vendor-format.ts';
import { joinDisks } from './join-disks.ts';
import { joinPerformance } from './join-performance.ts';
import { joinTags } from './join-tags.ts';
import { isMachineTable } from './machines.ts';

const machines: VendorTable = {
  because: 'the headings of the vmInfo table of Google Migration Center',
  fits: isMachineTable,
  shape: 'servers',
  columns: [
    { field: 'name', from: ['machinename', 'machineid'] },
    { field: 'identity', from: ['machineid'] },
    { field: 'addresses', from: ['primaryipaddress'] },
    { field: 'addresses', from: ['publicipaddress'] },
    { field: 'addresses', from: ['ipaddresslistsemicolondelimited'] },
    { field: 'addresses', from: ['primarymacaddress'] },
    { field: 'vcpu', from: ['allocatedprocessorcorecount'] },
    { field: 'memory', from: ['memorygib'], unit: 'GiB' },
    { field: 'disk', from: ['totaldiskallocatedgib'], unit: 'GiB' },
    { field: 'usedDisk', from: ['totaldiskusedgib'], unit: 'GiB' },
    { field: 'site', from: ['hostinglocation'] },
    { field: 'os', from: ['osname', 'ostype'] },
    { field: 'osVersion', from: ['osversion'] },
    { field: 'status', from: ['machinestatus', 'provisioningstate'] },
    { field: 'tags', from: ['machinetypelabel'], read: (value) => `machine-type:${value}` },
  ],
  finish: ({ reader, rows }) => {
    for (const row of rows) {
      const cell = row.find('isphysical');
      const name = row.find('machinename') ?? row.find('machineid');
      const key = reader.known.get(name?.value.trim().toLowerCase() ?? '');
      if (cell === undefined || key === undefined || key === null) continue;
      const isPhysical = /^(?:true|1|yes)$/iu.test(cell.value);
      if (isPhysical || /^(?:false|0|no)$/iu.test(cell.value)) {
        reader.collector.edit(key, { type: isPhysical ? 'physical' : 'vm' });
      }
    }
  },
};

const disks: VendorTable = {
  because: 'the headings of the diskInfo table of Google Migration Center',
  fits: (headings) => headings.has('machineid') && headings.has('disklabel'),
  shape: 'servers',
  columns: [],
  read: joinDisks,
};

const tags: VendorTable = {
  because: 'the headings of the tagInfo table of Google Migration Center',
  fits: (headings) => headings.has('machineid') && headings.has('key') && headings.has('value'),
  shape: 'servers',
  columns: [],
  read: (reading) => joinTags(reading, findEnvironment),
};

const performance: VendorTable = {
  because: 'the headings of the perfInfo table of Google Migration Center',
  fits: (headings) => headings.has('machineid') && headings.has('timestamp'),
  shape: 'servers',
  columns: [],
  read: joinPerformance,
};

/**
 * The manual tables of Google Migration Center: vmInfo with its disks, tags and samples of use, imported together. Of the samples
 * only the 95th percentile and the maximum are kept. Source: Google "Import manually generated tables".
 */
export const googleMigrationCenterImporter: Importer = toVendorImporter({
  format: 'google-migration-center',
  title: 'Google Migration Center',
  tables: [machines, disks, tags, performance],
});
