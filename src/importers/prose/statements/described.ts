import { countedClass } from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { determiners, phraseEnd } from '#core/importers/prose/lexicon/openings.ts';
import { addEvidence, giveReason, needQuestion, needThing } from '#core/importers/prose/proposal/draft.ts';
import { findKnownNames, findProduct, findProvider } from './known-names.ts';
import { tidyName, toNameKey } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { type Reading, toEvidence } from './reading.ts';
import { findDomains } from './domains.ts';
import { makeProvider, makeProviderOf } from './service-titles.ts';
import { findServiceType } from './service-types.ts';
import { makeService } from './services.ts';
import { introduce, noteMention, subjectOf } from './subjects.ts';
import { findEnvironment, isServerClass, isTask } from './titles.ts';
import type { Unit } from './unit.ts';

const classNoun = '(?:servers|replicas|machines|instances|clusters|vms|droplets|nodes|workers|hosts|boxes)';
const classPatterns: readonly RegExp[] = [
  new RegExp(
    `^(?:a number of|several|various|some|many|multiple|a few|two or more)\\s+(?!of\\b)((?:[\\w&-]+\\s+){0,3}${classNoun})\\b(?!\\s+(?:named|called))`,
    'iu',
  ),
  new RegExp(
    `\\b(?:comprises?|consists? of|made up of)\\s+(?:of\\s+)?((?:[\\w&-]+\\s+){0,2}${classNoun})\\b(?!\\s+(?:named|called))`,
    'iu',
  ),
];
const environmentClass = new RegExp(`^(?:the|our)\\s+((?:[\\w&-]+\\s+){1,2}servers)\\s+are\\b`, 'iu');
const ownList =
  /\b(?:compris\w+|consists? of|includes?|we (?:have|run|use|operate)|uses?|made up of|umfasst|besteht aus)\b[^.]{0,40}:?\s*$/iu;

/** A class of machines of unknown number: one node, and a question how many. */
function makeClass(reading: Reading, unit: Unit, name: string, from: number, sentence: string): void {
  const tidy = tidyName(name.replace(determiners, ''));
  if (tidy === '' || tidy.split(/\s+/u).length < 2) return;
  const thing = needThing(reading.draft, `server:${toNameKey(tidy)}`, 'server', tidy);
  thing.count = null;
  giveReason(thing, 'the text names a class of machines without saying how many', 3.5);
  if (/\bclusters?\b/iu.test(tidy)) thing.type = 'cluster';
  if (/\b(?:dormant|idle|switched off|powered off|ruhend)\b/iu.test(sentence)) thing.status = 'dormant';
  thing.environment ??= subjectOf(reading, unit).environment ?? findEnvironment(sentence);
  const provider = findKnownNames(tidy).find((found) => found.value.is === 'provider');
  if (provider?.value.is === 'provider')
    thing.parent = makeProvider(
      reading,
      provider.value.entry.id,
      provider.value.entry.name,
      { unit, from, to: from + tidy.length },
      'machines of its catalogue are named',
      3.5,
    ).key;
  addEvidence(thing.evidence, toEvidence(reading, unit.text, 'name', from, from + name.length));
  noteMention(reading, unit, thing.key);
  const question = needQuestion(reading.draft, `How many ${tidy} are there?`, [thing.key]);
  question.reason = 'the text does not say how many';
  addEvidence(question.evidence, toEvidence(reading, unit.text, 'text', from, from + name.length));
  reading.draft.understood.add(unit.index);
}

/** Classes of machines ("application server replicas", "ec2 clusters"), and those that are all that is known of an environment. */
export function readClasses(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item' && unit.role !== 'text') continue;
    for (const sentence of unit.sentences) {
      if (sentence.text.length > 400 || isTask(sentence.text) || findMode(sentence.text, '') === 'past')
        continue;
      const { environment } = subjectOf(reading, unit);
      const lead = reading.units[unit.parent]?.text.plain ?? '';
      const counts = environment !== null || (unit.role === 'item' && ownList.test(lead.slice(-160)));
      if (!counts) continue;
      for (const pattern of classPatterns) {
        const hit = pattern.exec(sentence.text);
        if (hit?.[1] === undefined) continue;
        makeClass(
          reading,
          unit,
          hit[1],
          sentence.from + hit.index + hit[0].length - hit[1].length,
          sentence.text,
        );
        break;
      }
      const all = environmentClass.exec(sentence.text);
      const known = reading.mentioned.get(unit.title);
      if (all?.[1] !== undefined && environment !== null && known === undefined && !staysEmpty(reading, unit))
        makeClass(reading, unit, all[1], sentence.from + all[0].indexOf(all[1]), sentence.text);
    }
  }
}

/** Whether servers are introduced anywhere below the heading of a unit. */
function staysEmpty(reading: Reading, unit: Unit): boolean {
  return reading.units.some(
    (each) =>
      each.title === unit.title &&
      reading.own.get(each.index)?.keys.some((key) => key.startsWith('server:')) === true,
  );
}

