/** How a statement is meant. */
export type Mode = 'asserted' | 'past' | 'future' | 'wished' | 'doubted' | 'negated';

/** Words that take a statement out of the present; each with an example. */
export interface ModeCue {
  readonly mode: Exclude<Mode, 'asserted'>;
  readonly words: RegExp;
  readonly example: string;
}

/** Looked at in this order: the first that is met in the clause decides. */
export const modeCues: readonly ModeCue[] = [
  {
    mode: 'negated',
    words:
      /\b(?:not|no longer|never|neither|without|cannot|can't|don't|doesn't|isn't|aren't|won't|nicht|kein|keine|keinen|nie)\b/iu,
    example: 'does not run on web01',
  },
  {
    mode: 'past',
    words:
      /\b(?:previously|formerly|in the past|historically|until recently|was|were|had|ran|stood|lived|used to (?=be|run|host|live|have)|früher|ehemals|vormals|war|waren)\b/iu,
    example: 'was hosted on old1',
  },
  {
    mode: 'future',
    words:
      /\b(?:will|going to|planned|plan to|soon|at (?:this|that) point|(?:wird|werden)\b(?![^.;]{0,90}(?:\p{L}*ge\p{L}+(?:t|en)|\p{L}+iert|überwacht|verwaltet|betrieben|betreut|erreicht|übertragen|verwendet|benutzt|bezahlt)(?!\p{L}))|geplant|demnächst)\b/iu,
    example: 'will run on new1',
  },
  {
    mode: 'wished',
    words:
      /\b(?:should|shall|needs? to|must|could|would|ideally|ideas?|consider|wish|want to|let's|recommend|soll|sollte|muss|müssen|könnte)\b/iu,
    example: 'should use app2',
  },
  {
    mode: 'doubted',
    words:
      /\(\?\)|\?\s*$|\b(?:presumably|probably|maybe|perhaps|might|not sure|unsure|unclear|apparently|i think|vermutlich|vielleicht|wohl|unklar|eventuell)\b/iu,
    example: 'presumably in Germany',
  },
];

/** Past participle at the start that takes an object is the past tense ("Hosted the shop"); before a preposition it is the passive. */
const pastOpening =
  /^(?:hosted|contained|served|ran|held|stored|provided|handled)\s+(?!on\b|in\b|at\b|by\b|with\b|under\b|via\b|from\b|externally\b)/iu;

/** The mode of a clause: a negation counts only close before the cue (`before`), the other words anywhere in the clause. */
export function findMode(clause: string, before: string): Mode {
  if (pastOpening.test(clause)) return 'past';
  const outsideBrackets = clause.replace(/\([^()]{0,200}\)/gu, (part) => (part === '(?)' ? part : ' '));
  for (const cue of modeCues) {
    const where = cue.mode === 'negated' ? before.split(/\s+/u).slice(-4).join(' ') : outsideBrackets;
    if (cue.words.test(where)) return cue.mode;
  }
  return 'asserted';
}

/** Doubt: a sentence with one of these words is a question. */
export interface DoubtCue {
  readonly id: string;
  readonly words: RegExp;
  /** The thing itself is in doubt: what it is, whether it is used, who owns it. */
  readonly blocking: boolean;
  readonly example: string;
}

/** Cues of doubt, English and German. */
export const doubtCues: readonly DoubtCue[] = [
  {
    id: 'question mark in brackets',
    words: /\(\?{1,3}\)|\?\?\?|\[\?\]/u,
    blocking: true,
    example: 'Not in use (?)',
  },
  {
    id: 'doubt in brackets',
    words: /\([^()]{2,40}[^()?\s]\?\)/u,
    blocking: false,
    example: 'run by Ann (and Bob?)',
  },
  {
    id: 'not sure what',
    words:
      /\b(?:not sure|unsure|no idea|don't know|nobody knows|unknown what|unclear (?:what|who|if|whether)|weiss nicht|weiß nicht|unklar|nicht sicher)\b/iu,
    blocking: true,
    example: 'No idea what this does',
  },
  {
    id: 'not clear who',
    words:
      /\b(?:not|never)\s+(?:\w+\s+){0,2}?(?:clear|obvious|documented)\s+(?:to\s+\w+\s+)?(?:who|what|whether|why|which|how|if)\b|\bnever found out\b/iu,
    blocking: true,
    example: 'It is not clear to me who pays',
  },
  {
    id: 'need to decide',
    words:
      /\b(?:need|needs|have|has) to (?:decide|agree|clarify|find out|settle)\b|\bnot (?:yet )?decided?\b/iu,
    blocking: false,
    example: 'We need to decide who patches it',
  },
  {
    id: 'find out',
    words:
      /^(?:find out|figure out|work out|clarify|herausfinden|klären),?\s+(?:whether|if|who|what|which|why|how|where|ob|wer|was|welche[rs]?)\b/iu,
    blocking: false,
    example: 'Find out whether anybody uses it',
  },
  {
    id: 'somebody needs to',
    words: /\b(?:somebody|someone|jemand)\s+(?:needs? to|has to|must|should|muss|sollte)\b/iu,
    blocking: true,
    example: 'Somebody needs to own it',
  },
  {
    id: 'to be decided',
    words:
      /\b(?:tbd|tbc|to be (?:decided|discussed|determined|confirmed|clarified)|needs? (?:clarification|discussion)|zu klären|noch offen|muss geklärt werden)\b/iu,
    blocking: false,
    example: 'Owner: TBD',
  },
  {
    id: 'probably',
    words: /\b(?:presumably|vermutlich)\b/iu,
    blocking: false,
    example: 'Presumably in Norway',
  },
  { id: 'todo', words: /\b(?:TODO|FIXME|XXX)\b/u, blocking: false, example: 'TODO: find out the owner' },
  {
    id: 'needs',
    words: /^(?:needs?|need to|should|consider|ideally|want|muss|sollte)\b/iu,
    blocking: false,
    example: 'should use a second disk',
  },
];

/** Words that part a number of things: "most in Lille, some in Ghent" says of no single one where it is. */
export const parted =
  /\b(?:most|mostly|some|several|a few|others?|rest|majority|half|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) of (?:them|these|those)|teils|teilweise|einige|die meisten|manche)\b/iu;
