import { describe, expect, it } from 'vitest';
import type { Proposal } from '#core/importers/contract.ts';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';

function read(format: string, text: string, name = 'list.csv'): Proposal {
  const proposal = importText(name, text);
  expect(proposal.source.format).toBe(format);
  expect(misplacedQuotes(proposal, text)).toEqual([]);
  return proposal;
}

describe('AWS Migration Hub', () => {
  const text = `ExternalId,SMBiosId,IPAddress,HostName,VMware.VMName,CPU.NumberOfCores,CPU.NumberOfLogicalCores,OS.Name,OS.Version,RAM.TotalSizeInMB,RAM.UsedSizeInMB.Max,CPU.UsagePct.Avg,CPU.UsagePct.Max,Applications,ApplicationWave,Tags
x-1,,"10.0.0.7, 10.0.1.7",db01.acme.test,db01,2,4,Ubuntu,22.04,8192,4096,10,50,"Shop, Billing",Wave 1,"env:prod, owner:Ops team"
x-2,,10.0.0.8,,web02,2,,Debian,12,2048,,,,Shop,2,
`;
  it('keeps sizes, applications, waves and tags', () => {
    const proposal = read('aws-migration-hub', text);
    expect(nodeOf(proposal, 'db01.acme.test')).toMatchObject({
      aliases: ['db01'],
      addresses: ['10.0.0.7', '10.0.1.7'],
      identities: ['x-1'],
      os: 'Ubuntu 22.04',
      environment: 'production',
      capacity: { vcpu: 4, memoryMiB: 8192 },
      usage: { vcpu: 2, memoryMiB: 4096 },
    });
    expect(nodeOf(proposal, 'web02').capacity).toEqual({ vcpu: 2, memoryMiB: 2048 });
    const services = itemsOf(proposal, 'node').filter((node) => node.kind === 'service');
    expect(services.map((node) => [node.name, node.parent, node.tags])).toEqual([
      ['Shop', 'server:db01.acme.test', ['app:Shop']],
      ['Billing', 'server:db01.acme.test', ['app:Billing']],
      ['Shop', 'server:web02', ['app:Shop']],
    ]);
    expect(itemsOf(proposal, 'phase')).toHaveLength(2);
    expect(itemsOf(proposal, 'party').map((party) => party.name)).toEqual(['Ops team']);
  });
});

describe('AWS Cloud Migration Factory and MGN', () => {
  it('plans the move into the account and region of a wave, but not of what stays or goes', () => {
    const proposal = read(
      'cloud-migration-factory',
      `wave_name,app_name,aws_accountid,aws_region,server_name,server_os_family,server_os_version,server_fqdn,r_type,tags,secret_name
Wave 1,Shop,123456789012,eu-west-1,web02,linux,Ubuntu 22.04,web02.acme.test,Rehost,env=prod;,s3cr
Wave 1,Old,123456789012,eu-west-1,old1,windows,2012,old1.acme.test,Retire,,s3cr
Wave 2,Shop,123456789012,eu-west-1,web03,linux,Debian,web03.acme.test,TBC,,s3cr
`,
    );
    expect(nodeOf(proposal, 'web02')).toMatchObject({ environment: 'production', os: 'Ubuntu 22.04' });
    expect(nodeOf(proposal, 'old1').os).toBe('windows 2012');
    expect(nodeOf(proposal, 'web02').parent).toBeUndefined();
    expect(itemsOf(proposal, 'move')).toEqual([
      expect.objectContaining({
        node: 'server:web02',
        to: 'site:aws 123456789012/eu-west-1',
        phase: 'phase:wave 1',
      }),
    ]);
    expect(itemsOf(proposal, 'disposition').map((each) => each.disposition)).toEqual(['rehost', 'retire']);
    expect(itemsOf(proposal, 'question')).toHaveLength(1);
    expect(JSON.stringify(proposal)).not.toContain('s3cr');
  });

  it('reads inventories of MGN', () => {
    const proposal = read(
      'cloud-migration-factory',
      `mgn:account-id,mgn:region,mgn:wave:name,mgn:app:name,mgn:server:user-provided-id,mgn:server:platform,mgn:server:fqdn-for-action-framework,mgn:server:tag:Team,mgn:launch:instance-type
123456789012,eu-west-1,Wave 1,Shop,web02,LINUX,web02.acme.test,Ops,m5.large
`,
    );
    expect(nodeOf(proposal, 'web02')).toMatchObject({
      os: 'Linux',
      aliases: ['web02.acme.test'],
      tags: ['Team:Ops', 'target-size:m5.large', 'wave:Wave 1'],
    });
    expect(itemsOf(proposal, 'move')).toHaveLength(1);
  });
});

