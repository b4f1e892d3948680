import type { DispositionKind } from '#core/model/disposition.ts';
import type { NodeKind, NodeStatus } from '#core/model/node.ts';
import { turnName } from './given-names.ts';
import { isNoValue } from './units.ts';

const dispositionWords: Readonly<Record<string, DispositionKind>> = {
  rehost: 'rehost',
  liftandshift: 'rehost',
  liftshift: 'rehost',
  move: 'rehost',
  migrate: 'rehost',
  migrieren: 'rehost',
  umziehen: 'rehost',
  relocate: 'relocate',
  replatform: 'replatform',
  lifttinkerandshift: 'replatform',
  refactor: 'refactor',
  rearchitect: 'refactor',
  rebuild: 'refactor',
  rewrite: 'refactor',
  repurchase: 'repurchase',
  replace: 'repurchase',
  ersetzen: 'repurchase',
  ablsen: 'repurchase',
  dropandshop: 'repurchase',
  retire: 'retire',
  decommission: 'retire',
  decom: 'retire',
  remove: 'retire',
  removed: 'retire',
  kill: 'retire',
  delete: 'retire',
  shutdown: 'retire',
  terminate: 'retire',
  abschalten: 'retire',
  stilllegen: 'retire',
  lschen: 'retire',
  rckbau: 'retire',
  retain: 'retain',
  stay: 'retain',
  revisit: 'retain',
  keep: 'retain',
  behalten: 'retain',
  bleibt: 'retain',
};

/** Letters alone, without the prefix of ServiceNow's classes. */
function toKey(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/^cmdb_ci_/u, '')
    .replace(/[^a-z]/gu, '');
}

/** The disposition that a cell names; `undefined` when it names none. */
export function findDisposition(cell: string): DispositionKind | undefined {
  const key = toKey(cell);
  return Object.hasOwn(dispositionWords, key) ? dispositionWords[key] : undefined;
}

const statusWords: readonly (readonly [NodeStatus, string])[] = [
  [
    'active',
    'on running active poweredon up started live inuse online available ok enabled operational production installed deployed inproduction aktiv inbetrieb luft lauft laeuft eingeschaltet produktiv enservice enproduction activo enservicio actif attivo actief',
  ],
  [
    'dormant',
    'off stopped suspended deallocated archive offline poweredoff down inactive dormant disabled shutdown halted paused standby unused idle archived nonoperational instock inaktiv aus ausgeschaltet auerbetrieb ausserbetrieb gestoppt arrt arrete inactif inactivo apagado spento inattivo inactief',
  ],
  [
    'planned',
    'planned staged ordered new future proposed pending onorder pendinginstall geplant bestellt prvu planifi previsto gepland',
  ],
  ['unknown', 'unknown'],
];
const byStatusWord: ReadonlyMap<string, NodeStatus> = new Map(
  statusWords.flatMap(([status, words]) => words.split(' ').map((word) => [word, status] as const)),
);
const goneWords: ReadonlySet<string> = new Set([
  'terminated',
  'deleted',
  'decommissioned',
  'removed',
  'destroyed',
  'retired',
  'disposed',
  'absent',
  'stillgelegt',
  'entsorgt',
  'verschrottet',
  'abgebaut',
]);

/** The status that a cell names; `gone` for things that are no more; `undefined` for other words. */
export function findStatus(cell: string): NodeStatus | 'gone' | undefined {
  const key = toKey(cell);
  return goneWords.has(key) ? 'gone' : byStatusWord.get(key);
}

