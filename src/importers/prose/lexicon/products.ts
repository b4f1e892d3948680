import { readLexicon, readList, toFold } from './table-text.ts';

/** A product that runs somewhere (software) or is used over the network (saas). */
export interface ProductEntry {
  readonly id: string;
  readonly name: string;
  /** Type of the service that it makes. */
  readonly type: string;
  readonly saas: boolean;
  /** The name is an ordinary word as well: only its capitalised form counts. */
  readonly ordinary: boolean;
  /** Id of the provider that sells it, where that is one. */
  readonly vendor: string | null;
  readonly aliases: readonly string[];
}

/** name (a tilde: also an ordinary word) | type | vendor | other spellings */
const software = `
PostgreSQL | database | | Postgres, Postgresql, pgsql, PostGIS
MySQL | database | | 
MariaDB | database | | 
Percona | database | | 
MongoDB | database | | Mongo
CouchDB | database | | Couch, Apache CouchDB
Cassandra | database | | 
InfluxDB | database | | 
TimescaleDB | database | | 
VictoriaMetrics | database | | 
ClickHouse | database | | Clickhouse
CockroachDB | database | | 
Microsoft SQL Server | database | | MSSQL, MS SQL, SQL Server
Oracle Database | database | | Oracle DB
SQLite | database | | 
Neo4j | database | | 
RethinkDB | database | | 
Firebird | database | | 
LDAP | application | | OpenLDAP, slapd
Kerberos | application | | 
Active Directory | application | | 
FreeIPA | application | | 
Keycloak | application | | 
Elasticsearch | database | | ElasticSearch, Elastic Search, OpenSearch
Solr | database | | Apache Solr
Sphinx Search | database | | 
Redis | cache | | 
Memcached | cache | | memcache, Memcache
Varnish | cache | | 
Squid | proxy | | squid proxy
RabbitMQ | queue | | Rabbit MQ
ActiveMQ | queue | | 
Kafka | queue | | Apache Kafka
NATS | queue | | 
Mosquitto | queue | | 
beanstalkd | queue | | Beanstalkd
ZeroMQ | queue | | 
Celery | worker | | celery
Sidekiq | worker | | 
Resque | worker | | 
Resque-mailer | mail | | Resque Mailer
Gearman | worker | | 
nginx | proxy | | Nginx, NGINX
Apache~ | web | | Apache httpd, httpd, apache2
HAProxy | load-balancer | | haproxy, HA Proxy
Traefik | proxy | | 
Caddy~ | web | | 
Envoy~ | proxy | | 
lighttpd | web | | Lighttpd
IIS | web | | 
Tomcat | web | | Apache Tomcat
Jetty | web | | 
Unicorn~ | web | | 
Puma~ | web | | 
Gunicorn | web | | gunicorn
uWSGI | web | | uwsgi
Passenger~ | web | | Phusion Passenger
Rails | application | | Ruby on Rails, Rails app
Django | application | | 
WordPress | application | | Wordpress
Drupal | application | | 
Joomla | application | | 
TYPO3 | application | | Typo3
Plone | application | | 
MediaWiki | application | | 
DokuWiki | application | | 
Confluence | application | | 
Jira | application | | JIRA
Redmine | application | | 
Trac | application | | 
Bugzilla | application | | 
Odoo | application | | 
SAP | application | | 
Nextcloud | application | | NextCloud
ownCloud | application | | Owncloud
Discourse~ | application | | 
Mattermost | application | | 
Rocket.Chat | application | | RocketChat
Zulip | application | | 
Moodle | application | | 
Magento | application | | 
Shopware | application | | 
Etherpad | application | | etherpad-lite
HedgeDoc | application | | hedgedoc
BigBlueButton | application | | 
Jitsi | application | | Jitsi Meet
Collabora | application | | Collabora Online
OnlyOffice | application | | 
Vaultwarden | application | | 
Mumble | application | | 
Synapse | application | | Matrix homeserver
Roundup | application | | 
CKAN | application | | 
Codespeed | application | | 
Postfix | mail | | 
Exim | mail | | exim4
Sendmail | mail | | 
Dovecot | mail | | 
Mailman | mail | | Mailman 3
Roundcube | mail | | 
rspamd | mail | | Rspamd
SpamAssassin | mail | | 
Zimbra | mail | | 
Exchange Server | mail | | Microsoft Exchange
Sendy | mail | | 
BIND | dns | | bind9, named
PowerDNS | dns | | 
Unbound | dns | | 
dnsmasq | dns | | 
Pi-hole | dns | | 
OpenVPN | gateway | | 
WireGuard | gateway | | Wireguard
strongSwan | gateway | | 
Bastillion | gateway | | 
Teleport~ | gateway | | 
Prometheus | monitoring | | 
Alertmanager | monitoring | | 
Grafana | monitoring | | 
Nagios | monitoring | | 
Icinga | monitoring | | Icinga2
Zabbix | monitoring | | 
Munin | monitoring | | 
Cacti | monitoring | | 
Check_MK | monitoring | | Checkmk, CheckMK
Sensu | monitoring | | 
Monit | monitoring | | 
Uptime Kuma | monitoring | | 
Graphite~ | monitoring | | 
statsd | monitoring | | StatsD
collectd | monitoring | | 
Telegraf | monitoring | | 
Node Exporter | monitoring | | node_exporter
Black Box Exporter | monitoring | | Blackbox Exporter, blackbox_exporter
Exception Notifier | monitoring | | 
Loki | logging | | Grafana Loki
Logstash | logging | | 
Kibana | logging | | 
Graylog | logging | | 
Fluentd | logging | | 
rsyslog | logging | | 
LogRotate | logging | | logrotate
syslog-ng | logging | | 
Jenkins | ci | | 
GitLab | repository | | Gitlab, GitLab CE
GitLab runner | ci | | 
Gitea | repository | | 
Gogs | repository | | 
Gerrit | repository | | 
Phabricator | repository | | 
cgit | repository | | 
Subversion | repository | | SVN
Mercurial | repository | | 
Nexus | repository | | Sonatype Nexus
Artifactory | repository | | 
PyPI | repository | | devpi
Docker Registry | repository | | 
Drone~ | ci | | Drone CI
Buildbot | ci | | 
TeamCity | ci | | 
Bamboo~ | ci | | 
Concourse~ | ci | | 
GoCD | ci | | 
Hydra~ | ci | | 
SonarQube | ci | | 
Spinnaker | ci | | 
cron | job | | Cron, crontab
automysqlbackup | backup | | AutoMySQLBackup
rdiff-backup | backup | | 
restic | backup | | Restic
BorgBackup | backup | | Borg, borg
Bacula | backup | | 
Bareos | backup | | 
Amanda~ | backup | | 
Duplicity | backup | | 
rsnapshot | backup | | 
Veeam | backup | | 
Barman | backup | | 
WAL-E | backup | | wal-e
MinIO | storage | | Minio
Ceph | storage | | 
GlusterFS | storage | | 
NFS | storage | | 
Samba | storage | | 
FTP | storage | | vsftpd, proftpd
Consul~ | application | | 
etcd | database | | 
Vault~ | application | | HashiCorp Vault
ZooKeeper | application | | Zookeeper
Nomad~ | application | | 
Kubernetes | application | | k8s
Docker Swarm | application | | 
Rancher | application | | 
OpenShift | application | | 
OpenStack | application | | 
Proxmox | application | | Proxmox VE
libvirt | application | | 
oVirt | application | | 
VMware | application | | vSphere, ESXi, vCenter
Foreman~ | application | | 
AWX | application | | 
`;

