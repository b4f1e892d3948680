import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';

/** Public tables and workbooks that live beside the project on some machines; without them there is nothing to read here. */
const root = new URL('../../../shared/data/', import.meta.url);
const folders = ['csv', 'xlsx', 'netbox'].filter((folder) => existsSync(new URL(folder, root)));

/** What reading a file with one's own eyes found: its format, things by sort, and a few facts; or the code that refuses it. */
interface Expected {
  readonly format: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly facts?: readonly (readonly [name: string, facts: Readonly<Record<string, unknown>>])[];
}

const applications: Expected = { format: 'csv', counts: { service: 5 } };
const intake = (name: string): Expected => ({
  format: 'cloud-migration-factory',
  counts: { server: 1, service: 1, site: 1, provider: 1, phase: 1, move: 1, disposition: 1 },
  facts: [
    [name, { aliases: ['unittest1.testdomain.local'], tags: expect.arrayContaining(['testkey=testvalue']) }],
  ],
});

const expected: Readonly<Record<string, Expected | string>> = {
  'GoogleCloudPlatform__migrationcenter-utils__empty_line_in_middle.csv': applications,
  'GoogleCloudPlatform__migrationcenter-utils__header_diff_col.csv': applications,
  'GoogleCloudPlatform__migrationcenter-utils__missing_application_header.csv': {
    format: 'csv',
    counts: { service: 1 },
  },
  'GoogleCloudPlatform__migrationcenter-utils__report.csv': { format: 'csv', counts: { service: 1 } },
  'GoogleCloudPlatform__migrationcenter-utils__short_valid.csv': applications,
  'aws-solutions__cloud-migration-factory-on-aws__test_valid.csv': intake('unittest1'),
  'aws-solutions__cloud-migration-factory-on-aws__test_valid.xlsx': intake('unittest1-NEW'),
  'konveyor__tackle2-hub__template_application_import.csv': {
    format: 'konveyor',
    counts: { service: 3, party: 2, duty: 6, dependency: 2 },
    facts: [['Customers', { os: 'RHEL 8' }]],
  },
  'konveyor__tackle2-ui__app_name_with_spaces_21.csv': { format: 'konveyor', counts: { service: 1 } },
  'konveyor__tackle2-ui__invalid_schema_21.csv': { format: 'csv', counts: { service: 2 } },
  'konveyor__tackle2-ui__lantik_bug.csv': { format: 'konveyor', counts: { service: 1 } },
  'konveyor__tackle2-ui__mandatory_and_empty_row_21.csv': { format: 'konveyor', counts: { service: 2 } },
  'konveyor__tackle2-ui__sample-applications.csv': {
    format: 'konveyor',
    counts: { service: 3, dependency: 2 },
  },
  'konveyor__tackle2-ui__template_application_import.csv': {
    format: 'konveyor',
    counts: { service: 3, party: 9, duty: 9 },
    facts: [['Customer Management', { os: 'RHEL 8' }]],
  },
  'kubev2v__migration-planner__rvtools-example1.xlsx': {
    format: 'rvtools',
    counts: { server: 9, host: 11, site: 1 },
    facts: [
      ['vm-1', { status: 'dormant', capacity: { vcpu: 1, memoryMiB: 2224, diskGiB: 98.1 } }],
      ['vm-3', { status: 'active', os: 'Debian GNU/Linux 9 (64-bit)', addresses: ['10.58.58.28'] }],
      ['10.17.135.71', { kind: 'host', capacity: { vcpu: 32, memoryMiB: 261_797 } }],
    ],
  },
  'tobiasge__netbox-initializers__contacts.yml': 'unknown-format',
  'tobiasge__netbox-initializers__devices.yml': 'unknown-format',
};

function read(folder: string, name: string): ReturnType<typeof importFiles> {
  return importFiles([{ name, bytes: readFileSync(new URL(`${folder}/${name}`, root)) }]);
}

describe('public tables and workbooks', () => {
  if (folders.length === 0) {
    it('are not beside the project', () => {
      console.info('The folder of public tables and workbooks is not there; nothing was read.');
      expect(folders).toEqual([]);
    });
    return;
  }

  for (const folder of folders) {
    it.each(readdirSync(new URL(folder, root)).sort())(`${folder}/%s`, (name) => {
      const outcome = read(folder, name);
      const wanted = expected[name];
      if (wanted === undefined || typeof wanted === 'string') {
        expect(outcome.problems[0]?.code).toBe(wanted);
        return;
      }
      const items = outcome.proposals.flatMap((proposal) => proposal.items);
      const counts = new Map<string, Set<string>>();
      for (const item of items) {
        const sort = item.is === 'node' ? item.kind : item.is;
        counts.set(sort, (counts.get(sort) ?? new Set()).add(item.key));
      }
      const found = Object.fromEntries([...counts].map(([sort, keys]) => [sort, keys.size]));
      expect(new Set(outcome.proposals.map(({ source }) => source.format))).toEqual(new Set([wanted.format]));
      expect(found).toEqual(wanted.counts);
      for (const [node, facts] of wanted.facts ?? []) {
        expect(items).toContainEqual(expect.objectContaining({ is: 'node', name: node, ...facts }));
      }
    });
  }
});
