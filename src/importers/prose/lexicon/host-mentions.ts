import type { ServerReason } from './weights.ts';

/** Words after which the name of a machine stands in running text. */
export interface HostMention {
  readonly reason: ServerReason;
  /** Ends right before the name. */
  readonly words: RegExp;
  /** `word`: a plain word counts as a name; `marked`: only a literal, a link or a full host name. */
  readonly takes: 'word' | 'marked';
  /** A sentence with the machine `alpha1`. */
  readonly example: string;
}

const noun =
  '(?:servers?|machines?|vms?|virtual machines?|hosts?|hypervisors?|droplets?|boxe?s?|nodes?|firewalls?|gateways?|bastions?|masters?|routers?)';

/** Where machines are named in passing, English and German. */
export const hostMentions: readonly HostMention[] = [
  {
    reason: 'said to be one',
    words: new RegExp(
      `\\b${noun}\\s*\\(\\s*(?:e\\.g\\.?,?|for example,?|for instance,?|such as|like|including|z\\.\\s?B\\.)\\s+["'\`]?`,
      'giu',
    ),
    takes: 'word',
    example: 'It is a public machine (e.g. alpha1).',
  },
  {
    reason: 'said to be one',
    words: new RegExp(`\\b${noun}\\s*\\(\\s*(?=[^()]{2,120},\\s*(?:etc\\b|\\.\\.\\.|…))`, 'giu'),
    takes: 'word',
    example: 'The hypervisors (alpha1, beta, etc.) are old.',
  },
  {
    reason: 'said to be one',
    words: new RegExp(
      `\\b${noun}\\s*\\(\\s*(?:currently|now|namely|i\\.e\\.?,?|derzeit|aktuell)?\\s*["'\`]?`,
      'giu',
    ),
    takes: 'marked',
    example: "Mail leaves through our primary host (currently 'alpha1.example.org').",
  },
  {
    reason: 'said to be one',
    words: new RegExp(
      `\\b${noun}\\b(?:\\s[\\w-]+){0,6}?(?:\\s*\\(which)?\\s+(?:is|are|ist|sind)(?: (?:currently|named|called|now))?\\s+["'\`]?`,
      'giu',
    ),
    takes: 'marked',
    example: 'The trusted server is alpha1.example.org.',
  },
  {
    reason: 'said to be one',
    words: new RegExp(`\\b${noun}\\s*[,:]\\s+["'\`]?`, 'giu'),
    takes: 'marked',
    example: 'They sit behind a dedicated firewall, alpha1.example.org.',
  },
  {
    reason: 'things run on it',
    words:
      /\b(?:cron ?jobs?|jobs?|drives?|disks?|volumes?|daemons?|process(?:es)?|snapshots?|backups)\s+(?:\w+\s+)?on\s+["'`]?/giu,
    takes: 'marked',
    example: 'A daily cronjob on `alpha1` does it.',
  },
  {
    reason: 'things run on it',
    words: /\bconnections?\s+(?:from|to)\s+["'`]?/giu,
    takes: 'marked',
    example: 'The firewall allows connections from alpha1.example.org.',
  },
];

/** Words that stand where a machine's name could stand and name none. */
export const notNamed =
  /^(?:laptops?|desktops?|printers?|phones?|etc|and|or|the|a|an|our|your|any|all|new|old|web|mail|database|main|master|root|localhost|hosts?|servers?|vms?|containers?|nodes?|instances?|agents?|workers?|clusters?|machines?|box(?:es)?|pods?|images?)$/iu;

/** Words behind a literal that make it a group, a branch or a file. */
export const notHostBehind =
  /^["'`]?\s+(?:(?:\w{1,9}\s+)?(?:bucket|share|queue|volume)|branch|group|groups|host ?group|repo|repository|director(?:y|ies)|folder|file|files|channel|playbook|class|module|role|table|user|domains?|zone|entry|records?|label|tag|package|database|command|script|parameter|variable|option|environment|property)\b/iu;

/** The host in a literal path that begins with it ("alpha1:/srv"). */
export const hostInPath = /^([a-z][a-z0-9.-]{1,60}):(?=\/(?!\/))/u;
/** Beginnings of such literals that are no hosts. */
export const notHostInPath =
  /^(?:file|s3|docker|http|https|ssh|git|oci|gs|salt|puppet|image|local|mailto|ftp)$/u;

/** A heading that says first what its name is ("Host - alpha1"). */
export const hostTitle = /^(?:host|server|vm|machine|hostname|rechner|maschine)\s*(?:[-–—]|:)\s+(?=\S)/iu;
