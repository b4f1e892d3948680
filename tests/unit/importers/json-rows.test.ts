import { describe, expect, it } from 'vitest';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';

describe('lists of machines in JSON of no known tool', () => {
  it('reads what an AWS query made of the answer, each in a list of its own', () => {
    const text = JSON.stringify(
      [
        [
          {
            InstanceId: 'i-1',
            Name: 'web1',
            Type: 't3.small',
            PrivateIp: '10.0.0.3',
            State: 'running',
            Platform: 'Linux',
          },
        ],
        [
          {
            InstanceId: 'i-2',
            Name: 'db1',
            Type: 't3.large',
            PrivateIp: '10.0.0.4',
            State: 'stopped',
            Platform: null,
          },
        ],
      ],
      null,
      2,
    );
    const proposal = importText('ec2.json', text);
    expect(nodeOf(proposal, 'web1')).toMatchObject({
      kind: 'server',
      addresses: ['10.0.0.3'],
      identities: ['i-1'],
      status: 'active',
      os: 'Linux',
    });
    expect(nodeOf(proposal, 'db1').status).toBe('dormant');
    expect(misplacedQuotes(proposal, text)).toEqual([]);
  });

  it('reads guests of Proxmox: bytes, the node that they run on', () => {
    const text = JSON.stringify([
      {
        id: 'qemu/100',
        vmid: 100,
        name: 'web',
        node: 'pve1',
        type: 'qemu',
        status: 'running',
        maxcpu: 2,
        maxmem: 2147483648,
        maxdisk: 34359738368,
      },
      {
        id: 'lxc/101',
        vmid: 101,
        name: 'dns',
        node: 'pve2',
        type: 'lxc',
        status: 'stopped',
        maxcpu: 1,
        maxmem: 536870912,
        maxdisk: 8589934592,
      },
    ]);
    const proposal = importText('resources.json', text);
    expect(nodeOf(proposal, 'web')).toMatchObject({
      type: 'vm',
      parent: 'host:pve1',
      capacity: { vcpu: 2, memoryMiB: 2048, diskGiB: 32 },
    });
    expect(nodeOf(proposal, 'dns')).toMatchObject({ type: 'container', status: 'dormant' });
    expect(misplacedQuotes(proposal, text)).toEqual([]);
  });

  it('reads a page of a CMDB with references, lists and a secret', () => {
    const text = JSON.stringify(
      {
        result: [
          {
            name: 'lnx001',
            ip_address: ['10.0.0.1', '10.0.1.1'],
            os: { display_value: 'Debian 12', link: 'https://cmdb.acme.test/os/1' },
            location: { display_value: 'London' },
            admin_password: 'canary-Aa1!',
            cpu_count: '4',
            ram: 16384,
          },
          { name: 'lnx002', ip_address: ['10.0.0.2'], os: null, location: null, cpu_count: '', ram: 8192 },
        ],
      },
      null,
      1,
    );
    const proposal = importText('cmdb.json', text);
    expect(nodeOf(proposal, 'lnx001')).toMatchObject({
      addresses: ['10.0.0.1', '10.0.1.1'],
      os: 'Debian 12',
      parent: 'site:london',
      capacity: { vcpu: 4, memoryMiB: 16_384 },
    });
    expect(JSON.stringify(proposal)).not.toContain('canary');
    expect(proposal.source.secrets.length).toBeGreaterThan(0);
    expect(misplacedQuotes(proposal, text)).toEqual([]);
  });

  it('reads machines that are called like their key, and one a line', () => {
    const byName = '{"web01": {"ip": "10.0.0.1", "cpu": 2}, "web02": {"ip": "10.0.0.2", "cpu": 4}}';
    expect(itemsOf(importText('machines.json', byName), 'node').map(({ name }) => name)).toEqual([
      'web01',
      'web02',
    ]);
    const lines = '{"hostname":"a1","ip":"10.0.0.1","cpus":2}\n{"hostname":"a2","ip":"10.0.0.2","cpus":4}\n';
    expect(itemsOf(importText('machines.ndjson', lines), 'node').map(({ name }) => name)).toEqual([
      'a1',
      'a2',
    ]);
  });

  it.each([
    ['people', [{ id: 1, name: 'Ann Lee', email: 'ann@acme.test' }]],
    ['repositories', [{ id: 1, name: 'shop', description: 'x', url: 'https://git.acme.test/shop' }]],
    ['texts', ['web01', 'web02']],
    ['nothing', {}],
    ['a hostile key', [{ __proto__x: 1, constructor: 'x', name: 'a' }]],
  ])('refuses %s', (_, data) => {
    const { proposals, problems } = importTexts({ 'list.json': JSON.stringify(data) });
    expect(proposals).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-json']);
  });

  it('takes what a person said that the keys mean', () => {
    const text = '[{"bezeichner": "a1", "wert": "x"}, {"bezeichner": "a2", "wert": "y"}]';
    const mapping = {
      signature: null,
      columns: [
        { heading: 'bezeichner', field: 'name', unit: null, confidence: 'sure', because: 'chosen by hand' },
      ],
    } as const;
    expect(itemsOf(importText('x.json', text, { mapping }), 'node').map(({ name }) => name)).toEqual([
      'a1',
      'a2',
    ]);
  });
});
