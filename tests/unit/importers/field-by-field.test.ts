import { describe, expect, it } from 'vitest';
import { importTexts, importText, itemsOf, nodeOf } from './import-text.ts';

describe('tables of people', () => {
  it('are read in German, with numbers as the whole table writes them', () => {
    const text =
      'Rechnername;IP-Adresse;Betriebssystem;vCPU;Arbeitsspeicher (GB);Festplatte (GB);Standort;Umgebung;Verantwortlich;Anwendung;Bemerkung\n' +
      'ofen-01;10.1.0.1;Debian 12;4;16,5;200;Halle;Produktion;Backstube;Kasse;läuft\n' +
      'ofen-02;10.1.0.2;SLES 15;8;64;1.000;Halle;Test;Ann Lee;Lager;\n';
    const proposal = importText('bestand.csv', text);
    expect(nodeOf(proposal, 'ofen-01')).toMatchObject({
      addresses: ['10.1.0.1'],
      os: 'Debian 12',
      environment: 'production',
      capacity: { vcpu: 4, memoryMiB: 16_896, diskGiB: 200 },
      notes: 'läuft',
    });
    expect(nodeOf(proposal, 'ofen-02').capacity).toEqual({ vcpu: 8, memoryMiB: 65_536, diskGiB: 1000 });
    expect(nodeOf(proposal, 'Kasse').parent).toBe('server:ofen-01');
    expect(itemsOf(proposal, 'party').map((party) => party.name)).toEqual(['Backstube', 'Ann Lee']);
  });

  it('keep three decimals where no column writes a comma', () => {
    const proposal = importText('x.csv', 'Name,RAM (GB),Disk (GB)\na1,3.876,100.5\na2,7.812,2000\n');
    expect(nodeOf(proposal, 'a1').capacity).toEqual({ memoryMiB: 3969, diskGiB: 100.5 });
  });

  it('read a list of names with one column', () => {
    expect(itemsOf(importText('x.csv', 'Hostname\nweb1\nweb2\n'), 'node').map((node) => node.name)).toEqual([
      'web1',
      'web2',
    ]);
    expect(
      importTexts({ 'notes.txt': 'Hostname\nweb1\n' }).proposals.flatMap((each) => each.source.format),
    ).not.toContain('csv');
  });

  it('take the names of both ends of a flow before their addresses', () => {
    const text =
      'Source Host,Source IP,Destination IP,Destination Host,Destination Port\nweb1,10.0.0.1,10.0.0.2,db1,5432\n';
    const [edge] = itemsOf(importText('flows.csv', text), 'dependency');
    expect(edge).toMatchObject({ from: 'server:web1', to: 'server:db1', port: 5432 });
  });

  it('do not take who uses a machine for a machine', () => {
    const proposal = importText('x.csv', 'Name,Serial Number,Used By\nweb1,S1,Finance\ndb1,S2,web1\n');
    expect(nodeOf(proposal, 'Finance').confidence).toBe('uncertain');
    expect(itemsOf(proposal, 'dependency').map(({ to, confidence }) => [to, confidence])).toEqual([
      ['server:web1', 'uncertain'],
      ['server:db1', 'sure'],
    ]);
  });
});

describe('sheets of vendors', () => {
  it('call a numbered wave by its word', () => {
    const text = 'wave_id,app_name,server_name,server_os_family,r_type\n3,Shop,web1,linux,Retain\n';
    expect(itemsOf(importText('intake.csv', text), 'phase')).toMatchObject([
      { name: 'Wave 3', key: 'phase:3' },
    ]);
  });

  it('read machines of NetBox with units in their headings, whatever their role', () => {
    const text =
      'Name,Status,Site,Cluster,Role,Platform,vCPUs,Memory (MB),Disk (GB),Tags\nn1,Active,AMS1,k8s,Application,Debian,2.00,4096,40,web\n';
    expect(nodeOf(importText('vms.csv', text), 'n1')).toMatchObject({
      kind: 'server',
      capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 40 },
    });
  });

  it('say an address once that stands in two columns', () => {
    const text =
      'MachineId,MachineName,PrimaryIPAddress(optional),IpAddressListSemiColonDelimited(optional),TotalDiskAllocatedGiB,AllocatedProcessorCoreCount,MemoryGiB,OsName,IsPhysical\nm1,g1,10.3.0.4,10.3.0.4;10.3.0.5,100,2,7.5,Debian,FALSE\n';
    expect(nodeOf(importText('vmInfo.csv', text), 'g1').addresses).toEqual(['10.3.0.4', '10.3.0.5']);
  });
});

describe('files of systems', () => {
  it('Ansible: reach machines through the hop that group variables name', () => {
    const text =
      '[gate]\nhop.acme.test\n[db]\ndb1\n[db:vars]\nansible_ssh_common_args=\'-o ProxyCommand="ssh -W %h:%p -q ops@hop.acme.test"\'\n';
    expect(itemsOf(importText('hosts.ini', text), 'dependency')).toMatchObject([
      { from: 'server:db1', to: 'server:hop.acme.test', type: 'reaches-through' },
    ]);
  });

  it('Nagios: one service needs another, and who is told of it', () => {
    const text = [
      'define host {\n host_name w1\n address 10.0.0.1\n}',
      'define host {\n host_name d1\n address 10.0.0.2\n}',
      'define service {\n host_name w1\n service_description HTTP\n check_command check_http\n}',
      'define service {\n host_name d1\n service_description PG\n check_command check_pgsql!x\n contact_groups dbas\n}',
      'define servicedependency {\n host_name d1\n service_description PG\n dependent_host_name w1\n dependent_service_description HTTP\n}',
    ].join('\n');
    const proposal = importText('site.cfg', text);
    expect(itemsOf(proposal, 'dependency').filter((each) => each.type === 'uses')).toMatchObject([
      { from: 'service:w1/web server', to: 'service:d1/postgresql' },
    ]);
    expect(itemsOf(proposal, 'duty')).toMatchObject([
      { area: 'alert receipt', subject: 'service:d1/postgresql', party: 'party:dbas' },
    ]);
  });

  it('Backstage: an owner that is a user is a person, and a group that is described later has its mail', () => {
    const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop}
spec: {type: service, owner: user:ann}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: till}
spec: {type: service, owner: bakers}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: bakers}
spec: {type: team, profile: {email: bakers@acme.test}, children: []}
`;
    expect(itemsOf(importText('catalog-info.yaml', text), 'party')).toMatchObject([
      { name: 'ann', kind: 'person' },
      { name: 'bakers', kind: 'team', contacts: ['bakers@acme.test'] },
    ]);
  });

  it('clouds: a word such as env:prod tells the environment', () => {
    const text =
      '[{"id":3164444,"name":"shop","memory":1024,"vcpus":1,"disk":25,"status":"active","region":{"slug":"nyc3"},"size_slug":"s-1","networks":{"v4":[]},"tags":["web","env:prod"]}]';
    expect(nodeOf(importText('droplets.json', text), 'shop').environment).toBe('production');
  });
});
