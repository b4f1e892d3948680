import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { awsMigrationHubExporter } from '#core/exporters/aws-migration-hub/aws-migration-hub-exporter.ts';
import { azureMigrateExporter } from '#core/exporters/azure-migrate/azure-migrate-exporter.ts';
import { findOsFamily } from '#core/exporters/azure-migrate/os-family.ts';
import type { Exporter, ExportOptions } from '#core/exporters/contract.ts';
import { googleMigrationCenterExporter } from '#core/exporters/google-migration-center/google-migration-center-exporter.ts';
import { breakCycles } from '#core/exporters/konveyor/break-cycles.ts';
import { konveyorExporter } from '#core/exporters/konveyor/konveyor-exporter.ts';
import { netBoxExporter } from '#core/exporters/netbox/netbox-exporter.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { emptyReport } from '#support/example-reports.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

function sheet(
  exporter: Exporter,
  path: string,
  plan = clearOutPlan(),
  options = all,
): Record<string, string>[] {
  const file = exporter.export(plan, emptyReport, options).files.find((each) => each.path === path);
  return Papa.parse<Record<string, string>>(String(file?.content), { header: true, skipEmptyLines: true })
    .data;
}

function losses(exporter: Exporter, plan = clearOutPlan()): Record<string, readonly string[]> {
  const { notFitted } = exporter.export(plan, emptyReport, all);
  return Object.fromEntries(notFitted.map((each) => [each.field, each.examples]));
}

const headersOf = (exporter: Exporter, path: string): string =>
  String(exporter.export(planOf(), emptyReport, all).files.find((each) => each.path === path)?.content);

const machine = toNode({
  id: toId('nd', 'nd_db'),
  kind: 'server',
  type: 'vm',
  name: 'db01.acme.test',
  os: 'Ubuntu 22.04',
  environment: 'production',
  addresses: ['10.0.0.7', '10.0.1.7', '00:16:3e:00:00:07', 'fe80::1', 'behind the proxy'],
  aliases: ['db'],
  tags: ['tier:1', 'gold', 'a:b,c'],
  notes: 'the old one',
  capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 100 },
  usage: { vcpu: 1.5, memoryMiB: 6000, diskGiB: 51 },
});
const shop = toNode({
  id: toId('nd', 'nd_shop'),
  kind: 'service',
  type: 'application',
  name: 'Shop',
  parent: machine.id,
});
const evil = toNode({ id: toId('nd', 'nd_evil'), kind: 'server', name: '=cmd()', parent: null });

