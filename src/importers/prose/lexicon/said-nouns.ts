/** Nouns by which a text can speak of one of its machines, besides those that name a type of service. */
export const saidNouns =
  /(?:^|\s)(?:relay|filer|controller|primary|master|standby|replica|mirror|hypervisor|load ?balancer|appliance|collector|runner|builder|harvester|scheduler|indexer|importer|exporter|scanner|renderer|console|terminal server|(?:\p{L}+\s)(?:server|host|box|machine|node|vm))$/iu;

/** Words that mean no machine in particular. */
export const tooPlain =
  /^(?:(?:old|new|other|same|first|second|third|last|next|main|only|one|two|big|small|physical|virtual|dedicated|remote|local|linux|windows)\s)?(?:server|host|machine|vm|box|node|instance|system|systems|service|services|app|application|applications|tool|software|jobs?|site|files?|data|backups?|logs?|mails?|cron|worker|workers|core|api|web|home ?page|volume|drive|build)$/iu;
