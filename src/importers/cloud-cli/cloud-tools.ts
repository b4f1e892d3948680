import { awsCli } from './aws-cli.ts';
import type { CloudTool } from './cloud-tool.ts';

const doctl: CloudTool = {
  format: 'doctl',
  title: 'DigitalOcean (doctl)',
  provider: 'DigitalOcean',
  because: 'droplets with size_slug and vcpus',
  lists: ['*', 'droplets.*', 'droplet', 'load_balancers.*', 'volumes.*', 'databases.*', ''],
  more: [{ path: 'links.pages.next', means: 'said' }],
  shapes: [
    {
      has: ['size_slug', 'vcpus'],
      spec: {
        kind: 'server',
        type: 'vm',
        name: ['name'],
        site: ['region.slug', 'region.name', 'region'],
        addresses: ['networks.v4.*.ip_address', 'networks.v6.*.ip_address'],
        os: ['image.distribution', 'image.name'],
        size: ['size_slug'],
        vcpu: ['vcpus'],
        memory: { paths: ['memory'], unit: 'MiB' },
        disk: { paths: ['disk'], unit: 'GiB' },
        status: ['status'],
        tags: ['tags'],
        identities: ['id'],
        monthlyCost: { path: 'size.price_monthly', currency: 'USD' },
      },
    },
    {
      has: ['forwarding_rules', 'droplet_ids'],
      spec: {
        kind: 'service',
        type: 'load-balancer',
        name: ['name', 'id'],
        site: ['region.slug', 'region'],
        addresses: ['ip'],
        tags: ['tags'],
        identities: ['id'],
        behind: ['droplet_ids.*'],
      },
    },
    {
      has: ['engine', 'num_nodes', 'region'],
      spec: {
        kind: 'service',
        type: 'database',
        name: ['name'],
        engine: ['engine'],
        os: ['version'],
        site: ['region'],
        size: ['size'],
        domains: ['connection.host', 'private_connection.host'],
        disk: { paths: ['storage_size_mib'], unit: 'MiB' },
        tags: ['tags'],
        identities: ['id'],
      },
    },
    { has: ['size_gigabytes', 'droplet_ids'], spec: null, what: 'volume' },
  ],
};

const hcloud: CloudTool = {
  format: 'hcloud',
  title: 'Hetzner Cloud (hcloud)',
  provider: 'Hetzner',
  because: 'servers with server_type and public_net',
  lists: ['*', 'servers.*', 'server', 'load_balancers.*', 'storage_boxes.*', 'volumes.*', ''],
  signature: ['floating_ips', 'primary_ips', 'servers'],
  more: [{ path: 'meta.pagination.next_page', means: 'said' }],
  shapes: [
    {
      has: ['server_type.cores', 'name'],
      spec: {
        kind: 'server',
        type: 'vm',
        name: ['name'],
        aliases: ['public_net.ipv4.dns_ptr'],
        site: ['location.name', 'datacenter.location.name', 'datacenter.name'],
        addresses: ['public_net.ipv4.ip', 'public_net.ipv6.ip', 'private_net.*.ip'],
        os: ['image.os_flavor', 'image.os_version'],
        size: ['server_type.name'],
        vcpu: ['server_type.cores'],
        memory: { paths: ['server_type.memory'], unit: 'GiB' },
        disk: { paths: ['primary_disk_size', 'server_type.disk'], unit: 'GiB' },
        status: ['status'],
        tags: ['labels'],
        identities: ['id'],
        jurisdiction: ['location.country', 'datacenter.location.country'],
      },
    },
    {
      has: ['load_balancer_type', 'name'],
      spec: {
        kind: 'service',
        type: 'load-balancer',
        name: ['name'],
        site: ['location.name'],
        addresses: ['public_net.ipv4.ip', 'public_net.ipv6.ip', 'private_net.*.ip'],
        tags: ['labels'],
        identities: ['id'],
        jurisdiction: ['location.country'],
        behind: ['targets.*.server.id'],
      },
    },
    {
      has: ['storage_box_type', 'name'],
      spec: {
        kind: 'service',
        type: 'storage',
        name: ['name'],
        site: ['location.name'],
        domains: ['server'],
        size: ['storage_box_type.name'],
        disk: { paths: ['storage_box_type.size'], unit: 'bytes' },
        status: ['status'],
        tags: ['labels'],
        identities: ['id'],
        jurisdiction: ['location.country'],
      },
    },
    { has: ['linux_device', 'size'], spec: null, what: 'volume' },
  ],
};

