import type { Access, DutyRole } from '#core/model/duty.ts';
import type { Mode } from './modes.ts';

/** A cue for a duty: where the party stands and which role it has. */
export interface DutyCue {
  readonly id: string;
  readonly words: RegExp;
  /** Where the party's name stands. */
  readonly party: 'before' | 'behind';
  readonly role: DutyRole;
  readonly joint?: boolean;
  /** Modes besides the plain present in which it counts: who built something still knows it, what must be approved has an approver. */
  readonly also?: readonly Mode[];
  /** The area when the sentence names none; `operation` unless given. */
  readonly area?: string;
  /** A sentence about a duty of `Acme`. */
  readonly example: string;
}

/** Labels before a colon ("owner: Acme") and the role they give; `contact` only adds to the contacts of a party. */
export const dutyLabels: readonly {
  readonly words: RegExp;
  readonly role: DutyRole;
  readonly area: string;
  readonly example: string;
}[] = [
  {
    words: /^(?:owner|owners|owned by|system owner|business owner|besitzer|eigentümer|verantwortlich)$/iu,
    role: 'accountable',
    area: 'operation',
    example: 'owner',
  },
  {
    words:
      /^(?:responsible|managed by|maintained by|maintainer|maintainers|admin|admins|administrator|sysadmin|operated by|betreuer|zuständig)$/iu,
    role: 'responsible',
    area: 'operation',
    example: 'maintainer',
  },
  {
    words:
      /^(?:contact|contacts|contact person|kontakt|ansprechpartner|point of contact|main contact|primary contact|support)$/iu,
    role: 'consulted',
    area: 'operation',
    example: 'contact',
  },
  {
    words:
      /^(?:escalation|on[ -]?call|first call|second call|deciders?|decided by|approvers?|approved by|stakeholders?|deputy|deputies|bereitschaft|vertretung|stellvertretung)$/iu,
    role: 'informed',
    area: 'alert receipt',
    example: 'Escalation',
  },
  {
    words: /^(?:billing|billed to|invoiced to|paid by|rechnung an)$/iu,
    role: 'accountable',
    area: 'billing',
    example: 'billed to',
  },
  {
    words: /^(?:(?:root |ssh |admin |shell )?access|people with access|accessible by|zugang|zugriff)$/iu,
    role: 'consulted',
    area: 'operation',
    example: 'people with access',
  },
];

/** A line that announces a list of people. */
export const peopleList =
  /\b(?:members|maintainers|admins|administrators|sysadmins|operators|contacts|people|mitglieder)\b[^.:]{0,30}:$/iu;

/** Words on access, the more special first. */
export const accessCues: readonly {
  readonly words: RegExp;
  readonly access: Access;
  readonly example: string;
}[] = [
  { words: /\b(?:not|no|without)\s+root\b/iu, access: 'shell', example: 'but not root access' },
  {
    words:
      /\b(?:no|without|not)\s+(?:a\s+)?(?:shell|ssh|direct)?\s*(?:log-?in|access|shell)\b|\bblack box\b|\bkein(?:en)? Zugriff\b/iu,
    access: 'none',
    example: 'no shell login',
  },
  {
    words: /\b(?:under (?:the )?supervision|supervised|only with a)\b/iu,
    access: 'supervised',
    example: 'only under supervision of Ops',
  },
  { words: /\b(?:not|no|without)\s+root\b/iu, access: 'shell', example: 'but not root access' },
  {
    words: /\broot(?:\s+access|\s+rights)?\b|\badmin(?:istrator)? rights\b/iu,
    access: 'root',
    example: 'including root access',
  },
  {
    words: /\b(?:direct|shell|ssh|terminal) (?:access|login)\b|\bSSH-Zugriff\b|\bdirekten Zugriff\b/iu,
    access: 'shell',
    example: 'have direct access',
  },
];
