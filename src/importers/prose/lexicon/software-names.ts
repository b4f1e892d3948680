/** Software that runs on a machine: name (a tilde: also an ordinary word) | type | vendor | other spellings. */
export const softwareNames = `
PostgreSQL | database | | Postgres, Postgresql, pgsql, PostGIS
MySQL | database | | 
MariaDB | database | | 
Percona | database | | 
MongoDB | database | | Mongo
CouchDB | database | | Couch, Apache CouchDB
Cassandra | database | | 
InfluxDB | database | | 
TimescaleDB | database | | Timescale
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
BIND | dns | | bind9
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
CUPS | application | | 
Icecast | application | | 
RadioDJ | application | | 
MapServer | application | | 
GeoServer | application | | 
TrueNAS | storage | | FreeNAS
Synology | storage | | Synology DSM
QNAP | storage | | 
Apereo CAS | application | | CAS server
Metabase | application | | 
Apache Superset | application | | 
Apache Airflow | job | | Airflow
CiviCRM | application | | 
ERPNext | application | | 
Matomo | application | | Piwik
Plausible Analytics | application | | 
k3s | application | | 
PRTG | monitoring | | 
LibreNMS | monitoring | | 
Netdata | monitoring | | 
OPNsense | gateway | | 
pfSense | gateway | | 
FreeRADIUS | application | | 
PHP-FPM | web | | php-fpm
Keepalived | load-balancer | | 
Hyper-V | application | | 
Asterisk~ | application | | 
FreeSWITCH | application | | 
3CX | application | | 
Jellyfin | application | | 
Home Assistant | application | | 
PrestaShop | application | | 
WooCommerce | application | | 
Sylius | application | | 
BookStack | application | | 
XWiki | application | | 
Authentik | application | | 
Harbor~ | repository | | 
Verdaccio | repository | | 
SharePoint | application | | 
Dovecot | mail | | 
Microsoft Exchange | mail | | Exchange Server
`;
