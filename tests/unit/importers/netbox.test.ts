import { describe, expect, it } from 'vitest';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';

const form = `name,status,site,cluster,role,tenant,platform,vcpus,memory,disk,serial,comments,tags
db01,active,LON1,prod,db,Retail team,Ubuntu 22.04,4.00,8192,102400,,,"rehome,phase-1"
old1,decommissioning,LON1,prod,web,,,1,1024,20480,S-1234,token: abcd1234efgh5678,
`;

describe('NetBox', () => {
  it('reads its import form: sizes in MB, tenants as owners', () => {
    const proposal = importText('vms.csv', form);
    expect(proposal.source.format).toBe('netbox');
    expect(misplacedQuotes(proposal, form.replace('abcd1234efgh5678', '[secret]'))).toEqual([]);
    expect(nodeOf(proposal, 'db01')).toMatchObject({
      parent: 'host:prod',
      type: 'database',
      os: 'Ubuntu 22.04',
      capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 100 },
      tags: ['rehome', 'phase-1'],
    });
    expect(nodeOf(proposal, 'old1').tags).toContain('status:decommissioning');
    expect(itemsOf(proposal, 'party').map((party) => party.name)).toEqual(['Retail team']);
    expect(JSON.stringify(proposal)).not.toContain('abcd1234efgh5678');
  });

  it('reads table exports: sizes with the factor 1000, addresses without their prefix', () => {
    const text =
      'Name,Status,Site,Cluster,Tenant,Platform,VCPUs,Memory,Disk,IP Address\ndb01,Active,LON1,prod,,Debian,2.00,4.10 GB,102.40 GB,10.0.0.7/24\ndb02,Staged,LON1,prod,,Debian,2.00,4.00 GiB,100.00 GiB,\n';
    const proposal = importText('x.csv', text);
    expect(nodeOf(proposal, 'db01')).toMatchObject({
      status: 'active',
      addresses: ['10.0.0.7'],
      capacity: { memoryMiB: 4100, diskGiB: 100 },
    });
    expect(nodeOf(proposal, 'db02')).toMatchObject({
      status: 'planned',
      capacity: { memoryMiB: 4096, diskGiB: 100 },
    });
  });

  it('assumes GB for small bare disks and says so', () => {
    const text = 'name,status,cluster,role,vcpus,memory,disk\ndb01,active,prod,x,2,4096,100\n';
    const proposal = importText('x.csv', text);
    expect(nodeOf(proposal, 'db01').capacity?.diskGiB).toBe(100);
    expect(proposal.problems.map((problem) => problem.code)).toContain('unit-assumed');
  });

  it('takes devices for servers, and for hosts where machines of another table stand on them', () => {
    const devices =
      'name,role,manufacturer,device_type,serial,status,site,rack\npve1,hypervisor,Dell,R740,SN-77,active,LON1,r1\niron1,storage,Dell,R740,SN-78,inventory,LON1,r1\n';
    const machines =
      'name,status,site,cluster,device,role,vcpus,memory\nweb02,active,LON1,,pve1,web,2,4096\n';
    const { proposals } = importTexts({ 'a.csv': devices, 'b.csv': machines });
    const [first] = proposals;
    if (first === undefined) throw new Error('nothing');
    expect(nodeOf(first, 'pve1')).toMatchObject({ kind: 'host', type: 'physical', identities: ['SN-77'] });
    expect(nodeOf(first, 'iron1')).toMatchObject({ kind: 'server', type: 'physical', status: 'dormant' });
  });

  const api = JSON.stringify(
    {
      count: 3,
      next: 'https://nb.acme.test/api/virtualization/virtual-machines/?offset=2',
      previous: null,
      results: [
        {
          id: 1,
          url: 'https://nb.acme.test/api/virtualization/virtual-machines/1/',
          name: 'db01',
          status: { value: 'active', label: 'Active' },
          site: { id: 3, name: 'LON1' },
          cluster: { id: 4, name: 'prod' },
          device: { id: 5, name: 'pve1' },
          role: { name: 'Database' },
          tenant: { name: 'Retail team' },
          platform: { name: 'Debian 12' },
          primary_ip4: { address: '10.0.0.7/24' },
          vcpus: 4,
          memory: 8192,
          disk: 102_400,
          tags: [{ name: 'gold' }, { name: 'eu' }],
          custom_fields: { api_token: 'canary-7788-xy' },
          local_context_data: { password: 'canary-7799-xy' },
        },
        {
          id: 2,
          url: 'https://nb.acme.test/api/virtualization/virtual-machines/2/',
          name: 'old1',
          status: { value: 'offline' },
        },
      ],
    },
    null,
    2,
  );

  it('reads lists of the API by allow-list and says when pages are missing', () => {
    const proposal = importText('vms.json', api);
    expect(proposal.source.format).toBe('netbox');
    expect(misplacedQuotes(proposal, api)).toEqual([]);
    expect(nodeOf(proposal, 'db01')).toMatchObject({
      parent: 'host:pve1',
      addresses: ['10.0.0.7'],
      os: 'Debian 12',
      tags: ['gold', 'eu'],
      capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 100 },
    });
    expect(nodeOf(proposal, 'old1')).toMatchObject({ status: 'dormant', type: 'vm' });
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['incomplete-list']);
    expect(JSON.stringify(proposal)).not.toContain('canary');
    expect(proposal.source.secrets.length).toBeGreaterThan(0);
  });

  it('reads services with their ports, and refuses broken lists with a line', () => {
    const text =
      '{"count":1,"next":null,"results":[\n{"url":"https://nb/api/ipam/services/1/","parent":{"name":"db01"},"name":"postgres",\n"protocol":{"value":"tcp"},"ports":[5432]}]}';
    const proposal = importText('s.json', text);
    expect(nodeOf(proposal, 'postgres')).toMatchObject({ parent: 'server:db01', tags: ['port:5432/tcp'] });
    const broken = importTexts({ 's.json': text.slice(0, -3) }, { format: 'netbox' });
    expect(broken.problems[0]).toMatchObject({ severity: 'error', code: 'broken-json' });
    expect(importTexts({ 's.json': '{"results":7}' }, { format: 'netbox' }).proposals).toEqual([]);
  });
});
