/** Cues for removal in headings and lists. */
export const removalHeading =
  /\b(?:removals?|removing|remove|decommission(?:ing|ed)?|retire(?:ment|d)?|retiring|shut ?down|to be (?:deleted|removed|killed|turned off)|switch(?:ed)? off|obsolete|cleanup candidates|can go|go(?:es|ing)? away|fällt weg|kommt weg|end of life|abschalt\w*|stilllegen|stilllegung|abzuschalten|entsorgen|kündigen)\b/iu;
/** A heading about candidates, not about how a removal is done. */
export const removalList =
  /\b(?:candidates?|possible|possibly|to be|can be|should be|could be|servers|machines|vms|droplets|hosts|list|kandidaten|kann weg|can go|planned|what|goes away|going away|was)\b/iu;
/** A sentence that says it of its subject. */
export const removalSentence =
  /\b(?:(?:is|are|to be|will be|should be|can be|could be|soon to be|being)\s+(?:\w+\s+)?(?:given up(?!\s+on\b)|wound down|powered down|taken offline|taken out of service|mothballed|sunset(?:ted)?|handed back|decommissioned|retired|shut down|turned off|switched off|phased out|deprecated(?!\s+(?!(?:since|and|but|now|in|by|once|as|when|because|after|from|with|too)\b)\p{L})|dismantled|scrapped|replaced(?=\s+(?:by|with|soon|once|when)\b))|(?:to be|will be|should be|can be|could be|soon to be)\s+(?:\w+\s+)?(?:removed|deleted|collected|replaced|cancelled|dropped|destroyed|killed|reclaimed|discarded|torn down)\b(?!\s+(?:from|if)\b)|(?:candidate|scheduled|marked|due) for (?:removal|decommissioning|retirement|deletion)|(?:has|have) been (?:cancelled|terminated|gekündigt)|end of life|eol|replaced by|(?:can|will) go(?=\s*(?:$|[.,;(]|too\b|as well\b|once\b|after\b|when\b|as soon\b|in \d|at the end|at any time|any time|now\b|away\b))|(?:can|could|may) be stopped\b|(?:should|will|can) disappear\b|(?:can|could|may|should|will|want to|going to|plan to) (?:be )?(?:then )?(?:drop|delete|remove|kill|scrap|turn off|switch off|shut down|get rid of|retire|decommission) (?:it|them|this one)\b|^goes (?=when\b|once\b|as soon as\b|after\b)|goes (?=at the end of|at the latest|(?:next|this) (?:year|month|week|summer|winter|autumn|spring))|goe?s? away\b|going away|safe to (?:delete|remove|drop|switch off|turn off|shut down)\b|(?:has|have) no (?:purpose|use) (?:any ?more|left)\b|(?:will|can|plan to|going to|want to) (?:then )?(?:shut|turn|switch) (?:it|them|this one) (?:down|off)\b|no longer (?:needed|required(?!\s+(?:to|for|by|in)\b)|necessary|used|in use)|not (?:needed|required(?!\s+(?:to|for|by|in)\b)|used|being used|in use)(?: any ?more| now)?|kann weg|nicht mehr (?:gebraucht|benutzt|genutzt|benötigt)|(?:wird|werden|soll|sollen)\s[^.;]{0,80}?(?:abgeschaltet|stillgelegt|abgelöst|ersetzt|entfernt)|abzuschalten)\b/iu;
/** "ftp1: kill after the switch": an order right behind the name of an entry. */
export const entryOrder =
  /^(?:please\s+)?(?:kill|remove|delete|drop|retire|decommission|scrap|dismantle|get rid of|switch off|turn off|shut down|abschalten|stilllegen|entsorgen|weg)\b(?!\s+(?:from|the|a|an|its|old|all|every|unused)\b)/iu;
/** "ftp1: obsolete", "x2 - dead, only the chassis is left": what an entry says of its machine first. */
export const entryFate =
  /^(?:(?:is|are|already|now|ist)\s+)?(?:obsolete|dead|defunct|unused|abandoned|superseded|eol|end of life|retired|out of (?:use|service)|no longer (?:used|needed)|not (?:used|in use)(?: any ?more)?|veraltet|unbenutzt|ungenutzt|abgelöst)\b(?!\s+(?:packages|files|code|link))/iu;
/** "..., decommission after Easter": an order at the end of an entry. */
export const lateOrder =
  /[,;.]\s+(?:then\s+|please\s+)?(?:decommission|retire|switch off|turn off|shut down|remove|delete|scrap|dismantle)\s*(?=$|[.!]|after\b|once\b|when\b|as soon\b|in \p{L}|by \p{L}|at the)/iu;
/** "We will turn x1 off": the machine stands inside the words. */
export const turnOff =
  /\b(?:we|they|i|wir)\s+(?:will|can|want to|are going to|plan to|werden|wollen)\s+(?:then\s+)?(?:turn|switch|shut|schalten)\s+(?:the\s+)?["'`]?([\p{L}\d][\w.-]{1,40})["'`]?\s+(?:off|down|ab)\b/iu;
/** A cell of a status column that says that its machine goes. */
export const removalStatus =
  /^(?:eol|end of life|retired|to (?:be )?(?:retired?|removed?|decommission(?:ed)?)|decommission(?:ed|ing)?|deprecated|obsolete|legacy|abgekündigt|wird abgeschaltet|abzuschalten|out of use|sunset)\b/iu;
/** A nested line that starts so is a condition. */
export const conditionOpening =
  /^(?:after|once|when|if|as soon as|until|unless|only (?:after|if|when)|by the end of|at the end of|nach|sobald|wenn|erst|bis)\b/iu;

/** "21 servers in total", "a total of 6 VMs", "insgesamt 8 Server". */
export const totalPatterns: readonly { readonly words: RegExp; readonly example: string }[] = [
  {
    words:
      /\b(\d{1,5})\s+((?:\p{L}+[ -]){0,2}?)(servers?|machines?|vms?|droplets?|instances?|hosts?|nodes?|boxes|hypervisors?)\s+(?:in total|altogether|overall|all in all|insgesamt)\b/iu,
    example: '12 machines in total',
  },
  {
    words:
      /\b(?:total of|in total|altogether|insgesamt|overall)[,:]?\s+(\d{1,5})\s+((?:\p{L}+[ -]){0,2}?)(servers?|machines?|vms?|droplets?|instances?|hosts?|nodes?|boxes|server|maschinen)\b/iu,
    example: 'a total of 12 machines',
  },
  {
    words:
      /^(?:there are |we (?:have|run|operate) )(\d{1,5}|(?:four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?=\s(?:\p{L}+[ -]){0,2}(?:servers|machines|vms|hosts|nodes|boxes|droplets|instances)\s*(?:[.:!,]|$)))\s+((?:\p{L}+[ -]){0,2}?)(servers?|machines?|vms?|droplets?|instances?|hosts?|nodes?|boxes)\b(?=\s*(?:[.:!,]|$|in\b|at\b|on\b|across\b))/iu,
    example: 'We run 12 machines',
  },
  {
    words:
      /\b(?:composed of|consists? of|made up of|comprises|besteht aus)\s+(\d{1,5})\s+((?:\p{L}+[ -]){0,2}?)(servers?|machines?|vms?|droplets?|instances?|hosts?|nodes?|boxes|server|maschinen)\b/iu,
    example: 'The rack is composed of 12 physical servers',
  },
];

/** An entry that names a class of machines with its number ("Storage hosts (2 servers)"). */
export const countedClass =
  /^(\p{L}[\w -]{2,40}?\b(?:servers|machines|vms|hosts|nodes|instances|boxes|hypervisors))\s*\((\d{1,4})(?:\s+(?:\p{L}+\s+)?(?:servers|machines|vms|hosts|nodes|boxes|hypervisors))?\)\s*$/iu;

/** Cores, memory and perhaps disk in a row ("4 vCPU / 16 GB / 80 GB"). */
export const sizeShape =
  /\b(\d{1,3})\s?(?:x\s)?(?:v?CPUs?|v?cores?|Kerne)\s*[/,+·]?\s*(\d{1,4}(?:[.,]\d)?)\s?(GiB|GB|G|TB)\b(?:\s+(?:RAM|memory))?(?:\s*[/,+·]\s*(\d{1,5})\s?(GiB|GB|G|TiB|TB|T)\b)?(?!\s*(?:of\s+)?(?:disk|SSD|HDD|storage|NVMe))/iu;

/** Sizes: the number, its unit and what is measured. */
export const sizePatterns: readonly {
  readonly field: 'memoryMiB' | 'diskGiB' | 'vcpu';
  readonly words: RegExp;
  readonly example: string;
}[] = [
  {
    field: 'memoryMiB',
    words:
      /(\d{1,6}(?:[.,]\d{1,2})?)\s?(GiB|GB|G|MiB|MB|TB|TiB)\s+(?:of\s+)?(?:RAM|memory|Arbeitsspeicher|mem)\b/iu,
    example: '4 GB RAM',
  },
  {
    field: 'memoryMiB',
    words:
      /\b(?:RAM|memory|Arbeitsspeicher)\s*[:=]?\s*(\d{1,6}(?:[.,]\d{1,2})?)\s?(GiB|GB|G|MiB|MB|TB|TiB)\b/iu,
    example: 'RAM: 4 GB',
  },
  {
    field: 'diskGiB',
    words:
      /(\d{1,6}(?:[.,]\d{1,2})?)\s?(GiB|GB|G|MiB|MB|TB|TiB|T)\s+(?:of\s+)?(?:disk(?: space)?|SSD|HDD|storage|NVMe|hard ?disk|Festplatte|Plattenplatz)\b/iu,
    example: '80 GB disk',
  },
  {
    field: 'diskGiB',
    words:
      /\b(?:disk|SSD|HDD|storage|Festplatte)\s*[:=]?\s*(\d{1,6}(?:[.,]\d{1,2})?)\s?(GiB|GB|G|MiB|MB|TB|TiB|T)\b/iu,
    example: 'disk: 80 GB',
  },
  {
    field: 'memoryMiB',
    words:
      /\b(?:RAM|[Mm]emory)\s*:?\s*(\d{1,4})\s?(Go|Mo)\b|\b(?=\d{1,4}\s?[GM]o\s+(?:of\s+|de\s+)?RAM\b)(\d{1,4})\s?(Go|Mo)/u,
    example: 'RAM 32 Go',
  },
  {
    field: 'diskGiB',
    words:
      /(?<![\w.,])(\d{1,4}(?:[.,]\d{1,2})?)\s?(TiB|TB|To)\b(?!\s*(?:of\s+)?(?:RAM|[Mm]emory|Arbeitsspeicher))/u,
    example: 'a filer with 24 TB',
  },
  { field: 'vcpu', words: /\b(\d{1,4})\s?(?:x\s)?(v?CPUs?|v?Cores?|cores?|Kerne)\b/iu, example: '2 vCPUs' },
  { field: 'vcpu', words: /\b(?:v?CPUs?|cores?)\s*[:=]\s*(\d{1,4})\b()/iu, example: 'CPUs: 2' },
];

/** What something costs: sign or code and number in either order, and for how long. */
export const costPattern =
  /(?:([$€£]|USD|EUR|CHF|GBP)\s?(\d{1,3}(?:[,.’']\d{3})+(?:[.,]\d{2})?|\d{1,6}(?:[.,]\d{1,2})?)|(?<![\d.,’'])(\d{1,3}(?:[,.’']\d{3})+(?:[.,]\d{2})?|\d{1,6}(?:[.,]\d{1,2})?)\s?([$€£]|USD|EUR|CHF|GBP|euros?|dollars?|francs|Franken))\s*(?:\/|per|a|an|each|pro|im|je|every)\s?(month|mo|monat|year|yr|jahr|hour|hr|stunde|day|tag)\b/iu;

/** "Monthly bill for Lille: 310 GBP": the period stands before the sum. */
export const costBefore =
  /\b(monthly|yearly|annual|monatlich|jährlich)\p{L}*\b[^.;]{0,60}?(?:([$€£]|USD|EUR|CHF|GBP)\s?(\d{1,3}(?:[,.’']\d{3})+(?:[.,]\d{2})?|\d{1,6}(?:[.,]\d{1,2})?)|(?<![\d.,’'])(\d{1,3}(?:[,.’']\d{3})+(?:[.,]\d{2})?|\d{1,6}(?:[.,]\d{1,2})?)\s?([$€£]|USD|EUR|CHF|GBP|euros?))(?!\s*(?:per|a|\/))/iu;

/** What says that a machine is there and does nothing. */
export const dormantWords =
  /\b(?:is|are|stays|ist|normally|usually|kept|currently)\s+(?:\w+\s+)?(?:idle|dormant|powered off|switched off|turned off|ausgeschaltet)\b|\b(?:it|which) is (?:idle|dormant)\b|\bcold (?:spare|standby)\b/iu;
/** What says that a machine is still to come. */
export const plannedWords =
  /\bwill (?:be (?:ordered|bought|rented|set up|added|built|installed)|take over|run|rent|host|move to)\b|\b(?:is|are) (?:planned|ordered|to come)\b|\bwird (?:bestellt|gemietet|aufgebaut|angeschafft)\b/iu;

/** What stands before the name of a machine that is still to be set up. */
export const newMachineBefore =
  /\b(?:will|going to|plan to|want to|shall|werden|wird)\b[^.;]{0,80}?\b(?:new|neuen?|neuem)\s+(?:\w+\s+)?(?:vms?|servers?|machines?|hosts?|nodes?|box|rechner)\b[\s,:(]*["'`]?$/iu;

/** Operating systems. */
export const osPattern =
  /\b((?:Ubuntu|Debian|CentOS(?: Stream)?|RHEL|Red Hat Enterprise Linux|Fedora|Rocky Linux|AlmaLinux|FreeBSD|OpenBSD|NetBSD|Arch Linux|openSUSE|SLES|SUSE|Gentoo|NixOS|Windows Server|Windows|macOS|Solaris|Amazon Linux|Alpine)(?:[ -]?\d{1,4}(?:\.\d{1,2}){0,2}(?: LTS| R2)?)?)\b/u;

/** Headings of a table's columns and what stands in the column. */
export const columnWords: readonly {
  readonly column: Column;
  readonly words: RegExp;
  readonly example: string;
}[] = [
  {
    column: 'server',
    words:
      /^(?:server|server name|servername|host|hostname|host name|vm|vm name|runs on|running on|hosted on|deployed on|installed on|läuft auf|machine|instance|droplet|node|box|rechner|maschine|machine name|alias|computer|computer name|server\/host|rechnername|points to|target|target host|zielrechner|zeigt auf)s?$/iu,
    example: 'Hostname',
  },
  {
    column: 'name',
    words: /^(?:name|names|system|title|bezeichnung|item|mirror|domain name)$/iu,
    example: 'Name',
  },
  {
    column: 'service',
    words:
      /^(?:runs|hosts|what runs(?: there| here)?|läuft dort|services?|applications?|apps?|role|software|product|component|dienst|dienste|anwendung|tool)$/iu,
    example: 'Service',
  },
  {
    column: 'purpose',
    words:
      /^(?:description|purpose|function|funktion|usage|use|used for|what|what it does|what it is for|what for|does|duties|wofür|wozu|aufgabe|task|notes?|comments?|remarks?|zweck|beschreibung|role\(s\))$/iu,
    example: 'Purpose',
  },
  {
    column: 'address',
    words:
      /^(?:(?:primary |public |private |internal |external )?(?:ip|ips|ip address(?:es)?|ipv4|ipv6|address)|ip-adresse)$/iu,
    example: 'IP',
  },
  { column: 'domain', words: /^(?:dns|fqdn|domain|domains|url|urls|website)$/iu, example: 'FQDN' },
  {
    column: 'provider',
    words: /^(?:provider|providers|provider\(s\)|hoster|hosting|hosting provider|cloud|vendor|anbieter)$/iu,
    example: 'Hoster',
  },
  {
    column: 'site',
    words:
      /^(?:datacenter|data center|datacentre|data centre|dc|region|location|site|zone|standort|rechenzentrum|where|place|house|building|office|room|ort|haus|gebäude|raum)s?$/iu,
    example: 'Datacenter',
  },
  {
    column: 'owner',
    words:
      /^(?:owner|owners|first call|on-?call|service owner|system owner|product owner|business owner|eigentümer|responsible|responsible person|team|verantwortlich|verantwortliche|betreuer|betreut von|zuständig|zuständigkeit|maintainer|maintained by|managed by|owned by|admin|admins|custodian|steward|who|(?:looked after|cared for|run|operated|supported|administered) by|caretaker|in charge|person in charge|kümmert sich|wer)$/iu,
    example: 'Owner',
  },
  {
    column: 'contact',
    words:
      /^(?:contact|contacts|contact person|ask|whom to ask|who to ask|who to call|support|supplier|second call|escalation|kontakt|ansprechpartner)$/iu,
    example: 'Contact',
  },
  {
    column: 'os',
    words: /^(?:os|operating system|distro|distribution|betriebssystem)$/iu,
    example: 'Distro',
  },
  {
    column: 'memory',
    words: /^(?:ram|memory|mem|arbeitsspeicher)(?: ?\((?:gb|mb|gib)\))?$/iu,
    example: 'RAM',
  },
  {
    column: 'disk',
    words: /^(?:disk|disk space|storage|hdd|ssd|festplatte)(?: ?\((?:gb|tb)\))?$/iu,
    example: 'Disk',
  },
  { column: 'cpu', words: /^(?:cpu|cpus|vcpu|vcpus|cores)$/iu, example: 'vCPUs' },
  {
    column: 'technology',
    words: /^(?:technology|technologies|tech|tech stack|stack|engine|dbms|built with|technik|technologie)$/iu,
    example: 'Technology',
  },
  {
    column: 'size',
    words: /^(?:size|sizing|specs?|flavou?r|hardware|resources|größe|ausstattung)$/iu,
    example: 'Size',
  },
  { column: 'status', words: /^(?:status|state|zustand)$/iu, example: 'Status' },
  { column: 'cost', words: /^(?:costs?|price|prices|kosten|preis|per month|monthly)$/iu, example: 'Cost' },
  {
    column: 'guests',
    words: /^(?:guests?|virtual machines|vms on it|gäste|virtuelle maschinen)$/iu,
    example: 'Guests',
  },
  { column: 'environment', words: /^(?:environment|env|stage|umgebung)$/iu, example: 'Environment' },
];

/** What a column of a table holds. */
export type Column =
  | 'server'
  | 'name'
  | 'service'
  | 'purpose'
  | 'address'
  | 'domain'
  | 'provider'
  | 'site'
  | 'owner'
  | 'contact'
  | 'os'
  | 'memory'
  | 'disk'
  | 'cpu'
  | 'status'
  | 'environment'
  | 'cost'
  | 'guests'
  | 'technology'
  | 'size';
