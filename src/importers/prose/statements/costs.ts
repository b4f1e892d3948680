import { costBefore, costPattern } from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence, type Thing } from '#core/importers/prose/proposal/draft.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import type { Sentence } from './sentences.ts';
import { subjectOf, thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

const currencies: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  francs: 'CHF',
  franken: 'CHF',
};

const periods: Readonly<Record<string, 'hour' | 'day' | 'month' | 'year'>> = {
  m: 'month',
  y: 'year',
  j: 'year',
  h: 'hour',
  s: 'hour',
  d: 'day',
  t: 'day',
};

/** A sum in figures: a sign before three digits parts thousands, else it is that of the decimals. */
function toAmount(figures: string): number {
  const whole = /^\d{1,3}(?:[,.’']\d{3})+/u.exec(figures)?.[0];
  if (whole === undefined) return Number(figures.replace(',', '.'));
  return Number(whole.replace(/[,.’']/gu, '') + figures.slice(whole.length).replace(',', '.'));
}

/** Gives a thing the cost that a stretch of text states. Returns whether it states one. */
export function addCost(reading: Reading, thing: Thing, text: RichText, from: number, to: number): boolean {
  const hit = costPattern.exec(text.plain.slice(from, to));
  if (hit === null) return false;
  const [, before, amountBehind, amountBefore, behind, period = ''] = hit;
  return setCost(reading, thing, text, from + hit.index, hit[0], {
    sign: before ?? behind ?? '',
    figures: amountBehind ?? amountBefore ?? '',
    period,
  });
}

/** A sum as it stands in a text. */
interface Sum {
  readonly sign: string;
  readonly figures: string;
  readonly period: string;
}

function setCost(
  reading: Reading,
  thing: Thing,
  text: RichText,
  at: number,
  words: string,
  { sign, figures, period }: Sum,
): boolean {
  const amount = toAmount(figures);
  const per = periods[period.charAt(0).toLowerCase()];
  if (!Number.isFinite(amount) || per === undefined) return false;
  thing.cost ??= { amount, currency: currencies[sign.toLowerCase()] ?? sign.toUpperCase(), per };
  addEvidence(thing.evidence, toEvidence(reading, text, 'cost.amount', at, at + words.length));
  return true;
}

const whole =
  /\b(?:whole|entire|total|altogether|overall|everything|all of it|all (?:the |our )?(?:machines|servers|vms)|insgesamt|alles)\b/iu;

/** The provider at which all machines stand: a sum for everything is what it costs. */
function estateProvider(reading: Reading): string | undefined {
  const found = new Set<string>();
  for (const thing of reading.draft.things.values()) {
    if (thing.kind !== 'server') continue;
    let at: Thing | null = thing;
    for (let depth = 0; at !== null && at.kind !== 'provider' && depth < 5; depth += 1)
      at = thingOf(reading.draft, at.parent ?? undefined);
    found.add(at?.key ?? '');
  }
  const [only] = found;
  return found.size === 1 && only !== '' ? only : undefined;
}

/**
 * What a sum is for: what is said beside it, else what the unit is about, else what "it" means (`null`: no such word stands there), else
 * everything.
 */
function findPaid(
  reading: Reading,
  unit: Unit,
  sentence: Sentence,
  said: string | undefined,
  meant: string | undefined | null,
): string | undefined {
  if (said !== undefined) return said;
  const { keys } = subjectOf(reading, unit);
  if (keys.length === 1) return keys[0];
  if (meant !== null) return meant;
  return whole.test(sentence.text) ? estateProvider(reading) : undefined;
}

/** "Monthly bill for Lille: 310 GBP": of what is named before the sum, of what the unit is about, or of everything. */
function readEarlyPeriod(reading: Reading, finder: NameFinder, unit: Unit, sentence: Sentence): void {
  const hit = costBefore.exec(sentence.text);
  if (hit === null) return;
  const end = hit.index + hit[0].length;
  const named = finder(sentence.text).findLast((each) => each.to <= end && each.value.is === 'thing');
  const key = findPaid(
    reading,
    unit,
    sentence,
    named?.value.is === 'thing' ? named.value.key : undefined,
    null,
  );
  const thing = thingOf(reading.draft, key);
  const [words, period = '', before, amountBehind, amountBefore, behind] = hit;
  const sum = { sign: before ?? behind ?? '', figures: amountBehind ?? amountBefore ?? '', period };
  if (thing !== null && setCost(reading, thing, unit.text, sentence.from + hit.index, words, sum))
    reading.draft.understood.add(unit.index);
}

/** Reads costs: of the thing named last before the sum, else of what the unit is about. */
export function readCosts(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    let previous: string | undefined;
    for (const sentence of unit.sentences) {
      const last = costPattern.test(sentence.text)
        ? undefined
        : finder(sentence.text).findLast(
            (each) => each.value.is === 'thing' && /^(?:server|service):/u.test(each.value.key),
          );
      if (last?.value.is === 'thing') previous = last.value.key;
      if (sentence.text.length > 600 || findMode(sentence.text, '') !== 'asserted') continue;
      if (!costPattern.test(sentence.text)) {
        readEarlyPeriod(reading, finder, unit, sentence);
        continue;
      }
      const names = finder(sentence.text);
      let at = 0;
      for (let hit = costPattern.exec(sentence.text); hit !== null;) {
        const end = at + hit.index + hit[0].length;
        const named = names
          .filter((each) => each.to <= at + (hit?.index ?? 0) && each.value.is === 'thing')
          .at(-1);
        const said = named?.value.is === 'thing' ? named.value.key : undefined;
        const isMeantBefore = /^\W*(?:it|this|sie|er|es)\b/iu.test(sentence.text);
        const key = findPaid(reading, unit, sentence, said, isMeantBefore ? previous : null);
        const thing = thingOf(reading.draft, key);
        if (thing !== null && addCost(reading, thing, unit.text, sentence.from + at, sentence.from + end))
          reading.draft.understood.add(unit.index);
        at = end;
        hit = costPattern.exec(sentence.text.slice(at));
      }
    }
  }
}
