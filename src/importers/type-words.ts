/** Words of names, groups and headings that tell what a service or server does. Lower case, matched as whole words. */
const typeWords: readonly (readonly [type: string, words: string])[] = [
  [
    'database',
    'db database databases dbs postgres postgresql pgsql mysql mariadb mongo mongodb mssql oracle sqlserver cassandra couchdb influxdb dbserver dbservers sql percona galera',
  ],
  ['cache', 'cache redis memcache memcached varnish cdn'],
  ['queue', 'queue rabbitmq kafka beanstalkd activemq mq nats sqs broker'],
  ['load-balancer', 'lb loadbalancer loadbalancers haproxy elb balancer'],
  ['proxy', 'proxy proxies nginx traefik squid envoy'],
  ['web', 'web webserver webservers www apache httpd frontend iis'],
  ['worker', 'worker workers celery sidekiq runner runners'],
  ['mail', 'mail smtp imap postfix exim dovecot mx mailserver'],
  ['dns', 'dns bind named nameserver nameservers ns resolver'],
  [
    'monitoring',
    'monitoring monitor nagios icinga zabbix prometheus grafana munin alertmanager newrelic datadog',
  ],
  ['logging', 'logging logs log elk logstash graylog syslog kibana sentry'],
  ['storage', 'storage nfs ceph minio gluster fileserver fileservers nas samba s3'],
  ['backup', 'backup backups borg bacula restic barman'],
  ['repository', 'git gitlab gitea svn repo repos repository registry'],
  ['ci', 'ci jenkins drone buildbot travis build builder'],
  ['gateway', 'gateway bastion jump jumpbox jumphost vpn'],
  ['job', 'cron job jobs batch scheduler'],
  ['application', 'app apps application api backend'],
];

const byWord: ReadonlyMap<string, string> = new Map(
  typeWords.flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
);

/** The type that a name hints at; `undefined` when it hints at none. Digits at the end of a word do not count. */
export function findTypeByWord(name: string): string | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9]+/u);
  for (const word of words) {
    const type = byWord.get(word) ?? byWord.get(word.replace(/\d{1,6}$/u, ''));
    if (type !== undefined) return type;
  }
  return undefined;
}

const environments: Readonly<Record<string, string>> = {
  prod: 'production',
  prd: 'production',
  production: 'production',
  live: 'production',
  stage: 'staging',
  stg: 'staging',
  staging: 'staging',
  preprod: 'staging',
  uat: 'acceptance',
  acceptance: 'acceptance',
  test: 'test',
  tst: 'test',
  testing: 'test',
  qa: 'test',
  dev: 'development',
  devel: 'development',
  develop: 'development',
  development: 'development',
  sandbox: 'development',
  dr: 'disaster recovery',
  produktion: 'production',
  produktiv: 'production',
  echtbetrieb: 'production',
  abnahme: 'acceptance',
  entwicklung: 'development',
};

/** The environment that a word names (`prod` is `production`); `undefined` when it names none. */
export function findEnvironment(word: string): string | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(environments, key) ? environments[key] : undefined;
}
