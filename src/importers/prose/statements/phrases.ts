import { addEvidence, giveReason } from '#core/importers/prose/proposal/draft.ts';
import { serviceWeights } from '#core/importers/prose/lexicon/weights.ts';
import { expandSpan } from './host-ranges.ts';
import type { Found } from './matcher.ts';
import { type Reading, toEvidence } from './reading.ts';
import { type Named, resolveNamed } from './resolve.ts';
import { makeService } from './services.ts';
import { thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** A thing as a sentence names it: its name, and the place that stands behind it ("the MySQL on db1"). Offsets in the sentence. */
interface NounPhrase {
  readonly head: Found<Named>;
  readonly place: Found<Named> | null;
  readonly from: number;
  readonly to: number;
  /** It ends a row of machines that the part before begins. */
  readonly row?: boolean;
}

/** Things named together ("web1, web2 and the cache on db1"). */
export interface Phrase {
  readonly parts: readonly NounPhrase[];
  readonly from: number;
  readonly to: number;
}

/** Where the sentence stands in which things are named. */
export interface Where {
  readonly unit: Unit;
  readonly offset: number;
}

const placeGap =
  /^["'”`*)]*(?:,(?=\s+(?:also|auch|running|installed|now)\s))?\s+(?:[\p{L}-]+\s+){0,2}?(?:on|auf|at)\s+(?:(?:the|our|its|dem|der|den|das|machine|server|host|vm|nas|box)\s+){0,3}["'“`*(]*$/iu;
const nounGap =
  /^["'”`*]*\s*(?:(?:server|cluster|instance|database|db|host|box|machine|nas|node|vm|pair|servers|datenbank|auf dem)\s+)?["'“`*(]*$/iu;
const togetherGap =
  /^["'”`*)]*(?:\s*(?:,|\/|&|\+)\s*(?:(?:and|or|und|oder)\s+)?|\s+(?:and|or|und|oder|as well as|sowie)\s+)(?:(?:both|also|the|our|its|their|to|on|auf|from|an?|der|die|das|den|dem)\s+){0,2}(?:[\p{L}-]+\s+){0,2}["'“`*(]*$/iu;

const isMachine = (found: Found<Named>): boolean =>
  found.value.is === 'thing' && /^(?:server|host):/u.test(found.value.key);
const isSoftware = (found: Found<Named>): boolean =>
  found.value.is === 'product' || (found.value.is === 'thing' && found.value.key.startsWith('service:'));

const spanGap = /^["'”`*)]*\s*(?:to|through|bis|[-–—]|\.{2,3}|…)\s*["'“`*(]*$/iu;

/** Words with which another clause begins. */
const otherClause =
  /\b(?:but|while|whereas|which|who|that|after|before|once|when|until|because|aber|während|nachdem|sobald|bevor)\b/iu;

function isTogether(gap: string): boolean {
  return togetherGap.test(gap) && !verbBetween.test(gap) && !apposition.test(gap) && !otherClause.test(gap);
}

/** "lb1 and share the database": a word before a determiner behind "and" is a verb. */
const verbBetween =
  /\b(?:and|or|und|oder)\s+(?!(?:both|also|the|our|its|their|to|on|from|an?|der|die|das|den|dem)\s)\p{L}+\s+(?:the|our|its|their|an?|der|die|das|den|dem)\s/iu;

/** "rend01 to rend06" is a row. */
function isRow(text: string, first: NounPhrase, next: NounPhrase): boolean {
  const ends = [first.head, next.head].map((found) => text.slice(found.from, found.to));
  return spanGap.test(text.slice(first.to, next.from)) && expandSpan(ends[0] ?? '', ends[1] ?? '').length > 0;
}

/** "vault1, a TrueNAS box" says what vault1 is: no list. */
const apposition = /^\W*,\s+(?:an?|ein|eine|our|the|unser\w*)\s/iu;
/** Words between a product and a machine that make the product the machine's make. */
const make = /\b(?:nas|box|appliance|firewall|host|machine)\b/iu;

/** "A Synology called nettle": the make of a machine, then its name. */
const calledGap = /^\s+(?:\p{L}+\s+)?(?:called|named|namens)\s+["'“`]?$/iu;

/** Parts the names of a sentence into phrases; `verbs` are stretches that no phrase reaches over. */
export function toPhrases(
  text: string,
  names: readonly Found<Named>[],
  verbs: readonly { readonly at: number; readonly end: number }[],
): Phrase[] {
  const parts: NounPhrase[] = [];
  const parted = (from: number, to: number): boolean => verbs.some((verb) => verb.at >= from && verb.at < to);
  for (let i = 0; i < names.length; i += 1) {
    const head = names[i];
    const next = names[i + 1];
    if (head === undefined) continue;
    const gap = next === undefined ? '' : text.slice(head.to, next.from);
    const isPlaced =
      next !== undefined &&
      isSoftware(head) &&
      isMachine(next) &&
      gap.length < 40 &&
      !/\b(?:not|never|no longer|nicht|nie)\b/iu.test(gap) &&
      !parted(head.to, next.from) &&
      (placeGap.test(gap) || nounGap.test(gap));
    if (isPlaced && make.test(gap)) continue;
    if (next !== undefined && isSoftware(head) && isMachine(next) && calledGap.test(gap)) continue;
    parts.push({ head, place: isPlaced ? next : null, from: head.from, to: isPlaced ? next.to : head.to });
    if (isPlaced) i += 1;
  }
  const phrases: { parts: NounPhrase[]; from: number; to: number }[] = [];
  for (const part of parts) {
    const last = phrases.at(-1);
    const before = last?.parts.at(-1);
    const isNext = before !== undefined && isRow(text, before, part);
    if (
      last !== undefined &&
      (isNext ||
        (isTogether(text.slice(last.to, part.from)) &&
          !parted(last.to, part.from) &&
          !opensClause(text, last, part, verbs)))
    ) {
      last.parts.push(isNext ? { ...part, row: true } : part);
      last.to = part.to;
    } else phrases.push({ parts: [part], from: part.from, to: part.to });
  }
  return phrases;
}

/** "x1 uses db1, and web2 reaches it": behind a verb's object a name with a verb of its own begins another clause. */
function opensClause(
  text: string,
  last: { readonly from: number; readonly to: number },
  part: NounPhrase,
  verbs: readonly { readonly at: number; readonly end: number }[],
): boolean {
  return (
    /,\s*(?:and|und|but|aber)\s/iu.test(text.slice(last.to, part.from)) &&
    verbs.some((verb) => verb.end <= last.from) &&
    verbs.some((verb) => verb.at >= part.to && /^["'”`*)\s]*$/u.test(text.slice(part.to, verb.at)))
  );
}

function place(reading: Reading, part: NounPhrase, where: Where, server: string): string | null {
  const { head } = part;
  const span = { unit: where.unit, from: where.offset + head.from, to: where.offset + head.to };
  if (head.value.is === 'product') {
    const name = where.unit.text.plain.slice(span.from, span.to);
    const made = makeService(reading, name, server, ['said to run', 'known product'], span);
    if (made !== null) made.type ??= head.value.entry.type;
    addEvidence(
      made?.evidence ?? [],
      toEvidence(reading, where.unit.text, 'parent', span.from, where.offset + part.to),
    );
    return made?.key ?? null;
  }
  const key = head.value.is === 'thing' ? head.value.key : null;
  const thing = thingOf(reading.draft, key ?? undefined);
  if (thing === null) return key;
  if (thing.parent === null) {
    thing.parent = server;
    giveReason(thing, serviceWeights['said to run'].words, serviceWeights['said to run'].weight);
    addEvidence(
      thing.evidence,
      toEvidence(reading, where.unit.text, 'parent', span.from, where.offset + part.to),
    );
  }
  return key;
}

function rowBetween(reading: Reading, first: string, last: string): string[] {
  return expandSpan(first, last).filter((key) => reading.draft.things.has(key));
}

/** The keys of the things that a phrase names; products and hosters met for the first time are made. */
export function resolvePhrase(reading: Reading, phrase: Phrase, where: Where, near: string | null): string[] {
  const keys = phrase.parts.flatMap((part, at) => {
    const span = (found: Found<Named>): { unit: Unit; from: number; to: number } => ({
      unit: where.unit,
      from: where.offset + found.from,
      to: where.offset + found.to,
    });
    const server = part.place === null ? null : resolveNamed(reading, part.place, span(part.place), near);
    const key =
      server === null
        ? resolveNamed(reading, part.head, span(part.head), near)
        : place(reading, part, where, server);
    const first = phrase.parts[at - 1]?.head.value;
    const between =
      part.row === true && first?.is === 'thing' && key !== null ? rowBetween(reading, first.key, key) : [];
    return key === null ? [] : [...between, key];
  });
  return [...new Set(keys)];
}

/** The keys of a phrase whose heads are all known things, rows filled in. */
export function resolveKnown(reading: Reading, phrase: Phrase): string[] {
  const keys = phrase.parts.flatMap((part, at) => {
    const { value } = part.head;
    const first = phrase.parts[at - 1]?.head.value;
    if (value.is !== 'thing') return part.place?.value.is === 'thing' ? [part.place.value.key] : [];
    const between =
      part.row === true && first?.is === 'thing' ? rowBetween(reading, first.key, value.key) : [];
    return [...between, value.key];
  });
  return [...new Set(keys)];
}
