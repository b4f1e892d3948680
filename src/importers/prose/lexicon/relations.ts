import type { DependencyType } from '#core/model/dependency.ts';

/** What a cue says: a dependency, or that one thing is placed in the other. */
export type Relation = DependencyType | 'placed-in' | 'holds';

/** A cue for a relation: what stands before it is the subject, what stands behind it the object. */
export interface RelationCue {
  readonly relation: Relation;
  readonly words: RegExp;
  /** The object does it to the subject ("monitored by"). */
  readonly reversed: boolean;
  /** A sentence in which subject is `alpha1` and object `beta2`. */
  readonly example: string;
}

function cue(relation: Relation, words: RegExp, example: string, reversed = false): RelationCue {
  return { relation, words, reversed, example };
}

/** Cues for relations, English and German; in a sentence each counts at its first place. */
export const relationCues: readonly RelationCue[] = [
  cue(
    'placed-in',
    /\b(?:is |are |being |currently )?(?:hosted|running|deployed|located|installed|housed|placed|colocated|rented|residing)\s+(?:externally\s+|directly\s+)?(?:on(?:to)?|in|at|by|with|from|to)\b/iu,
    'alpha1 is hosted on beta2',
  ),
  cue(
    'placed-in',
    /\b(?:runs?|lives?|resides?|sits|spread|spread out)\s+(?:on|in|at|across|over|inside)\b/iu,
    'alpha1 runs on beta2',
  ),
  cue('placed-in', /\b(?:attached to|mounted on|plugged into)\b/iu, 'alpha1 is attached to beta2'),
  cue(
    'placed-in',
    /\b(?:läuft|laufen|liegt|liegen|gehostet|betrieben|installiert)\s+(?:auf|bei|in|im)\b/iu,
    'alpha1 läuft auf beta2',
  ),
  cue(
    'holds',
    /\b(?:hosts|contains|runs|serves|houses|comprises|beherbergt|hostet|enthält)\b(?!\s+(?:on|in|at|as|by|via|from|across|over|inside)\b)/iu,
    'alpha1 hosts beta2',
  ),
  cue(
    'connects',
    /\b(?:talks?|talking|connects?|connected|connecting|speaks?|communicates?|links)\s+(?:\w+\s+\w+\s+)?(?:to|with)\b/iu,
    'alpha1 talks to beta2',
  ),
  cue('connects', /\b(?:points?|pointing)\s+(?:at|to)\b|\b(?:calls|queries)\b/iu, 'alpha1 queries beta2'),
  cue(
    'connects',
    /\b(?:mails?|sends (?:e-?mails?|mail))\s+(?:via|through|over)\b/iu,
    'alpha1 mails via beta2',
  ),
  cue(
    'connects',
    /\b(?:passe[sd]|feeds?|forwards?|ships?|relays?)\b[^.;]{0,40}?\b(?:to|into)\b/iu,
    'alpha1 passes events to beta2',
  ),
  cue(
    'connects',
    /\b(?:passed|received|fed|coming)\s+from\b/iu,
    'alpha1 sorts events passed from beta2',
    true,
  ),
  cue('connects', /\b(?:verbindet sich|spricht)\s+mit\b/iu, 'alpha1 verbindet sich mit beta2'),
  cue(
    'uses',
    /\b(?:uses|depends (?:up)?on|relies on|is backed by|backed by|requires|powered by|reads? from|nutzt|verwendet|benötigt|hängt ab von)\b/iu,
    'alpha1 depends on beta2',
  ),
  cue('uses', /\bused (?:by|to \w+ \w+ to be \w+ by)\b|\bgenutzt von\b/iu, 'alpha1 is used by beta2', true),
  cue('uses', /\bthat\b(?=[^.;]{1,60}\buses?\b)/iu, 'alpha1 keeps values that beta2 uses', true),
  cue(
    'replicates',
    /\b(?:slave|replica|mirror|standby|secondary|read replica|clone|copy|snapshot)\s+(?:to|of|for|from)\b|\b(?:replicates|mirrors|replicating)(?:\s+from)?\b|\binitiali[sz]ed from\b|\b(?:Replikat|Kopie|Spiegel) (?:von|der|des)\b/iu,
    'alpha1 is a replica of beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:back(?:s|ed)? up|backing up|backups?)\b[^.;]{0,80}?\b(?:in)?to\b|\b(?:sichert|gesichert)\b[^.;]{0,60}?\b(?:auf|nach|in)\b/iu,
    'alpha1 backs up everything to beta2',
  ),
  cue(
    'stores-in',
    /\b(?:stores?|saves?|writes?(?!\s+access)|archives?|uploads?|syncs?|synchroni[sz]es?|rsyncs?|pushes)\b[^.;]{0,60}?\b(?:in|to|on|into|at)\b|\bspeichert\b[^.;]{0,60}?\b(?:in|auf)\b/iu,
    'alpha1 stores files in beta2',
  ),
  cue('proxies', /(?:->|→|=>)/u, 'alpha1 -> beta2'),
  cue(
    'proxies',
    /\b(?:proxies|proxying|load[- ]balances|balances|routes|redirects|reverse proxy for|in front of|leitet)\b(?:[^.;]{0,30}?\b(?:to|for|between|across|an|auf)\b)?/iu,
    'alpha1 proxies beta2',
  ),
  cue('proxies', /\b(?:fronted by|behind|served through|proxied by)\b/iu, 'alpha1 sits behind beta2', true),
  cue(
    'monitors',
    /\b(?:monitored|watched|checked|tracked|audited|überwacht)\s+(?:by|with|using|via|through|von|mit|durch)\b|\b(?:reported|report errors) to\b/iu,
    'alpha1 is monitored by beta2',
    true,
  ),
  cue(
    'monitors',
    /\b(?:monitors|watches|überwacht)\b(?!\s+(?:by|are|is|were|to|and|of|on|von|mit|durch))/iu,
    'alpha1 monitors beta2',
  ),
  cue(
    'manages',
    /\b(?:managed|configured|provisioned|controlled|orchestrated)\s+(?:by|with|using|via|through)\b/iu,
    'alpha1 is configured by beta2',
    true,
  ),
  cue('manages', /\b(?:manages|configures|provisions|controls)\b/iu, 'alpha1 manages beta2'),
  cue(
    'deploys',
    /\b(?:deployed|released|built)\s+(?:by|using|via|through)\b/iu,
    'alpha1 is deployed by beta2',
    true,
  ),
  cue('deploys', /\b(?:deploys|releases)\b/iu, 'alpha1 deploys beta2'),
  cue(
    'notifies',
    /\b(?:notifies|alerts|sends (?:alerts|notifications) to|benachrichtigt)\b/iu,
    'alpha1 notifies beta2',
  ),
];