describe('Azure Migrate', () => {
  it('adds up disks and takes shares of what a server has', () => {
    const proposal = read(
      'azure-migrate',
      `*Server name,IP addresses,*Cores,*Memory (In MB),*OS name,OS version,Server type,Hypervisor,CPU utilization percentage,Memory utilization percentage,Storage in use (In GB),Number of disks,Disk 1 size (In GB),Disk 2 size (In GB)
db01.acme.test,10.0.0.7;10.0.0.8,4,8192,Ubuntu Linux,22.04,Virtual,VMware,25,50,60,2,100,50.5
iron1,,16,65536,Windows Server 2019,,Physical,,,,,,,
`,
    );
    expect(nodeOf(proposal, 'db01.acme.test')).toMatchObject({
      type: 'vm',
      addresses: ['10.0.0.7', '10.0.0.8'],
      os: 'Ubuntu Linux 22.04',
      capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 150.5 },
      usage: { vcpu: 1, memoryMiB: 4096, diskGiB: 60 },
    });
    expect(nodeOf(proposal, 'iron1')).toMatchObject({ type: 'physical', capacity: { vcpu: 16 } });
  });

  it('reads a dependency once, whatever the time slot', () => {
    const row = (slot: string): string => `${slot},web02,,nginx,db01,10.0.0.7,,postgres,5432`;
    const proposal = read(
      'azure-migrate',
      `Timeslot,Source server name,Source application,Source process,Destination server name,Destination IP,Destination application,Destination process,Destination port\n${row('1')}\n${row('2')}\n3,web02,,,,,,,443\n`,
    );
    expect(itemsOf(proposal, 'dependency')).toEqual([
      expect.objectContaining({ from: 'server:web02', to: 'server:db01', type: 'connects', port: 5432 }),
    ]);
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['one-end']);
  });
});

