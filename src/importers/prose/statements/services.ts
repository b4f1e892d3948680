import { dutyCues } from '#core/importers/prose/lexicon/duty-cues.ts';
import { relationCues } from '#core/importers/prose/lexicon/relation-cues.ts';
import { gatewayCues } from '#core/importers/prose/lexicon/relations.ts';
import { imperatives } from '#core/importers/prose/lexicon/topics.ts';
import { determiners, phraseEnd, statementOpening } from '#core/importers/prose/lexicon/openings.ts';
import { sizePatterns } from '#core/importers/prose/lexicon/facts.ts';
import { serviceWeights, type ServiceReason, thresholds } from '#core/importers/prose/lexicon/weights.ts';
import { addEvidence, giveReason, needThing, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { findKnownNames, findProduct, findProvider, isTool } from './known-names.ts';
import { isAddress, isDomainName, isTyped, tidyName, toNameKey } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { type Reading, toEvidence } from './reading.ts';
import { findServiceType } from './service-types.ts';
import { introduce } from './subjects.ts';
import { opensWithFact } from './table-columns.ts';
import { isTask, isTopic } from './titles.ts';
import type { Unit } from './unit.ts';

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
  const bare = tidyName(name.replace(determiners, ''));
  const unversioned = bare.replace(/\s+v?\d[\d.]*$/u, '');
  const tidy = findProduct(unversioned) === null ? bare : unversioned;
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

/** Whether an entry states a relation, a duty or a way in: it is about its server then, not a thing on it. */
function saysMore(plain: string): boolean {
  const head = plain.slice(0, 200);
  return (
    gatewayCues.some((cue) => cue.words.test(head)) ||
    dutyCues.some((cue) => cue.words.test(head)) ||
    relationCues.some((cue) => !/->/u.test(cue.words.source) && (cue.words.exec(head)?.index ?? 99) < 3) ||
    /^(?:[\p{L}-]+\s){0,3}(?:back-?ups?|dumps?|snapshots?|logs?|metrics|data|mails?|copies)\s(?:goe?s?|(?:is|are|gets?)\s\p{L}+(?:ed|en|t))\b/iu.test(
      head,
    )
  );
}

/** "MariaDB 10.6, 16 GB RAM": the software before the size. */
function readSizedProduct(unit: Unit): { name: string; from: number; to: number } | null {
  const head = /^([^,;(]{2,40}?)(?:\s+v?\d[\d.]{0,8})?\s*[,;]/u.exec(unit.text.plain)?.[1];
  if (head === undefined || findProduct(head) === null) return null;
  return { name: head, from: 0, to: head.length };
}

/** The name of the service that a list entry under a server is; `null` when the entry is a statement, a command or a fact. */
function readEntryName(unit: Unit): { name: string; from: number; to: number } | null {
  const { plain } = unit.text;
  if (statementOpening.test(plain.replace(/^["“]/u, '')) || isTask(plain) || saysMore(plain)) return null;
  if (opensWithFact(plain)) return null;
  if (/\?\s*$|\(\?\)|\s(?:like|such as|any|e\.g\.)\s/u.test(plain.slice(0, 120))) return null;
  if (sizePatterns.some((size) => size.words.test(plain.slice(0, 200)))) return readSizedProduct(unit);
  const opening = findOpeningName(unit.text);
  if (opening?.code === true && /\s/u.test(opening.name)) return null;
  if (opening === null || (opening.alone && opening.name.split(/\s+/u).length > 2)) {
    const first = unit.sentences[0];
    if (first === undefined || unit.sentences.length > 1 || first.text.split(/\s+/u).length > 10) return null;
    const words = first.text.replace(/["“”]/gu, ' ');
    const end = phraseEnd.exec(words)?.index ?? words.length;
    const name = tidyName(first.text.slice(0, end).replace(/["“”]/gu, ''));
    return name.split(/\s+/u).length < 2 || isTyped(name.replace(/&/gu, ' '))
      ? null
      : { name, from: first.from, to: first.from + end };
  }
  const { name } = opening;
  if (/^\d+(?:[.,]\d+)?\b/u.test(name) || isAddress(name) || isDomainName(name) || /^https?:/u.test(name))
    return null;
  if (opening.code && isTyped(name) && !/^\/\w+$/u.test(name)) return null;
  if (isTyped(name) && !/^\/?[\w-]+(?:[ /][\w-]+)*$/u.test(name)) return null;
  const isCommand = opening.code && (/\s/u.test(name) || imperatives.has(name.split(/[_-]/u)[0] ?? ''));
  if (isCommand) return null;
  return { name, from: opening.from, to: opening.to };
}

/** "Practice software with SQL Server" is the first of two. */
function cutAtWith<T extends { name: string; from: number; to: number }>(entry: T | null): T | null {
  const joined = /^(.{2,30}?)\s(?:and|und|&|\+)\s/iu.exec(entry?.name ?? '')?.[1];
  const isTwo = joined !== undefined && findProduct(joined) !== null;
  const at = isTwo ? joined.length : (entry?.name.search(/\s(?:mit|with)\s/iu) ?? -1);
  return entry === null || at < 2 ? entry : { ...entry, name: entry.name.slice(0, at), to: entry.from + at };
}

/** The servers in whose list a unit stands (also below a heading "Services" in their section). */
function serversAbove(reading: Reading, unit: Unit): readonly string[] {
  const parent = reading.units[unit.parent];
  if (parent === undefined) return [];
  const own = reading.own.get(parent.index);
  if (own !== undefined)
    return own.plural && parent.role === 'title' ? [] : own.keys.filter((key) => key.startsWith('server:'));
  const plain = parent.text.plain.trim();
  const passes =
    /^(?:services?|applications?|apps|software|dienste|anwendungen|runs|hosts|running services)\s*:?$/iu.test(
      plain,
    );
  return passes ? serversAbove(reading, parent) : [];
}

/** "wiki.example.org (the old wiki)", "shop.example.org: Magento": what a domain below its server is. */
function readServedName(unit: Unit): { name: string; from: number; to: number } | null {
  const opening = findOpeningName(unit.text);
  if (opening === null || opening.alone || !isDomainName(opening.name)) return null;
  const { plain } = unit.text;
  const lead = /^[\s(:,–-]*/u.exec(plain.slice(opening.to))?.[0].length ?? 0;
  const from = opening.to + lead + (determiners.exec(plain.slice(opening.to + lead))?.[0].length ?? 0);
  const rest = plain.slice(from, from + 80);
  const name = tidyName(rest.slice(0, phraseEnd.exec(rest)?.index ?? rest.length));
  const isNamed = name !== '' && name.split(/\s+/u).length <= 4 && findServiceType(name) !== null;
  return isNamed && !statementOpening.test(name) && !isTask(name)
    ? { name, from, to: from + name.length }
    : null;
}

/** Entries of the list below a server are what runs there. */
export function readListedServices(reading: Reading): void {
  for (const unit of reading.units) {
    if ((unit.role !== 'item' && unit.role !== 'text') || reading.own.has(unit.index)) continue;
    const servers = serversAbove(reading, unit);
    const entry =
      servers.length === 0 || servers.length > 6
        ? null
        : cutAtWith(readEntryName(unit) ?? readServedName(unit));
    if (entry === null) continue;
    const reasons: ServiceReason[] = [...nameReasons(entry.name)];
    const isEntry = unit.role === 'item' || reading.units[unit.parent]?.role === 'term';
    if (isEntry) reasons.push('listed on its server');
    else if (reasons.includes('known product') && entry.from === 0) reasons.push('listed on its server');
    else continue;
    for (const server of servers) {
      const made = makeService(reading, entry.name, server, reasons, { unit, ...entry });
      // A size beside the software is the machine's: the entry stays about the machine.
      const isSized = sizePatterns.some((size) => size.words.test(unit.text.plain.slice(0, 200)));
      if (made !== null && !isSized) introduce(reading, unit, made.key);
      const isDoubtful = made !== null && made.score < thresholds.likely;
      if (made !== null && servers.length === 1) readBeside(reading, unit, server, entry.to, isDoubtful);
    }
  }
}

/** "Postfix and Rspamd", "Public catalogue (VuFind)": software right behind the name of an entry runs there as well. */
function readBeside(reading: Reading, unit: Unit, server: string, start: number, inBrackets: boolean): void {
  const { plain } = unit.text;
  const hit =
    /^(?:\s+\d[\d.]*)?\s*(?:\(|(?:,|&|\+|\band\b|\bund\b)\s*)([^(),;]{2,30}?)(?:\s+v?\d[\d.]*)?\s*(?=[(),;.]|$|\sbehind\b|\sand\b)/u.exec(
      plain.slice(start),
    );
  const name = hit?.[1];
  const product = name === undefined ? null : findProduct(name);
  if (hit === null || name === undefined || product === null || product.saas) return;
  if (!inBrackets && hit[0].trimStart().startsWith('(')) return;
  const from = start + hit[0].indexOf(name);
  makeService(reading, name, server, ['listed on its server', ...nameReasons(name)], {
    unit,
    from,
    to: from + name.length,
  });
}