/** The words before a cue when it is said of every machine ("All servers are managed by ..."). */
export const allMachines =
  /^(?:all|every|each|alle)\s+(?:of\s+)?(?:the\s+|our\s+|these\s+|unsere\s+)?(?:\w+\s+)?(?:servers?|hosts?|machines?|vms?|nodes?|instances?)\b/iu;

/** Two things that talk to each other: both stand before the words. */
export const talkTogether =
  /^(?:the\s+)?(.{2,60}?)\s+and\s+(?:the\s+)?(.{2,60}?)\s+(?:communicate|talk)(?:\s+(?:to|with)\s+each\s+other)?\s+(?:over|via|using|through)\b/iu;

/** A gateway: one must go through it to reach the others. `strong`: the words say so, not only that it is such a machine. */
export const gatewayCues: readonly {
  readonly words: RegExp;
  readonly strong: boolean;
  readonly example: string;
}[] = [
  {
    words: /\bgateway (?:to|for) (?:the |all )?(?:other|rest|internal|remaining)\b/iu,
    strong: true,
    example: 'Gateway to the other machines',
  },
  {
    words: /\b(?:ssh|log ?in|connect)\s+(?:in)?to\b[^.;]{0,60}\b(?:first|before)\b/iu,
    strong: true,
    example: 'SSH to hop1 first',
  },
  {
    words: /\b(?:jump ?host|jump ?box|bastion(?: host)?|ssh gateway|proxyjump|sprungserver)\b/iu,
    strong: false,
    example: 'This is our jump host',
  },
  {
    words: /\b(?:all|every)\b[^.;]{0,60}\breach(?:ed|able) (?:only )?(?:through|via|over)\b/iu,
    strong: true,
    example: 'All machines are reached through it',
  },
];

/** Protocols, and whether they are encrypted by themselves (null: not known). */
export const protocols: readonly {
  readonly words: RegExp;
  readonly protocol: string;
  readonly encrypted: boolean | null;
}[] = [
  { words: /\bhttps\b/iu, protocol: 'https', encrypted: true },
  { words: /\bhttp\b/iu, protocol: 'http', encrypted: false },
  { words: /\b(?:ssh|sftp|scp)\b/iu, protocol: 'ssh', encrypted: true },
  { words: /\bsmtps\b/iu, protocol: 'smtps', encrypted: true },
  { words: /\bsmtp\b/iu, protocol: 'smtp', encrypted: null },
  { words: /\bldaps\b/iu, protocol: 'ldaps', encrypted: true },
  { words: /\bldap\b/iu, protocol: 'ldap', encrypted: null },
  { words: /\bimap\b/iu, protocol: 'imap', encrypted: null },
  { words: /\bnfs\b/iu, protocol: 'nfs', encrypted: null },
  { words: /\biscsi\b/iu, protocol: 'iscsi', encrypted: null },
  { words: /\b(?:ssl|tls)\b/iu, protocol: 'tls', encrypted: true },
];

/** "not SSL", "unencrypted": overrides what the protocol says. */
export const unencrypted =
  /\b(?:not|no|without)\s+(?:over\s+)?(?:ssl|tls|https|encrypt\w*)\b|\b(?:unencrypted|plain ?text|unverschlüsselt)\b/iu;
/** "via SSL", "encrypted". */
export const encryptedWords = /\b(?:ssl|tls|encrypted|verschlüsselt)\b/iu;