describe('Google Migration Center', () => {
  const machines =
    'MachineId,MachineName,PrimaryIPAddress(optional),IpAddressListSemiColonDelimited(optional),TotalDiskAllocatedGiB,TotalDiskUsedGiB,AllocatedProcessorCoreCount,MemoryGiB,HostingLocation(optional),OsName,OsVersion(optional),MachineStatus(optional),IsPhysical\nm-1,db01,10.0.0.7,10.0.0.7;10.0.0.9,100,51,4,8,LON1,Debian,12,Running,FALSE\nm-2,web02,,,,,2,1.5,LON1,Debian,,Stopped,TRUE\n';
  const disks =
    'MachineId,DiskLabel,SizeInGib,UsedInGib,StorageTypeLabel\nm-1,a,70,1,SSD\nm-2,a,20,5,SSD\nm-2,b,10.5,1,HDD\nm-9,a,1,1,SSD\n';
  const tags = 'MachineId,Key,Value\nm-1,env,prod\nm-1,app,Shop\nm-1,owner,Ops team\n';
  const samples = Array.from(
    { length: 40 },
    (_, at) => `m-1,2026-01-01 00:00:0${at % 10},${at + 1},,4294967296`,
  );
  const performance = `MachineId,TimeStamp,CpuUtilizationPercentage,MemoryUtilizationPercentage(optional),UtilizedMemoryBytes\n${samples.join('\n')}\n`;

  it('joins its four tables, each with its own words', () => {
    const files = {
      'vmInfo.csv': machines,
      'diskInfo.csv': disks,
      'tagInfo.csv': tags,
      'perfInfo.csv': performance,
    };
    const { proposals } = importTexts(files);
    const of = (name: string): Proposal => {
      const found = proposals.find((proposal) => proposal.source.name === name);
      if (found === undefined) throw new Error(name);
      expect(found.source.format).toBe('google-migration-center');
      return found;
    };
    for (const [name, text] of Object.entries(files)) expect(misplacedQuotes(of(name), text)).toEqual([]);
    expect(nodeOf(of('vmInfo.csv'), 'db01')).toMatchObject({
      type: 'vm',
      parent: 'site:lon1',
      identities: ['m-1'],
      capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 100 },
      usage: { diskGiB: 51 },
    });
    expect(nodeOf(of('vmInfo.csv'), 'web02')).toMatchObject({
      type: 'physical',
      status: 'dormant',
      capacity: { vcpu: 2, memoryMiB: 1536 },
    });
    expect(itemsOf(of('diskInfo.csv'), 'node').map((node) => [node.name, node.capacity?.diskGiB])).toEqual([
      ['web02', 30.5],
    ]);
    expect(of('diskInfo.csv').problems.map((problem) => problem.code)).toEqual(['unknown-machines']);
    expect(nodeOf(of('tagInfo.csv'), 'db01').environment).toBe('production');
    expect(nodeOf(of('tagInfo.csv'), 'Shop')).toMatchObject({ parent: 'server:db01', tags: ['app:Shop'] });
    expect(itemsOf(of('tagInfo.csv'), 'duty')).toHaveLength(1);
    expect(nodeOf(of('perfInfo.csv'), 'db01').usage).toMatchObject({ vcpu: 1.52 });
  });

  it('says that a further table needs the first', () => {
    expect(importTexts({ 'diskInfo.csv': disks }).problems[0]).toMatchObject({
      code: 'no-machine-table',
      severity: 'error',
    });
  });
});

describe('Konveyor', () => {
  const header =
    'Record Type 1,Application Name,Description,Comments,Business Service,Dependency,Dependency Direction,Repository URL,Owner,Contributors,Tag Category 1,Tag 1,Tag Category 2,Tag 2';
  it('reads applications, people and both directions', () => {
    const proposal = read(
      'konveyor',
      `${header}\n1,Shop,Web shop,,Retail,,,https://git.acme.test/shop.git,Ann Lee <ann@acme.test>, "Bo Ek <bo@acme.test>, Cy Fox <cy@acme.test>",Operating System,RHEL 8,Runtime,Tomcat\n1,Billing\n1,Feed\n2,Shop,,,,Billing,southbound\n2,Shop,,,,Feed,NORTHBOUND\n2,Shop,,,,Ghost,southbound\n2,Shop,,,,Feed,sideways\n`,
    );
    expect(nodeOf(proposal, 'Shop')).toMatchObject({
      kind: 'service',
      type: 'application',
      os: 'RHEL 8',
      tags: ['business-service=Retail', 'Operating System=RHEL 8', 'Runtime=Tomcat'],
    });
    expect(itemsOf(proposal, 'duty').map((duty) => [duty.party, duty.role])).toEqual([
      ['party:ann lee', 'accountable'],
      ['party:bo ek', 'responsible'],
      ['party:cy fox', 'responsible'],
    ]);
    expect(itemsOf(proposal, 'dependency').map(({ from, to, type }) => [from, type, to])).toEqual([
      ['service:shop', 'uses', 'service:billing'],
      ['service:feed', 'uses', 'service:shop'],
    ]);
    expect(proposal.problems.map((problem) => problem.line)).toEqual([7, 8]);
  });
});
