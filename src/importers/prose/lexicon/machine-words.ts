/** Nouns for a machine, English and German, in any number. */
export const machineNoun =
  '(?:(?:\\p{L}+-?)?servers?|vms?|virtual machines?|machines?|hosts?|box(?:es)?|nas|hypervisors?|droplets?|instances?|gateways?|load[ -]?balancers?|bastions?|jump ?(?:hosts?|box(?:es)?)|nodes?|pcs?|computers?|firewalls?|appliances?|mac minis?|replicas?|routers?|clocks?|rechner|maschinen?|virtuelle[rn]? maschinen?|knoten|collectors?|workers?|runners?|builders?|mirrors?|standby|clusters?|raspberry pis?|(?:domain|mail|file|print|dns|backup|db|database|web) ?(?:controllers?|relays?|filers?))';

/** Words that stand right before a machine's name: "the ingest server, wx1", "our load balancer is lb1". */
export const saidBefore = new RegExp(
  `\\b${machineNoun}(?:\\s+(?:is|are|ist|sind|named|called|namens|heißt|heissen))?\\s*(?:[,:]\\s*|\\(\\s*)?["'“\`*]*$`,
  'iu',
);

/** Words that stand right behind a machine's name: "x1 is our old PC", "x1, a small VM", "x1 (VM)". */
export const saidBehind = new RegExp(
  `^["'”\`*]*(?:\\s+(?:is|are|ist|sind|was|bleibt)\\s+|\\s*,\\s+|\\s*\\(\\s*|\\s+[-–—:]\\s*|\\s*:\\s*)(?:still\\s+|now\\s+|only\\s+)?(?:an?|the|our|ein|eine|der|die|das|unser\\w*)?\\s*(?!(?:spawns?|starts?|creates?|launches|provisions?|boots?|builds?|installs?|for|to|on|in|from|with)\\s)(?:[\\p{L}\\d-]+\\s+){0,2}${machineNoun}(?![\\p{L}-])(?!\\s+that\\b)`,
  'iu',
);

