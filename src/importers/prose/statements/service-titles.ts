import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { findAreas } from '#core/importers/prose/lexicon/areas.ts';
import { serviceTypes } from '#core/importers/prose/lexicon/words.ts';
import type { ServiceReason } from '#core/importers/prose/lexicon/weights.ts';
import { addEvidence, giveReason, needThing, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { findKnownNames, findProduct, findProvider, isTool, providerOfId } from './known-names.ts';
import { isDomainName, toNameKey } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { type Reading, toEvidence } from './reading.ts';
import { findServiceType } from './service-types.ts';
import { makeService } from './services.ts';
import { introduce, membersOf } from './subjects.ts';
import { isHosterRole, isTask, isTopic, titleEnvironment, toTitleParts } from './titles.ts';
import type { Unit } from './unit.ts';

const roleOfProvider = /^(?:host|cloud|iaas|paas)$|(?:^|\s)(?:hosting|hoster|provider)$/iu;

/** The type that a role in brackets gives ("routing", "app monitoring", "backup app for the shop"). */
export function roleType(role: string): string | null {
  const words = toNameKey(role).split(/[\s/]+/u);
  for (const word of words) {
    const type = serviceTypes.get(word) ?? serviceTypes.get(word.replace(/s$/u, ''));
    if (type !== undefined && (type !== 'application' || words.length === 1)) return type;
  }
  return words.some((word) => serviceTypes.has(word)) ? 'application' : null;
}

/** A provider as a thing; its spelling in the text is its name. */
export function makeProvider(
  reading: Reading,
  id: string,
  spelling: string,
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
  reason: string,
  weight: number,
): Thing {
  const known = findProvider(spelling);
  const thing = needThing(
    reading.draft,
    `provider:${id}`,
    'provider',
    known === null ? (providerOfId(id)?.name ?? id) : spelling,
  );
  if (known !== null) preferSpelling(thing, known.name, spelling);
  giveReason(thing, reason, weight);
  addEvidence(thing.evidence, toEvidence(reading, where.unit.text, 'name', where.from, where.to));
  return thing;
}

/** A provider is called what the document calls it, even where a word of its catalogue gave it away before. */
function preferSpelling(thing: Thing, usual: string, spelling: string): void {
  if (thing.name === usual && !thing.evidence.some(({ quote }) => quote === usual)) thing.name = spelling;
  if (thing.name !== usual) thing.aliases.add(usual);
}

function underArea(reading: Reading, unit: Unit): boolean {
  const parent = reading.units[unit.title];
  return (
    parent !== undefined &&
    (isTopic(parent.text.plain) || findAreas(parent.text.plain).length > 0) &&
    findAreas(parent.text.plain).length > 0
  );
}

function readServiceTitle(reading: Reading, unit: Unit): void {
  const { plain } = unit.text;
  const { name, role } = toTitleParts(plain);
  if (name.includes('<?>') || name === '?' || isTask(name) || isTool(name) || titleEnvironment(name) !== null)
    return;
  const type = role === null ? null : roleType(role);
  const product = findProduct(name);
  const provider = findProvider(name);
  const where = { unit, from: 0, to: name.length };
  const saidToHost = isHosterRole(role) && /^\p{Lu}/u.test(name) && !isTopic(name);
  if (
    product === null &&
    (provider === null ? saidToHost : type === null || roleOfProvider.test(role ?? ''))
  ) {
    const isHosting = roleOfProvider.test(role ?? '');
    const made = makeProvider(
      reading,
      provider?.id ?? toNameKey(name),
      name,
      where,
      isHosting
        ? 'its heading says that it is the hoster'
        : 'it is a known provider with a section of its own',
      isHosting ? 5 : 3.5,
    );
    if (provider === null) made.name = name;
    introduce(reading, unit, made.key);
    reading.draft.understood.add(unit.index);
    return;
  }
  if (isDomainName(name) && isPlacedBelow(reading, unit)) {
    const site = makeService(reading, name, null, ['heading of its own', 'said to run'], where);
    if (site === null) return;
    site.type ??= 'web';
    site.domains.add(name.toLowerCase());
    introduce(reading, unit, site.key);
    return;
  }
  const reasons: ServiceReason[] = ['heading of its own'];
  if (type !== null) reasons.push('role in brackets');
  if (product !== null) reasons.push('known product');
  else if (
    findKnownNames(name).some((found) => found.value.is === 'product') &&
    name.split(/\s+/u).length <= 3
  )
    reasons.push('known product');
  if (underArea(reading, unit)) reasons.push('under an area');
  if (isTopic(name) && product === null) reasons.push('topic word');
  if (product === null && type === null) return;
  if (reasons.length < 3 && (product === null || type === null) && !says(reading, unit)) return;
  const made = makeService(reading, name, vendorOf(reading, name, where), reasons, where);
  if (made === null) return;
  if (type !== null && made.type === null) made.type = type;
  if (type !== null && product === null && findServiceType(name) === null) made.type = type;
  introduce(reading, unit, made.key);
}

const placedHere =
  /^(?:it|this|this service|the service|(?:the |our )?[\p{L}\d .-]{2,40}?)\s+(?:is|are)?\s*(?:currently\s+|now\s+|installed and\s+)?(?:hosted|running|runs|installed|deployed|lives)\s+(?:on|in|at|by)\b/iu;

/** Whether the text right below a heading says where the thing of the heading runs ("It is hosted on ..."). */
function isPlacedBelow(reading: Reading, unit: Unit): boolean {
  const name = toTitleParts(unit.text.plain).name.toLowerCase();
  return reading.childrenOf(unit.index).some(
    (child) =>
      child.role === 'text' &&
      child.sentences.slice(0, 4).some((sentence) => {
        const hit = placedHere.exec(sentence.text);
        if (hit === null || findMode(sentence.text, hit[0]) !== 'asserted') return false;
        return (
          unit.role === 'term' ||
          /^(?:it|this|the service)\b/iu.test(hit[0]) ||
          hit[0].toLowerCase().includes(name)
        );
      }),
  );
}

/** A section of a product counts only when its text says that it is in use here, or stands in a list of such sections. */
function says(reading: Reading, unit: Unit): boolean {
  if (isPlacedBelow(reading, unit)) return true;
  const siblings = reading.units.filter(
    (each) => each.role === 'title' && each.parent === unit.parent && each.level === unit.level,
  );
  const known = siblings.filter((each) => {
    const { name, role } = toTitleParts(each.text.plain);
    return (
      findProduct(name) !== null || (role !== null && roleType(role) !== null) || findProvider(name) !== null
    );
  });
  return known.length >= 3 && known.length * 2 >= siblings.length;
}

function vendorOf(
  reading: Reading,
  name: string,
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
): string | null {
  const product = findProduct(name);
  if (product?.vendor === undefined || product.vendor === null) return null;
  const known = reading.draft.things.get(`provider:${product.vendor}`);
  if (known !== undefined) return known.key;
  return makeProviderOf(reading, product.vendor, where);
}

/** The provider that sells a product, made from the product's name. */
export function makeProviderOf(
  reading: Reading,
  id: string,
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
): string {
  const thing = needThing(reading.draft, `provider:${id}`, 'provider', providerName(id));
  giveReason(thing, 'one of its products is named', 3);
  addEvidence(thing.evidence, toEvidence(reading, where.unit.text, 'name', where.from, where.to));
  return thing.key;
}

function providerName(id: string): string {
  return findProvider(id)?.name ?? id;
}

const hosterList = /\b(?:hosting[ -]?provid\w+|providers?|hosters?|anbieter)\b[^.]{0,20}:?\s*$/iu;

/** Entries of a list of hosters ("We rent from these providers:"). */
export function readProviderLists(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item' || reading.own.has(unit.index)) continue;
    const above = reading.units[unit.parent]?.text.plain ?? '';
    if (!hosterList.test(above.slice(-80)) || isTask(above)) continue;
    const opening = findOpeningName(unit.text);
    if (opening === null || !opening.alone || !/^\p{L}/u.test(opening.name) || isTopic(opening.name))
      continue;
    const known = findProvider(opening.name);
    if (known === null && findProduct(opening.name) !== null) continue;
    const id = known?.id ?? toNameKey(opening.name);
    const made = makeProvider(
      reading,
      id,
      opening.name,
      { unit, from: opening.from, to: opening.to },
      'it stands in a list of hosters',
      4,
    );
    made.name = opening.name;
    introduce(reading, unit, made.key);
    reading.draft.understood.add(unit.index);
  }
}

