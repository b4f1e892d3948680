import type { Importer } from '../contract.ts';
import { findDisposition } from '../csv/cell-words.ts';
import { isNoValue } from '../csv/units.ts';
import { findEnvironment } from '../type-words.ts';
import { toVendorImporter, type VendorReading, type VendorTable } from '../vendor-table/vendor-format.ts';
import { findTag } from '../vendor-table/tag-words.ts';
import type { VendorCell, VendorRow } from '../vendor-table/vendor-row.ts';
import { addAwsTarget } from './targets.ts';

function filled(cell: VendorCell | undefined): VendorCell | undefined {
  return cell === undefined || isNoValue(cell.value) ? undefined : cell;
}

/** What stays or goes has no place in the new account, whatever its row names. */
function isMoved(row: VendorRow): boolean {
  const fate = row.find('rtype')?.value;
  if (fate === undefined) return true;
  const disposition = findDisposition(fate);
  return disposition !== undefined && !['retire', 'retain', 'repurchase'].includes(disposition);
}

function addTargets({ reader, rows }: VendorReading): void {
  for (const row of rows) {
    const server = row.find('servername');
    if (server === undefined || !isMoved(row)) continue;
    addAwsTarget(reader, {
      server,
      account: filled(row.find('awsaccountid')),
      region: filled(row.find('awsregion')),
      wave: filled(row.find('wavename') ?? row.find('waveid')),
    });
  }
}

const intake: VendorTable = {
  because: 'the headings of a Cloud Migration Factory intake form',
  fits: (headings) => headings.has('servername') && headings.has('serverosfamily'),
  shape: 'servers',
  columns: [
    { field: 'name', from: ['servername'] },
    {
      field: 'alias',
      from: ['serverfqdn'],
      read: (value, row) => (value === row.find('servername')?.value ? undefined : value),
    },
    { field: 'service', from: ['appname'] },
    {
      field: 'os',
      from: ['serverosversion'],
      read: (value, row) => toOs(row.find('serverosfamily')?.value, value),
    },
    { field: 'os', from: ['serverosfamily'] },
    { field: 'type', from: ['servertier'] },
    {
      field: 'environment',
      from: ['serverenvironment', 'tags'],
      read: (value, _, cell) => {
        const word = cell.key === 'tags' ? findTag(value, 'environment', 'env') : value;
        return word === undefined ? undefined : (findEnvironment(word) ?? word);
      },
    },
    { field: 'disposition', from: ['rtype'] },
    { field: 'phase', from: ['wavename', 'waveid'] },
    { field: 'tags', from: ['tags'] },
    { field: 'tags', from: ['instancetype'], read: (value) => `target-size:${value}` },
    { field: 'tags', from: ['tenancy'], read: (value) => `target-tenancy:${value}` },
  ],
  finish: addTargets,
};

/** `linux` and `RHEL 9` are one system; a family that the version names already is not said twice. */
function toOs(family: string | undefined, version: string): string {
  if (family === undefined || version.toLowerCase().includes(family.toLowerCase())) return version;
  return family.toLowerCase() === 'linux' ? version : `${family} ${version}`;
}

const mgn: VendorTable = {
  because: 'the headings of an AWS Application Migration Service (MGN) inventory',
  fits: (headings) => [...headings].filter((key) => key.startsWith('mgn:')).length >= 2,
  shape: 'servers',
  columns: [
    {
      field: 'name',
      from: [
        'mgn:server:tag:name',
        'mgn:server:userprovidedid',
        'mgn:server:fqdnforactionframework',
        'mgn:server:id',
      ],
    },
    {
      field: 'alias',
      from: ['mgn:server:fqdnforactionframework'],
      read: (value, row) =>
        (row.find('mgn:server:tag:name') ?? row.find('mgn:server:userprovidedid')) === undefined
          ? undefined
          : value,
    },
    { field: 'identity', from: ['mgn:server:id'] },
    { field: 'identity', from: ['mgn:server:userprovidedid'] },
    {
      field: 'os',
      from: ['mgn:server:platform'],
      read: (value) =>
        value.toUpperCase() === 'LINUX' ? 'Linux' : value.toUpperCase() === 'WINDOWS' ? 'Windows' : value,
    },
    { field: 'service', from: ['mgn:app:name'] },
    { field: 'phase', from: ['mgn:wave:name', 'mgn:wave:id'] },
    {
      field: 'tags',
      from: /^mgn:server:tag:(?!name$)/u,
      read: (value, _, cell) => `${cell.heading.slice(cell.heading.lastIndexOf(':') + 1).trim()}:${value}`,
    },
    { field: 'tags', from: ['mgn:launch:instancetype'], read: (value) => `target-size:${value}` },
    {
      field: 'environment',
      from: ['mgn:server:tag:environment', 'mgn:server:tag:env'],
      read: (value) => findEnvironment(value) ?? value,
    },
    { field: 'notes', from: ['mgn:app:description'] },
  ],
  finish: ({ reader, rows }) => {
    for (const row of rows) {
      const server =
        row.find('mgn:server:tag:name') ??
        row.find('mgn:server:userprovidedid') ??
        row.find('mgn:server:fqdnforactionframework') ??
        row.find('mgn:server:id');
      if (server === undefined) continue;
      addAwsTarget(reader, {
        server,
        account: filled(row.find('mgn:accountid')),
        region: filled(row.find('mgn:region')),
        wave: filled(row.find('mgn:wave:name') ?? row.find('mgn:wave:id')),
      });
    }
  },
};

/**
 * Intake forms of the AWS Cloud Migration Factory and inventories of the Application Migration Service: wave, application, fate
 * and the account and region that a server goes to. Source: aws-solutions/cloud-migration-factory-on-aws; AWS MGN User Guide.
 */
export const cloudMigrationFactoryImporter: Importer = toVendorImporter({
  format: 'cloud-migration-factory',
  title: 'AWS Cloud Migration Factory / MGN',
  tables: [intake, mgn],
});
