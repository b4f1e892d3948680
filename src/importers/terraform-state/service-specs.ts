import type { ResourceSpec } from './resource-spec.ts';

/** Managed services by the type of their resource; the first pattern that fits counts. */
interface ServiceSpec {
  readonly pattern: RegExp;
  readonly spec: ResourceSpec;
}

const database = { kind: 'service', type: 'database' } as const;

const byProvider: readonly ServiceSpec[] = [
  {
    pattern: /^aws_(?:db_instance|rds_cluster)$/u,
    spec: {
      ...database,
      provider: 'AWS',
      name: ['identifier', 'cluster_identifier', 'id'],
      engine: ['engine'],
      os: ['engine_version'],
      domains: ['address'],
      site: ['availability_zone'],
      size: ['instance_class'],
      disk: { paths: ['allocated_storage'], unit: 'GiB' },
      tags: ['tags'],
      identities: ['arn'],
    },
  },
  {
    pattern: /^aws_elasticache_(?:cluster|replication_group)$/u,
    spec: {
      provider: 'AWS',
      kind: 'service',
      type: 'cache',
      name: ['cluster_id', 'replication_group_id', 'id'],
      engine: ['engine'],
      os: ['engine_version'],
      size: ['node_type'],
      site: ['availability_zone'],
      tags: ['tags'],
      identities: ['arn'],
    },
  },
  {
    pattern: /^aws_(?:lb|alb|elb)$/u,
    spec: {
      provider: 'AWS',
      kind: 'service',
      type: 'load-balancer',
      name: ['name', 'id'],
      domains: ['dns_name'],
      tags: ['tags'],
      identities: ['arn'],
      behind: ['instances.*'],
    },
  },
  {
    pattern: /^aws_s3_bucket$/u,
    spec: {
      provider: 'AWS',
      kind: 'service',
      type: 'storage',
      name: ['bucket', 'id'],
      site: ['region'],
      tags: ['tags'],
      identities: ['arn'],
    },
  },
  {
    pattern: /^digitalocean_database_cluster$/u,
    spec: {
      ...database,
      provider: 'DigitalOcean',
      name: ['name'],
      engine: ['engine'],
      os: ['version'],
      domains: ['host', 'private_host'],
      site: ['region'],
      size: ['size'],
      disk: { paths: ['storage_size_mib'], unit: 'MiB' },
      tags: ['tags'],
      identities: ['id', 'urn'],
    },
  },
  {
    pattern: /^google_sql_database_instance$/u,
    spec: {
      ...database,
      provider: 'Google Cloud',
      name: ['name', 'id'],
      engine: ['database_version'],
      site: ['region'],
      addresses: ['public_ip_address', 'private_ip_address'],
      size: ['settings.0.tier'],
      disk: { paths: ['settings.0.disk_size'], unit: 'GiB' },
      tags: ['settings.0.user_labels'],
      identities: ['connection_name'],
    },
  },
  {
    pattern: /^azurerm_(?:mssql|sql|mysql|mysql_flexible|postgresql|postgresql_flexible|mariadb)_server$/u,
    spec: {
      ...database,
      provider: 'Azure',
      name: ['name'],
      os: ['version'],
      domains: ['fqdn', 'fully_qualified_domain_name'],
      site: ['location'],
      size: ['sku_name'],
      disk: { paths: ['storage_mb'], unit: 'MiB' },
      tags: ['tags'],
      identities: ['id'],
    },
  },
];

const providerWords: readonly (readonly [prefix: string, provider: string | null])[] = [
  ['aws_', 'AWS'],
  ['digitalocean_', 'DigitalOcean'],
  ['google_', 'Google Cloud'],
  ['azurerm_', 'Azure'],
  ['hcloud_', 'Hetzner'],
  ['linode_', 'Linode'],
  ['scaleway_', 'Scaleway'],
  ['openstack_', null],
];

function toGeneral(prefix: string, provider: string | null): readonly ServiceSpec[] {
  const shared = {
    provider,
    kind: 'service',
    name: ['name', 'label'],
    site: ['region', 'location', 'zone'],
    tags: ['tags', 'labels'],
    identities: ['id'],
  } as const;
  return [
    {
      pattern: new RegExp(`^${prefix}(?:lb_)?(?:load_?balancer|nodebalancer|lb)(?:_v2|_ip)?$`, 'u'),
      spec: {
        ...shared,
        type: 'load-balancer',
        addresses: ['ip', 'ipv4', 'ipv4_address', 'ip_address', 'vip_address'],
        domains: ['hostname'],
        behind: ['droplet_ids.*', 'targets.*.server_id'],
      },
    },
    {
      pattern: new RegExp(`^${prefix}(?:\\w{1,40}_)?(?:bucket|spaces_bucket|storage_account)$`, 'u'),
      spec: { ...shared, name: ['name', 'bucket', 'label', 'id'], type: 'storage' },
    },
    {
      pattern: new RegExp(
        `^${prefix}(?:kubernetes_cluster|k8s_cluster(?:_beta)?|container_cluster|eks_cluster|lke_cluster)$`,
        'u',
      ),
      spec: { ...shared, type: 'cluster', os: ['version'] },
    },
    {
      pattern: new RegExp(`^${prefix}(?:rdb_instance|database_(?:mysql|postgresql)(?:_v2)?)$`, 'u'),
      spec: { ...shared, type: 'database', engine: ['engine', 'engine_id'], addresses: ['endpoint_ip'] },
    },
  ];
}

/** All managed services that are read. */
export const serviceSpecs: readonly ServiceSpec[] = [
  ...byProvider,
  ...providerWords.flatMap(([prefix, provider]) => toGeneral(prefix, provider)),
];
