import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';

/** Public inventories that live beside the project on some machines; without them there is nothing to read here. */
const root = new URL('../../../shared/data/', import.meta.url);
const folders = ['ansible', 'csv'].filter((folder) => existsSync(new URL(folder, root)));

/** What a file holds: how many nodes of a kind, or the code of the sentence that refuses it. */
type Expected = Readonly<Record<string, number>> | string;

const expected: Readonly<Record<string, Expected>> = {
  'GSA__datagov-deploy__inventory.yml': 'playbook',
  'GSA__datagov-deploy__production-hosts': { server: 23 },
  'GSA__datagov-deploy__sandbox-hosts': { server: 9 },
  'GSA__datagov-deploy__staging-hosts': { server: 17 },
  'OpenTTD__aws-infra__inventory': { server: 2 },
  'adoptium__infrastructure__inventory.yml': { server: 87, provider: 6 },
  archlinux__infrastructure__hosts: { server: 48, provider: 1 },
  'galaxyproject__infrastructure-playbook__aws.yaml': {},
  'galaxyproject__infrastructure-playbook__galaxyproject.yaml': { server: 35 },
  'galaxyproject__infrastructure-playbook__jetstream2.yaml': { server: 6 },
  'galaxyproject__infrastructure-playbook__tacc.yaml': { server: 43 },
  'hibernate__ci.hibernate.org__hosts': { server: 2 },
  'openstack-infra__system-config__groups.yaml': 'dynamic-inventory',
  'openstack-infra__system-config__openstack.yaml': { server: 159 },
  'twisted-infra__braid__hosts': { server: 1 },
  'usegalaxy-eu__infrastructure-playbook__hosts': { server: 33 },
  'aws-solutions__cloud-migration-factory-on-aws__test_valid.csv': {
    server: 1,
    service: 1,
    site: 1,
    provider: 1,
  },
  'konveyor__tackle2-ui__sample-applications.csv': { service: 3 },
};

function countLines(name: string, pattern: RegExp): number {
  const text = readFileSync(new URL(`ansible/${name}`, root), 'utf8');
  return new Set(text.split('\n').flatMap((line) => pattern.exec(line)?.[1] ?? [])).size;
}

describe('public inventories', () => {
  if (folders.length === 0) {
    it('are not beside the project', () => {
      console.info('The folder of public inventories is not there; nothing was read.');
      expect(folders).toEqual([]);
    });
    return;
  }

  for (const folder of folders) {
    it.each(readdirSync(new URL(folder, root)).sort())(`${folder}/%s`, (name) => {
      const bytes = readFileSync(new URL(`${folder}/${name}`, root));
      const outcome = importFiles([{ name, bytes }]);
      const items = outcome.proposals.flatMap((proposal) => proposal.items);
      const counts: Record<string, number> = {};
      for (const item of items) if (item.is === 'node') counts[item.kind] = (counts[item.kind] ?? 0) + 1;
      const lines = bytes.toString('utf8').split(/\r\n|\r|\n/u);
      for (const { evidence } of items) {
        for (const { line, quote } of evidence)
          expect(lines[line - 1]?.replaceAll('""', '"')).toContain(quote);
      }
      const known = expected[name];
      if (typeof known === 'string') expect(outcome.problems[0]?.code).toBe(known);
      else if (known !== undefined) expect(counts).toEqual(known);
      else expect(Object.keys(counts)).toEqual(['service']);
    });
  }

  it('finds each address of the large inventory once', () => {
    const name = 'openstack-infra__system-config__openstack.yaml';
    expect(countLines(name, /^ {4}(\S+):$/u)).toBe(159);
    expect(countLines('adoptium__infrastructure__inventory.yml', /ip: ([^,}\s]+)/u)).toBeGreaterThan(80);
  });
});