/** Words before a name that say that something stands or runs there. */
export const standsBefore =
  /(?:\p{L}|\d|[)"'”`*])\s+(?:on|auf)\s+(?:(?:the|our|an?|old|new|den|dem|der|machine|server|host|vm|box)\s+){0,3}["'“`*]*$/iu;
/** Verbs before "on" after which no place follows. */
export const noPlaceBefore =
  /\b(?:based|depends?|depending|rel(?:y|ies|ying)|focus(?:es)?|click(?:s|ed)?|work(?:s|ing)?|built|comment(?:s|ed)?|later|goes|turn(?:s|ed)?|switch(?:es|ed)?|insist|basiert|beruht|hängt|hinweis|blick|zugriff|greift)\s+(?:\p{L}+\s+)?(?:on|auf)\s+(?:the\s+|our\s+|den\s+|dem\s+)?["'“`*]*$/iu;

/** What a machine does, right behind its name (at most one adverb between). */
export const doesBehind =
  /^["'”`*]*(?:\s+(?:and|&|,|und)\s+\S+)?\s+(?:(?:also|now|still|only|then|mainly|just|currently|auch|nur)\s+)?(?:runs?|hosts?|carr(?:y|ies)|holds?|serves?|keeps?|stores?|replicates?|mirrors?|follows?|monitors?|watch(?:es)?|scrapes?|talks?|connects?|reads?|writes?|sends?|pushes|pulls?|calls|queries|passes|forwards?|proxies|balances?|uploads?|consumes?|renders?|collects?|validates?|depends?|uses|needs|takes? over|drives?|backs? up|stays|has run out|reports?|publishes|polls?|feeds?|relays?|authenticates?|mounts?|exports?|fetches|asks|answers|accepts|loads?|gets?|takes?|receives|delivers|caches|syncs|copies|is (?:still |only )?(?:powered|switched|turned) (?:on|off)|is (?:behind|parked|idle|fed|in sync|a (?:\w+ )?(?:replica|standby|mirror|copy|vm)|the (?:\w+ )?(?:replica|standby|mirror))|is (?:backed up|monitored|fed|replicated|mirrored|managed|configured|reached|the (?:\w+ )?(?:primary|replica|standby))|(?:is|are) (?:\w+ )?(?:replaced|decommissioned|removed|retired|switched off|deprecated|healthy)|will be (?:decommissioned|removed|retired|replaced|switched off)|goes away|can go|läuft|laufen|hostet|schickt|sendet|liest|schreibt|greift|überwacht|repliziert|übernimmt|speichert|wird|holt)\b/iu;

/** Nouns that only a machine has: "the disk of x1", "reboot x1". */
export const machineOwned =
  /\b(?:disks?|ram|memory|cpus?|kernel|console|uptime|festplatte|reboot|restart|rebooting|patch(?:ing)?|provision(?:ing)?|decommission|decommissioning|retire|retiring|image of|snapshots? of|shell on)\s+(?:(?:of|on|for|von|auf)\s+)?(?:the\s+)?["'“`*]*$/iu;

/** Words before a name that make it something else: a store, a group, a piece of code. */
export const otherBefore =
  /(?:\b(?:buckets?|queues?|topics?|databases?|schemas?|tables?|repo(?:sitory)?|branch|groups?|domains?|zones?|images?|containers?|packages?|modules?|roles?|users?|accounts?|channels?|scripts?|commands?|files?|playbooks?|director(?:y|ies)|folders?|jobs?|services?|volumes?|pools?|classes|labels?|tags?|plugins?|index|streams?|rds instances?|attributes?|options?|fields?|parameters?|called the|function|library|project|agents?|clients?|tools?|script namens|datenbank|skript|gruppe|paket|benutzer|bucket namens)\s+(?:named\s+|called\s+)?|:\/\/|[@#/.=$-])["'“`*]*$/iu;

/** Words before a name that say that something was brought from there or there. */
export const movedBefore =
  /\b(?:moved?|moves|migrated?|migrates|copied|copies|transferred|relocated|umgezogen|verschoben|kopiert)\s+(?:\p{L}+\s+){0,3}?(?:from|to|onto|von|nach|auf)\s+(?:\S{2,40}\s+(?:to|onto|nach|auf)\s+)?["'“`*]*$/iu;

/** Words around a name that ask whether it is still of use. */
export const askedBefore =
  /\b(?:is|are|does|whether|if|ob|wird|werden|ist|braucht)\s+(?:the\s+|our\s+|der\s+|die\s+|das\s+)?(?:old\s+|alte[rs]?\s+)?["'“`*]*$/iu;
/** Words behind such a name. */
export const askedBehind = /^["'”`*]*\s+(?:still|even|noch|überhaupt)\b/iu;

/** Words behind a name that say that it goes. */
export const goesBehind =
  /^["'”`*]*(?:\s*[:–—-]\s*|\s+)(?:(?:is|are|will be|to be|is to be|can be|wird|kann)\s+)?(?:also\s+|already\s+)?(?:end of life|eol\b|decommissioned|retired|removed|switched off|turned off|shut down|replaced|deprecated|obsolete|goes away|can go|weg\b|abgeschaltet|abgelöst|ersetzt|stillgelegt)/iu;
/** Words behind a name that say who owes it something. */
export const owedBehind =
  /^["'”`*]*(?:\s+(?:and|und|,)\s+\S+)?\s+(?:is|are|belongs?|gehört)\s+(?:(?:the|to|a)\s+)?(?:joint |sole |full )?(?:responsibility|owned|managed|maintained|administered|looked after)\b/iu;
/** "X01 is the radiology system": what it is, of names that look like machines by themselves. */
export const isBehind =
  /^["'”`*]*\s+(?:is|are|was|ist|sind)\s+(?:still\s+|now\s+)?(?:where|the|our|its|an?|ein|eine|der|die|das|unser\w*)\s/iu;
/** Words right before a name of that shape that name a system. */
export const systemBefore = /\b(?:systems?|system|anlage)\s+["'“`*]*$/iu;

/** Software that runs virtual machines: what is listed below its host are machines. */
export const virtualisation =
  /\b(?:esxi?|vmware|vsphere|hyper-?v|proxmox|kvm|libvirt|xen(?:server)?|ovirt|hypervisors?|vm[ -]?hosts?|virtuali[sz]ation host)\b/iu;

/** Parts of a hyphened name that software bears. */
export const softwarePart =
  /^(?:exporter|receiver|operator|minion|plugin|client|agent|daemon|driver|script|scripts|lib|library|api|sdk|cli|bot|tool|tools|utils|controller|provisioner|config|theme|module|role|image|action|wrapper)$/iu;

/** Parts of a hyphened name that machines bear. */
export const rolePart =
  /^(?:web|www|db|sql|pg|my|ora|app|api|mail|mx|smtp|imap|gw|gate|gateway|fw|firewall|lb|nas|san|srv|server|host|vm|node|hv|esx|dc|ad|ldap|dns|ns|vpn|proxy|cache|redis|mon|monitor|log|logs|ci|build|builder|runner|backup|bak|store|storage|fs|file|files|ftp|prod|stage|staging|test|dev|old|new|main|ctl|master|slave|replica|bastion|jump|edge|core|worker|queue|mq|batch|cron|box|pi|srv\d*|nord|sued|north|south|east|west|lon|nyc|fra|ber|par)$/iu;

/** Parts of a hyphened name that say that it is a machine. */
export const machinePart = /^(?:srv|vm|hv|esxi?|nas|vps|lxc)\d{0,3}$/iu;

/** Words in a heading that make what stands below it likely to be machines. */
export const machineTopic =
  /\b(?:servers?|machines?|hosts?|vms?|hypervisors?|droplets?|rechner|rechenzentrum|serverraum|data ?cent(?:er|re)|infrastructure|infrastruktur|boxes|cluster|farm|fleet|estate|computers?)\b/iu;

/** Words in a heading that make what stands below it likely to be services. */
export const serviceTopic =
  /\b(?:services?|applications?|apps|bots?|web ?sites?|tools?|components?|dienste|anwendungen|repositories|projects?|containers?|packages|libraries|modules|images|domains)\b/iu;

/** Words behind a name that make it the way to the others. */
export const gatewayBehind =
  /^["'”`*]*\s+(?:is|ist)\s+(?:the|our|der|die|das)\s+(?:only\s+)?(?:way in|way to|entry|entrance|einzige Zugang|Zugang)\b/iu;

/** Small words with which a sentence opens and that name nothing. */
export const noName =
  /^(?:nobody|everybody|everyone|anybody|somebody|someone|everything|nothing|something|people|users?|customers?|colleagues?|who|what|which|there|here|he|she|both|none|others?|yes|no|ok|thanks|please|hello|hi|dear|also|maybe|perhaps|then|now|today|otherwise|currently|production|staging|backup|backups|data|traffic|mail|email|code|access|everything|somewhere|office|after|before|for|by|from|like|in|on|at|with|as|according|similarly|differently)$/iu;

/** Words for a machine behind which its name follows ("a Synology called"). */
export const appliance =
  '(?:synology|qnap|nas|pc|workstation|desktop|laptop|tower|blade|appliance|raspberry pi|mac mini|dell|box|storage)';

/** Words behind a name that say that it is gone already. */
export const goneBehind =
  /^["'”`*]*\s+(?:(?:was|were|has been|have been|wurde|ist)\s+(?:already\s+|finally\s+|bereits\s+|schon\s+)?(?:switched off|turned off|shut down|removed|deleted|decommissioned|thrown away|scrapped|dismantled|sold|returned|wiped|abgeschaltet|stillgelegt|entsorgt|gelöscht)(?![^.;]{0,60}\b(?:came back|again|and came)\b)|(?:no longer|does not|doesn't) exists?\b|is gone\b)|^["'”`*]*\s*(?:[-–—:,(]\s*)(?:is\s+)?(?:already|long)\s+(?:gone|switched off|decommissioned|removed|deleted)\b/iu;