const linode: CloudTool = {
  format: 'linode-cli',
  title: 'Linode (linode-cli)',
  provider: 'Linode',
  because: 'machines with label and specs.vcpus',
  lists: ['*', 'data.*', ''],
  more: [{ path: 'pages', means: 'above-one' }],
  shapes: [
    {
      has: ['label', 'specs.vcpus'],
      spec: {
        kind: 'server',
        type: 'vm',
        name: ['label'],
        site: ['region'],
        addresses: ['ipv4.*', 'ipv6'],
        os: ['image'],
        size: ['type'],
        vcpu: ['specs.vcpus'],
        memory: { paths: ['specs.memory'], unit: 'MiB' },
        disk: { paths: ['specs.disk'], unit: 'MiB' },
        status: ['status'],
        tags: ['tags'],
        groups: ['group'],
        identities: ['id'],
      },
    },
    {
      has: ['engine', 'hosts.primary', 'label'],
      spec: {
        kind: 'service',
        type: 'database',
        name: ['label'],
        engine: ['engine'],
        os: ['version'],
        site: ['region'],
        size: ['type'],
        domains: ['hosts.primary', 'hosts.standby'],
        status: ['status'],
        identities: ['id'],
      },
    },
    { has: ['domain', 'soa_email'], spec: null, what: 'DNS zone' },
  ],
};

const scaleway: CloudTool = {
  format: 'scaleway',
  title: 'Scaleway (scw)',
  provider: 'Scaleway',
  because: 'servers with organization and volumes',
  lists: ['*', 'servers.*', 'server', ''],
  more: [],
  shapes: [
    {
      has: ['name', 'organization', 'volumes', 'state'],
      spec: {
        kind: 'server',
        type: 'vm',
        name: ['name'],
        aliases: ['hostname'],
        site: ['zone', 'location.zone_id'],
        addresses: ['public_ip.address', 'private_ip', 'ipv6.address', 'public_ips.*.address'],
        os: ['image.name'],
        size: ['commercial_type'],
        disk: { paths: ['volumes.*.size'], unit: 'bytes' },
        status: ['state'],
        tags: ['tags'],
        identities: ['id'],
      },
    },
  ],
};

const gcloud: CloudTool = {
  format: 'gcloud',
  title: 'Google Cloud (gcloud)',
  provider: 'Google Cloud',
  because: 'instances with machineType and networkInterfaces',
  lists: ['*', 'items.*', ''],
  more: [{ path: 'nextPageToken', means: 'said' }],
  shapes: [
    {
      has: ['machineType', 'networkInterfaces', 'name'],
      spec: {
        kind: 'server',
        type: 'vm',
        name: ['name'],
        aliases: ['hostname'],
        site: ['zone'],
        addresses: ['networkInterfaces.*.networkIP', 'networkInterfaces.*.accessConfigs.*.natIP'],
        size: ['machineType'],
        disk: { paths: ['disks.*.diskSizeGb'], unit: 'GiB' },
        status: ['status'],
        dormantWords: ['TERMINATED'],
        tags: ['labels', 'tags.items'],
        identities: ['id', 'selfLink'],
      },
    },
  ],
};

const az: CloudTool = {
  format: 'az',
  title: 'Azure (az)',
  provider: 'Azure',
  because: 'machines with hardwareProfile and storageProfile',
  lists: ['*', 'value.*', ''],
  more: [{ path: 'nextLink', means: 'said' }],
  shapes: [
    {
      has: ['hardwareProfile', 'name'],
      spec: {
        kind: 'server',
        type: 'vm',
        name: ['name'],
        aliases: ['fqdns'],
        site: ['location'],
        addresses: ['privateIps', 'publicIps'],
        os: ['storageProfile.imageReference.offer', 'storageProfile.imageReference.sku'],
        size: ['hardwareProfile.vmSize'],
        disk: {
          paths: ['storageProfile.osDisk.diskSizeGb', 'storageProfile.dataDisks.*.diskSizeGb'],
          unit: 'GiB',
        },
        status: ['powerState'],
        tags: ['tags'],
        identities: ['vmId', 'id'],
        notes: [{ path: 'resourceGroup', label: 'Resource group' }],
      },
    },
  ],
};

/** The tools whose JSON is read. Source: their references and the interfaces behind them. */
export const cloudTools: readonly CloudTool[] = [doctl, awsCli, hcloud, linode, scaleway, gcloud, az];
