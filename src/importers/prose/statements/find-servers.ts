import { dutyLabels } from '#core/importers/prose/lexicon/duties.ts';
import { type Column, columnWords, sizePatterns } from '#core/importers/prose/lexicon/facts.ts';
import { hostTitle, notHostBehind, notNamed } from '#core/importers/prose/lexicon/host-mentions.ts';
import { rolePart, virtualisation } from '#core/importers/prose/lexicon/machine-words.ts';
import { relationCues } from '#core/importers/prose/lexicon/relation-cues.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { imperatives } from '#core/importers/prose/lexicon/topics.ts';
import { readCalled } from './called-names.ts';
import { type Candidate, type Candidates, needCandidate } from './candidates.ts';
import { findOpeningProduct } from './known-names.ts';
import { isAddress, isDomainName, machineShape, tidyName, toNameKey } from './names.ts';
import { canBeMachine, findOpeningName, readNameList } from './opening-name.ts';
import { findPlaces } from './places.ts';
import { labelOf } from './owned-titles.ts';
import { findServiceType } from './service-types.ts';
import { classAbove, isRemovalList, isSizedRole } from './class-titles.ts';
import { expandHostRange } from './host-ranges.ts';
import { describes, readMachineMentions } from './machine-mentions.ts';
import { readMentionedHosts } from './mentioned-hosts.ts';
import { weighNeighbours } from './neighbours.ts';
import {
  isHosterRole,
  isServerClass,
  isSingleRole,
  isTask,
  isTopic,
  namesOfTitle,
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

function mention(candidate: Candidate, unit: Unit, from: number, to: number, introduces: boolean): void {
  candidate.mentions.push({ unit, text: unit.text, from, to, introduces });
}

/** "check-mail": an order with a hyphen names a task, or the label of one. */
function isCommandName(name: string): boolean {
  const [first = ''] = name.toLowerCase().split('-');
  return name.includes('-') && !/\d/u.test(name) && imperatives.has(first) && !rolePart.test(first);
}

function readTitle(list: UnitList, unit: Unit, candidates: Candidates): void {
  const plain = unit.text.plain;
  // A small single word can be a machine that is called after its topic (`metrics`): a stated total may tell.
  const isSmallWord = /^[a-z][a-z0-9]*$/u.test(plain);
  if (isTopic(plain) && !isSmallWord) return;
  const isSized = isSizedRole(list, unit);
  if ((isServerClass(plain) && !isSized) || isRemovalList(plain) || isTask(plain)) return;
  const announced = hostTitle.test(plain);
  const { name, role: use } = toTitleParts(plain.replace(hostTitle, ''));
  if (isHosterRole(use)) return;
  for (const part of namesOfTitle(name)) {
    const role = isSingleRole(part) || isSized;
    if (!role && !canBeMachine(part)) continue;
    if (/^\p{Lu}/u.test(part) && titleEnvironment(part) !== null) continue;
    if (isCommandName(part)) continue;
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
    const above = classAbove(list, unit);
    // The page's own title covers chapters as well: a capitalised word below it is as likely a chapter.
    const isChapter = /^\p{Lu}\p{Ll}+$/u.test(part) && above?.index === 0;
    if (above !== null && !role && !isChapter) candidate.reasons.add('in a list of servers');
  }
}

const machineColumns: ReadonlySet<Column> = new Set<Column>([
  'os',
  'memory',
  'disk',
  'cpu',
  'address',
  'provider',
  'site',
  'size',
  'cost',
]);

/** Whether labels below a heading are those of a machine: two of its system, size, place, address or cost. */
function isDescribed(list: UnitList, unit: Unit): boolean {
  const columns = list.childrenOf(unit.index).flatMap((child) => {
    const label = child.role === 'title' || child.role === 'table' ? '' : labelOf(child);
    const column = label === '' ? null : columnWords.find((each) => each.words.test(label))?.column;
    return column !== undefined && column !== null && machineColumns.has(column) ? [column] : [];
  });
  return new Set(columns).size > 1;
}

/** What stands under a heading and speaks for its being a machine. */
function readBelowTitle(list: UnitList, unit: Unit, name: string, candidate: Candidate): void {
  const { reasons } = candidate;
  if (isDescribed(list, unit)) {
    reasons.add('described like a machine');
    reasons.delete('topic word');
  }
  for (const child of list.childrenOf(unit.index)) {
    if (child.role === 'title' || child.role === 'table') continue;
    const plain = child.text.plain;
    if (hosting.test(plain) || findOpeningProduct(plain) !== null) reasons.add('says what it hosts');
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
  if (isRemovalList(parent.text.plain) && findMode(unit.text.plain, '') === 'past') return;
  if (expandHostRange(opening.name) !== null && classAbove(list, unit) === null) return;
  if (isCommandName(opening.name)) return;
  const removal = isRemovalList(parent.text.plain);
  const above = classAbove(list, unit);
  const members = removal || above === null ? null : expandHostRange(opening.name);
  for (const name of members ?? []) {
    const member = needCandidate(candidates, name);
    member.reasons.add('in a list of servers');
    mention(member, unit, opening.from, opening.to, true);
  }
  if (members === null && !removal && above === null) readEntry(list, unit, candidates, opening);
  if (members !== null || (!removal && above === null) || !canBeMachine(opening.name)) return;
  const shape = machineShape(opening.name);
  if (above !== null && !removal) {
    const known = shape === 'numbered' || shape === 'domain' || opening.code;
    if (!known && !opening.alone && !/^[(:,–-]/u.test(unit.text.plain.slice(opening.to).trim())) return;
    if (!known && (isTopic(opening.name) || isTask(opening.name))) return;
    // "Mail: ..." in a list of machines is a service that has a place somewhere.
    if (
      !known &&
      !opening.alone &&
      /^\p{Lu}\p{Ll}+$/u.test(opening.name) &&
      findServiceType(opening.name) !== null
    )
      return;
  }
  const candidate = needCandidate(candidates, opening.name);
  const text = unit.role === 'field' ? unit.name : unit.text;
  candidate.mentions.push({ unit, text, from: opening.from, to: opening.to, introduces: !removal });
  if (opening.code) candidate.reasons.add('code span');
  if (removal) candidate.reasons.add('named for removal');
  else candidate.reasons.add('in a list of servers');
}

/** An entry of any list that opens with a name and says what is there: weighed with its neighbours. */
function readEntry(
  list: UnitList,
  unit: Unit,
  candidates: Candidates,
  opening: { readonly name: string; readonly from: number; readonly to: number; readonly code: boolean },
): void {
  const { name, from, to } = opening;
  if (!canBeMachine(name) || isTask(name) || notNamed.test(name) || /^\p{Ll}+\p{Lu}/u.test(name)) return;
  if (/^\p{Lu}\p{Ll}+$/u.test(name) && !opening.code) return;
  const shape = machineShape(name);
  const parent = list.units[unit.parent];
  // Below a machine's own heading a domain is what it serves.
  const isServed =
    shape === 'domain' &&
    parent?.role === 'title' &&
    ['numbered', 'hyphened'].includes(machineShape(toTitleParts(parent.text.plain).name));
  if (isServed) return;
  const isVirtual =
    parent?.role === 'item' && virtualisation.test(parent.text.plain.slice(0, 200)) && /^[a-z]/u.test(name);
  const said = describes(unit.text.plain.slice(to).replace(/^[^\p{L}\p{N}]+/u, ''), name);
  if (shape === 'word' && !said && !opening.code && !isVirtual) return;
  const candidate = needCandidate(candidates, name);
  const above = toTitleParts(list.units[unit.title]?.text.plain ?? '').name;
  mention(candidate, unit, from, to, toNameKey(above) !== candidate.key);
  if (opening.code) candidate.reasons.add('code span');
  if (said) candidate.reasons.add('says what it hosts');
  if (isVirtual) candidate.reasons.add('said to be one');
}

/** The name of a field as an opening name: only what looks like a machine by itself. */
function fieldName(
  unit: Unit,
): { name: string; from: number; to: number; code: boolean; alone: boolean } | null {
  const name = tidyName(unit.name.plain);
  const shape = machineShape(name);
  if (shape !== 'numbered' && shape !== 'domain' && shape !== 'word') return null;
  if (
    dutyLabels.some((label) => label.words.test(name)) ||
    columnWords.some((column) => column.words.test(name))
  )
    return null;
  return { name, from: 0, to: unit.name.plain.length, code: false, alone: true };
}

function addNames(
  unit: Unit,
  candidates: Candidates,
  at: number,
  reason: Parameters<Candidate['reasons']['add']>[0],
): void {
  for (const found of readNameList(unit.text, at)) {
    if (findPlaces(found.name).length > 0) continue;
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
  readCalled(unit, candidates);
  for (const hit of plain.matchAll(loggedInto))
    addNames(unit, candidates, hit.index + hit[0].length, 'ssh to it');
  for (const sentence of unit.sentences) {
    if (isTask(sentence.text.slice(0, 80))) continue;
    for (const cue of relationCues) {
      if (cue.relation !== 'placed-in') continue;
      const hit = cue.words.exec(sentence.text);
      // "Hosted by Frame.io" names who sells it.
      const isSeller =
        hit !== null &&
        /\bby$/iu.test(hit[0]) &&
        /^\s+\p{Lu}/u.test(sentence.text.slice(hit.index + hit[0].length));
      if (hit !== null && !isSeller)
        addNames(unit, candidates, sentence.from + hit.index + hit[0].length, 'things run on it');
    }
  }
  for (const mark of marks) {
    if (mark.kind !== 'code') continue;
    const name = plain.slice(mark.from, mark.to);
    for (const each of expandHostRange(name) ?? []) {
      const member = needCandidate(candidates, each);
      member.reasons.add('code span').add('in a list of servers');
      mention(member, unit, mark.from, mark.to, false);
    }
    if (!canBeMachine(name) || notHostBehind.test(plain.slice(mark.to, mark.to + 40))) continue;
    const before = plain.slice(Math.max(0, mark.from - 40), mark.from);
    if (!beforeName.test(before) && !behindName.test(plain.slice(mark.to, mark.to + 20))) continue;
    const candidate = needCandidate(candidates, name);
    candidate.reasons.add('code span').add('said to be one');
    mention(candidate, unit, mark.from, mark.to, false);
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
  readMachineMentions(list, candidates);
  weighNeighbours(list, candidates);
  return candidates;
}
