import { describe, expect, it } from 'vitest';
import { findNumberStyle, parseCellNumber } from '#core/importers/csv/units.ts';
import { importSheets, only } from './import-sheets.ts';
import { importText, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';

/** Tables as teams write them: each variation was seen to be read wrongly once. */
describe('tables of teams', () => {
  it('takes a point for what parts thousands only where it can be nothing else', () => {
    const read = (cells: readonly string[], unit: 'MiB' | 'GiB' | null): (number | undefined)[] => {
      const style = findNumberStyle(cells, '.', unit);
      return cells.map((cell) => parseCellNumber(cell, style)?.value);
    };
    expect(read(['8.192', '4.096', '512'], 'MiB')).toEqual([8192, 4096, 512]);
    expect(read(['16', '1.024', '64'], 'GiB')).toEqual([16, 1024, 64]);
    expect(read(['1.024', '2.048'], 'GiB')).toEqual([1.024, 2.048]);
    expect(read(['16', '0.512', '64'], 'GiB')).toEqual([16, 0.512, 64]);
    expect(read(['16', '1.5'], 'MiB')).toEqual([16, 1.5]);
    expect(read(['1.024', '7'], null)).toEqual([1.024, 7]);
  });

  it('reads the sizes of an RVTools table of a German Excel', () => {
    const text = `vInfoVMName;vInfoPowerstate;vInfoTemplate;vInfoCPUs;vInfoMemory;vInfoProvisioned;vInfoInUse;vInfoHost
web01;poweredOn;False;4;8.192;204.800;51.200;esx1
web02;poweredOff;False;2;4.096;102.400;1.024;esx1
`;
    expect(nodeOf(importText('vInfo.csv', text), 'web01')).toMatchObject({
      capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 200 },
      usage: { diskGiB: 50 },
    });
  });

  it('takes addresses apart and cuts the length of their network', () => {
    const text = `Server,IP,MAC,Owner
web01,10.0.0.1/24 10.0.1.1/24,52:54:00:aa:bb:cc,Ann Lee
web02,2001:db8::2/64,,—
web03,10.0.0.3 / 10.0.0.4,,Ann Lee
web04,see wiki,,Ann Lee
`;
    const proposal = importText('nets.csv', text);
    expect(nodeOf(proposal, 'web01').addresses).toEqual(['10.0.0.1', '10.0.1.1', '52:54:00:aa:bb:cc']);
    expect(nodeOf(proposal, 'web02').addresses).toEqual(['2001:db8::2']);
    expect(nodeOf(proposal, 'web03').addresses).toEqual(['10.0.0.3', '10.0.0.4']);
    expect(nodeOf(proposal, 'web04').addresses).toEqual(['see wiki']);
    expect(itemsOf(proposal, 'party').map(({ name }) => name)).toEqual(['Ann Lee']);
    expect(misplacedQuotes(proposal, text)).toEqual([]);
  });

  it('adds the disks of a machine up, unless a column has their sum', () => {
    const parts = 'Server Name,OS Disk GB,Data Disk GB,D Drive (GB)\nweb01,40,100,\ndb01,40,2000,500\n';
    const proposal = importText('disks.csv', parts);
    expect(nodeOf(proposal, 'web01').capacity).toEqual({ diskGiB: 140 });
    expect(nodeOf(proposal, 'db01').capacity).toEqual({ diskGiB: 2540 });
    const summed = 'Server Name,OS Disk GB,Data Disk GB,Total Disk GB\nweb01,40,100,140\n';
    expect(nodeOf(importText('sum.csv', summed), 'web01').capacity).toEqual({ diskGiB: 140 });
  });

  it('reads French, Spanish, Italian and Dutch headings with and without their signs', () => {
    const text = `Nom du serveur;Adresse IP;Système d'exploitation;Mémoire (GB);Hébergeur;Responsable
srv-web;10.0.0.1;Debian 12;16;OVH;Équipe Web
`;
    expect(nodeOf(importText('serveurs.csv', text), 'srv-web')).toMatchObject({
      addresses: ['10.0.0.1'],
      os: 'Debian 12',
      capacity: { memoryMiB: 16_384 },
      parent: 'provider:ovh',
    });
    const plain = 'Nombre,Direccion IP,Memoria RAM (GB),Ubicacion\nsrv-db,10.0.0.2,8,Madrid\n';
    expect(nodeOf(importText('servidores.csv', plain), 'srv-db')).toMatchObject({
      addresses: ['10.0.0.2'],
      capacity: { memoryMiB: 8192 },
      parent: 'site:madrid',
    });
    const dutch = 'Servernaam,Geheugen (GB),Omgeving,Eigenaar\nsrv-app,8,prod,Beheer\n';
    expect(nodeOf(importText('servers-nl.csv', dutch), 'srv-app').environment).toBe('production');
    const italian = 'Nome server,Indirizzo IP,Sistema operativo\nsrv-mail,10.0.0.9,Debian 11\n';
    expect(nodeOf(importText('server-it.csv', italian), 'srv-mail').os).toBe('Debian 11');
  });

  it('reads rows that stand as headings of sections inside a table, and no machine of them', () => {
    const text = `Server Name,vCPU,RAM GB,Owner
Database tier,,,
db01,8,64,Ann Lee
Test systems:,,,
web-t1,2,8,Ann Lee
web-t2,2,8,
legacy,,,
`;
    const proposal = importText('tiers.csv', text);
    const names = itemsOf(proposal, 'node').map(({ name }) => name);
    expect(names).toEqual(['db01', 'web-t1', 'web-t2', 'legacy']);
    expect(nodeOf(proposal, 'db01').tags).toEqual(['group:Database tier']);
    expect(nodeOf(proposal, 'web-t2')).toMatchObject({ environment: 'test' });
    expect(nodeOf(proposal, 'web-t2').tags).toBeUndefined();
    expect(proposal.problems.filter(({ code }) => code === 'section-row').map(({ line }) => line)).toEqual([
      2, 4,
    ]);
    expect(misplacedQuotes(proposal, text)).toEqual([]);
  });

  it('keeps single cells of narrow tables and doubtful names as what they are', () => {
    const narrow = 'Server,Notes\nmail server,\nweb01,front\nfile server,\ndb01,main\n';
    expect(itemsOf(importText('narrow.csv', narrow), 'node')).toHaveLength(4);
    const doubtful = 'Server,CPU,RAM GB\nold box (?),,\nweb01,2,4\nweb02,2,4\nweb03,2,4\n';
    expect(itemsOf(importText('doubt.csv', doubtful), 'node')).toHaveLength(4);
  });

  it('reads dates as the column writes them, and none that could be two', () => {
    const read = (dates: readonly string[]): (string | undefined)[] => {
      const rows = dates.map((date, index) => `s${index},"Wave ${index}","${date}"`).join('\n');
      const proposal = importText('waves.csv', `Server,Wave,Cutover date\n${rows}\n`);
      return itemsOf(proposal, 'phase').map(({ start }) => start);
    };
    expect(read(['31/12/2026', '01/02/2027'])).toEqual(['2026-12-31', '2027-02-01']);
    expect(read(['12/31/2026', '01/02/2027'])).toEqual(['2026-12-31', '2027-01-02']);
    expect(read(['01/02/2027', '03/04/2027'])).toEqual([undefined, undefined]);
    expect(read(['31/12/2026', '12/31/2026', '01/02/2027'])).toEqual([undefined, undefined, undefined]);
    expect(read(['7.12.2026', '1.2.27', '2026-12-07 08:00', '7 Dec 2026'])).toEqual([
      '2026-12-07',
      '2027-02-01',
      '2026-12-07',
      '2026-12-07',
    ]);
    expect(read(['December 7, 2026', '7-Dec-26', '7. Dezember 2026', '7 juillet 2026', 'soon'])).toEqual([
      '2026-12-07',
      '2026-12-07',
      '2026-12-07',
      '2026-07-07',
      undefined,
    ]);
    expect(read(['32.12.2026', '7.13.2026', '7 Smarch 2026'])).toEqual([undefined, undefined, undefined]);
  });

  it('turns a name that is written family first, and takes no two teams for one person', () => {
    const text = `Server;CPU;Verantwortlich
web01;2;Müller, Karl
web02;2;Lee, Ann B.; Ops Team
web03;2;Vertrieb, Einkauf
web04;2;Karl
`;
    const proposal = importText(
      'besitz.csv',
      text.replace('Lee, Ann B.; Ops Team', '"Lee, Ann B.; Ops Team"'),
    );
    expect(itemsOf(proposal, 'party').map(({ name, kind }) => [name, kind])).toEqual([
      ['Karl Müller', 'person'],
      ['Ann B. Lee', 'person'],
      ['Ops Team', 'team'],
      ['Vertrieb', 'team'],
      ['Einkauf', 'team'],
      ['Karl', 'person'],
    ]);
  });

  it('reads a table of ServiceNow: classes, fields of its own and what is no more', () => {
    const text = `ci_name,sys_class_name,u_environment,install_status,ip_address,used_for,support_group
lnx001,cmdb_ci_linux_server,Production,Installed,10.0.0.1,Production,Unix Ops
win002,cmdb_ci_win_server,Development,Retired,10.0.0.2,Development,Windows Ops
esx1,cmdb_ci_esx_server,Production,In stock,10.0.0.3,Production,Unix Ops
db7,cmdb_ci_db_instance,Production,Installed,,Production,DBA
vm3,cmdb_ci_vm_instance,Test,Non-Operational,,Test,DBA
`;
    const proposal = importText('cmdb.csv', text);
    expect(nodeOf(proposal, 'lnx001')).toMatchObject({
      kind: 'server',
      status: 'active',
      environment: 'production',
    });
    expect(nodeOf(proposal, 'lnx001').type).toBeUndefined();
    expect(nodeOf(proposal, 'esx1')).toMatchObject({ kind: 'host', status: 'dormant' });
    expect(nodeOf(proposal, 'db7').type).toBe('database');
    expect(nodeOf(proposal, 'vm3')).toMatchObject({ type: 'vm', status: 'dormant', environment: 'test' });
    expect(itemsOf(proposal, 'node').map(({ name }) => name)).not.toContain('win002');
    expect(proposal.problems).toContainEqual(expect.objectContaining({ code: 'gone', line: 3 }));
  });

  it('reads headings below groups, in a table and in a sheet with merged cells', () => {
    const text = `Servers of the shop,,,,,
,Memory,,Storage,,Ownership
Server,Total GB,Used GB,Total GB,Used GB,Team
web01,16,8,100,40,Ops Team
db01,64,60,2000,1500,Ops Team
`;
    const proposal = importText('groups.csv', text);
    expect(nodeOf(proposal, 'db01')).toMatchObject({
      capacity: { memoryMiB: 65_536, diskGiB: 2000 },
      usage: { memoryMiB: 61_440, diskGiB: 1500 },
    });
    expect(itemsOf(proposal, 'party').map(({ name }) => name)).toEqual(['Ops Team']);
    const sheet = only(
      importSheets({
        Servers: {
          rows: [
            ['Server', 'Memory', null, 'Storage', null],
            [null, 'Total GB', 'Used GB', 'Total GB', 'Used GB'],
            ['Database tier', null, null, null, null],
            ['db01', 64, 60, 2000, 1500],
            ['db02', 32, 20, 1000, 500],
          ],
          tail: '<mergeCells count="4"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/><mergeCell ref="A3:E3"/></mergeCells>',
        },
      }),
    );
    expect(nodeOf(sheet, 'db01')).toMatchObject({
      capacity: { memoryMiB: 65_536, diskGiB: 2000 },
      usage: { memoryMiB: 61_440, diskGiB: 1500 },
      tags: ['group:Database tier'],
    });
    expect(itemsOf(sheet, 'node')).toHaveLength(2);
  });
});
