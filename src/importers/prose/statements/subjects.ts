import {
  needThing,
  giveReason,
  addEvidence,
  type Draft,
  type Thing,
} from '#core/importers/prose/proposal/draft.ts';
import { serverWeights } from '#core/importers/prose/lexicon/weights.ts';
import { type Candidate, isLikelyServer, isSpokenFor, scoreOf, spellingOf } from './candidates.ts';
import { isRemovalList, isWeakClass } from './class-titles.ts';
import { isDomainName, toNameKey } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { type Reading, toEvidence } from './reading.ts';
import { findEnvironment, isServerClass, isSingleRole, titleEnvironment } from './titles.ts';
import type { Unit } from './unit.ts';

/** What a unit is about: things by key, or an environment. `plural`: a class of machines, said of each of them. */
export interface Subject {
  readonly keys: readonly string[];
  readonly environment: string | null;
  readonly plural: boolean;
}

/** Makes the server of a candidate and notes at which units it is introduced. */
function makeServer(reading: Reading, candidate: Candidate): Thing {
  const name = spellingOf(candidate);
  const thing = needThing(reading.draft, `server:${candidate.key}`, 'server', name);
  for (const reason of candidate.reasons)
    giveReason(thing, serverWeights[reason].words, serverWeights[reason].weight);
  for (const spelling of candidate.spellings.keys())
    if (spelling !== name && toNameKey(spelling) !== toNameKey(name)) thing.aliases.add(spelling);
  if (isDomainName(name)) thing.domains.add(name.toLowerCase());
  if (isSingleRole(name)) thing.environment ??= titleEnvironment(name.split(/\s+/u)[0] ?? '');
  for (const mention of candidate.mentions) {
    addEvidence(thing.evidence, toEvidence(reading, mention.text, 'name', mention.from, mention.to));
    noteMention(reading, mention.unit, thing.key);
    if (mention.introduces) {
      introduce(reading, mention.unit, thing.key);
      reading.draft.understood.add(mention.unit.index);
    }
  }
  return thing;
}

/** Notes that a thing is named in a section: what the section asks in general is about it. */
export function noteMention(reading: Reading, unit: Unit, key: string): void {
  const known = reading.mentioned.get(unit.title);
  if (known === undefined) reading.mentioned.set(unit.title, new Set([key]));
  else known.add(key);
}

/** Notes that a unit introduces a thing: what is nested in the unit is about it. */
export function introduce(reading: Reading, unit: Unit, key: string): void {
  const known = reading.own.get(unit.index);
  const keys = known === undefined ? [key] : known.keys.includes(key) ? known.keys : [...known.keys, key];
  reading.own.set(unit.index, { keys, environment: known?.environment ?? null, plural: keys.length > 1 });
}

/** Makes servers of all candidates that are likely, and of those worth a look. */
export function makeServers(reading: Reading, candidates: Iterable<Candidate>): void {
  for (const candidate of candidates) {
    const score = scoreOf(candidate);
    const introduced = candidate.mentions.some((mention) => mention.introduces);
    if (
      isLikelyServer(candidate) ||
      (score >= 2.5 && introduced && isSpokenFor(candidate) && !candidate.reasons.has('product as written'))
    )
      makeServer(reading, candidate);
  }
}

/** An entry that opens with a machine which a table or another list named is about that machine. */
export function introduceKnown(reading: Reading): void {
  for (const unit of reading.units) {
    if ((unit.role !== 'item' && unit.role !== 'term') || reading.own.has(unit.index)) continue;
    const parent = reading.units[unit.parent];
    if (parent !== undefined && isRemovalList(parent.text.plain)) continue;
    const opening = findOpeningName(unit.text);
    const thing = reading.draft.things.get(`server:${toNameKey(opening?.name ?? '')}`);
    if (opening === null || thing?.reasons.has(serverWeights['row of a server table'].words) !== true)
      continue;
    if (subjectAbove(reading, unit).keys.includes(thing.key)) continue;
    if (!opening.alone && !/^["'”`*]*\s*(?::|[-–—]\s|\()/u.test(unit.text.plain.slice(opening.to))) continue;
    introduce(reading, unit, thing.key);
    noteMention(reading, unit, thing.key);
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'name', opening.from, opening.to));
  }
}

/** Gives headings that name an environment or a class of machines their subject. */
export function readTitleSubjects(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'title' || reading.own.has(unit.index)) continue;
    const plain = unit.text.plain;
    const environment = titleEnvironment(plain);
    if (environment !== null) {
      reading.own.set(unit.index, { keys: [], environment, plural: false });
      continue;
    }
    if (!isServerClass(plain) && !isWeakClass(reading, unit)) continue;
    const members = membersOf(reading, unit);
    const named = findEnvironment(plain);
    reading.own.set(unit.index, { keys: members, environment: named, plural: true });
    for (const key of members) {
      const thing = reading.draft.things.get(key);
      if (thing !== undefined) thing.environment ??= named;
    }
  }
}

/** Servers that are named in the section of an environment belong to it. */
export function readEnvironments(reading: Reading): void {
  for (const [title, keys] of reading.mentioned) {
    const unit = reading.units[title];
    const environment = unit === undefined ? null : subjectOf(reading, unit).environment;
    if (environment === null) continue;
    for (const key of keys) {
      const thing = reading.draft.things.get(key);
      if (thing !== undefined) thing.environment ??= environment;
    }
  }
}

/** Servers that are introduced right under a heading or item. */
export function membersOf(reading: Reading, unit: Unit): string[] {
  const keys: string[] = [];
  const walk = (index: number, depth: number): void => {
    for (const child of reading.childrenOf(index)) {
      const own = reading.own.get(child.index);
      const servers = own?.keys.filter((key) => key.startsWith('server:')) ?? [];
      if (servers.length > 0) keys.push(...servers);
      else if (depth < 3) walk(child.index, depth + 1);
    }
  };
  walk(unit.index, 0);
  return [...new Set(keys)];
}

/** The nearest subject with things: that of the unit itself or of what it is nested in. */
export function subjectOf(reading: Reading, unit: Unit): Subject {
  let environment: string | null = null;
  let passedTitle = false;
  for (let at: Unit | undefined = unit; at !== undefined; at = reading.units[at.parent]) {
    const own = reading.own.get(at.index);
    if (own === undefined) {
      passedTitle ||= at.role === 'title';
      continue;
    }
    environment ??= own.environment;
    if (own.keys.length > 0 && !(own.plural && passedTitle)) return { ...own, environment };
  }
  return { keys: [], environment, plural: false };
}

/** The subject of what a unit is nested in. */
export function subjectAbove(reading: Reading, unit: Unit): Subject {
  const parent = reading.units[unit.parent];
  return parent === undefined ? { keys: [], environment: null, plural: false } : subjectOf(reading, parent);
}

/** The thing of a key; `null` when nothing of the key is known. */
export function thingOf(draft: Draft, key: string | undefined): Thing | null {
  return key === undefined ? null : (draft.things.get(key) ?? null);
}
