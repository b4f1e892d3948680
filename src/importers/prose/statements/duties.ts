import type { DutyRole } from '#core/model/duty.ts';
import { findAreas } from '#core/importers/prose/lexicon/areas.ts';
import { dutyCues } from '#core/importers/prose/lexicon/duty-cues.ts';
import { dutyLabels, type DutyCue } from '#core/importers/prose/lexicon/duties.ts';
import { writtenThing } from '#core/importers/prose/lexicon/owner-topics.ts';
import { thresholds } from '#core/importers/prose/lexicon/weights.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence, type DutyDraft } from '#core/importers/prose/proposal/draft.ts';
import { labelOf } from './owned-titles.ts';
import { findProduct } from './known-names.ts';
import { tidyName } from './names.ts';
import { canBeParty, isCompany, needParty, splitParties } from './parties.ts';
import { type Reading, toEvidence } from './reading.ts';
import { type NameFinder, resolveNamed } from './resolve.ts';
import type { Sentence } from './sentences.ts';
import { subjectOf } from './subjects.ts';
import { findEnvironment, isTask } from './titles.ts';
import type { Unit } from './unit.ts';

const partyStop =
  /[.;:!?(]|\s[-–—]\s|\s(?:for|to|who|which|that|when|where|while|in|on|at|by|via|with|from|like|as|but|using|will|can|is|are|has|have|should|under|during|if|until|before|first|about|so|because|once|covers?|includes?|ends|applies|for|für|zu|bei|mit|zuständig|verantwortlich)(?:\s|[.;,]|$)|,\s(?:but|which|who|and (?:is|are|we|it)|served)\b|$/iu;
/** Legal forms that would read as small words. */
const legalEnds = /(?<=\p{Lu}\S{1,30}\s)(?:AS|A\/S|ASA|IT)(?![\p{L}\d])/gu;
/** An address of mail. */
export const emailWord = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;

const someoneElse = /^\W*\p{L}/u;
const ofMachines =
  /\b(?:servers?|machines?|hosts?|vms?|box(?:es)?|nodes?|they|them|it|these|those|everything|this|rechner|maschinen|sie|alles?)\b/iu;

/** What means all of the estate. */
export const wholeEstate =
  /\b(?:(?:our|all|the|all our|all the|alle|unsere|die|der)\s+(?:servers?|machines|vms|infrastructure|estate|systems|server|rechner|maschinen)|everything(?: else)?|alles(?: andere)?)(?!\p{L})/iu;

/** Who a duty is about: a thing by key, or an environment. */
export interface DutySubject {
  readonly subject: string | null;
  readonly environment: string | null;
}

/** What a duty is about: what the sentence names before the cue, else what the unit is about. */
export function dutySubjects(reading: Reading, finder: NameFinder, unit: Unit, text: string): DutySubject[] {
  const found = finder(text).flatMap((each) => {
    if (each.value.is === 'thing') return [each.value.key];
    if (each.value.is !== 'product' || !each.value.entry.saas) return [];
    const at = unit.text.plain.indexOf(text) + each.from;
    return [resolveNamed(reading, each, { unit, from: at, to: at + each.to - each.from }, null) ?? ''];
  });
  const named = found.filter(
    (key) =>
      key !== '' && (!key.startsWith('provider:') || found.every((other) => other.startsWith('provider:'))),
  );
  const above = subjectOf(reading, unit);
  const classes = named.flatMap((key) => {
    const thing = reading.draft.things.get(key);
    return thing !== undefined && thing.count === null && thing.environment !== null
      ? [thing.environment]
      : [];
  });
  // Machines that are only known as those of an environment: the environment is what the duty is about.
  if (named.length > 0 && classes.length === named.length)
    return [{ subject: null, environment: classes[0] ?? null }];
  if (named.length > 0)
    return [...new Set(named)].slice(0, 3).map((subject) => ({ subject, environment: null }));
  const environment = findEnvironment(text) ?? above.environment;
  // What is said of something without a name below a heading on many machines is not said of all of them.
  const isOther = above.plural && someoneElse.test(text) && !ofMachines.test(text);
  if (above.keys.length > 0 && !(above.plural && environment !== null) && !isOther)
    return above.keys.slice(0, 12).map((subject) => ({ subject, environment: null }));
  return [{ subject: environment === null ? soleProvider(reading) : null, environment }];
}

/** The provider or site in which all machines stand: what is said of the whole estate is said of it. */
function soleProvider(reading: Reading): string | null {
  const parents = new Set<string>();
  for (const thing of reading.draft.things.values())
    if (thing.kind === 'server') parents.add(thing.parent ?? '');
  const [only] = parents;
  return parents.size === 1 && only !== undefined && /^(?:provider|site):/u.test(only) ? only : null;
}

/** Adds a duty or finds the one of the same area, subject and party. */
export function needDuty(
  reading: Reading,
  area: string,
  about: DutySubject,
  party: string | null,
  role: DutyRole,
): DutyDraft {
  const key = `duty:${area}@${about.subject ?? about.environment ?? '*'}=${party ?? '?'}`;
  const known = reading.draft.duties.get(key);
  if (known !== undefined) return known;
  const made: DutyDraft = {
    area,
    subject: about.subject,
    environment: about.environment,
    party,
    role,
    joint: false,
    access: null,
    confidence: 'likely',
    reason: '',
    evidence: [],
  };
  reading.draft.duties.set(key, made);
  return made;
}

function partiesAt(
  reading: Reading,
  sentence: Sentence,
  cue: DutyCue,
  at: number,
  end: number,
): { name: string; from: number; to: number }[] {
  if (cue.party === 'behind') {
    const lead =
      /^\s*(?:[\w-]+\s){0,3}(?:addresses|people|staff|admins|members|accounts|phone|mailbox|inbox|pager|duty phone)\s+(?:at|of|from)\s/iu.exec(
        sentence.text.slice(end),
      )?.[0].length ?? 0;
    const rest = sentence.text.slice(end + lead, end + lead + 200);
    const stop = partyStop.exec(rest.replace(legalEnds, (form) => '_'.repeat(form.length)));
    return splitParties(rest.slice(0, stop?.index ?? rest.length), sentence.from + end + lead).filter(
      (each) => canBeParty(reading, each.name),
    );
  }
  const before = sentence.text
    .slice(0, at)
    .replace(/^(?:Only|Nur)\s+(?=\p{Lu})/u, (word) => ' '.repeat(word.length))
    .replace(
      /\s+(?:(?:will|can|also|all|formally|currently|is|are|now|usually|normally|generally|may|have|has)\s*)+$/iu,
      '',
    );
  const start = phraseStart(before);
  const found = splitParties(before.slice(start), sentence.from + start).filter((each) =>
    canBeParty(reading, each.name),
  );
  if (found.length > 0) return found;
  // "From July Acme Systems operates": the capitals right before the cue.
  const tail =
    /(?:^|\s)(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Okt|Dez|Mai)\p{L}*\.?\s+)?((?:\p{Lu}[\p{L}&.-]{1,30}\s?){1,4})$/u.exec(
      before.slice(start).trimEnd(),
    )?.[1] ?? '';
  const from = tail === '' ? -1 : before.lastIndexOf(tail);
  return from < 0
    ? []
    : splitParties(tail, sentence.from + from).filter((each) => canBeParty(reading, each.name));
}

