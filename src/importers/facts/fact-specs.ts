import type { YamlNode } from '../ansible-yaml/yaml-tree.ts';
import type { MachineSpec } from '../json/machine-spec.ts';
import { hasKeys, nodeAt } from '../json/pick.ts';

/** A tool that tells facts of machines, how its facts are known, and what is read of them. */
export interface FactTool {
  readonly format: string;
  readonly title: string;
  readonly because: string;
  readonly isFacts: (node: YamlNode) => boolean;
  readonly spec: MachineSpec;
  /** Says `physical` when there is no virtual machine, the words of a virtual one otherwise. */
  readonly virtual: readonly string[];
}

const server = { kind: 'server' } as const;

const salt: FactTool = {
  format: 'salt-grains',
  title: 'Salt grains',
  because: 'grains with osrelease and saltversion',
  isFacts: (node) =>
    hasKeys(node, 'id', 'osrelease') ||
    hasKeys(node, 'osrelease', 'saltversion') ||
    hasKeys(node, 'num_cpus', 'mem_total', 'fqdn'),
  spec: {
    ...server,
    name: ['id', 'host', 'fqdn'],
    aliases: ['fqdn', 'host'],
    addresses: ['ipv4.*', 'ipv6.*'],
    os: ['os', 'osrelease'],
    vcpu: ['num_cpus'],
    memory: { paths: ['mem_total'], unit: 'MiB' },
    identities: ['uuid', 'serialnumber'],
    groups: ['roles.*'],
    environment: ['environment'],
  },
  virtual: ['virtual'],
};

const puppet: FactTool = {
  format: 'puppet-facts',
  title: 'Puppet facts',
  because: 'facts with networking and os.family',
  isFacts: (node) =>
    (nodeAt(node, 'os.family') !== undefined && hasKeys(node, 'networking')) ||
    hasKeys(node, 'fqdn', 'operatingsystem', 'processorcount') ||
    hasKeys(node, 'hostname', 'operatingsystemrelease'),
  spec: {
    ...server,
    name: ['networking.fqdn', 'fqdn', 'networking.hostname', 'hostname'],
    aliases: ['networking.hostname', 'hostname'],
    addresses: ['networking.ip', 'networking.ip6', 'ipaddress', 'ipaddress6'],
    os: ['os.name', 'os.release.full', 'operatingsystem', 'operatingsystemrelease'],
    vcpu: ['processors.count', 'processorcount'],
    memory: { paths: ['memory.system.total_bytes'], unit: 'bytes' },
    disk: { paths: ['disks.*.size_bytes'], unit: 'bytes' },
    identities: ['dmi.product.uuid', 'dmi.product.serial_number', 'uuid', 'serialnumber'],
    environment: ['environment'],
  },
  virtual: ['virtual'],
};

const chef: FactTool = {
  format: 'chef-node',
  title: 'Chef node',
  because: 'automatic attributes of Ohai',
  isFacts: (node) =>
    nodeAt(node, 'automatic.platform') !== undefined || hasKeys(node, 'ohai_time', 'platform'),
  spec: {
    ...server,
    name: ['name', 'automatic.fqdn', 'fqdn', 'hostname'],
    aliases: ['automatic.fqdn', 'automatic.hostname', 'fqdn', 'hostname'],
    addresses: ['automatic.ipaddress', 'automatic.ip6address', 'ipaddress', 'ip6address'],
    os: ['automatic.platform', 'automatic.platform_version', 'platform', 'platform_version'],
    vcpu: ['automatic.cpu.total', 'cpu.total'],
    memory: { paths: ['automatic.memory.total', 'memory.total'], unit: 'KiB' },
    disk: {
      paths: ['automatic.filesystem.by_mountpoint./.kb_size', 'filesystem.by_mountpoint./.kb_size'],
      unit: 'KiB',
    },
    identities: ['automatic.dmi.system.uuid', 'dmi.system.uuid'],
    environment: ['chef_environment'],
    groups: ['run_list.*'],
  },
  virtual: ['automatic.virtualization.role', 'virtualization.role'],
};

const ansible: FactTool = {
  format: 'ansible-facts',
  title: 'Ansible facts',
  because: 'facts with ansible_distribution',
  isFacts: (node) =>
    hasKeys(node, 'ansible_hostname', 'ansible_distribution') ||
    hasKeys(node, 'ansible_nodename', 'ansible_processor_vcpus'),
  spec: {
    ...server,
    name: ['ansible_fqdn', 'ansible_nodename', 'ansible_hostname'],
    aliases: ['ansible_hostname'],
    addresses: ['ansible_default_ipv4.address', 'ansible_default_ipv6.address'],
    os: ['ansible_distribution', 'ansible_distribution_version'],
    vcpu: ['ansible_processor_vcpus'],
    memory: { paths: ['ansible_memtotal_mb'], unit: 'MiB' },
    identities: ['ansible_product_uuid', 'ansible_product_serial'],
  },
  virtual: ['ansible_virtualization_role'],
};

/** The tools whose facts are read. */
export const factTools: readonly FactTool[] = [salt, puppet, chef, ansible];
