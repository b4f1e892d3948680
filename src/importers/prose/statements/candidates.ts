import type { RichText } from '#core/importers/prose/outline/block.ts';
import { serverWeights, type ServerReason, thresholds } from '#core/importers/prose/lexicon/weights.ts';
import { findProduct, findProvider } from './known-names.ts';
import { isTyped, machineShape, toNameKey } from './names.ts';
import { findEnvironment, isTopic } from './titles.ts';
import type { Unit } from './unit.ts';

/** A place at which a name was met. */
interface Mention {
  readonly unit: Unit;
  readonly text: RichText;
  readonly from: number;
  readonly to: number;
  /** The heading or list entry that introduces it. */
  readonly introduces: boolean;
}

/** A name that may be a machine, with what speaks for it. */
export interface Candidate {
  readonly key: string;
  /** Spellings with how often each was met. */
  readonly spellings: Map<string, number>;
  readonly reasons: Set<ServerReason>;
  readonly mentions: Mention[];
}

/** Names that may be machines, by their key. */
export type Candidates = Map<string, Candidate>;

/** The candidate of a name, made with the reasons that its look gives. */
export function needCandidate(candidates: Candidates, name: string): Candidate {
  const key = toNameKey(name);
  const known = candidates.get(key);
  if (known !== undefined) {
    known.spellings.set(name, (known.spellings.get(name) ?? 0) + 1);
    return known;
  }
  const made: Candidate = { key, spellings: new Map([[name, 1]]), reasons: new Set(), mentions: [] };
  candidates.set(key, made);
  const { reasons } = made;
  const shape = machineShape(name);
  if (shape === 'numbered') reasons.add('numbered name');
  if (shape === 'hyphened') reasons.add('hyphened name');
  if (shape === 'domain') reasons.add('domain name');
  if (shape === 'word') reasons.add('plain word');
  if (isTyped(name)) reasons.add('typed text');
  if (/\s/u.test(name)) reasons.add('several words');
  const product = findProduct(name);
  if (product !== null && shape !== 'numbered' && shape !== 'domain')
    reasons.add(name === name.toLowerCase() ? 'product name' : 'product as written');
  if (findProvider(name) !== null) reasons.add('provider name');
  if (shape === 'word' && isTopic(name)) reasons.add('topic word');
  if (shape === 'word' && findEnvironment(name) !== null) reasons.add('environment word');
  return made;
}

/** The sum of a candidate's reasons. */
export function scoreOf(candidate: Candidate): number {
  let sum = 0;
  for (const reason of candidate.reasons) sum += serverWeights[reason].weight;
  return sum;
}

/** Reasons that only tell how a name looks or where it stands: they alone make no machine of it. */
const looks: ReadonlySet<ServerReason> = new Set<ServerReason>([
  'numbered name',
  'hyphened name',
  'domain name',
  'plain word',
  'code span',
  'set apart',
  'one of a family',
  'under a heading on machines',
  'named again',
  'beside another name',
  'product name',
  'product as written',
  'topic word',
  'environment word',
  'several words',
  'names a service',
  'under a heading on services',
]);

/** Whether the text says anything of a name that speaks for its being a machine, besides its look. */
export function isSpokenFor(candidate: Candidate): boolean {
  const { reasons } = candidate;
  if ([...reasons].some((reason) => !looks.has(reason))) return true;
  return (
    reasons.has('numbered name') &&
    reasons.has('under a heading on machines') &&
    reasons.has('one of a family')
  );
}

/** Whether a candidate is a server by what is known of it now. */
export function isLikelyServer(candidate: Candidate): boolean {
  return scoreOf(candidate) >= thresholds.likely && isSpokenFor(candidate);
}

/** The spelling that was met most often; on a tie the first by code unit. */
export function spellingOf(candidate: Candidate): string {
  let best = candidate.key;
  let most = 0;
  for (const [spelling, times] of candidate.spellings) {
    if (times > most || (times === most && spelling < best)) {
      best = spelling;
      most = times;
    }
  }
  return best;
}

/** A stated total is a constraint: when the likely names and the next best ones together meet it, those are lifted. */
export function meetTotal(candidates: Candidates, stated: number): void {
  const likely = [...candidates.values()].filter(isLikelyServer);
  if (likely.length === stated) {
    for (const candidate of likely) candidate.reasons.add('meets the total');
    return;
  }
  const weaker = [...candidates.values()].filter(
    (each) => !isLikelyServer(each) && scoreOf(each) >= thresholds.uncertain - 0.5,
  );
  if (likely.length + weaker.length === stated) {
    for (const candidate of [...likely, ...weaker]) candidate.reasons.add('meets the total');
    return;
  }
  // Machines that are called after a topic look like headings: taken only if they, all of them, make the total exact.
  const topics = [...candidates.values()].filter(
    ({ reasons }) =>
      reasons.has('topic word') && (reasons.has('list below it') || reasons.has('says what it hosts')),
  );
  if (topics.length === 0 || likely.length + topics.length !== stated) return;
  for (const candidate of likely) candidate.reasons.add('meets the total');
  for (const candidate of topics) candidate.reasons.add('completes the total');
}