const kindWords: readonly (readonly [NodeKind, string])[] = [
  ['provider', 'provider hoster cloudprovider'],
  ['site', 'site datacenter datacentre location region'],
  [
    'host',
    'host hypervisor esxi esx cluster physicalhost vmhost esxserver esxiserver hypervserver virtualizationhost',
  ],
  [
    'server',
    'server vm virtualmachine virtual virtualserver instance droplet machine physical physicalserver baremetal node container ec2 qemu lxc kvm linuxserver winserver windowsserver unixserver vminstance vmwareinstance virtuell virtuellemaschine virtuellerserver hardware hardwareserver physisch physischerserver blade',
  ],
  ['service', 'service application app workload saas'],
];
const byKindWord: ReadonlyMap<string, NodeKind> = new Map(
  kindWords.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** The kind of node that a cell names; `undefined` for other words. */
export function findKind(cell: string): NodeKind | undefined {
  return byKindWord.get(toKey(cell));
}

const serverTypes: Readonly<Record<string, string>> = {
  vm: 'vm',
  virtual: 'vm',
  virtualmachine: 'vm',
  virtualserver: 'vm',
  instance: 'vm',
  droplet: 'vm',
  ec2: 'vm',
  physical: 'physical',
  physicalserver: 'physical',
  baremetal: 'physical',
  container: 'container',
  cluster: 'cluster',
  vminstance: 'vm',
  qemu: 'vm',
  kvm: 'vm',
  lxc: 'container',
  vmwareinstance: 'vm',
  virtuell: 'vm',
  virtuellemaschine: 'vm',
  virtuellerserver: 'vm',
  hardware: 'physical',
  hardwareserver: 'physical',
  physisch: 'physical',
  physischerserver: 'physical',
  blade: 'physical',
  saas: 'saas',
};

/** The type that the word of a type column stands for. */
export function findServerType(cell: string): string | undefined {
  const key = toKey(cell);
  return Object.hasOwn(serverTypes, key) ? serverTypes[key] : undefined;
}

/** Yes, no, or neither. */
export function findYesNo(cell: string): 'yes' | 'no' | null {
  const word = cell.trim().toLowerCase();
  if (/^(?:y|yes|true|1|x|✓|✔|on|ok|enabled|done|ja|oui|si|daily|weekly|hourly|monthly|nightly)$/u.test(word))
    return 'yes';
  return /^(?:n|no|none|false|0|off|✗|✘|disabled|never|not monitored|not backed up|nein|non)$/u.test(word)
    ? 'no'
    : null;
}

/** Splits a cell of several values: `;`, `|` and line breaks always, commas where every part still looks like one value. */
export function splitValues(cell: string): readonly string[] {
  if (!/[,;|\n]/u.test(cell)) {
    const value = cell.trim();
    return isNoValue(value) ? [] : [value];
  }
  const parts = cell
    .split(/[;|\n]/u)
    .flatMap((part) => {
      const pieces = part.split(',').map((piece) => piece.trim());
      const areValues = pieces.every((piece) => piece.length <= 120 && !/\S\s+\S+\s+\S+\s+\S/u.test(piece));
      return areValues ? pieces : [part];
    })
    .map((part) => part.trim());
  return [...new Set(parts.filter((part) => !isNoValue(part)))];
}

/** The people of a cell; `Miller, Anna` is one. */
function splitPeople(cell: string): readonly string[] {
  const one = turnName(cell);
  if (one !== undefined) return [one];
  const parts = cell.split(/[;|\n]/u).map((part) => part.trim());
  return parts.length > 1 && parts.some((part) => turnName(part) !== undefined)
    ? parts.flatMap((part) => turnName(part) ?? splitValues(part))
    : splitValues(cell);
}

/** Splits a cell of people and teams, where `and`, `&` and `/` part them too. */
export function splitParties(cell: string): readonly string[] {
  return splitPeople(cell)
    .flatMap((part) => (part.includes('@') ? [part] : part.split(/\s+(?:and|und|et)\s+|\s*[&/]\s*/u)))
    .map((part) => part.trim())
    .filter((part) => !isNoValue(part));
}

const currencySigns: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };

/** The ISO code of a currency that a text names by code or sign. */
export function findCurrency(text: string): string | undefined {
  const code = /(?<![A-Za-z])(EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|CAD|AUD|INR|BRL)(?![A-Za-z])/iu.exec(
    text,
  )?.[1];
  if (code !== undefined) return code.toUpperCase();
  const sign = /[€$£¥]/u.exec(text)?.[0] ?? '';
  return Object.hasOwn(currencySigns, sign) ? currencySigns[sign] : undefined;
}
