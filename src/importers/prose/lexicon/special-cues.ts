import type { RelationCue } from './relations.ts';
import { makeCue as cue } from './relation-cue.ts';

/** Cues that must be looked for before the general ones: they say more than a verb in them would by itself. */
export const specialCues: readonly RelationCue[] = [
  cue(
    'replicates',
    /\b(?:an?|its|the|one)\s+(?:\w+\s+)?(?:replica|standby|mirror|slave)\s+(?:of it\s+)?(?:runs?|is|lives?|sits?|stands?)\s+(?:on|at)\b/iu,
    'alpha1 is for the shop; a replica runs on beta2',
    true,
    { ofLast: true },
  ),
  cue(
    'placed-in',
    // What has to be true first is not true yet, and mostly not of the machine that it is said of.
    /(?<!\b(?:after|once|when|until|till|unless|if|before|as soon as|sobald|nachdem|wenn|bis|falls)\b[^.;]{0,120})\b(?:has|have|hat|haben)\s+(?:been\s+)?(?:moved|migrated)\s+to\b/iu,
    'alpha1 has moved to beta2',
  ),
  cue(
    'stores-in',
    /\b(?:databases?|data|files|index|queue|schema|datenbank)\s+(?:of|for|behind|von)\b[^.;,]{2,40}?\b(?:is|are|lives?|runs?|sits?|resides?|lies|liegt|läuft|ist)\s+(?:on|in|at|auf)\b/iu,
    'The database of alpha1 lives on beta2',
    false,
    { inside: true },
  ),
  cue(
    'stores-in',
    /['’]s\s+(?:\p{L}+\s)?(?:databases?|data|files|index|queue)\s+(?:is|are|lives?|runs?|sits?|resides?)\s+(?:on|in|at)\b/iu,
    "alpha1's database is on beta2",
  ),
  cue(
    'stores-in',
    /\b(?:has|have|hat|haben)\s+(?:its|their|seine|ihre)\s+(?:\p{L}+\s)?(?:databases?|data|files|index|queue|sessions?|datenbank|daten)\s+(?:on|in|at|auf)\b/iu,
    'alpha1 has its database on beta2',
  ),
  cue(
    'backs-up-to',
    /\b(?:we|they|i)\s+(?:also\s+)?(?:back up|dump|snapshot)\b[^.;]{2,50}?\b(?:to|onto|into)\b/iu,
    'We back up alpha1 to beta2',
    false,
    { inside: true },
  ),
  cue(
    'uses',
    /\b(?:can(?:not|['’]t| not)|does(?: not|n['’]t)|won['’]t|will not|do(?: not|n['’]t))\s+(?:start|run|work|boot|function|come up|open)\s+(?:without|before|until)\b/iu,
    "alpha1 can't start without beta2",
  ),
  cue(
    'uses',
    /\bfor\b[^.;,]{2,40}?\b(?:is|are)\s+(?:provided|served|handled|done|supplied)\s+by\b/iu,
    'Single sign-on for alpha1 is provided by beta2',
    false,
    { inside: true },
  ),
  cue('uses', /\bmounted\s+(?:by|from within)\b/iu, 'Homes on alpha1 are mounted by beta2', true),
  cue(
    'uses',
    /\bexports?\s+(?:\/\S{1,40}|(?:its|the|all)?\s*(?:\p{L}+\s){0,2}(?:shares?|volumes?|luns?|directories|homes|file ?systems?|datasets?))\s+(?:over \w+\s+)?(?:to|for)\b/iu,
    'alpha1 exports /home to beta2',
    true,
  ),
  cue(
    'proxies',
    /\b(?:traffic|requests?|visitors|connections?)\s+(?:to|for)\b[^.;,]{2,40}?\b(?:goe?s?|pass(?:es)?|comes?|runs?|flows?)\s+(?:in\s+)?(?:through|via|over)\b/iu,
    'Traffic to alpha1 passes through beta2',
    true,
    { inside: true },
  ),
  cue(
    'proxies',
    /\b(?:is|are|gets?)\s+(?:load[- ]?)?balanced\s+(?:over|across|between|among|onto)\b/iu,
    'The VIP on alpha1 is balanced over beta2',
  ),
  cue('proxies', /\bbalanced\s+(?:by|through|via)\b/iu, 'alpha1 is balanced by beta2', true),
  cue(
    'connects',
    /(?<=\b(?:e?-?mails?|notices|newsletters?)\b[^.;]{0,40}\s)(?:goe?s?|leaves?|is sent|are sent|travels?)\s+(?:out\s+)?(?:through|via|over)\b/iu,
    'Mail of alpha1 goes out through beta2',
  ),
  cue(
    'connects',
    /(?<=\b(?:logs?|logfiles?|syslog|metrics|traces|alerts|errors?|events?)\b[^.;]{0,40}\s)(?:goe?s?|ends? up|lands?|(?:is|are)\s+(?:\w+ed|sent|fed|put))\s+(?:to|in|on|into|at)\b/iu,
    'Logs of alpha1 go to beta2',
  ),
  cue(
    'connects',
    /\bsubscribes?\s+to\b(?:[^.;,]{0,40}?\b(?:from|of|on)\b)?/iu,
    'alpha1 subscribes to events of beta2',
  ),
  cue(
    'connects',
    /\b(?:relays?|delivers?|leaves?)\s+(?:its\s+)?(?:e?-?mails?\s+)?(?:through|via)\b/iu,
    'alpha1 relays through beta2',
  ),
];
