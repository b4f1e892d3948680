import { makeCue as cue } from './relation-cue.ts';
import type { RelationCue } from './relations.ts';

const things =
  '(?:data|orders?|bookings?|sessions?|users?|accounts?|members?|records?|events?|results?|state|everything|files?|documents?|pictures|images|reports?|invoices?|rows|uploads?|entries|settings|content|search index)';

/** Not behind a word that makes a noun of what follows ("the drives", "news feeds"). */
const verb =
  '(?<!\\b(?:the|our|its|their|his|her|all|some|any|no|of|new|old|these|those|both|for|with|from|in|hard|disk|usb|tape|news|data|rss|more|many|few|two|three|four|several|search|web|mail)\\s)\\b';
/** Nor before one that goes on about a noun. */
const acts = '(?!\\s+(?:are|is|was|were|go|come|goes|comes|of|that|which|has|have|can|will)\\b)';

/** Verbs that people use for what one thing does to another beside the usual ones; looked for before the general cues. */
export const verbCues: readonly RelationCue[] = [
  cue(
    'stores-in',
    new RegExp(
      `${verb}(?:persists?|persisted|dumps its state|parks?|leaves?|drops?|deposits?|caches?|materiali[sz]es)${acts}\\s+(?!(?:the|our|a)\\s+(?:office|building|market)\\b)(?:\\S+\\s+){0,5}?(?:in|into|on|onto|to|at)\\b(?!\\s+(?:time|demand|request|memory|place|peace|order)\\b)`,
      'iu',
    ),
    'alpha1 persists orders in beta2',
  ),
  cue(
    'stores-in',
    new RegExp(
      `\\b(?:has|have|with)\\s+(?:all\\s+)?(?:its|their|the|all)\\s+(?:\\p{L}+\\s)?${things}\\s+(?:in|on)\\b`,
      'iu',
    ),
    'alpha1 has all its records in beta2',
  ),
  cue(
    'connects',
    new RegExp(
      `${verb}(?:harvests?|gathers?|obtains?|sources|ingests?|grabs?|draws?|crawls?|siphons?|copies|syncs|refreshes)${acts}\\s+(?:\\S+\\s+){0,5}?(?:from|off|out of)\\b`,
      'iu',
    ),
    'alpha1 harvests records from beta2',
  ),
  cue('connects', /\bfeeds?\s+(?:itself\s+)?(?:off|on|from)\b/iu, 'alpha1 feeds off beta2'),
  cue(
    'connects',
    /\b(?:looks?|looking)\s+(?:\S+\s+){0,3}?up\s+(?:\S+\s+){0,3}?(?:in|on|from|at|via|through)\b|\blooks? up\s+(?:\S+\s+){1,3}?(?:in|on|from|at|via|through)\b|\b(?:looks?|searches)\s+(?:\S+\s+){0,3}?in\b/iu,
    'alpha1 looks up members in beta2',
  ),
  cue(
    'connects',
    /\b(?:signs?|logs?)\s+(?:(?:its|the|all|our)\s+)?(?:users?|people|staff|members?|customers?|everybody|everyone|visitors|them)\s+in\s+(?:through|via|with|against|over|at|on)\b|\b(?:authenticates?|verif(?:y|ies)|validates?|authori[sz]es?|identif(?:y|ies))\s+(?:\S+\s+){0,3}?(?:with|via|through|against|at|over|on)\b/iu,
    'alpha1 signs people in through beta2',
  ),
  cue(
    'connects',
    /\b(?:users|people|staff|logins?|accounts|passwords)\s+(?:come|are taken|are checked|are looked up|is checked|is taken)\s+(?:from|in|against)\b/iu,
    'On alpha1 users come from beta2',
  ),
  cue(
    'connects',
    new RegExp(
      `${verb}(?:prints|pays|charges\\s+(?:cards|customers|people)|faxes|texts|translates|geocodes|searches|delivers?|ships?|notifies people|takes? payments?)${acts}\\s+(?:\\S+\\s+){0,4}?(?:through|via|over|with the help of)\\b`,
      'iu',
    ),
    'alpha1 charges cards through beta2',
  ),
  cue(
    'connects',
    /\b(?:opens?|holds?|makes?|keeps?|maintains?|needs?)\s+(?:\S+\s+){0,3}?connections?\s+(?:open\s+)?(?:to|with|into)\b|\b(?:hits|pings|bombards)\b(?=\s+(?:(?:the|our)\s+)?["'“`]?\S)/iu,
    'alpha1 opens JDBC connections to beta2',
  ),
  cue(
    'connects',
    /\b(?:reads?|writes?)\s+(?:and|&|or)\s+(?:reads?|writes?)\s+(?:(?:from|to|in|on)\s+)?|\b(?:reads?|reading)\s+from\s+and\s+(?:writes?|writing)\s+(?:to|into)\b/iu,
    'alpha1 reads and writes beta2',
  ),
  cue(
    'connects',
    /\b(?:asks|queries|requests)\s+(?!(?:are|is|were|go|come|that)\b)(?:\S+\s+){1,4}?(?:from|of|at)\b/iu,
    'alpha1 requests prices from beta2',
  ),
  cue(
    'connects',
    /\bfeeds\s+(?:(?:the|its|our)\s+)?(?:[\p{L}-]+\s+){0,3}?(?:of|on|in)\b/iu,
    'alpha1 feeds the address book of beta2',
  ),
  cue(
    'connects',
    new RegExp(
      `${verb}(?:feeds|drives|supplies|triggers|kicks off)${acts}\\b(?!\\s+(?:by|from|to|into|it)\\b)`,
      'iu',
    ),
    'alpha1 feeds beta2',
  ),
  cue(
    'replicates',
    /\b(?:streams|pulls its wal)\s+(?:(?:its|the|all)\s+)?(?:\w+\s+)?from\b|\b(?:trails|shadows|tails|lags behind|keeps (?:up|in step) with|follows behind)\b/iu,
    'alpha1 streams from beta2',
  ),
  cue(
    'replicates',
    /\b(?:is|are|gets?)\s+(?:\w+\s+)?(?:refreshed|restored|rebuilt|re-?seeded|seeded|cloned|copied over|overwritten|re-?synced)\s+(?:\w+\s+){0,2}?(?:from|with the data of)\b/iu,
    'alpha1 is refreshed from beta2',
  ),
  cue(
    'replicates',
    /\b(?:(?:hot|cold|warm)[ -])?(?:spare|stand-?by|fail-?over|understudy|twin)\s+(?:for|of|to)\b/iu,
    'alpha1 is the spare for beta2',
  ),
  cue(
    'proxies',
    /\b(?:distributes|fans out|dispatches|shares? the load|spreads the load)\s+(?:\S+\s+){0,3}?(?:to|across|between|over|among)\b|\b(?:fronts|terminates (?:tls|ssl|https) for)\b/iu,
    'alpha1 distributes to beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:cop(?:y|ies)|saves?|dumps?|archives?|snapshots?)\s+(?:itself|themselves|its (?:disk|data|database|files)|their (?:disks?|data|databases|files))\s+(?:\S+\s+){0,3}?(?:to|onto|into|in|on)\b/iu,
    'alpha1 copies itself to beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:saves|protects|backs up|dumps|snapshots)\b[^.;,]{2,60}?\b(?:to|into|onto)\s+(?:the\s+|a\s+)?(?:backup\s+)?(?:repository|repo|vault|tape library|backup share|backup store)\s+(?:on|at|in|of)\b/iu,
    'Veeam saves alpha1 to the repository on beta2',
    false,
    { inside: true },
  ),
];
