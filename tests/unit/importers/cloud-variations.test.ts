import { describe, expect, it } from 'vitest';
import { findNamedSize } from '#core/importers/json/named-sizes.ts';
import { importText, importTexts, itemsOf, nodeOf } from './import-text.ts';

describe('sizes that a file only names', () => {
  it.each([
    ['m5.xlarge', 4, 16],
    ['db.r5.2xlarge', 8, 64],
    ['t3.micro', 2, 1],
    ['t2.small', 1, 2],
    ['m6g.medium', 1, 4],
    ['c4.large', 2, 3.75],
    ['Standard_D4s_v3', 4, 16],
    ['Standard_D8lds_v5', 8, 16],
    ['Standard_E8-4as_v4', 4, 64],
    ['Standard_F4s_v2', 4, 8],
    ['Standard_B2ms', 2, 8],
    ['Standard_DS3_v2', 4, 14],
    ['e2-standard-4', 4, 16],
    ['n1-highmem-2', 2, 13],
    ['custom-4-8192', 4, 8],
    ['cx22', 2, 4],
    ['ccx33', 8, 32],
    ['s-2vcpu-4gb', 2, 4],
  ])('%s', (name, vcpu, gibibytes) => {
    expect(findNamedSize(name)).toEqual({ vcpu, memoryMiB: gibibytes * 1024 });
  });

  it.each([
    'm5.metal',
    'm5.medium',
    'Standard_M128ms',
    'Standard_D96s_v5',
    'z9-standard-4',
    'x',
    '',
    't3.9xlarge',
    'constructor.large',
    't3.constructor',
  ])('does not guess %s', (name) => {
    expect(findNamedSize(name)).toBeUndefined();
  });
});

describe('what clouds print', () => {
  it('says the system once and a database with its engine', () => {
    const windows = JSON.stringify({
      Reservations: [
        {
          Instances: [
            { InstanceId: 'i-2', InstanceType: 't3.micro', Platform: 'windows', PlatformDetails: 'Windows' },
          ],
        },
      ],
    });
    expect(nodeOf(importText('ec2.json', windows), 'i-2').os).toBe('Windows');
    const database = JSON.stringify({
      DBInstances: [
        {
          DBInstanceIdentifier: 'shop-db',
          Engine: 'postgres',
          EngineVersion: '15.4',
          DBInstanceClass: 'db.m5.large',
        },
      ],
    });
    expect(nodeOf(importText('rds.json', database), 'shop-db')).toMatchObject({
      type: 'database',
      os: 'postgres 15.4',
      capacity: { vcpu: 2, memoryMiB: 8192 },
    });
  });

  it('reads machines of smaller clouds and of hypervisors from a Terraform state', () => {
    const resource = (type: string, attributes: object): object => ({
      mode: 'managed',
      type,
      name: 'x',
      instances: [{ attributes }],
    });
    const state = JSON.stringify({
      version: 4,
      serial: 1,
      lineage: 'l',
      resources: [
        resource('proxmox_virtual_environment_vm', {
          name: 'px1',
          node_name: 'pve1',
          vm_id: 101,
          cpu: [{ cores: 2, sockets: 2 }],
          memory: [{ dedicated: 4096 }],
          disk: [{ size: 32 }, { size: 8 }],
          ipv4_addresses: [['127.0.0.1'], ['10.3.0.1']],
        }),
        resource('proxmox_vm_qemu', {
          name: 'px2',
          target_node: 'pve1',
          vmid: 102,
          cores: 2,
          sockets: 2,
          memory: 2048,
        }),
        resource('vultr_instance', {
          label: 'vu1',
          region: 'ams',
          main_ip: '198.51.100.7',
          vcpu_count: 1,
          ram: 1024,
          disk: 25,
          os: 'Debian 12',
        }),
        resource('libvirt_domain', {
          name: 'kvm1',
          vcpu: 2,
          memory: 2048,
          network_interface: [{ addresses: ['10.4.0.1'] }],
        }),
        resource('xenorchestra_vm', { name_label: 'xo1', cpus: 4, memory_max: 4294967296 }),
        resource('oci_core_instance', {
          display_name: 'oci1',
          shape: 'VM.Standard.E4.Flex',
          shape_config: [{ vcpus: 4, memory_in_gbs: 16 }],
        }),
        resource('hcloud_server', { name: 'h1', server_type: 'cx32', location: 'fsn1' }),
      ],
    });
    const proposal = importText('terraform.tfstate', state);
    expect(nodeOf(proposal, 'px1')).toMatchObject({
      parent: 'host:pve1',
      addresses: ['10.3.0.1'],
      capacity: { vcpu: 4, memoryMiB: 4096, diskGiB: 40 },
    });
    expect(nodeOf(proposal, 'px2')).toMatchObject({
      parent: 'host:pve1',
      capacity: { vcpu: 4, memoryMiB: 2048 },
    });
    expect(nodeOf(proposal, 'vu1')).toMatchObject({ parent: 'site:vultr/ams', os: 'Debian 12' });
    expect(nodeOf(proposal, 'kvm1').addresses).toEqual(['10.4.0.1']);
    expect(nodeOf(proposal, 'xo1').capacity).toEqual({ vcpu: 4, memoryMiB: 4096 });
    expect(nodeOf(proposal, 'oci1').capacity).toEqual({ vcpu: 4, memoryMiB: 16_384 });
    expect(nodeOf(proposal, 'h1').capacity).toEqual({ vcpu: 4, memoryMiB: 8192 });
  });
});

describe('files that belong together', () => {
  it('reads an override of a compose file as the same stack, and asks once where it runs', () => {
    const { proposals } = importTexts({
      'docker-compose.yml': 'services:\n  web: {image: "nginx:1"}\n  db: {image: postgres}\n',
      'docker-compose.override.yml': 'services:\n  web: {ports: ["8080:80"], image: nginx}\n',
    });
    const servers = proposals.flatMap((each) =>
      itemsOf(each, 'node').filter(({ kind }) => kind === 'server'),
    );
    expect(servers.map(({ key }) => key)).toEqual(['server:compose host', 'server:compose host']);
    expect(proposals.flatMap((each) => itemsOf(each, 'question'))).toHaveLength(1);
    const alone = importText('docker-compose.shop.yml', 'services:\n  web: {image: nginx}\n');
    expect(nodeOf(alone, 'shop').kind).toBe('server');
  });

  it('does not ask for an included SSH file that is there', () => {
    const main = 'Include ~/.ssh/conf.d/*.conf\nHost web\n  HostName 10.0.0.1\n';
    const inner = 'Host db\n  HostName 10.0.0.2\n';
    const codes = (files: Readonly<Record<string, string>>): readonly string[] =>
      importTexts(files).problems.map(({ code }) => code);
    expect(codes({ config: main, 'conf.d/a.conf': inner })).toEqual([]);
    expect(codes({ config: main, 'other/a.conf': inner })).toEqual(['include']);
    expect(codes({ config: main })).toEqual(['include']);
  });

  it('reads what stands behind the brace of a Nagios object, and no group without a name', () => {
    const text = `define hostgroup { hostgroup_name web
 members web01
}
define host { host_name web01
 address 10.0.0.1 }
define hostgroup {
 members web01
}
define contact { contact_name ann }
`;
    const proposal = importText('objects.cfg', text);
    expect(nodeOf(proposal, 'web01')).toMatchObject({ tags: ['group:web'], addresses: ['10.0.0.1'] });
  });
});
