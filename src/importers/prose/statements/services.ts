import { determiners, statementOpening } from '../lexicon/openings.ts';
import { sizePatterns } from '../lexicon/facts.ts';
import { serviceTypes } from '../lexicon/words.ts';
import { serviceWeights, type ServiceReason, thresholds } from '../lexicon/weights.ts';
import { addEvidence, giveReason, needThing, type Thing } from '../proposal/draft.ts';
import { findKnownNames, findProduct, findProvider, isTool } from './known-names.ts';
import { isAddress, isDomainName, isTyped, tidyName, toNameKey } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { type Reading, toEvidence } from './reading.ts';
import { introduce, subjectAbove, thingOf } from './subjects.ts';
import { isTask, isTopic } from './titles.ts';
import type { Unit } from './unit.ts';

/** The type that a service's name tells by its last words, or by the product in it; `null` when it tells none. */
export function findServiceType(name: string): string | null {
  const words = toNameKey(name)
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .trim()
    .split(/[\s_]+/u);
  const two = words.slice(-2).join(' ');
  const product = findKnownNames(name).find((found) => found.value.is === 'product');
  const byProduct = product?.value.is === 'product' ? product.value.entry.type : null;
  const last = words.at(-1) ?? '';
  const generic = serviceTypes.get(last) === 'application';
  return (
    serviceTypes.get(two) ??
    (generic ? (byProduct ?? 'application') : null) ??
    serviceTypes.get(last) ??
    byProduct ??
    serviceTypes.get(last.replace(/s$/u, '')) ??
    null
  );
}

/** The key of a service: its name inside its server, or alone. */
export function serviceKey(parent: string | null, name: string): string {
  const inside = parent?.startsWith('server:') === true ? `${parent.slice('server:'.length)}/` : '';
  return `service:${inside}${toNameKey(name)}`;
}

/** Makes a service with its reasons; below the last threshold nothing is made. */
export function makeService(
  reading: Reading,
  name: string,
  parent: string | null,
  reasons: readonly ServiceReason[],
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
): Thing | null {
  const tidy = tidyName(name.replace(determiners, ''));
  if (
    tidy === '' ||
    tidy.length > 80 ||
    isTool(tidy) ||
    (findProvider(tidy) !== null && findProduct(tidy) === null)
  )
    return null;
  const sum = reasons.reduce((total, reason) => total + serviceWeights[reason].weight, 0);
  const key = serviceKey(parent, tidy);
  if (sum < thresholds.uncertain && !reading.draft.things.has(key)) return null;
  const thing = needThing(reading.draft, key, 'service', tidy);
  for (const reason of reasons)
    giveReason(thing, serviceWeights[reason].words, serviceWeights[reason].weight);
  thing.parent ??= parent;
  thing.type ??= findServiceType(tidy);
  const product = findProduct(tidy);
  if (product !== null) thing.aliases.add(product.name);
  addEvidence(thing.evidence, toEvidence(reading, where.unit.text, 'name', where.from, where.to));
  reading.draft.understood.add(where.unit.index);
  return thing;
}

/** What the look of a name says for its being a service. */
export function nameReasons(name: string): ServiceReason[] {
  const reasons: ServiceReason[] = [];
  const known = findKnownNames(name).some((found) => found.value.is === 'product');
  if (known) reasons.push('known product');
  if (findServiceType(name) !== null && !known) reasons.push('says its type');
  const words = name.split(/\s+/u).length;
  if (words === 1 && !isTyped(name)) reasons.push('single name');
  if (words > 4) reasons.push('several words');
  if (words > 7) reasons.push('a sentence');
  if (isTopic(name) && !known) reasons.push('topic word');
  return reasons;
}

/** The name of the service that a list entry under a server is; `null` when the entry is a statement, a command or a fact. */
function readEntryName(unit: Unit): { name: string; from: number; to: number } | null {
  const { plain } = unit.text;
  if (statementOpening.test(plain.replace(/^["“]/u, '')) || isTask(plain)) return null;
  if (/\?\s*$|\(\?\)/u.test(plain)) return null;
  if (sizePatterns.some((size) => size.words.test(plain.slice(0, 200)))) return null;
  const opening = findOpeningName(unit.text);
  if (opening === null) {
    const first = unit.sentences[0];
    const short =
      first !== undefined && unit.sentences.length === 1 && first.text.split(/\s+/u).length <= 9
        ? first
        : null;
    return short === null || /[.:]\s*$/u.test(plain.slice(0, -1))
      ? null
      : { name: tidyName(short.text), from: short.from, to: short.to };
  }
  const { name } = opening;
  if (/^\d+(?:[.,]\d+)?\b/u.test(name) || isAddress(name) || isDomainName(name) || /^https?:/u.test(name))
    return null;
  if (opening.code && isTyped(name) && !/^\/\w+$/u.test(name)) return null;
  if (isTyped(name) && !/^\/?[\w-]+(?:[ /][\w-]+)*$/u.test(name)) return null;
  const isCommand = opening.code && /\s/u.test(name);
  if (
    isCommand ||
    /^[^:]{1,40}:\s/u.test(plain) === (!opening.alone && /^(?:owner|contact|url)/iu.test(name))
  ) {
    if (isCommand) return null;
  }
  return { name, from: opening.from, to: opening.to };
}

/** Whether a unit stands in the list right below a server (also below a heading "Services" in its section). */
function serverAbove(reading: Reading, unit: Unit): string | null {
  const parent = reading.units[unit.parent];
  if (parent === undefined) return null;
  const own = reading.own.get(parent.index);
  const servers = own?.keys.filter((key) => key.startsWith('server:')) ?? [];
  if (servers.length === 1) return servers[0] ?? null;
  if (own !== undefined) return null;
  const passes =
    (parent.role === 'title' &&
      /^(?:services?|applications?|apps|software|dienste|anwendungen)$/iu.test(parent.text.plain.trim())) ||
    (parent.role !== 'title' &&
      /^(?:services?|applications?|apps|software|dienste|runs|hosts|roles?|running services)\s*:?\s*$/iu.test(
        parent.text.plain.trim(),
      ));
  return passes ? serverAbove(reading, parent) : null;
}

/** Entries of the list below a server are what runs there. */
export function readListedServices(reading: Reading): void {
  for (const unit of reading.units) {
    if ((unit.role !== 'item' && unit.role !== 'text') || reading.own.has(unit.index)) continue;
    const server = serverAbove(reading, unit);
    const thing = thingOf(reading.draft, server ?? undefined);
    if (server === null || thing === null) continue;
    const entry = readEntryName(unit);
    if (entry === null) continue;
    const reasons: ServiceReason[] = [...nameReasons(entry.name)];
    if (unit.role === 'item') reasons.push('listed on its server');
    else if (!reasons.includes('known product')) continue;
    const made = makeService(reading, entry.name, server, reasons, { unit, ...entry });
    if (made !== null) introduce(reading, unit, made.key);
  }
}

/** The environment in which a service is met by the headings above it. */
export function environmentAbove(reading: Reading, unit: Unit): string | null {
  return subjectAbove(reading, unit).environment;
}