/** "Ann:: owns the account": the term or label before a sentence that begins with what its party does. */
function partyAbove(
  reading: Reading,
  unit: Unit,
  before: string,
): { readonly party: { name: string; from: number; to: number }; readonly unit: Unit } | null {
  const above = unit.role === 'field' ? unit : reading.units[unit.parent];
  if (before.trim() !== '' || above === undefined || (above.role !== 'term' && above.role !== 'field'))
    return null;
  const text = above.role === 'field' ? above.name : above.text;
  const [first] = splitParties(text.plain, 0);
  const isParty = first !== undefined && first.name === tidyName(text.plain) && /^\p{Lu}/u.test(first.name);
  return isParty && findKnown(first.name) ? { party: first, unit: { ...above, text } } : null;
}

/** Whether a name is neither a product nor a topic. */
function findKnown(name: string): boolean {
  return findProduct(name) === null && name.split(/\s+/u).length <= 3;
}

/** A text in which the names of things are blanked: "Helpdesk CRM" names a thing, no area. */
function withoutNames(finder: NameFinder, text: string): string {
  let result = text;
  for (const found of finder(text)) {
    if (found.value.is === 'thing')
      result = result.slice(0, found.from) + ' '.repeat(found.to - found.from) + result.slice(found.to);
  }
  return result;
}

/** Where the words before a cue begin that can name a party: behind the last break, or behind an opening phrase and its comma. */
function phraseStart(before: string): number {
  const breaks = [/;\s/gu, /:\s/gu, /\sbut\s/giu, /\bthat\s/giu].flatMap((each) =>
    [...before.matchAll(each)].map((hit) => hit.index + hit[0].length),
  );
  const opening =
    /^(?:In|At|For|Since|After|When|If|During|Currently)\b[^,]{0,80},\s/u.exec(before)?.[0].length ?? 0;
  const inBrackets =
    /\b(?:vendor|company|contractor|supplier|provider|agency|party|team)\s*\((?=[^()]{2,40}\)\s*$)/iu.exec(
      before,
    );
  return inBrackets === null ? Math.max(opening, ...breaks) : inBrackets.index + inBrackets[0].length;
}

