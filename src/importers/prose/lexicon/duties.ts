import type { Access, DutyRole } from '#core/model/duty.ts';

/** A cue for a duty: where the party stands and which role it has. */
export interface DutyCue {
  readonly id: string;
  readonly words: RegExp;
  /** Where the party's name stands. */
  readonly party: 'before' | 'behind';
  readonly role: DutyRole;
  readonly joint?: boolean;
  /** The area when the sentence names none; `operation` unless given. */
  readonly area?: string;
  /** A sentence about a duty of `Acme`. */
  readonly example: string;
}

/** Cues for duties, English and German; in a sentence the earlier in this list wins where two overlap. */
export const dutyCues: readonly DutyCue[] = [
  {
    id: 'joint',
    words: /\b(?:joint|shared) responsibility (?:of|between)\b/iu,
    party: 'behind',
    role: 'accountable',
    joint: true,
    example: 'The boxes are the joint responsibility of Acme and Ops',
  },
  {
    id: 'responsibility of',
    words:
      /\b(?:(?:ultimately|sole|ultimate|full) )?(?:the )?(?:(?:sole|ultimate|full|primary) )?responsibility of\b|\bin der Verantwortung (?:von|der|des)\b/iu,
    party: 'behind',
    role: 'accountable',
    example: 'They are the responsibility of Acme',
  },
  {
    id: 'responsible for',
    words:
      /\b(?:is|are|be|ist|sind)?\s*(?:ultimately |solely |also )?(?:responsible|verantwortlich|zuständig)\s*(?:(?:for|für)\b|(?=[.;,]|$))/iu,
    party: 'before',
    role: 'responsible',
    example: 'Acme is responsible for backups',
  },
  {
    id: 'ist zuständig',
    words:
      /\b(?:ist|sind)\s+(?=(?:die |der |das |Herr |Frau )?\p{Lu}[^.;]{2,40}\s+(?:zuständig|verantwortlich)(?!\p{L}))/u,
    party: 'behind',
    role: 'accountable',
    example: 'Für die Sicherung ist Acme zuständig',
  },
  {
    id: 'bills go to',
    words: /\b(?:Rechnung(?:en)?|[Ii]nvoices?|[Bb]ills?)\s+(?:gehen|geht|goes|go|are sent)\s+(?:an|to)\b/u,
    party: 'behind',
    role: 'accountable',
    area: 'billing',
    example: 'The invoices go to Acme',
  },
  {
    id: 'alarms go to',
    words:
      /\b(?:alarms?|alerts?|pages|Alarme)\b[^.;]{0,40}?\b(?:goe?s? to|gehen an|geht an|are sent to|reach)\b/iu,
    party: 'behind',
    role: 'informed',
    area: 'alert receipt',
    example: 'Alarms of the machines go to Acme',
  },
  {
    id: 'becomes owner',
    words:
      /\b(?:becomes?|is|are|remains?)\s+(?:formally |now |the |account |product )*["“'”]?owners?["“'”]?\s+(?:of|at)\b|\bowns\b/iu,
    party: 'before',
    role: 'accountable',
    example: 'Acme becomes the owner of the box',
  },
  {
    id: 'owned by',
    words: /\bowned by\b/iu,
    party: 'behind',
    role: 'accountable',
    example: 'It is owned by Acme',
  },
  {
    id: 'provides',
    words:
      /\bprovides?\b(?=[^.;]{0,120}\b(?:service|services|vm|hosting|support|flat fee|basis|servers?|hardware)\b)/iu,
    party: 'before',
    role: 'accountable',
    example: 'Acme provides this service as a flat fee',
  },
  {
    id: 'managed by',
    words:
      /\b(?:managed|maintained|administered|operated|run|looked after|handled|supported|supervised|betreut|verwaltet|gewartet)\b[^.;]{0,30}?\b(?:by|von|durch)\b/iu,
    party: 'behind',
    role: 'responsible',
    example: 'It is managed by Acme',
  },
  {
    id: 'in charge of',
    words: /\bin charge of\b/iu,
    party: 'before',
    role: 'accountable',
    example: 'Acme is in charge of the mail',
  },
  {
    id: 'takes care',
    words:
      /\b(?:takes? care of|looks? after|maintains?|manages|administers?|operates|(?:runs|updates|hosts|pays) (?:it|them)|kümmert sich um|wartet|betreut|betreibt|verwaltet|pflegt)\b/iu,
    party: 'before',
    role: 'responsible',
    example: 'Acme takes care of the database',
  },
  {
    id: 'can do',
    words: /\bcan (?:all )?(?:easily )?do\b/iu,
    party: 'before',
    role: 'responsible',
    example: 'Acme can do production updates',
  },
  {
    id: 'talk to',
    words:
      /\b(?:[Tt]alk to|[Ss]peak to|[Cc]heck with|[Ee]scalate to|[Gg]et in touch with|(?:^|[.:]\s|,\s(?:but|so|please)?\s*)[Aa]sk|[Ww]rite to|(?:^|(?<![Pp]lease ))[Cc]ontact|[Rr]each out to|[Cc]all|[Pp]hone|[Pp]ing|wende dich an)\s+(?=@[\w-]+|\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+)?(?:\s+(?:if|for|when|to|about|before|first|falls|wenn)\b|\s*[.,;]|\s*$))/u,
    party: 'behind',
    role: 'consulted',
    example: 'For more room talk to Acme',
  },
  {
    id: 'not without',
    words: /\b(?:not|never|nicht|nie)\b[^.;,]{0,60}\b(?:without|ohne)\s+(?:asking|telling|calling|informing|first asking)?\s*(?=\p{Lu})/u,
    party: 'behind',
    role: 'consulted',
    example: 'Do not reboot it without Acme',
  },
  {
    id: 'belongs to',
    words: /\b(?:belongs? to|gehört(?: zu)?)\s+(?=(?:the\s+|our\s+)?\p{Lu})/u,
    party: 'behind',
    role: 'accountable',
    example: 'The engine belongs to Acme',
  },
  {
    id: 'partner is',
    words:
      /\b(?:partner|supplier|contractor|integrator|agency|owner|caretaker|maintainer|contact|administrator|admin|Dienstleister|Betreuer)\s+(?:there\s+|here\s+|for it\s+)?(?:is|are|ist)\s+(?=(?:the\s+|our\s+)?\p{Lu})/u,
    party: 'behind',
    role: 'responsible',
    example: 'The service partner is Acme',
  },
  {
    id: 'signs off',
    words: /\b(?:signs? off|approves?|has to approve|must approve|gives the go for)\b/iu,
    party: 'before',
    role: 'consulted',
    example: 'Acme signs off every change of the database',
  },
  {
    id: 'has the login',
    words:
      /\b(?:has|have|knows?|holds?|hat|kennt)\s+(?:the|all|das|den|die)\s+(?:\w+\s+)?(?:log-?ins?|passwords?|passphrases?|keys?|credentials|Passwort|Schlüssel|Zugangsdaten)\b/iu,
    party: 'before',
    role: 'accountable',
    area: 'credentials',
    example: 'Only Acme has the login',
  },
  {
    id: 'assists',
    words: /\b(?:assists?|(?:will|can) (?:assist|help|advise))\b/iu,
    party: 'before',
    role: 'consulted',
    example: 'Acme will assist when asked',
  },
  {
    id: 'invoiced to',
    words: /\b(?:invoiced|billed|charged) to\b/iu,
    party: 'behind',
    role: 'accountable',
    area: 'billing',
    example: 'Invoiced to Acme',
  },
  {
    id: 'pays for',
    words: /\b(?:pays?|paying) for\b|\bbezahlt\b/iu,
    party: 'before',
    role: 'accountable',
    area: 'billing',
    example: 'Acme is paying for the account',
  },
  {
    id: 'paid by',
    words: /\b(?:paid|sponsored) (?:for )?by\b/iu,
    party: 'behind',
    role: 'accountable',
    area: 'billing',
    example: 'It is paid by Acme',
  },
  {
    id: 'alarms',
    words:
      /\b(?:raises? (?:alarms|alerts) (?:to|with)|notifies|alerts|sends? (?:alarms|alerts|notifications) to)\b/iu,
    party: 'behind',
    role: 'informed',
    area: 'alert receipt',
    example: 'It raises alarms to Acme only',
  },
];

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
    words: /^(?:access|people with access|accessible by|zugang|zugriff)$/iu,
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
