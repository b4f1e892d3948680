import type { DutyCue } from './duties.ts';

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
      /\b(?:[Tt]alk to|[Ss]peak to|[Cc]heck with|[Ee]scalate to|[Gg]et in touch with|(?:^|[.:]\s|,\s(?:but|so|please)?\s*)[Aa]sk|[Ww]rite to|(?:^|(?<![Pp]lease ))[Cc]ontact|[Rr]each out to|(?:^|[,.;:]\s|^For\s[^,.;]{3,40}\s)(?:[Pp]lease\s)?(?:[Cc]all|[Pp]hone|[Pp]ing)|wende dich an)\s+(?=@[\w-]+|\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+)?(?:\s+(?:if|for|when|to|about|before|first|on|falls|wenn)\b|\s*[.,;(]|\s*$))/u,
    party: 'behind',
    role: 'consulted',
    example: 'For more room talk to Acme',
  },
  {
    id: 'not without',
    words:
      /\b(?:not|never|nicht|nie)\b[^.;,]{0,60}\b(?:without|ohne)\s+(?:asking|telling|calling|informing|first asking)?\s*(?=\p{Lu})/u,
    party: 'behind',
    role: 'consulted',
    example: 'Do not reboot it without Acme',
  },
  {
    id: 'belongs to',
    words:
      /\b(?:belongs? to|gehört(?: zu)?)\s+(?=(?:the\s+|our\s+)?(?:\p{Lu}|[\p{L}-]{2,20}\s(?:team|group|department|people|staff)\b))/u,
    party: 'behind',
    role: 'accountable',
    example: 'The engine belongs to Acme',
  },
  {
    id: 'partner is',
    words:
      /\b(?:partner|supplier|vendor|manufacturer|contractor|integrator|agency|owner|caretaker|maintainer|contact|contact person|administrator|admin|Dienstleister|Betreuer|Lieferant|Hersteller)\s+(?:(?:of|for|at|behind|there|here|von|für)\s+(?:[^.;,]{2,40}?\s+)?)?(?:is|are|ist)\s+(?=(?:the\s+|our\s+)?\p{Lu})/u,
    party: 'behind',
    role: 'responsible',
    example: 'The service partner for the mail is Acme',
  },
  {
    id: 'in brackets',
    words:
      /\((?:owner|owned by|contact|responsible|admin|maintainer|maintained by|managed by|resp\.|ask|call|zuständig|verantwortlich)\s?:?\s+(?=@?\p{L})/iu,
    party: 'behind',
    role: 'responsible',
    example: 'The box in the cellar (owner: Acme)',
  },
  {
    id: 'built by',
    words:
      /\b(?:built|developed|programmed|installed|delivered|supplied|set up|gebaut|entwickelt|geliefert|eingerichtet)\s+(?:for us\s+)?(?:by|von)\s+(?=(?:the\s+)?(?:firm\s+|company\s+)?\p{Lu})/u,
    party: 'behind',
    role: 'consulted',
    also: ['past'],
    example: 'It was built by Acme',
  },
  {
    id: 'done by',
    words:
      /\b(?:done|applied|carried out|performed|taken care of|patched|erledigt|durchgeführt)\s+(?:by|von|durch)\s+(?=(?:the\s+|our\s+|der\s+|dem\s+)?(?:[\p{L}-]+\s){0,3}(?:team|group|department|people|staff|crew|board|partner|dbas?|admins?|operators?)\b|\p{Lu}[\p{L}&.-]+\s\p{Lu})/u,
    party: 'behind',
    role: 'responsible',
    example: 'Patching is done by the Acme team',
  },
  {
    id: 'approved by',
    words: /\b(?:approved|signed off|cleared|freigegeben|genehmigt)\s+(?:by|von|durch)\b/iu,
    party: 'behind',
    role: 'consulted',
    also: ['wished', 'future'],
    example: 'Changes of the database must be approved by Acme',
  },
  {
    id: 'contract with',
    words:
      /\b(?:contract|agreement|sla|Vertrag|Wartungsvertrag)\s+(?:is\s+|exists\s+|ist\s+)?(?:with|mit)\b/iu,
    party: 'behind',
    role: 'consulted',
    example: 'The contract with Acme covers the box',
  },
  {
    id: 'has the contract',
    words: /\bhas\s+(?:the|a|our)\s+(?:\p{L}+\s)?contract\b/iu,
    party: 'before',
    role: 'responsible',
    example: 'Acme has the contract for all servers',
  },
  {
    id: 'knows how',
    words: /\bknows\s+(?:how|all about|everything about|the inside|about)\b/iu,
    party: 'before',
    role: 'consulted',
    example: 'Only Acme knows how the box works',
  },
  {
    id: 'has root',
    words:
      /\b(?:has|have|hat|haben)\s+(?:root|sudo|admin rights|administrator rights|root access|full access)\b/iu,
    party: 'before',
    role: 'consulted',
    example: 'Acme has root on the box',
  },
  {
    id: 'questions go to',
    words:
      /\b(?:[Qq]uestions?|[Tt]ickets?|[Cc]omplaints?|[Ee]nquir(?:y|ies)|Fragen)\b[^.;]{0,50}?\b(?:go|goes|are sent|to be sent|gehen|geht)\s+(?:to|an)\b/u,
    party: 'behind',
    role: 'consulted',
    example: 'Questions about the box go to Acme',
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
