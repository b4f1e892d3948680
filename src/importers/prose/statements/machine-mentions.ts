import {
  askedBefore,
  askedBehind,
  doesBehind,
  gatewayBehind,
  goesBehind,
  goneBehind,
  isBehind,
  machineOwned,
  machinePart,
  machineTopic,
  movedBefore,
  noPlaceBefore,
  owedBehind,
  saidBefore,
  saidBehind,
  serviceTopic,
  standsBefore,
  systemBefore,
} from '#core/importers/prose/lexicon/machine-words.ts';
import { sizePatterns } from '#core/importers/prose/lexicon/facts.ts';
import { relationCues } from '#core/importers/prose/lexicon/relation-cues.ts';
import { type Candidate, type Candidates, needCandidate } from './candidates.ts';
import { findKnownNames, findProduct } from './known-names.ts';
import { machineShape, toNameKey } from './names.ts';
import { eligibleNames, findRawMentions, isSizedWord, type Raw, stemOf } from './raw-mentions.ts';
import { expandSpan } from './host-ranges.ts';
import { readOpeningList } from './opening-list.ts';
import type { Sentence } from './sentences.ts';
import { findServiceType } from './service-types.ts';
import { isTask, toTitleParts } from './titles.ts';
import type { Unit, UnitList } from './unit.ts';

/** Shapes that no ordinary word has: a number behind small letters, or two digits behind capitals. */
const unmistakable = /^(?:[a-z][a-z-]*\d{1,4}[a-z]?|(?!RFC|ISO|SHA|UTF|TLS|IPV|CVE)[A-Z]{2,}[A-Z-]*\d{2,})$/u;

