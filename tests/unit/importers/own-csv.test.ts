import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { importText, itemsOf, nodeOf } from './import-text.ts';

describe('tables in the form of our own export', () => {
  const nodes = `id,kind,type,name,parent,path,environment,status,os,addresses,domains,tags,vcpu,memoryMiB,diskGiB,usedVcpu,usedMemoryMiB,usedDiskGiB,cost,currency,owner,disposition,phase,target,notes,source
nd_1,provider,,Hetzner,,Hetzner,,active,,,,,,,,,,,,,,,,,,
nd_2,server,vm,web02,Hetzner,Hetzner/web02,production,active,Debian 12,10.0.0.7;10.0.0.8,shop.acme.test,a;b,2,4096,80.5,1,2048,20,12.50,EUR,Ops team,retire,Phase 1,,'=1+1,servers.md:3
nd_3,service,database,db,web02,Hetzner/web02/db,,dormant,,,,,,,,,,,,,,,,,,
`;
  it('come back as they went out', () => {
    const proposal = importText('nodes.csv', nodes);
    expect(itemsOf(proposal, 'node').map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'provider Hetzner',
      'server web02',
      'service db',
    ]);
    expect(nodeOf(proposal, 'web02')).toMatchObject({
      type: 'vm',
      parent: 'provider:nd_1',
      identities: ['nd_2'],
      environment: 'production',
      addresses: ['10.0.0.7', '10.0.0.8'],
      tags: ['a', 'b'],
      capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 80.5 },
      usage: { vcpu: 1, memoryMiB: 2048, diskGiB: 20 },
      cost: { amount: 12.5, currency: 'EUR' },
      notes: '=1+1',
    });
    expect(nodeOf(proposal, 'db')).toMatchObject({
      type: 'database',
      parent: 'server:nd_2',
      status: 'dormant',
    });
    expect(itemsOf(proposal, 'disposition')).toHaveLength(1);
    expect(itemsOf(proposal, 'phase').map(({ name }) => name)).toEqual(['Phase 1']);
  });

  it('knows the ends of dependencies by their ids, and by name where the table of nodes is not there', () => {
    const text =
      'id,from,fromName,to,toName,type,protocol,port,encrypted,latencyMs\ndp_1,nd_2,web02,nd_4,db01,replicates,tcp,5432,true,\n';
    const proposal = importText('dependencies.csv', text);
    expect(itemsOf(proposal, 'node').map(({ name, identities }) => [name, identities])).toEqual([
      ['web02', ['nd_2']],
      ['db01', ['nd_4']],
    ]);
    expect(itemsOf(proposal, 'dependency')).toEqual([
      expect.objectContaining({
        from: 'server:nd_2',
        to: 'server:nd_4',
        type: 'replicates',
        protocol: 'tcp',
        port: 5432,
        encrypted: true,
      }),
    ]);
  });

  it('says that steps and checklists come back another way', () => {
    const text = 'id,on,onName,phase,text,owner,due,dueDate,done,evidence\nta_1,ch_1,remove a,,x,,,,false,\n';
    const proposal = importText('tasks.csv', text);
    expect(proposal.items).toEqual([]);
    expect(proposal.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'note not-read-back',
    ]);
  });

  it('reads values with a separator inside, and refuses a quote that never closes', () => {
    const row = 'id,kind,name,parent,path,tags\nnd_1,server,web,,web,a\\;b;c\\\\\n';
    expect(nodeOf(importText('nodes.csv', row), 'web')).toMatchObject({ tags: ['a;b', 'c\\'] });
    const bytes = new TextEncoder().encode('id,kind,name,parent,path\nnd_1,server,"web,,\n');
    const broken = importFiles([{ name: 'nodes.csv', bytes }]);
    expect(broken.proposals).toEqual([]);
    expect(broken.problems).toEqual([expect.objectContaining({ code: 'unclosed-quote', line: 2 })]);
  });
});
