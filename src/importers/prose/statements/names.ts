/** Endings that make a dotted word a file and no host. */
const fileEndings =
  /\.(?:md|rst|adoc|txt|py|rb|js|ts|sh|ya?ml|json|xml|html?|css|php|pl|conf|cfg|ini|toml|lock|log|sql|tf|tfvars|pp|erb|j2|jinja2?|sls|service|timer|socket|zip|gz|tgz|tar|xz|bz2|deb|rpm|jar|war|iso|img|pdf|png|jpe?g|svg|csv|tsv|xlsx?|docx?|key|pem|crt|asc|pub|bak|tmp|md5|sha256|go|rs|java|c|h|cpp|exe|bat|ps1|nix|hcl|local|include|git|rake|properties|internal-config)$/iu;
const domainShape =
  /^(?:\*\.)?(?=.{4,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,8}\.[a-z]{2,24}$/iu;
const address = /^(?:\d{1,3}\.){3}\d{1,3}$/u;
const hostShape = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** Words that look like machine names and are none. */
const notMachines =
  /^(?:tbd|n\/?a|[a-z]\d{1,2}[a-z]{0,2}v\d|[tmcr]\d[a-z]?\.\w+|(?:old|new|my|your|some|example|target|source|remote|local|the|this|that)[-_](?:host|server|machine|vm|box|node|name)\w*|host-?name|server-?name|vm-?name|x86(?:[_-]64)?|amd64|arm64|aarch64|i386|i686|utf-?8|sha-?\d+|md5|base64|ipv[46]|http2?|python[23]?|php\d|node\d+|java\d+|ed25519|rsa\d*|us-(?:east|west)-\d|eu-(?:west|central)-\d|ext[34]|raid\d+|el\d|m[12]|vlan\d*|eth\d|ens\d+|eno\d+|bond\d|tls1|ssl[23]|oauth2?|s3|ec2|ses|sqs|rds|route53|k8s|i18n|l10n|w3c|p2p|b2b|log4j|h2|mp[34]|covid-19|hl7|cat\d[a-z]?|x11|(?:q|h)[1-4]|(?![a-f]{2,}\d{1,4}$)[a-f0-9]{7,40}|\d[\d.,_-]*|v\d+|rc\d+|step-?\d+|port-?\d+|user\d+|test\d|day-?\d+|week-?\d+|\d+(?:st|nd|rd|th)|\d+(?:g|gb|m|mb|k|t|tb|x|h|hr|min|ms|s)|e2e|to-?do|set-?up|follow-?up|e-?mail|e-?mails|back-?end|front-?end|ci-?cd|read-?only|open-?source|on-?call|log-?in|start-?up|self-?hosted|third-?party|real-?time|built-?in|up-?to-?date|non-\w+|re-\w+|pre-\w+|long-\w+|short-\w+|high-\w+|low-\w+|well-\w+|\w+-(?:as|to|by|of|and|or|in|on|the|for|per)-\w+|one-\w+|two-\w+|multi-\w+|cross-\w+|\w+-(?:based|only|free|level|side|wide|time|term|like|specific|related|style|managed|hosted|line|off|out|in|up|friendly|defined|owned|authored|ready|facing))$/iu;

/** Whether a word is a name in the domain name system: at least two labels and a top level in letters; no file name. */
export function isDomainName(name: string): boolean {
  return (
    name.includes('.') && domainShape.test(name) && !fileEndings.test(name) && !/^v?\d+\.\d/iu.test(name)
  );
}

/** Whether a word is an IPv4 address. */
export function isAddress(name: string): boolean {
  return address.test(name) && name.split('.').every((part) => Number(part) < 256);
}

/** Whether text is a file, a path, a command line or anything else that is typed and not named. */
export function isTyped(name: string): boolean {
  return (
    /[/\\$={}<>;|"'()@!?%^&*~[\]]|^\s*[-.#]|::|\s--?\w/u.test(name.replace(/^\*\./u, '')) ||
    fileEndings.test(name)
  );
}

/** How much a single word looks like the name of a machine: a number at its end most, a hyphen somewhat, letters alone hardly. */
export function machineShape(name: string): 'numbered' | 'hyphened' | 'domain' | 'word' | 'none' {
  if (isDomainName(name) && !name.startsWith('*')) return 'domain';
  if (!hostShape.test(name) || name.length > 60) return 'none';
  if (/^(?:lb|gw|fw|mx|web|db|dns|vpn|ns)-(?:in|out|up|off)$/iu.test(name)) return 'hyphened';
  if (notMachines.test(name)) return 'none';
  if (/^\p{L}.*\d\p{L}?$/u.test(name)) return 'numbered';
  if (/-/u.test(name) && /[^\P{L}\p{Lu}]/u.test(name)) return /\d/u.test(name) ? 'numbered' : 'hyphened';
  return /^\p{L}/u.test(name) && name.length > 1 ? 'word' : 'none';
}

/** The key of a name: lower case, blanks as one, without closing punctuation. */
export function toNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.:,;]+$/u, '');
}

/** A name as it is written down: no surrounding quotes, blanks as one, no closing punctuation. */
export function tidyName(name: string): string {
  return name
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^["“”'‘’„]+|["“”'‘’]+$/gu, '')
    .replace(/[.:,;]+$/u, '')
    .trim();
}
