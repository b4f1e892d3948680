import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';
import { makeWorkbook } from './make-workbook.ts';

describe('RVTools', () => {
  const info = `VM,Powerstate,Template,SRM Placeholder,DNS Name,CPUs,Memory,Total disk capacity MiB,Primary IP Address,Provisioned MiB,In Use MiB,Annotation,Datacenter,Cluster,Host,OS according to the configuration file,OS according to the VMware Tools,VM ID,VM UUID,VI SDK Server
db01,poweredOn,False,False,db01.acme.test,4,"8,192",102400,10.0.0.7,110000,51200,password: hunter-2-Xy,LON1,prod,esx3.acme.test,Other Linux,Debian 12,vm-42,4200-aa,vc.acme.test
old1,poweredOff,False,False,,2,2048,0,,20480,0,,LON1,prod,esx3.acme.test,CentOS 7,,vm-43,4200-bb,vc.acme.test
old1,poweredOff,False,False,,1,1024,10240,,20480,0,,LON1,prod,esx3.acme.test,CentOS 7,,vm-44,4200-cc,vc.acme.test
golden,poweredOff,True,False,,2,2048,0,,20480,0,,LON1,prod,esx3.acme.test,,,vm-45,4200-dd,vc.acme.test
db01,poweredOff,False,WAHR,,2,2048,0,,20480,0,,LON1,prod,esx3.acme.test,,,vm-46,4200-ee,vc.acme.test
vCLS-1,poweredOn,False,False,,1,128,0,,20480,0,,LON1,prod,esx3.acme.test,,,vm-47,4200-ff,vc.acme.test
`;
  const disk =
    'VM,Powerstate,Template,SRM Placeholder,Disk,Capacity MiB,VM ID\ndb01,poweredOn,False,False,1,102400,vm-42\nold1,poweredOff,False,False,1,10240,vm-43\nold1,poweredOff,False,False,2,5120,vm-43\n';
  const host =
    'Host,Datacenter,Cluster,# CPU,Cores per CPU,# Cores,# Memory,ESX Version,Serial number,UUID\nesx3.acme.test,LON1,prod,2,16,32,262144,ESXi 8,Not Specified,77aa-11\n';
  const network =
    'VM,Powerstate,Template,SRM Placeholder,NIC label,Mac Address,IPv4 Address\ndb01,poweredOn,False,False,1,00:50:56:aa:bb:cc,"10.0.0.7, 10.9.0.7"\n';

  it('joins the tabs of one folder', () => {
    const files = {
      'x/RVTools_tabvInfo.csv': info,
      'x/RVTools_tabvDisk.csv': disk,
      'x/RVTools_tabvHost.csv': host,
      'x/RVTools_tabvNetwork.csv': network,
    };
    const { proposals } = importTexts(files);
    expect(proposals.map(({ source }) => source.format)).toEqual([
      'rvtools',
      'rvtools',
      'rvtools',
      'rvtools',
    ]);
    for (const proposal of proposals) {
      const text = Object.entries(files).find(([name]) => name === proposal.source.name)?.[1] ?? '';
      expect(misplacedQuotes(proposal, text.replace('hunter-2-Xy', '[secret]'))).toEqual([]);
    }
    const [disks, hosts, machines, cards] = proposals;
    if (disks === undefined || hosts === undefined || machines === undefined || cards === undefined)
      throw new Error('tabs');
    expect(nodeOf(machines, 'db01')).toMatchObject({
      type: 'vm',
      parent: 'host:esx3.acme.test',
      aliases: ['db01.acme.test'],
      identities: ['4200-aa', 'vc.acme.test/vm-42'],
      os: 'Debian 12',
      status: 'active',
      capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 100 },
      usage: { diskGiB: 50 },
    });
    expect(JSON.stringify(machines)).not.toContain('hunter-2-Xy');
    expect(machines.source.secrets.map((secret) => secret.line)).toEqual([2]);
    const servers = itemsOf(machines, 'node').filter((node) => node.kind === 'server');
    expect(servers.map((node) => node.key)).toEqual(['server:db01', 'server:old1', 'server:old1#4200-cc']);
    expect(machines.problems.map((problem) => problem.message).join(' ')).toMatch(
      /templates: 1.*placeholders[^:]*: 1.*vCLS[^:]*: 1/u,
    );
    expect(itemsOf(disks, 'node').map((node) => [node.key, node.capacity])).toEqual([
      ['server:old1', { diskGiB: 15 }],
    ]);
    expect(nodeOf(hosts, 'esx3.acme.test')).toMatchObject({
      kind: 'host',
      type: 'physical',
      parent: 'host:prod',
      identities: ['77aa-11'],
      capacity: { vcpu: 32, memoryMiB: 262_144 },
    });
    expect(nodeOf(cards, 'db01').addresses).toEqual(['00:50:56:aa:bb:cc', '10.9.0.7']);
  });

  it('reads a workbook, older units and the headings of the database switch', () => {
    const rows = [
      [
        'vInfoVMName',
        'vInfoPowerstate',
        'vInfoTemplate',
        'vInfoCPUs',
        'vInfoMemory',
        'vInfoProvisioned',
        'vInfoDataCenter',
      ],
      ['web02', 'suspended', 'False', '2', '4096', '20480', 'LON1'],
    ];
    const { proposals } = importFiles([
      { name: 'e.xlsx', bytes: makeWorkbook({ vInfo: { rows }, vLicense: { rows } }) },
    ]);
    const [proposal] = proposals;
    if (proposal === undefined) throw new Error('nothing');
    expect(proposals).toHaveLength(1);
    expect(proposal.source).toMatchObject({ name: 'e.xlsx#vInfo', format: 'rvtools' });
    expect(nodeOf(proposal, 'web02')).toMatchObject({
      status: 'dormant',
      parent: 'site:lon1',
      capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 20 },
    });
  });
});
