import { readLexicon, readList } from './table-text.ts';

/** Nouns by which a text can speak of one of its machines, besides those that name a type of service. */
export const saidNouns =
  /(?:^|\s)(?:relay|filer|controller|primary|master|standby|replica|mirror|hypervisor|load ?balancer|appliance|collector|runner|builder|harvester|scheduler|indexer|importer|exporter|scanner|renderer|console|terminal server|(?:\p{L}+\s)(?:server|host|box|machine|node|vm))$/iu;

/** Words that mean no machine in particular. */
export const tooPlain =
  /^(?:(?:old|new|other|same|first|second|third|last|next|main|only|one|two|big|small|physical|virtual|dedicated|remote|local|linux|windows)\s)?(?:server|host|machine|vm|box|node|instance|system|systems|service|services|app|application|applications|tool|software|jobs?|site|files?|data|backups?|logs?|mails?|cron|worker|workers|core|api|web|home ?page|volume|drive|build)$/iu;

/** Nouns for a machine, and the parts of a name that machines of that sort bear. */
export const nounParts: ReadonlyMap<string, readonly string[]> = new Map(
  readLexicon(`
  load balancer, loadbalancer, balancer | lb, haproxy, balancer, f5
  database, database server, db server, datenbank, datenbankserver | db, sql, pg, mysql, ora, database
  cache, cache server | cache, redis, memcached
  queue, message queue, broker, message broker | mq, queue, rabbit, rabbitmq, kafka
  firewall | fw, firewall
  gateway, vpn gateway | gw, gate, gateway
  jump host, jump box, bastion, bastion host | jump, bastion, hop
  file server, fileserver, filer | fs, files, filer, nas
  nas | nas
  mail server, mail relay, relay | mail, mx, relay, smtp
  monitoring server, monitoring | mon, monitor, monitoring
  backup server, backupserver | backup, bak, bkp
  log server, logging server | log, logs, graylog
  print server | print, prt
  proxy, reverse proxy | proxy, edge
  build server | build, builder, ci
  `).flatMap(([nouns, parts]) => readList(nouns).map((noun): [string, string[]] => [noun, readList(parts)])),
);