/** The same columns, for services that are used over the network. */
const saas = `
Amazon S3 | storage | amazonwebservices | S3, AWS S3
Amazon RDS | database | amazonwebservices | RDS
Amazon SES | mail | amazonwebservices | SES, AWS SES
Amazon SQS | queue | amazonwebservices | SQS
Amazon Route 53 | dns | amazonwebservices | Route 53, Route53
CloudFront | proxy | amazonwebservices | Cloudfront
ElastiCache | cache | amazonwebservices | 
CloudWatch | monitoring | amazonwebservices | Cloudwatch
Google Analytics | monitoring | | 
Google Cloud Storage | storage | googlecloud | GCS
BigQuery | database | googlecloud | 
DigitalOcean Spaces | storage | digitalocean | 
Linode Backup Service | backup | linode | Linode Backups
Treasure Data | database | | TreasureData
GitHub | repository | | Github
GitHub Pages | web | | Github Pages
GitHub Actions | ci | | 
GitLab.com | repository | | 
Bitbucket | repository | | BitBucket
Travis CI | ci | | Travis
CircleCI | ci | | Circle CI
AppVeyor | ci | | 
Codeship | ci | | 
Semaphore CI | ci | | 
Read the Docs | web | | ReadTheDocs, readthedocs
Docker Hub | repository | | DockerHub
Quay | repository | | quay.io
Cloudflare | proxy | | CloudFlare
Cloudflare Pages | web | | 
Fastly | proxy | | 
Akamai | proxy | | 
KeyCDN | proxy | | 
StackPath | proxy | | MaxCDN
Incapsula | proxy | | 
Sucuri | proxy | | 
DNSimple | dns | | 
DNS Made Easy | dns | | DNSMadeEasy
NS1 | dns | | 
easyDNS | dns | | 
Dyn | dns | | DynDNS
Let's Encrypt | application | | Lets Encrypt, LetsEncrypt
Mandrill | mail | | MandrillApp, Mandrill App
Mailchimp | mail | | MailChimp
SendGrid | mail | | Sendgrid
Mailgun | mail | | MailGun
Postmark | mail | | 
SparkPost | mail | | 
Mailjet | mail | | 
Gmail | mail | | 
Google Workspace | mail | | Google Apps, G Suite
Microsoft 365 | mail | | Office 365, Office365
Fastmail | mail | | 
Twilio | application | | 
New Relic | monitoring | | NewRelic
Datadog | monitoring | | DataDog
Sentry~ | monitoring | | sentry.io
Rollbar | monitoring | | 
Bugsnag | monitoring | | 
Honeybadger | monitoring | | 
Airbrake | monitoring | | 
Scout~ | monitoring | | ScoutApp, Scout APM
Pingdom | monitoring | | 
UptimeRobot | monitoring | | Uptime Robot
StatusCake | monitoring | | 
Statuspage | monitoring | | StatusPage
PagerDuty | monitoring | | Pager Duty
Opsgenie | monitoring | | OpsGenie
VictorOps | monitoring | | 
Healthchecks.io | monitoring | | 
Librato | monitoring | | 
AppSignal | monitoring | | 
Dead Man's Snitch | monitoring | | 
Ahrefs | monitoring | | 
SecurityScorecard | monitoring | | 
WordFence | monitoring | | Wordfence
Papertrail | logging | | 
Loggly | logging | | 
Logentries | logging | | 
Splunk | logging | | 
Logz.io | logging | | 
Grafana Cloud | monitoring | | Grafana Labs
IrisCouch | database | | Iris Couch
mLab | database | | MongoLab
Algolia | database | | 
Stripe | application | | 
PayPal | application | | 
Auth0 | application | | 
Okta | application | | 
LastPass | application | | 
1Password | application | | 
Bitwarden | application | | 
Slack~ | application | | 
Zendesk | application | | 
Freshdesk | application | | 
Salesforce | application | | 
HubSpot | application | | 
Shopify | application | | 
Dropbox | storage | | 
Box.com | storage | | 
Google Drive | storage | | 
Tarsnap | backup | | 
Crashplan | backup | | CrashPlan
`;

function toEntries(table: string, isSaas: boolean): ProductEntry[] {
  return readLexicon(table).map(([name = '', type = 'unknown', vendor = '', aliases]) => ({
    id: toFold(name),
    name: name.replace('~', ''),
    type,
    saas: isSaas,
    ordinary: name.includes('~'),
    vendor: vendor === '' ? null : vendor,
    aliases: readList(aliases),
  }));
}

/** Products of both sorts. */
export const products: readonly ProductEntry[] = [...toEntries(software, false), ...toEntries(saas, true)];

/** Tools that configure, deploy or are a language: they act on machines but are no part of what runs there. */
export const tools: readonly string[] = readList(
  'Ansible, Chef, Puppet, Salt, SaltStack, Terraform, Capistrano, Fabric, Vagrant, Packer, Docker, docker-compose, Helm, git, Git, Ruby, Python, Perl, PHP, Node.js, Java, Go, Rust, Bash, YAML, npm, pip, rbenv, virtualenv, upstart, systemd, foreman gem, whenever, apt, yum, SSH, CINC, Kickstart, certbot, Linux, Windows, macOS, FreeBSD, CentOS, Debian, Ubuntu, Fedora, Alpine',
);
