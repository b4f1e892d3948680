import { totalPatterns } from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { quoteOf } from '#core/importers/prose/outline/quote.ts';
import type { StatedTotal } from '#core/model/source.ts';
import type { Reading } from './reading.ts';
import type { Unit } from './unit.ts';

/** A stated total before it is compared. */
interface TotalWords {
  readonly text: string;
  readonly stated: number;
  readonly line: number;
  readonly unit: Unit;
}

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const roundNumbers: Readonly<Record<string, number>> = { fifteen: 15, twenty: 20 };

/** A number in digits or in words. */
function toCount(words: string): number {
  const lower = words.toLowerCase();
  const at = numbers.indexOf(lower);
  return at >= 0 ? at : (roundNumbers[lower] ?? Number(lower));
}

/** Totals of machines that the text states ("12 machines in total"). */
export function findTotals(reading: Pick<Reading, 'units' | 'outline'>): TotalWords[] {
  const found: TotalWords[] = [];
  for (const unit of reading.units) {
    if (unit.role === 'table') continue;
    for (const sentence of unit.sentences) {
      const mode = findMode(sentence.text, '');
      if (mode === 'past' || mode === 'future' || sentence.text.length > 400) continue;
      for (const pattern of totalPatterns) {
        const hit = pattern.words.exec(sentence.text);
        if (hit === null) continue;
        const from = sentence.from + hit.index;
        const quote = quoteOf(reading.outline, unit.text, from, from + hit[0].length);
        if (quote === null) continue;
        found.push({ text: quote.quote, stated: toCount(hit[1] ?? ''), line: quote.line, unit });
        break;
      }
    }
  }
  return found;
}

/** Totals beside what was found. */
export function toTotals(totals: readonly TotalWords[], found: number): StatedTotal[] {
  return totals.map(({ text, stated, line }) => ({ text, kind: 'server', stated, found, line }));
}
