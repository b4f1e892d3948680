import { findTypeByWord } from '../type-words.ts';

const imageTypes: readonly (readonly [type: string, words: string])[] = [
  [
    'database',
    'postgres postgresql postgis timescaledb mysql mariadb mongo mongodb couchdb cassandra influxdb percona neo4j clickhouse cockroach elasticsearch opensearch solr',
  ],
  ['cache', 'redis valkey memcached varnish keydb'],
  ['queue', 'rabbitmq kafka nats activemq beanstalkd zookeeper mosquitto'],
  ['proxy', 'nginx nginx-proxy traefik caddy haproxy envoy squid'],
  ['web', 'httpd apache'],
  ['mail', 'postfix mailhog mailpit dovecot docker-mailserver'],
  ['monitoring', 'prometheus grafana alertmanager jaeger zabbix node-exporter cadvisor'],
  ['logging', 'logstash kibana fluentd loki graylog sentry'],
  ['storage', 'minio seaweedfs nextcloud'],
  ['repository', 'gitea gitlab registry nexus3'],
  ['ci', 'jenkins buildbot drone selenium'],
  ['dns', 'bind9 coredns pihole unbound'],
];

const byWord: ReadonlyMap<string, string> = new Map(
  imageTypes.flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
);

/** The bare name of an image: without registry, owner, tag and digest. */
export function toImageName(image: string): string {
  const bare = image.split('@')[0] ?? '';
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  return (last.split(':')[0] ?? '').toLowerCase();
}

/** The type of service by its image, else by its own name. */
export function findServiceType(image: string, name: string): string | undefined {
  const known = image.includes('$') ? undefined : toImageName(image);
  const words = known === undefined ? [] : [known, ...known.split(/[-_]/u)];
  const byImage = words.map((word) => byWord.get(word)).find((type) => type !== undefined);
  return byImage ?? byWord.get(name.toLowerCase()) ?? findTypeByWord(name);
}
