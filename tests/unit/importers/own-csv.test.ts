import { describe, expect, it } from 'vitest';
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
      parent: 'provider:hetzner',
      environment: 'production',
      addresses: ['10.0.0.7', '10.0.0.8'],
      tags: ['a', 'b', 'wave:Phase 1'],
      capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 80.5 },
      usage: { vcpu: 1, memoryMiB: 2048, diskGiB: 20 },
      cost: { amount: 12.5, currency: 'EUR', per: 'month' },
      notes: '=1+1',
    });
    expect(nodeOf(proposal, 'db')).toMatchObject({
      type: 'database',
      parent: 'server:web02',
      status: 'dormant',
    });
    expect(itemsOf(proposal, 'disposition')).toHaveLength(1);
  });

  it('reads dependencies by name, not by id', () => {
    const text =
      'id,from,fromName,to,toName,type,protocol,port,encrypted,latencyMs\ndp_1,nd_2,web02,nd_4,db01,replicates,tcp,5432,true,\n';
    const proposal = importText('dependencies.csv', text);
    expect(itemsOf(proposal, 'dependency')).toEqual([
      expect.objectContaining({
        from: 'server:web02',
        to: 'server:db01',
        type: 'replicates',
        port: 5432,
        encrypted: true,
      }),
    ]);
  });
});
