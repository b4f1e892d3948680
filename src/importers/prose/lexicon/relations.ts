import type { DependencyType } from '#core/model/dependency.ts';

/** What a cue says: a dependency, or that one thing is placed in the other. */
export type Relation = DependencyType | 'placed-in' | 'holds';

/** A cue for a relation: what stands before it is the subject, what stands behind it the object. */
export interface RelationCue {
  readonly relation: Relation;
  readonly words: RegExp;
  /** The object does it to the subject ("monitored by"). */
  readonly reversed: boolean;
  /** The subject stands inside the words ("is copied from A to"). */
  readonly inside?: boolean;
  /** The subject is what was named last, whoever acted ("..., with a replica on"). */
  readonly ofLast?: boolean;
  /** A sentence in which subject is `alpha1` and object `beta2`. */
  readonly example: string;
}

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
    words:
      /\bonly way in(?:to)?\b|\bssh\s+-J\b|\b(?:Zugriff|Zugang|Anmeldung)\b[^.;]{0,60}\b(?:nur|ausschließlich|immer)\s+über\b/iu,
    strong: true,
    example: 'It is the only way in',
  },
  {
    words: /\b(?:jump ?host|jump ?box|bastion(?: host)?|ssh gateway|proxyjump|sprungserver)\b/iu,
    strong: false,
    example: 'This is our jump host',
  },
  {
    words:
      /\b(?:reachable|accessible|reached|erreichbar)\s+only\s+(?:from|via|through|over)\s+(?:there|it|here)\b/iu,
    strong: true,
    example: 'The hosts are reachable only from there',
  },
  {
    words:
      /\baccepts?\s+(?:ssh|log-?ins?|connections?|rdp)\s+(?:only\s+)?from\s+(?:there|it|here)(?:\s+only|\s+alone)\b|\baccepts?\s+(?:ssh|log-?ins?|connections?|rdp)\s+only\s+from\s+(?:there|it|here)\b/iu,
    strong: true,
    example: 'The others accept SSH from there only',
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