describe('the templates of vendors', () => {
  it('have the headings of the vendors, in their order, even when there is nothing to write', () => {
    expect(headersOf(awsMigrationHubExporter, 'aws-migration-hub.csv').split(',')).toHaveLength(34);
    expect(headersOf(awsMigrationHubExporter, 'aws-migration-hub.csv')).toMatch(
      /^ExternalId,SMBiosId,IPAddress,MACAddress,HostName,VMware\.MoRefId,.*,Applications,ApplicationWave,Tags,ServerId\r\n$/u,
    );
    expect(headersOf(azureMigrateExporter, 'azure-migrate.csv').split(',')).toHaveLength(17 + 100);
    expect(headersOf(azureMigrateExporter, 'azure-migrate.csv')).toMatch(
      /^\*Server name,IP addresses,\*Cores,\*Memory \(In MB\),\*OS name,OS version,.*,Disk 20 write ops \(operations per second\)\r\n$/u,
    );
    expect(headersOf(googleMigrationCenterExporter, 'vmInfo.csv')).toMatch(
      /^MachineId,MachineName,PrimaryIPAddress\(optional\),.*,CreateDate\(optional\),IsPhysical\r\n$/u,
    );
    expect(headersOf(konveyorExporter, 'konveyor.csv').split(',')).toHaveLength(57);
    expect(headersOf(netBoxExporter, 'netbox-3-virtual-machines.csv')).toBe(
      'name,status,start_on_boot,role,site,cluster,device,tenant,platform,vcpus,memory,disk,description,serial,config_template,comments,owner,tags\r\n',
    );
  });

  it('say of a machine what each of them asks', () => {
    const plan = planOf({ nodes: [machine, shop] });
    expect(sheet(awsMigrationHubExporter, 'aws-migration-hub.csv', plan)).toEqual([
      expect.objectContaining({
        ExternalId: 'nd_db',
        IPAddress: '10.0.0.7, 10.0.1.7, fe80::1',
        MACAddress: '00:16:3e:00:00:07',
        HostName: 'db01.acme.test',
        'CPU.NumberOfLogicalCores': '4',
        'CPU.UsagePct.Max': '37.5',
        'RAM.TotalSizeInMB': '8192',
        Applications: 'Shop',
        Tags: 'env:production, tier:1, tag:gold, a:b c',
      }),
    ]);
    expect(sheet(azureMigrateExporter, 'azure-migrate.csv', plan)).toEqual([
      expect.objectContaining({
        '*Server name': 'db01.acme.test',
        'IP addresses': '10.0.0.7;10.0.1.7;fe80::1',
        '*OS name': 'Ubuntu Linux',
        'OS version': 'Ubuntu 22.04',
        'Server type': 'Virtual',
        'Number of disks': '1',
        'Disk 1 size (In GB)': '100',
        'Memory utilization percentage': '73.2422',
      }),
    ]);
    expect(sheet(googleMigrationCenterExporter, 'vmInfo.csv', plan)).toEqual([
      expect.objectContaining({
        MachineId: 'nd_db',
        MemoryGiB: '8',
        OsName: 'Ubuntu 22.04',
        IsPhysical: 'FALSE',
      }),
    ]);
    expect(
      sheet(googleMigrationCenterExporter, 'tagInfo.csv', plan).map(({ Key, Value }) => `${Key}=${Value}`),
    ).toEqual(['env=production', 'app=shop', 'tier=1', 'tag=gold', 'a=b-c']);
    expect(sheet(netBoxExporter, 'netbox-3-virtual-machines.csv', plan)).toEqual([
      expect.objectContaining({
        name: 'db01.acme.test',
        cluster: 'Unplaced',
        memory: '8192',
        disk: '102400',
        tags: 'tier-1,gold,a-b-c',
      }),
    ]);
    expect(sheet(netBoxExporter, 'netbox-5-addresses.csv', plan)[2]).toMatchObject({
      address: 'fe80::1/128',
      is_primary: 'false',
    });
  });

  it('list what did not fit, by column and with names', () => {
    const duty = toDuty({ id: toId('du', 'du_1'), area: 'backup', subject: machine.id });
    const plan = planOf({ nodes: [machine, shop], duties: [duty] });
    expect(losses(awsMigrationHubExporter, plan)).toMatchObject({
      aliases: ['db01.acme.test'],
      notes: ['db01.acme.test'],
      'disk size': ['db01.acme.test'],
      'addresses of another sort': ['behind the proxy'],
      'Tags: signs that became a blank': ['a:b,c'],
      duties: ['backup'],
    });
    expect(losses(azureMigrateExporter, plan)).toMatchObject({
      services: ['Shop'],
      tags: ['db01.acme.test'],
    });
    expect(losses(konveyorExporter, plan)).toMatchObject({ 'servers and hosts': ['db01.acme.test'] });
    expect(losses(netBoxExporter)).toMatchObject({
      dependencies: expect.anything(),
      'steps of the plan': expect.anything(),
    });
  });

  it('leave out and list what a spreadsheet would run, and rows that the vendor would refuse', () => {
    const plan = planOf({ nodes: [evil, machine] });
    expect(
      sheet(awsMigrationHubExporter, 'aws-migration-hub.csv', plan).map((row) => row['HostName']),
    ).toEqual(['db01.acme.test', '']);
    expect(losses(awsMigrationHubExporter, plan)).toMatchObject({
      'HostName: starts like a formula': ['=cmd()'],
    });
    expect(losses(konveyorExporter, plan)).toMatchObject({
      'applications whose name starts like a formula': ['=cmd()'],
    });
    expect(sheet(azureMigrateExporter, 'azure-migrate.csv', plan)).toHaveLength(1);
    expect(losses(azureMigrateExporter, plan)).toMatchObject({
      'servers left out, because a needed value is not known': ['=cmd() (cores, memory, operating system)'],
    });
  });

  it('narrow to the machines of one phase', () => {
    const phase = sheet(awsMigrationHubExporter, 'aws-migration-hub.csv', clearOutPlan(), {
      ...all,
      phase: toId('ph', 'ph_clear'),
    });
    expect(new Set(phase.map((row) => row['HostName']))).toEqual(new Set(['build1', 'news1', 'oldwiki']));
    expect(phase.every((row) => row['ApplicationWave'] === 'Clear out')).toBe(true);
  });

  it('name systems as Azure Migrate knows them', () => {
    expect(
      ['Windows Server 2012 R2 Standard', 'Windows 2016', 'RHEL 8', 'debian 12', 'SLES 15', 'Plan 9'].map(
        findOsFamily,
      ),
    ).toEqual([
      'Windows Server 2012 R2',
      'Windows Server 2016',
      'Red Hat Enterprise Linux',
      'Debian GNU/Linux',
      'SUSE Linux Enterprise',
      null,
    ]);
  });

  it('break circles of needs, one need for each', () => {
    const needs = ['a>b', 'b>c', 'c>a', 'c>d', 'd>d'].map((each) => ({
      from: each.slice(0, 1),
      to: each.slice(2),
    }));
    const { kept, dropped } = breakCycles(needs);
    expect(dropped.map((each) => `${each.from}>${each.to}`)).toEqual(['c>a', 'd>d']);
    expect(kept).toHaveLength(3);
    const two = ['nd_a', 'nd_b'].map((id) =>
      toNode({ id: toId('nd', id), kind: 'service', name: id.slice(3) }),
    );
    const circle = planOf({
      nodes: two,
      dependencies: [
        toDependency({
          id: toId('dp', 'dp_1'),
          from: toId('nd', 'nd_a'),
          to: toId('nd', 'nd_b'),
          type: 'uses',
        }),
        toDependency({
          id: toId('dp', 'dp_2'),
          from: toId('nd', 'nd_b'),
          to: toId('nd', 'nd_a'),
          type: 'uses',
        }),
      ],
    });
    expect(losses(konveyorExporter, circle)).toMatchObject({ 'dependencies that close a circle': ['b → a'] });
  });
});
