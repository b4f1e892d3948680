import { removalHeading, removalList, sizePatterns } from '#core/importers/prose/lexicon/facts.ts';
import { hostTitle, notHostBehind } from '#core/importers/prose/lexicon/host-mentions.ts';
import { relationCues } from '#core/importers/prose/lexicon/relations.ts';
import { imperatives } from '#core/importers/prose/lexicon/topics.ts';
import { type Candidate, type Candidates, isLikelyServer, needCandidate, spellingOf } from './candidates.ts';
import { isAddress, isDomainName, machineShape, tidyName, toNameKey } from './names.ts';
import { canBeMachine, findOpeningName, readNameList } from './opening-name.ts';
import { expandHostRange } from './host-ranges.ts';
import { readMentionedHosts } from './mentioned-hosts.ts';
import {
  isHosterRole,
  isServerClass,
  isSingleRole,
  isTask,
  isTopic,
  titleEnvironment,
  toTitleParts,
} from './titles.ts';
import type { Unit, UnitList } from './unit.ts';

const hosting = /^(?:contains?|hosts?|hosted|runs?|serves?|gateway|redirects?|beherbergt|enthält|hostet)\b/iu;
const named =
  /\b(?:servers?|machines?|vms?|hosts?|droplets?|box(?:es)?|instances?|nodes?|hypervisors?)\s+(?:named|called|namens|known as)\s+/giu;
const loggedInto =
  /\b(?:ssh(?:['’]?(?:ing|ed|'d))?\s+(?:in)?to|log(?:ged|ging)?\s*in(?:to)?\s+to)\s+(?:(?:the\s+|our\s+)?(?:bastion|gateway|jump ?host|jump ?box|server|host|machine|box)\s+)?/giu;