function readCue(
  reading: Reading,
  finder: NameFinder,
  unit: Unit,
  sentence: Sentence,
  cue: DutyCue,
  previous: string,
): { from: number; to: number } | null {
  const hit = cue.words.exec(sentence.text);
  if (hit === null) return null;
  const end = hit.index + hit[0].length;
  const before = sentence.text.slice(0, hit.index);
  const mode = findMode(before.slice(-200), before);
  const untilThen = /\bno longer\b/iu.test(before);
  const isMeant = mode === 'asserted' || mode === 'future' || cue.also?.includes(mode) === true;
  if (!isMeant && !(mode === 'negated' && untilThen)) return null;
  if (writtenThing.test(before)) return null;
  const above = cue.party === 'before' ? partyAbove(reading, unit, before) : null;
  const named = above === null ? partiesAt(reading, sentence, cue, hit.index, end) : [above.party];
  const parties = cue.id === 'provides' ? named.filter((each) => isCompany(reading, each.name)) : named;
  if (parties.length === 0) return null;
  const behind = sentence.text.slice(end);
  const upTo = sentence.text.slice(0, end);
  // "Ask Ann about db1": what it is about stands behind the party where nothing does before it.
  const toldLater = cue.role === 'consulted' && !finder(upTo).some((found) => found.value.is === 'thing');
  const subjectText = cue.party === 'before' ? behind.slice(0, 160) : toldLater ? sentence.text : upTo;
  const areaText = cue.party === 'behind' ? before : behind.slice(0, 120);
  const areas = findAreas(withoutNames(finder, areaText)).map((found) => found.area);
  const first = cue.area ?? areas[0] ?? 'operation';
  const owed = cue.area === undefined && cue.party === 'before' && areas.length > 0 ? areas : [first];
  const isPointer = /^\W*(?:it|them|this|these|both|sie|ihn|es)\b/iu.test(subjectText);
  const subjects = dutySubjects(
    reading,
    finder,
    unit,
    isPointer && cue.party === 'before' && subjectOf(reading, unit).keys.length === 0
      ? `${before} ${previous}`
      : subjectText,
  );
  const isAll =
    wholeEstate.test(subjectText) ||
    (isPointer && wholeEstate.test(previous)) ||
    ((areas.length > 0 || cue.area !== undefined) && hasEstate(reading));
  for (const each of parties) {
    const party = needParty(
      reading,
      each.name,
      { unit: above?.unit ?? unit, from: each.from, to: each.to },
      `"${hit[0].trim().toLowerCase()}" stands beside it`,
    );
    if (
      party.kind === 'person' &&
      !/\s/u.test(party.name) &&
      (first === 'billing' || first === 'source repository')
    )
      party.kind = 'vendor';
    const mail = emailWord.exec(sentence.text);
    if (mail !== null && parties.length === 1) party.contacts.add(mail[0]);
    for (const about of subjects) {
      if (about.subject === null && about.environment === null && !isAll) continue;
      for (const area of owed) {
        const duty = needDuty(reading, area, about, party.key, cue.role);
        duty.joint ||= cue.joint === true;
        duty.reason = `the text says "${hit[0].trim().toLowerCase()}"`;
        addEvidence(duty.evidence, toEvidence(reading, unit.text, 'party', sentence.from, sentence.to));
      }
    }
  }
  reading.draft.understood.add(unit.index);
  return { from: hit.index, to: end };
}

/** Whether the document is about several machines: then a duty of an area without a subject is one for all of them. */
export function hasEstate(reading: Reading): boolean {
  let servers = 0;
  for (const thing of reading.draft.things.values())
    if (thing.kind === 'server' && thing.score >= thresholds.likely) servers += 1;
  return servers > 1;
}

/** Reads duties from sentences; units with a label are read by that. */
export function readDuties(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    const isLabelled = dutyLabels.some((label) => label.words.test(labelOf(unit)));
    for (const [at, sentence] of unit.sentences.entries()) {
      if (sentence.text.length > 600 || (isLabelled && at === 0)) continue;
      const isOrder = isTask(sentence.text.slice(0, 60));
      const taken: { from: number; to: number }[] = [];
      for (const cue of dutyCues) {
        if (isOrder && cue.id !== 'talk to' && cue.id !== 'not without') continue;
        const hit = cue.words.exec(sentence.text);
        if (
          hit === null ||
          taken.some((each) => hit.index < each.to && each.from < hit.index + hit[0].length)
        )
          continue;
        const read = readCue(reading, finder, unit, sentence, cue, unit.sentences[at - 1]?.text ?? '');
        if (read !== null) taken.push(read);
      }
    }
  }
}
