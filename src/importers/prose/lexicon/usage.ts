/** Words that say that software is in use here; the product stands before or behind them. */
export interface UsageCue {
  readonly id: string;
  readonly words: RegExp;
  readonly product: 'before' | 'behind';
  /** How far the product may stand from the words, in characters. */
  readonly reach: number;
  /** A sentence on the product `Redis`. */
  readonly example: string;
}

/** Cues of use, English and German; only products of the lexicon are taken. */
export const usageCues: readonly UsageCue[] = [
  {
    id: 'we use',
    words:
      /\b(?:we|wir|the \w+ (?:team|project|group))\s+(?:\w+\s+){0,2}?(?:use|uses|run|runs|host|hosts|operate|operates|maintain|maintains|self-host|rely on|a?\s?running|nutzen|verwenden|betreiben)\s+/iu,
    product: 'behind',
    reach: 40,
    example: 'We use Redis to keep sessions.',
  },
  {
    id: 'is used',
    words:
      /\s(?:is|are|wird|werden)\s+(?:\w+\s+)?(?:used|installed|deployed|in use|running|set up|configured as|verwendet|genutzt|installiert|eingesetzt)\b/iu,
    product: 'before',
    reach: 40,
    example: 'For sessions, Redis is used.',
  },
  {
    id: 'done with',
    words:
      /\b(?:done|made|taken|handled|monitored|collected|sent|managed|served|powered|proxied|indexed|stored|erledigt|überwacht)\s+(?:using|with|by|via|through|in|mit|von)\s+/iu,
    product: 'behind',
    reach: 24,
    example: 'Sessions are handled by Redis.',
  },
  {
    id: 'own instance',
    words:
      /[ -](?:instance|installation|server|cluster|deployment|database|container|daemon|instanz|datenbank)\b/iu,
    product: 'before',
    reach: 1,
    example: 'Sessions go to our own Redis instance.',
  },
  {
    id: 'here is running',
    words:
      /\b(?:on it|on this (?:machine|server|host|box)|here|there|darauf|dort)\s+(?:is|are|läuft|laufen)\s+(?:\w+\s+)?(?:running|installed)?\s*(?:the\s+|a\s+)?/iu,
    product: 'behind',
    reach: 24,
    example: 'On it is running Redis.',
  },
  {
    id: 'goes through',
    words:
      /\b(?:e-?mails?|mails?|payments?|sms|newsletters?|log-?ins?|invoices|messages|traffic|files|goes|go|leaves?|goes out|go out|sent|handled|processed|signs? in|are|is)\s+(?:through|via|with|over|über)\s+/iu,
    product: 'behind',
    reach: 8,
    example: 'Mails go through Redis.',
  },
  {
    id: 'goes to',
    words:
      /\b(?:errors?|error reports?|crash reports?|exceptions|alerts|pages|metrics|a copy|copies|backups?|dumps?)\s+(?:also\s+)?(?:goe?s?|are sent|is sent|are reported|are shipped|are pushed)\s+to\s+/iu,
    product: 'behind',
    reach: 8,
    example: 'Error reports go to Redis.',
  },
  {
    id: 'it is a',
    words: /^(?:it|this|that)(?:['’]s| is)\s+(?:an?|our|the)\s+/iu,
    product: 'behind',
    reach: 16,
    example: 'It runs on shop1. It is a Redis, nothing else.',
  },
  {
    id: 'runs it',
    words: /^(?:it|this (?:server|machine|host|vm|box)|he|er)\s+(?:also\s+)?(?:runs|hosts|serves)\s+/iu,
    product: 'behind',
    reach: 24,
    example: 'It runs Redis and more.',
  },
  {
    id: 'the frontend is',
    words:
      /^(?:the|our|unser\w*)\s+(?:\w+\s+){0,3}?(?:frontend|backend|database|dashboard|proxy|system|software|tool|queue|cache|solution)\b[^.;]{0,40}\s(?:is|ist)\s+/iu,
    product: 'behind',
    reach: 16,
    example: 'The cache for sessions is Redis.',
  },
  {
    id: 'containing',
    words: /\b(?:containing|consisting of|made up of|comprising|bestehend aus)\s+/iu,
    product: 'behind',
    reach: 16,
    example: 'One big box, containing Redis.',
  },
];

/** A sentence that speaks to its reader or supposes something says nothing of what is in use. */
export const supposed =
  /\b(?:you|your|du|sie können)\b|^(?:if|when|once|for example|e\.g\.|assuming|suppose|wenn|falls)\b|\b(?:if used|if needed|if any|if it)\b/iu;

/** What stands between two products of one list. */
export const listGap =
  /^[\])*`"']*(?:\s*(?:,|\/|&|\+)\s*(?:and\s+|und\s+)?|\s+(?:and|und|with|mit|plus)\s+)(?:an?\s+|the\s+)?[[(*`"']*$/iu;

/** A heading whose list is one of services. */
export const serviceListHeading =
  /^(?:(?:our|the|all|hosted|external|internal|public|running|production|current|unsere|alle)\s+){0,2}(?:services|applications|apps|web ?sites|dienste|anwendungen|service catalog(?:ue)?|service list|list of services)$/iu;

/** A line that announces a list of what a system is made of. */
export const componentLead =
  /\b(?:following|these|diese|folgende\w*)\s+(?:\w+\s+)?(?:components|services|containers|applications|daemons|komponenten|dienste)\b[^.]{0,30}:\s*$/iu;

/** Words behind a product that make it the store of what the page is about. */
export const storeBehind = /^["'`]?\s+(?:database|db|cache|queue|backend|datastore|datenbank)\b/iu;
/** Words behind a product that make it the proxy of what the page is about. */
export const proxyBehind =
  /^["'`]?\s+(?:is|runs|acts|serves)\s+(?:\w+\s+)?(?:as\s+)?(?:an?\s+|the\s+)?(?:reverse |http |web |ssl )?(?:proxy|load[- ]balancer)\b|^["'`]?\s+(?:reverse )?proxy\b/iu;
