/** More software that runs on a machine, of offices, shops and schools above all: columns as in `softwareNames`. */
export const officeSoftware = `
SQL Server Reporting Services | application | | SSRS
DB2 | database | | IBM DB2
Meilisearch | database | | 
Typesense | database | | 
Qdrant | database | | 
Valkey | cache | | 
Apache Pulsar | queue | | Pulsar
IBM MQ | queue | | WebSphere MQ
WildFly | web | | JBoss
WebLogic | web | | Oracle WebLogic
WebSphere | web | | 
GlassFish | web | | Payara
Ghost~ | web | | Ghost CMS
Strapi | application | | 
Alfresco | application | | 
SuiteCRM | application | | SugarCRM
Dolibarr | application | | 
Datev | application | | DATEV
Sage~ | application | | Sage 50, Sage 100
Microsoft Dynamics | application | | Dynamics NAV, Navision, Dynamics 365
Snipe-IT | application | | 
GLPI | application | | 
OTRS | application | | Znuny
Zammad | application | | 
Paperless-ngx | application | | Paperless
Immich | application | | 
Seafile | storage | | 
Wekan | application | | 
Taiga~ | application | | 
OpenProject | application | | 
Koha | application | | 
ILIAS | application | | 
Limesurvey | application | | LimeSurvey
Element~ | application | | 
Ejabberd | application | | ejabberd
Prosody~ | application | | 
Woodpecker CI | ci | | Woodpecker
Forgejo | repository | | 
Gitolite | repository | | 
borgmatic | backup | | 
Kopia | backup | | 
Proxmox Backup Server | backup | | PBS
Commvault | backup | | 
NetBackup | backup | | 
SeaweedFS | storage | | 
DRBD | storage | | 
Pacemaker | gateway | | Corosync
MailHog | mail | | 
Postal~ | mail | | 
Checkmk | monitoring | | 
Observium | monitoring | | 
Wazuh | monitoring | | 
Jaeger~ | monitoring | | 
Tempo~ | monitoring | | 
Kong~ | gateway | | Kong Gateway
Guacamole | gateway | | Apache Guacamole
NetScaler | load-balancer | | Citrix ADC
FortiGate | gateway | | Fortigate
Keycloak Gatekeeper | gateway | | 
Mosquitto Bridge | queue | | 
Node-RED | application | | 
OpenHAB | application | | openHAB
n8n | application | | 
Apache NiFi | application | | NiFi
Apache Spark | application | | 
Hadoop | application | | HDFS
JupyterHub | application | | 
Slurm | application | | 
R Studio Server | application | | RStudio Server, Posit Workbench
Tableau Server | application | | 
Power BI Report Server | application | | 
Qlik Sense | application | | QlikView
NiceLabel | application | | 
WSUS | application | | 
PowerFolder | storage | | 
Docuware | application | | DocuWare
VuFind | application | | 
EPrints | application | | 
DSpace | application | | 
Evergreen~ | application | | 
OSIsoft PI | application | | AVEVA PI, PI System
Ignition~ | application | | Inductive Automation Ignition
WinCC | application | | Simatic WinCC
osTicket | application | | 
InvenTree | application | | 
Tryton | application | | 
Navidrome | application | | 
Wiki.js | application | | 
Contao | web | | 
Directus | application | | 
Dagster | job | | 
Kestra | job | | 
EMQX | queue | | 
VerneMQ | queue | | 
KeyDB | cache | | 
ScyllaDB | database | | 
TiDB | database | | 
YugabyteDB | database | | 
Galera Cluster | database | | Percona XtraDB Cluster
Patroni | database | | 
PgBouncer | proxy | | pgbouncer
Pgpool-II | proxy | | Pgpool, pgpool
ProxySQL | proxy | | 
MaxScale | proxy | | 
Longhorn~ | storage | | 
Velero | backup | | 
Duplicati | backup | | 
UrBackup | backup | | 
Symfony | web | | 
Solr Cloud | database | | SolrCloud
OpenCart | application | | 
Request Tracker | application | | 
i-doit | application | | 
Kea DHCP | dns | | ISC DHCP, isc-dhcp-server
`;