const beforeName =
  /\b(?:[Ss]ervers?|VMs?|vms?|machines?|host|droplets?|hypervisors?|gateways?)\s+(?:only\s+|is\s+|are\s+)?[`"“(]?$/u;
const behindName = /^[`"”)]?\s+(?:server|machine|vm|box|host|droplet|hypervisor|gateway)s?\b/iu;

/** Whether a heading or announcing line is a list of things to be removed. */
export function isRemovalList(plain: string): boolean {
  return plain.length < 160 && removalHeading.test(plain) && removalList.test(plain) && !isTask(plain);
}

function mention(candidate: Candidate, unit: Unit, from: number, to: number, introduces: boolean): void {
  candidate.mentions.push({ unit, text: unit.text, from, to, introduces });
}

const weakClass =
  /^(?:databases?|datenbanken|caches|queues|clusters|backends?|load balancers?|proxies|storage|mail|web|monitoring|backups?|ci|staging|production|development|test|others?)$/iu;

/** "Databases" is a list of machines when an entry below looks like one by itself. */
export function isWeakClass(list: Pick<UnitList, 'childrenOf'>, title: Unit): boolean {
  if (!weakClass.test(title.text.plain.trim())) return false;
  const entries = list.childrenOf(title.index).filter((child) => child.role === 'item');
  const machines = entries.filter((entry) => {
    const name = findOpeningName(entry.text)?.name ?? '';
    return machineShape(name) === 'numbered' || machineShape(name) === 'domain';
  });
  return machines.length > 0 && machines.length * 2 >= entries.length;
}

/** The unit that stands above as a class of machines: the announcing line, item or heading right above. */
function classAbove(list: UnitList, unit: Unit): Unit | null {
  const parent = list.units[unit.parent];
  if (parent === undefined) return null;
  const text = parent.text.plain;
  if (parent.role === 'title') return isServerClass(text) || isWeakClass(list, parent) ? parent : null;
  const lead = text.split(/[.!?]\s/u).at(-1) ?? text;
  if (
    /:\s*$/u.test(lead) &&
    lead.length < 200 &&
    /\b(?:servers|machines|vms|hosts|droplets|builders|hypervisors|nodes|instances|(?:server|machine|host|vm) names)\b[^.]{0,60}:\s*$/iu.test(
      lead,
    )
  )
    return parent;
  if (parent.role === 'text' && parent.title >= 0)
    return isServerClass(list.units[parent.title]?.text.plain ?? '')
      ? (list.units[parent.title] ?? null)
      : null;
  return isServerClass(text) ? parent : null;
}

function readTitle(list: UnitList, unit: Unit, candidates: Candidates): void {
  const plain = unit.text.plain;
  // A small single word can be a machine that is called after its topic (`metrics`): a stated total may tell.
  const isSmallWord = /^[a-z][a-z0-9]*$/u.test(plain);
  if (isTopic(plain) && !isSmallWord) return;
  if (isServerClass(plain) || isRemovalList(plain) || isTask(plain)) return;
  const announced = hostTitle.test(plain);
  const { name, role: use } = toTitleParts(plain.replace(hostTitle, ''));
  if (isHosterRole(use)) return;
  const names = name.split(/\s*(?:,|\/|&|\band\b|\bund\b)\s*/iu);
  const parts =
    names.length > 1 && names.every((part) => ['numbered', 'domain'].includes(machineShape(part)))
      ? names
      : [name];
  for (const part of parts) {
    const role = isSingleRole(part);
    if (!role && !canBeMachine(part)) continue;
    if (/^\p{Lu}/u.test(part) && titleEnvironment(part) !== null) continue;
    if (imperatives.has(part.toLowerCase().split('-')[0] ?? '') && part.includes('-') && !/\d/u.test(part))
      continue;
    const candidate = needCandidate(candidates, part);
    const from = Math.max(0, plain.indexOf(part));
    mention(candidate, unit, from, from + part.length, true);
    if (role) {
      candidate.reasons.delete('several words');
      candidate.reasons.add('role with capitals');
    }
    if (unit.text.marks.some((mark) => mark.kind === 'code')) candidate.reasons.add('code span');
    if (announced) candidate.reasons.add('said to be one');
    readBelowTitle(list, unit, part, candidate);
    if (classAbove(list, unit) !== null && !role) candidate.reasons.add('in a list of servers');
  }
}

/** What stands under a heading and speaks for its being a machine. */
function readBelowTitle(list: UnitList, unit: Unit, name: string, candidate: Candidate): void {
  const { reasons } = candidate;
  for (const child of list.childrenOf(unit.index)) {
    if (child.role === 'title' || child.role === 'table') continue;
    const plain = child.text.plain;
    if (hosting.test(plain)) reasons.add('says what it hosts');
    if (child.role === 'item') reasons.add('list below it');
    if (sizePatterns.some((size) => size.words.test(plain.slice(0, 400)))) reasons.add('has a size');
    if (
      plain
        .slice(0, 120)
        .split(/[\s,;()]+/u)
        .some(isAddress)
    )
      reasons.add('has an address');
    const said = plain.slice(0, 80).toLowerCase();
    if (
      said === `${name.toLowerCase()} server` ||
      said.startsWith(`${name.toLowerCase().replace(/-?\d+$/u, '')} server`)
    )
      reasons.add('said to be one');
  }
}

function readItem(list: UnitList, unit: Unit, candidates: Candidates): void {
  const parent = list.units[unit.parent];
  const opening = unit.role === 'field' ? fieldName(unit) : findOpeningName(unit.text);
  if (opening === null || parent === undefined) return;
  const removal = isRemovalList(parent.text.plain);
  const above = classAbove(list, unit);
  const members = removal || above === null ? null : expandHostRange(opening.name);
  for (const name of members ?? []) {
    const member = needCandidate(candidates, name);
    member.reasons.add('in a list of servers');
    mention(member, unit, opening.from, opening.to, true);
  }
  if (members !== null || (!removal && above === null) || !canBeMachine(opening.name)) return;
  const shape = machineShape(opening.name);
  if (above !== null && !removal) {
    const known = shape === 'numbered' || shape === 'domain' || opening.code;
    if (!known && !opening.alone && !/^[(:,–-]/u.test(unit.text.plain.slice(opening.to).trim())) return;
    if (!known && (isTopic(opening.name) || isTask(opening.name))) return;
  }
  const candidate = needCandidate(candidates, opening.name);
  const text = unit.role === 'field' ? unit.name : unit.text;
  candidate.mentions.push({ unit, text, from: opening.from, to: opening.to, introduces: !removal });
  if (opening.code) candidate.reasons.add('code span');
  if (removal) candidate.reasons.add('named for removal');
  else candidate.reasons.add('in a list of servers');
}

/** The name of a field as an opening name: only what looks like a machine by itself. */
function fieldName(
  unit: Unit,
): { name: string; from: number; to: number; code: boolean; alone: boolean } | null {
  const name = tidyName(unit.name.plain);
  const shape = machineShape(name);
  if (shape !== 'numbered' && shape !== 'domain' && shape !== 'word') return null;
  return { name, from: 0, to: unit.name.plain.length, code: false, alone: true };
}

function addNames(
  unit: Unit,
  candidates: Candidates,
  at: number,
  reason: Parameters<Candidate['reasons']['add']>[0],
): void {
  for (const found of readNameList(unit.text, at)) {
    const candidate = needCandidate(candidates, found.name);
    candidate.reasons.add(reason);
    if (found.code) candidate.reasons.add('code span');
    mention(candidate, unit, found.from, found.to, reason === 'said to be one' && unit.role === 'item');
  }
}

function readRunningText(unit: Unit, candidates: Candidates): void {
  const { plain, marks } = unit.text;
  for (const hit of plain.matchAll(named))
    addNames(unit, candidates, hit.index + hit[0].length, 'said to be one');
  for (const hit of plain.matchAll(loggedInto))
    addNames(unit, candidates, hit.index + hit[0].length, 'ssh to it');
  for (const sentence of unit.sentences) {
    if (isTask(sentence.text.slice(0, 80))) continue;
    for (const cue of relationCues) {
      if (cue.relation !== 'placed-in') continue;
      const hit = cue.words.exec(sentence.text);
      if (hit !== null)
        addNames(unit, candidates, sentence.from + hit.index + hit[0].length, 'things run on it');
    }
  }
  for (const mark of marks) {
    if (mark.kind !== 'code') continue;
    const name = plain.slice(mark.from, mark.to);
    if (!canBeMachine(name) || notHostBehind.test(plain.slice(mark.to, mark.to + 40))) continue;
    const before = plain.slice(Math.max(0, mark.from - 40), mark.from);
    if (!beforeName.test(before) && !behindName.test(plain.slice(mark.to, mark.to + 20))) continue;
    const candidate = needCandidate(candidates, name);
    candidate.reasons.add('code span').add('said to be one');
    mention(candidate, unit, mark.from, mark.to, false);
  }
}

const emptyCandidate: Candidate = { key: '', spellings: new Map(), reasons: new Set(), mentions: [] };

/** Whether nothing but its look speaks for a plain word: neighbours alone make no machine of it. */
function isLonely(candidate: Candidate): boolean {
  const { reasons } = candidate;
  if (!reasons.has('plain word')) return false;
  return ![...reasons].some(
    (reason) =>
      !['plain word', 'product name', 'environment word', 'topic word', 'product as written'].includes(
        reason,
      ),
  );
}

/** Headings beside each other are weighed together: where most are machines, the others most likely are too. */
function weighNeighbours(list: UnitList, candidates: Candidates): void {
  const groups = new Map<string, Unit[]>();
  for (const unit of list.units) {
    if (
      unit.role !== 'title' ||
      (isTopic(unit.text.plain) && !isWeakClass(list, unit)) ||
      isRemovalList(unit.text.plain)
    )
      continue;
    const group = `${unit.parent}/${unit.level}`;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [unit]);
    else known.push(unit);
  }
  for (const titles of groups.values()) {
    const named = new Map<string, Unit>();
    for (const title of titles) named.set(toNameKey(toTitleParts(title.text.plain).name), title);
    const keys = [...named.keys()];
    const strong = keys.filter((key) => {
      const candidate = candidates.get(key);
      return (
        isServerClass(named.get(key)?.text.plain ?? '') ||
        (candidate !== undefined && isLikelyServer(candidate))
      );
    });
    const roles = strong.filter(
      (key) => candidates.get(key)?.reasons.has('role with capitals') === true,
    ).length;
    if ((strong.length < 3 || strong.length * 2 < keys.length) && roles < 2) continue;
    const lower =
      strong.filter((key) => !/^\p{Lu}/u.test(spellingOf(candidates.get(key) ?? emptyCandidate))).length * 2 >
      strong.length;
    for (const key of keys) {
      const candidate = candidates.get(key);
      if (candidate === undefined) continue;
      if (roles >= 2 && strong.length * 2 < keys.length && !candidate.reasons.has('role with capitals'))
        continue;
      if (
        isLonely(candidate) ||
        (lower && /^\p{Lu}/u.test(spellingOf(candidate)) && !candidate.reasons.has('role with capitals'))
      )
        continue;
      candidate.reasons.add('among servers');
    }
  }
}

/** Gathers all names that may be machines, with the reasons for and against each, over all mentions in the document. */
export function findServerCandidates(list: UnitList): Candidates {
  const candidates: Candidates = new Map();
  for (const unit of list.units) {
    if (unit.role === 'title') readTitle(list, unit, candidates);
    if (unit.role === 'item' || unit.role === 'term' || unit.role === 'field')
      readItem(list, unit, candidates);
    if (unit.role === 'title' || unit.role === 'table') continue;
    readRunningText(unit, candidates);
    readMentionedHosts(unit, candidates);
  }
  for (const [key, candidate] of candidates) {
    const alsoDomain = isDomainName(key) && !candidate.mentions.some((each) => each.introduces);
    if (alsoDomain && candidate.reasons.has('code span')) candidate.reasons.delete('code span');
  }
  weighNeighbours(list, candidates);
  return candidates;
}