/** "A large drive attached to x", "A PaaS called Treasure Data": what the entries of the estate's own lists describe. */
export function readDescribed(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item' || reading.own.has(unit.index)) continue;
    const lead = reading.units[unit.parent]?.text.plain ?? '';
    const { plain } = unit.text;
    if (!ownList.test(lead.slice(-160)) || !/^(?:an?|one|the|our|ein|eine)\s/iu.test(plain)) continue;
    const called = /\b(?:called|named|namens)\s+/iu.exec(plain.slice(0, 80));
    const start =
      called === null ? (determiners.exec(plain)?.[0].length ?? 0) : called.index + called[0].length;
    const phrase = plain.slice(start, start + 120);
    const end = phraseEnd.exec(phrase)?.index ?? phrase.length;
    const name = tidyName(phrase.slice(0, end));
    if (name === '' || reading.draft.things.has(`server:${toNameKey(name)}`)) continue;
    if (findServiceType(name) === null && called === null) continue;
    if (called !== null && !/^\p{Lu}/u.test(name)) continue;
    const made = makeService(reading, name, null, ['says its type', 'heading of its own'], {
      unit,
      from: start,
      to: start + end,
    });
    if (made === null) continue;
    if (/\b(?:paas|saas)\b/iu.test(plain.slice(0, start))) made.type = 'saas';
    made.environment ??= subjectOf(reading, unit).environment;
    introduce(reading, unit, made.key);
  }
}

/** "Linode for the helpdesk, run by ...": in a list of what is used, the provider and the service that it carries. */
export function readProviderFor(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item' || reading.own.has(unit.index)) continue;
    const opening = findOpeningName(unit.text) ?? openingLink(unit);
    if (opening === null) continue;
    const provider = findProvider(opening.name);
    const product = findProduct(opening.name);
    const found = /^\s*(?:for|hosts|für)\s+(?:the\s+|our\s+)?/iu.exec(unit.text.plain.slice(opening.to));
    if (found === null || (provider === null && product?.saas !== true)) continue;
    const where = { unit, from: opening.from, to: opening.to };
    const start = opening.to + found[0].length;
    const link = unit.text.marks.find((mark) => mark.kind === 'link' && mark.from === start);
    const phrase = unit.text.plain.slice(start, link?.to ?? start + 100);
    const end = link === undefined ? (phraseEnd.exec(phrase)?.index ?? phrase.length) : phrase.length;
    const name = tidyName(phrase.slice(0, end));
    const parent =
      provider === null
        ? platformOf(reading, product?.vendor ?? null, opening.name, where)
        : makeProvider(reading, provider.id, opening.name, where, 'the text says what it is used for', 3.5)
            .key;
    introduce(reading, unit, parent);
    if (!/^\p{Lu}/u.test(name) || /\ball\b/iu.test(name) || isServerClass(name)) continue;
    const made = makeService(
      reading,
      name,
      parent.startsWith('provider:') ? parent : null,
      ['said to run', 'single name'],
      { unit, from: start, to: start + end },
    );
    if (made === null) continue;
    if (parent.startsWith('service:')) made.parent = reading.draft.things.get(parent)?.parent ?? null;
    for (const domain of findDomains(link?.target ?? '')) made.domains.add(domain.name);
    reading.own.set(unit.index, { keys: [made.key], environment: null, plural: false });
  }
}

function platformOf(
  reading: Reading,
  vendor: string | null,
  name: string,
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
): string {
  if (vendor !== null) return makeProviderOf(reading, vendor, where);
  const thing = needThing(reading.draft, `provider:${toNameKey(name)}`, 'provider', name);
  giveReason(thing, 'the text says what it is used for', 3.5);
  addEvidence(thing.evidence, toEvidence(reading, where.unit.text, 'name', where.from, where.to));
  return thing.key;
}

function openingLink(unit: Unit): { name: string; from: number; to: number } | null {
  const { plain, marks } = unit.text;
  const link = marks.find((mark) => mark.kind === 'link' && mark.from === 0);
  if (link !== undefined)
    return { name: tidyName(plain.slice(link.from, link.to)), from: link.from, to: link.to };
  const known = findKnownNames(plain.slice(0, 60)).find((found) => found.from === 0);
  return known === undefined ? null : { name: plain.slice(0, known.to), from: 0, to: known.to };
}

/** Entries that name a class of machines with its number: one node that stands for so many. */
export function readCountedClasses(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item' || reading.own.has(unit.index)) continue;
    const hit = countedClass.exec(unit.text.plain.trim());
    const count = Number(hit?.[2] ?? 0);
    if (hit?.[1] === undefined || count < 1) continue;
    const name = tidyName(hit[1]);
    const thing = needThing(reading.draft, `server:${toNameKey(name)}`, 'server', name);
    thing.count = count;
    giveReason(thing, 'the text names a class of machines with its number', 4);
    const from = unit.text.plain.indexOf(hit[1]);
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'name', from, from + hit[1].length));
    introduce(reading, unit, thing.key);
    reading.draft.understood.add(unit.index);
  }
}