/** "Legacy (AWS)": a heading that is no thing itself, with a hoster in brackets and machines below it, is where they stand. */
function readHosterBehindTopic(reading: Reading, unit: Unit): void {
  const { plain } = unit.text;
  const { name, role } = toTitleParts(plain);
  const provider = role === null ? null : findProvider(role);
  if (role === null || provider === null || findProduct(name) !== null || findProvider(name) !== null) return;
  const members = membersOf(reading, unit);
  if (members.length === 0 || (reading.own.get(unit.index)?.keys ?? []).some((key) => !members.includes(key)))
    return;
  const from = plain.lastIndexOf(role);
  const where = { unit, from, to: from + role.length };
  const made = makeProvider(reading, provider.id, role, where, 'a heading says that machines stand there', 4);
  for (const key of members) {
    const thing = reading.draft.things.get(key);
    if (thing === undefined || thing.parent !== null) continue;
    thing.parent = made.key;
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', where.from, where.to));
  }
  reading.draft.understood.add(unit.index);
}

/** Reads headings that are services or providers, and headings that place them ("Linode (London)"). */
export function readServiceTitles(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'title' && unit.role !== 'term') continue;
    if (unit.role === 'title') readHosterBehindTopic(reading, unit);
    if (reading.own.has(unit.index)) continue;
    readServiceTitle(reading, unit);
  }
}