/** What the words before a name and behind it say, wherever in the sentence it stands. */
function weighSides(
  raw: Raw,
  candidate: Candidate,
  before: string,
  behind: string,
  named: 'in an order' | 'plainly',
): void {
  const { reasons } = candidate;
  const isClear = unmistakable.test(raw.name);
  // "`node`, `address`": a noun that is set as a literal itself stands in the same list.
  const isListed = raw.code && isBesideMarked(raw);
  if (
    (saidBefore.test(before) && !isListed) ||
    (saidBehind.test(behind) && !isListed) ||
    ((isClear || raw.code) && systemBefore.test(before))
  )
    reasons.add('said to be one');
  if (machineOwned.test(before)) reasons.add('said to be one');
  if (goesBehind.test(behind) || (askedBefore.test(before) && askedBehind.test(behind)))
    reasons.add('named for removal');
  if (named === 'in an order') return;
  const inBrackets = /([\p{L}\d.]{2,30})\s+\(["'“`*]*$/u.exec(before)?.[1] ?? '';
  if (
    (standsBefore.test(before) && !noPlaceBefore.test(before)) ||
    movedBefore.test(before) ||
    (inBrackets !== '' && findProduct(inBrackets) !== null)
  )
    reasons.add('things run on it');
  if (
    raw.marked &&
    (!raw.code || machineShape(raw.name) !== 'word') &&
    /\b\p{L}{3,}ed by\s+["'“`*]*$/u.test(before)
  )
    reasons.add('acts like one');
}

/** Whether another literal stands right before a name or behind it, parted by a comma. */
function isBesideMarked(raw: Raw): boolean {
  const { plain, marks } = raw.unit.text;
  const end = /,\s*$/u.test(plain.slice(0, raw.from)) ? plain.slice(0, raw.from).trimEnd().length - 1 : -1;
  const gap = /^,\s*/u.exec(plain.slice(raw.to))?.[0].length ?? -1;
  return marks.some(
    (mark) => mark.kind === 'code' && (mark.to === end || (gap > 0 && mark.from === raw.to + gap)),
  );
}

/** What the words around a name say. */
function weighContext(raw: Raw, candidate: Candidate, isOrder: boolean): void {
  const { plain } = raw.unit.text;
  const before = plain.slice(Math.max(raw.sentence.from, raw.from - 80), raw.from);
  const behind = plain.slice(raw.to, Math.min(raw.sentence.to, raw.to + 120));
  const { reasons } = candidate;
  const isClear = unmistakable.test(raw.name);
  weighSides(raw, candidate, before, behind, isOrder ? 'in an order' : 'plainly');
  if (isOrder) return;
  if (isSizedWord(plain, raw.name, raw.from, raw.to)) reasons.add('described like a machine');
  const bracket = /^["'”`*]*\s+\(([\p{L}\d .+-]{2,30})[,;)]/u.exec(behind)?.[1] ?? '';
  const isKnown = bracket !== '' && findKnownNames(bracket).some((found) => found.value.is === 'product');
  if (isKnown && (raw.code || isClear)) reasons.add('says what it hosts');
  const opens = /^(?:the|our|both|die|der|das)?\s*["'“`*]*$/iu.test(plain.slice(raw.sentence.from, raw.from));
  const clause = /(?:[,;]|\band\b|\bund\b|\bthat\b)\s+["'“`*]*$/iu.test(before);
  if ((opens || clause) && (doesBehind.test(behind) || owedBehind.test(behind))) reasons.add('acts like one');
  if (opens && isClear && isBehind.test(behind)) reasons.add('acts like one');
  if (opens && gatewayBehind.test(behind)) reasons.add('said to be one');
  if (!opens || raw.sentence.from !== raw.unit.sentences[0]?.from) return;
  const rest = /^["'”`*]*\s*(?:[-–—:(,]|->|→)\s*(.{2,160})/u.exec(behind)?.[1];
  if (rest !== undefined && describes(rest, raw.name)) reasons.add('says what it hosts');
}

/**
 * Whether the words behind a name and its dash name software or a size, or, behind a name with a number, a type of service. "crater
 * - a bot" says what crater is, not what it hosts.
 */
export function describes(rest: string, name: string): boolean {
  if (/^(?:spawns?|starts?|creates?|launches|provisions?|boots?)\s/iu.test(rest)) return false;
  if (findKnownNames(rest).some((found) => found.value.is === 'product')) return true;
  if (sizePatterns.some((size) => size.words.test(rest))) return true;
  const phrase = rest.split(/[,;.()]/u, 1)[0] ?? '';
  return (
    machineShape(name) === 'numbered' && phrase.split(/\s+/u).length <= 4 && findServiceType(phrase) !== null
  );
}

const shared = ['said to be one', 'things run on it', 'acts like one', 'ssh to it'] as const;

/** What is said of one name of an enumeration is said of the next one too. */
function joinReasons(both: readonly Candidate[]): void {
  for (const each of both) each.reasons.add('beside another name');
  for (const reason of shared)
    if (both.some((each) => each.reasons.has(reason))) for (const each of both) each.reasons.add(reason);
}

const isPlaceBefore = /\b(?:from|against|through|via|at)\s+["'“`*]*$/iu;

/** A literal name right behind the words of a relation is at its other end. */
function weighObjects(sentence: Sentence, list: readonly Raw[], candidates: Candidates): void {
  for (const raw of list) {
    if (!raw.marked || machineShape(raw.name) === 'word') continue;
    const before = sentence.text.slice(0, raw.from - sentence.from);
    const isNear = relationCues.some((cue) => {
      const hit = cue.words.exec(before);
      // What is used can be a program; what something is taken from, or looked up at, is a place.
      if (cue.relation === 'uses' && !(isPlaceBefore.test(before) && unmistakable.test(raw.name)))
        return false;
      return hit !== null && before.length - hit.index - hit[0].length <= 30;
    });
    if (isNear) candidates.get(toNameKey(raw.name))?.reasons.add('works with another');
  }
}

/** "rend01 to rend06": the machines between are meant as well. */
function addSpan(first: Raw, last: Raw, gap: string, candidates: Candidates): void {
  if (!/^[`*"']*\s*(?:to|through|till|until|bis|[-–—]|\.{2,3}|…)\s*[`*"']*$/iu.test(gap)) return;
  const ends = [candidates.get(toNameKey(first.name)), candidates.get(toNameKey(last.name))];
  for (const name of expandSpan(first.name, last.name)) {
    const between = needCandidate(candidates, name);
    between.mentions.push({
      unit: first.unit,
      text: first.unit.text,
      from: first.from,
      to: last.to,
      introduces: false,
    });
    for (const end of ends) for (const reason of end?.reasons ?? []) between.reasons.add(reason);
    between.reasons.add('said to be one');
    for (const end of ends) end?.reasons.add('said to be one');
  }
}

/** Names in one enumeration, and names on both sides of a relation, lend each other weight. */
function weighTogether(raws: readonly Raw[], candidates: Candidates, isOrder: (raw: Raw) => boolean): void {
  const bySentence = new Map<Sentence, Raw[]>();
  for (const raw of raws) {
    const list = bySentence.get(raw.sentence);
    if (list === undefined) bySentence.set(raw.sentence, [raw]);
    else list.push(raw);
  }
  for (const [sentence, list] of bySentence) {
    const isRelated =
      !list.every(isOrder) &&
      relationCues.some((cue) => cue.relation !== 'uses' && cue.words.test(sentence.text));
    if (isRelated) weighObjects(sentence, list, candidates);
    if (new Set(list.map((raw) => raw.name)).size < 2) continue;
    list.forEach((raw, at) => {
      const next = list[at + 1];
      const gap = next === undefined ? '' : raw.unit.text.plain.slice(raw.to, next.from);
      const both = [raw, next].flatMap((each) => {
        const found = each === undefined ? undefined : candidates.get(toNameKey(each.name));
        return found === undefined ? [] : [found];
      });
      if (/^[`*"']*(?:\s*(?:,|\/|&|\+)\s*(?:and\s+|und\s+)?|\s+(?:and|or|und|to|bis)\s+)[`*"']*$/iu.test(gap))
        joinReasons(both);
      if (next !== undefined) addSpan(raw, next, gap, candidates);
      if (isRelated && machineShape(raw.name) !== 'word' && list.length <= 12)
        candidates.get(toNameKey(raw.name))?.reasons.add('works with another');
    });
  }
}

/** Types of service whose plain words are hardly ever machines. */
const softTypes: ReadonlySet<string> = new Set(['worker', 'job', 'application', 'mail', 'logging']);

/** What the headings above speak of; the nearest that tells decides. */
function topicAbove(list: UnitList, unit: Unit): 'machines' | 'services' | null {
  let at = list.units[unit.title];
  for (let depth = 0; at !== undefined && depth < 3; depth += 1) {
    const { plain } = at.text;
    if (machineTopic.test(plain) && !isTask(plain)) return 'machines';
    if (serviceTopic.test(plain)) return 'services';
    at = list.units[at.title];
  }
  return null;
}

/** Whether a heading above bears the same name: what stands below is about it, or is its service of the same name. */
function isBelowItself(list: UnitList, unit: Unit, name: string): boolean {
  const above = list.units[unit.title];
  return above !== undefined && toNameKey(toTitleParts(above.text.plain).name) === toNameKey(name);
}

/** A machine of which every sentence only says that it is gone must not come back. */
function markGone(raws: readonly Raw[], candidates: Candidates): void {
  const still = new Set<string>();
  const gone = new Set<string>();
  for (const raw of raws) {
    const behind = raw.unit.text.plain.slice(raw.to, Math.min(raw.sentence.to, raw.to + 120));
    (goneBehind.test(behind) ? gone : still).add(toNameKey(raw.name));
  }
  for (const key of gone) {
    const candidate = candidates.get(key);
    const isTitle = candidate?.mentions.some((each) => each.unit.role === 'title') === true;
    if (!still.has(key) && !isTitle) candidate?.reasons.add('is gone');
  }
}

/** Whether a name is one of those with which its text opens ("es1, es2: Elasticsearch"). */
function isListed(raw: Raw): boolean {
  if (raw.sentence.from !== raw.unit.sentences[0]?.from) return false;
  return readOpeningList(raw.unit.text.plain)?.some((each) => each.from === raw.from) === true;
}

/** What is said behind the names that open a text is said of each of them. */
function weighOpeningLists(list: UnitList, candidates: Candidates): void {
  for (const unit of list.units) {
    if (unit.role !== 'item' && unit.role !== 'text' && unit.role !== 'term') continue;
    const names = readOpeningList(unit.text.plain);
    const last = names?.at(-1);
    if (names === null || last === undefined) continue;
    const rest = unit.text.plain.slice(last.to).replace(/^[^\p{L}\p{N}]+/u, '');
    const said = unit.role === 'term' || describes(rest, last.name);
    for (const { name } of names) {
      const candidate = candidates.get(toNameKey(name));
      candidate?.reasons.add('beside another name');
      if (said) candidate?.reasons.add('says what it hosts');
    }
  }
}

/** Weighs names of machines over all their mentions in running text: what stands before, behind and beside them. */
export function readMachineMentions(list: UnitList, candidates: Candidates): void {
  const known = new Set([...candidates.values()].flatMap((each) => [...each.spellings.keys()]));
  const all = findRawMentions(list, known);
  const names = eligibleNames(all);
  const raws = all.filter((raw) => names.has(raw.name));
  const stems = new Map<string, Set<string>>();
  for (const { name } of raws) {
    const stem = stemOf(name);
    if (stem !== '') stems.set(stem, (stems.get(stem) ?? new Set()).add(name));
  }
  // Orders tell of machines only where the document has a family of such names: how-tos speak of `old-host` and `new-host`.
  const isOrder = (raw: Raw): boolean =>
    isTask(raw.sentence.text.slice(0, 80)) && !(raw.code && (stems.get(stemOf(raw.name))?.size ?? 0) >= 3);
  for (const raw of raws) {
    const candidate = needCandidate(candidates, raw.name);
    const isHeading = candidate.mentions.some((each) => each.unit.role === 'title' && each.introduces);
    if (!isHeading && machineShape(raw.name) === 'word' && softTypes.has(findServiceType(raw.name) ?? ''))
      candidate.reasons.add('names a service');
    if (raw.code) candidate.reasons.add('code span');
    else if (raw.marked) candidate.reasons.add('set apart');
    const first = raw.unit.sentences[0];
    const lead = raw.unit.text.plain.slice(first?.from ?? 0, raw.from);
    const introduces =
      raw.unit.role !== 'field' &&
      !isBelowItself(list, raw.unit, raw.name) &&
      (/^(?:the |our |die |der |das )?["'“`*]*$/iu.test(lead) || isListed(raw));
    if (machineShape(raw.name) === 'word' && raw.name === raw.name.toLowerCase())
      candidate.reasons.add('named again');
    candidate.mentions.push({ unit: raw.unit, text: raw.unit.text, from: raw.from, to: raw.to, introduces });
    if ((stems.get(stemOf(raw.name))?.size ?? 0) >= 2) candidate.reasons.add('one of a family');
    const topic = topicAbove(list, raw.unit);
    if (raw.name.includes('-') && raw.name.split('-').some((part) => machinePart.test(part)))
      candidate.reasons.add('said to be one');
    if (topic === 'machines') candidate.reasons.add('under a heading on machines');
    if (topic === 'services' && machineShape(raw.name) !== 'numbered')
      candidate.reasons.add('under a heading on services');
    if (raw.ranged) candidate.reasons.add('said to be one');
    weighContext(raw, candidate, isOrder(raw));
  }
  markGone(raws, candidates);
  weighOpeningLists(list, candidates);
  weighTogether(raws, candidates, isOrder);
}
