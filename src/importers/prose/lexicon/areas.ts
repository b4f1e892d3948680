/** An area of duty and the words that name it; each with an example that a test reads. */
export interface AreaEntry {
  readonly area: string;
  readonly words: RegExp;
  readonly example: string;
}

/** Areas, the more special ones first. */
export const areaEntries: readonly AreaEntry[] = [
  {
    area: 'restore proof',
    words:
      /\b(?:dry[ -]?runs?|restore (?:tests?|proof|drills?)|test restores?|Probe-?[Rr]estore|Wiederherstellungstests?)\b/iu,
    example: 'Dry run before going live',
  },
  {
    area: 'snapshots',
    words: /\b(?:near-?line snapshots?|snapshots?|Schnappschüsse)\b/iu,
    example: 'Near-line snapshots',
  },
  {
    area: 'restore',
    words: /\b(?:restor(?:es?|ing|ation)|Wiederherstellung)\b/iu,
    example: 'Restore from a snapshot',
  },
  {
    area: 'backup',
    words: /\b(?:back-?ups?|backing up|Datensicherung|Sicherung)\b/iu,
    example: 'Offsite backups',
  },
  {
    area: 'alert receipt',
    words: /\b(?:alerts?|alarms?|on-?call|paging|pager duty|Alarme?|Bereitschaft|notifications?)\b/iu,
    example: 'Alerts at night',
  },
  { area: 'monitoring', words: /\b(?:monitoring|monitors?|Überwachung)\b/iu, example: 'Monitoring' },
  {
    area: 'os upgrades',
    words:
      /\b(?:(?:os|system|security|kernel) (?:upgrades?|updates?|patch(?:es|ing)?)|patching|Systemupdates|Sicherheitspatches)\b/iu,
    example: 'OS upgrades',
  },
  {
    area: 'application updates',
    words: /\b(?:(?:application|app|production|software) updates?|updates to the app)\b/iu,
    example: 'Application updates',
  },
  {
    area: 'application support',
    words: /\b(?:application support|user support|support requests|helpdesk)\b/iu,
    example: 'Application support',
  },
  {
    area: 'tuning',
    words: /\b(?:tuning|performance optimi[sz]ation)\b/iu,
    example: 'Tuning of the database',
  },
  {
    area: 'certificates',
    words: /\b(?:certificates?|tls|ssl certs?|Zertifikate?)\b/iu,
    example: 'Renewing certificates',
  },
  { area: 'dns', words: /\b(?:dns|domain names?|nameservers?)\b/iu, example: 'DNS' },
  {
    area: 'mail',
    words: /\b(?:(?:incoming|outgoing) mail|spam|e-?mail|smtp|mail)\b/iu,
    example: 'Spam filtering',
  },
  {
    area: 'logs',
    words: /\b(?:log ?files?|logs?|logging|log ?rotation|Protokolle)\b/iu,
    example: 'Log file analysis',
  },
  {
    area: 'billing',
    words: /\b(?:billing|invoices?|invoiced|pays?|paying|paid|Rechnung)\b/iu,
    example: 'Invoiced to Acme',
  },
  {
    area: 'source repository',
    words: /\b(?:source (?:code )?repositor(?:y|ies)|code repositor(?:y|ies)|source code)\b/iu,
    example: 'In charge of the source code repository',
  },
  {
    area: 'credentials',
    words: /\b(?:credentials|passwords?|secrets|keys|Zugangsdaten)\b/iu,
    example: 'Keeps the credentials',
  },
  { area: 'security', words: /\b(?:security|firewalls?|hardening)\b/iu, example: 'Security' },
];

/** The areas that a text names, in the order of the table; a word that a more special area used counts once. */
export function findAreas(
  text: string,
): { readonly area: string; readonly from: number; readonly to: number }[] {
  const found: { area: string; from: number; to: number }[] = [];
  for (const entry of areaEntries) {
    const hit = entry.words.exec(text);
    if (hit === null) continue;
    const to = hit.index + hit[0].length;
    if (found.some((other) => hit.index < other.to && to > other.from)) continue;
    found.push({ area: entry.area, from: hit.index, to });
  }
  return found;
}
