import { makeCue as cue } from './relation-cue.ts';
import type { RelationCue } from './relations.ts';
import { specialCues } from './special-cues.ts';
import { verbCues } from './verb-cues.ts';

/** Cues for relations, English and German; where two overlap in a sentence the earlier of this list counts. */
export const relationCues: readonly RelationCue[] = [
  ...specialCues,
  ...verbCues,
  cue(
    'backs-up-to',
    /\b(?:makes?|does|takes?|writes?|macht)\s+(?:\w+\s+)?(?:an?\s+|its\s+|eine\s+)?(?:copy|copies|back-?ups?|snapshots?|kopien?)\b[^.;]{0,30}?\b(?:to|on|onto|auf|nach)\b/iu,
    'alpha1 makes copy to beta2',
  ),
  cue(
    'placed-in',
    /\b(?:is |are |being |currently )?(?:hosted|running|deployed|located|installed|housed|placed|colocated|rented|residing)\s+(?:externally\s+|directly\s+)?(?:on(?:to)?|in|at|by|with|from|to)\b/iu,
    'alpha1 is hosted on beta2',
  ),
  cue(
    'placed-in',
    /\b(?:runs?|lives?|resides?|sits?|spread|spread out)\s+(?:(?:only|now|still|together|side by side)\s+)?(?:on|in|at|across|over|inside|under)\b|\bruns?\s+as\s+an?\s+(?:vm|container|virtual machine)\s+(?:on|in)\b/iu,
    'alpha1 runs on beta2',
  ),
  cue('placed-in', /\b(?:attached to|mounted on|plugged into)\b/iu, 'alpha1 is attached to beta2'),
  cue(
    'placed-in',
    /\b(?:is|are)\s+(?:an?\s+)?(?:vm|vms|virtual machines?|containers?|guests?)\s+(?:on|at|in)\b/iu,
    'alpha1 is a VM on beta2',
  ),
  cue(
    'placed-in',
    /\b(?:stands?|is kept|are kept|is|are)\s+(?:in|at)\b(?=\s+(?:(?:the|our|a|an|another)\s+)?[\p{L}\s]{0,24}?(?:room|office|building|cellar|basement|rack|data ?cent(?:er|re)|region|site|depot|plant|warehouse|campus|branch|\p{Lu}))/u,
    'alpha1 stands in Beta: beta2',
  ),
  cue(
    'placed-in',
    /\b(?:läuft|laufen|liegt|liegen|gehostet|betrieben|installiert|steht|stehen)\s+(?:als\s+\p{L}+\s+)?(?:auf|bei|in|im)\b/iu,
    'alpha1 läuft auf beta2',
  ),
  cue(
    'reaches-through',
    /\b(?:reach(?:ed|able)|accessible|accessed)\s+(?:\w+\s+)?(?:through|via|over|from|behind)\b|\breach(?:es)?\s+(?:it|them|the others?|everything|the rest)\s+(?:only\s+)?(?:through|via|over)\b|\b(?:erreichbar|erreicht)\s+(?:\w+\s+)?(?:über|durch)\b/iu,
    'alpha1 is reachable only via beta2',
  ),
  cue(
    'replicates',
    /\b(?:replicat(?:es|ed|ing)|mirror(?:s|ed)|streams?(?: its wal)?)\s+(?:\w+\s+)?to\b|\b(?:repliziert|gespiegelt)\s+(?:\w+\s+)?(?:nach|auf|zu)\b/iu,
    'alpha1 is mirrored to beta2',
    true,
  ),
  cue(
    'replicates',
    /\bwith\s+(?:an?|its|one)\s+(?:\w+\s+)?(?:replica|standby|copy|mirror|slave)\s+(?:on|at|in|called|named)\b/iu,
    'alpha1 stands with a replica on beta2',
    true,
    { ofLast: true },
  ),
  cue(
    'replicates',
    /\b(?:is|ist)\s+(?:its|their|sein|ihr|deren|dessen)\s+(?:\w+\s+)?(?:mirror|replica|standby|twin|copy|slave|Spiegel|Kopie|Replikat)\b/iu,
    'alpha1 is its mirror: beta2',
  ),
  cue(
    'connects',
    /\b(?:fed|copied|sent|shipped|transferred|pushed|synced|übertragen|kopiert)\s+(?:from|von)\b[^.;]{2,50}?\b(?:into|to|onto|nach|auf|zu)\b/iu,
    'Files are copied from alpha1 to beta2',
    false,
    { inside: true },
  ),
  cue(
    'replicates',
    /\b(?:(?:is|are|be|stays?|runs?)\s+(?:fully\s+|still\s+)?in sync with|(?:has|have|had)\s+(?:fully\s+)?caught up with|(?:is|are)\s+up to date with)\b/iu,
    'alpha1 is in sync with beta2',
  ),
  cue('replicates', /\b(?:replicated|mirrored|cloned)\s+by\b/iu, 'alpha1 is replicated by beta2', true),
  cue(
    'replicates',
    /\b(?:slave|replica|mirror|standby|secondary|read replica|clone|copy|snapshot)\s+(?:to|of|for|from)\b|\b(?:replicates|mirrors|replicating|follows)(?:\s+from)?\b|\binitiali[sz]ed from\b|\b(?:Replikat|Kopie|Spiegel|Abbild) (?:von|der|des)\b/iu,
    'alpha1 is a replica of beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:dumps?|back-?ups?|snapshots?|copies)\b[^.;]{0,24}?\b(?:go(?:es)?|are|is)\s+(?:\w+\s+){0,2}?from\b[^.;]{2,50}?\b(?:to|onto|into)\b/iu,
    'Dumps go from alpha1 to beta2',
    false,
    { inside: true },
  ),
  cue(
    'stores-in',
    /\b(?:data|files|documents|pictures|images|videos|daten|dateien)\s+(?:(?:is|are|itself)\s+)?(?:stored|kept|located|laying|lying|lies?|live|lives|sits?|liegen|on)\b\s*(?:on|in|at|auf)?\b/iu,
    'Of alpha1 the data lies on beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:back-?ups?|dumps?|snapshots?)\b[^.;,]{0,16}?(?:-+>|→|=>)/iu,
    'alpha1 takes backups -> beta2',
  ),
  cue(
    'backs-up-to',
    /\bback-?ups?\s+(?:(?:are|is)\s+(?:kept|stored|written|held)\s+)?(?:on|in|at)\b/iu,
    'alpha1 has its backups on beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:back(?:s|ed)? up|backing up|backups?|dumped|\w+_?dump|dumps? (?:is|are))\b[^.;]{0,80}?\b(?:(?:in)?to|onto)\b|\b(?:sichert|gesichert|Sicherung)\b[^.;]{0,60}?\b(?:auf|nach|in)\b|\bauf\b(?=[^.;]{1,60}\bgesichert\b)/iu,
    'alpha1 backs up everything to beta2',
  ),
  cue(
    'proxies',
    /\b(?:forwards?|passes|sends?|routes?|directs?|distributes?|kept sending|spreads?|hands)\b[^.;,]{0,40}?\b(?:requests?|traffic|visitors|http)\b[^.;,]{0,30}?\b(?:to|across|over|between|among|on to)\b/iu,
    'alpha1 forwards all requests to beta2',
  ),
  cue(
    'notifies',
    /\b(?:notifies|alerts|pages|sends (?:alerts|notifications|alarms) (?:to|through|via)|benachrichtigt|alarmiert)\b/iu,
    'alpha1 notifies beta2',
  ),
  cue(
    'connects',
    /\b(?:(?:passed|received|fed|coming|consumed|called|queried|accessed|polled)\s+(?:from|by)|read\s+by|(?:is|are|gets?)\s+read\s+from)\b/iu,
    'alpha1 sorts events passed from beta2',
    true,
  ),
  cue(
    'connects',
    /\b(?:pulls?|fetch|fetches|gets?|get|receives?|takes?|collects?|imports?|downloads?|reads?|polls?|loads?|consumes?|retrieves?|bezieht|holt|liest)\b(?:[^.;,]{0,50}?\b(?:from|off|out of|von|aus)\b)/iu,
    'alpha1 pulls prices from beta2',
  ),
  cue(
    'connects',
    /\b(?:fetched|pulled|downloaded|imported|collected)\b(?:[^.;,]{0,20}?\bby\b)/iu,
    'alpha1 is fetched by beta2',
    true,
  ),
  cue(
    'stores-in',
    /\b(?:stores?|saves?|writes?(?!\s+access)|inserts?|archives?|uploads?|syncs?|synced|synchroni[sz]es?|rsyncs?|records?|puts|copies|copied|uploaded|stored|saved|written)\b[^.;]{0,60}?\b(?:in|to|on|into|onto|at)\b|\b(?:keeps?|holds?)\s+(?:all\s+)?(?:its|their|the|his|her)?\s*[\p{L}\s]{0,24}?\b(?:in|on)\b|\b(?:speichert|schreibt|legt)\b[^.;]{0,60}?\b(?:in|auf)\b/iu,
    'alpha1 stores files in beta2',
  ),
  cue(
    'connects',
    /\b(?:talks?|talking|connects?|connected|connecting|speaks?|communicates?|links)\s+(?:[\w/]+\s+){0,3}?(?:to|with|over [A-Z]+ to)\b/iu,
    'alpha1 talks to beta2',
  ),
  cue(
    'connects',
    /\b(?:points?|pointing)\s+(?:at|to)\b|\b(?:calls|queries|query|consumes?|contacts)\b|\b(?:authenticates?|checks)\b[^.;,]{0,30}?\bagainst\b|(?:(?<=\S\s)\blogs?\b(?!\s+(?:from|of|for|are|is|go|and)\b)|\b(?:reports?|publish(?:es)?|phones?|submits?|queues)\b)[^.;,]{0,30}?\b(?:in|to)\b/iu,
    'alpha1 queries beta2',
  ),
  cue(
    'connects',
    /\b(?:mails?|sends?(?:\s+\w+)?\s+(?:e-?mails?|mails?|reminders|messages))\s+(?:via|through|over)\b/iu,
    'alpha1 mails via beta2',
  ),
  cue('connects', /\b(?:sends?)\b[^.;,]{0,30}?\bthrough\b/iu, 'alpha1 sends reminders through beta2'),
  cue(
    'connects',
    /\b(?:passe[sd]|feeds?|forwards?|forwarded|ships?|shipped|relays?|relayed|sends?|sent|push(?:es|ed)?|deliver(?:s|ed)?|posts?|hands?|exports?|submits?)\b(?:[^.;]{0,50}?\b(?:to|into|onto)\b|\s+by\s+[A-Z]{2,6}\s+to\b)/iu,
    'alpha1 passes events to beta2',
  ),
  cue(
    'connects',
    /\b(?:verbindet sich|verbunden|spricht|kommuniziert|redet)\s+(?:\p{L}+\s+){0,3}?mit\b|\b(?:schickt|sendet|liefert|übergibt|meldet)\b[^.;]{0,50}?\b(?:an|zu|nach)\b|\bgreift\b[^.;]{0,20}?\bauf\b|\bfragt\b/iu,
    'alpha1 verbindet sich mit beta2',
  ),
  cue(
    'uses',
    /\b(?:uses|use|needs|depends? (?:up)?on|rel(?:ies|y) on|is backed by|backed by|requires|powered by|reads? from|reads? the same|reads?|renders? from|served from|mounts?|takes? (?:their|its) time from|nutzt|nutzen|verwendet|verwenden|benutzt|benötigt|braucht|hängt ab von|hängt von)\b/iu,
    'alpha1 depends on beta2',
  ),
  cue(
    'uses',
    /\bused (?:by|to \w+ \w+ to be \w+ by)\b|\b(?:genutzt|verwendet|benutzt) von\b|\bserves as [\w ]{2,30} for\b/iu,
    'alpha1 is used by beta2',
    true,
  ),
  cue(
    'uses',
    /\bthat\b(?=[^.;,]{1,60}\b(?:uses?|consumes?|calls?|polls?|queries|needs?|mounts?)\b)/iu,
    'alpha1 keeps values that beta2 uses',
    true,
  ),
  cue('proxies', /(?:-+>|→|=>)/u, 'alpha1 -> beta2'),
  cue('proxies', /(?:<-+|←)/u, 'alpha1 <- beta2', true),
  cue(
    'proxies',
    /\b(?:prox(?:ies|y)|proxying|load[- ]balances|balances?|routes|redirects|reverse proxy for|in front of|leitet|verteilt)\b(?:[^.;]{0,30}?\b(?:to|for|between|across|over|an|auf)\b)?/iu,
    'alpha1 proxies beta2',
  ),
  cue(
    'proxies',
    /\b(?:fronted by|served through|proxied by)\b|(?<!\b(?:option|choice|tool|place|solution|product|project|candidate),\s)\bbehind\b/iu,
    'alpha1 sits behind beta2',
    true,
  ),
  cue(
    'monitors',
    /\b(?:monitored|watched|checked|tracked|audited|scraped|überwacht)\s+(?:by|with|using|via|through|von|mit|durch)\b|\b(?:reported|report errors) to\b/iu,
    'alpha1 is monitored by beta2',
    true,
  ),
  cue(
    'monitors',
    /\b(?:monitors|watches|scrapes|checks|überwacht)\b(?!\s+(?:by|are|is|were|to|and|of|on|von|mit|durch|that|whether|if))/iu,
    'alpha1 monitors beta2',
  ),
  cue(
    'manages',
    /\b(?:managed|maintained|configured|provisioned|controlled|orchestrated|verwaltet)\s+(?:by|with|using|via|through|von|mit)\b/iu,
    'alpha1 is configured by beta2',
    true,
  ),
  cue(
    'manages',
    /\b(?:manages|configures|provisions|controls|steuert|verwaltet)\b/iu,
    'alpha1 manages beta2',
  ),
  cue(
    'deploys',
    /\b(?:deployed|released|built)\s+(?:by|using|via|through)\b/iu,
    'alpha1 is deployed by beta2',
    true,
  ),
  cue('deploys', /\b(?:deploys|releases)\b/iu, 'alpha1 deploys beta2'),
  cue(
    'holds',
    /\b(?:(?<!\b(?:all|the|our|both|other|these|those|of|two|three|four|every|each)\s)hosts(?!\s+(?:connect|talk|send|mount|are|is|were|can|have|get|use|in|on|of|at|with|behind|from)\b)|contains|runs|run|serves|houses|carries|holds|comprises|beherbergt|hostet|enthält)\b(?!\s+(?:on|in|at|as|by|via|from|across|over|inside)\b)/iu,
    'alpha1 hosts beta2',
  ),
];
