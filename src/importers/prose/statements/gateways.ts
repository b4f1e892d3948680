import { gatewayCues } from '../lexicon/relations.ts';
import type { Reading } from './reading.ts';
import { subjectOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** The machine through which the others are reached: `null` when the text names none. */
export function findGateways(reading: Reading): { readonly key: string; readonly unit: Unit }[] {
  const found: { key: string; unit: Unit }[] = [];
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    if (!gatewayCues.some((cue) => cue.words.test(unit.text.plain.slice(0, 1500)))) continue;
    const key = subjectOf(reading, unit).keys.find((each) => each.startsWith('server:'));
    if (key !== undefined) found.push({ key, unit });
  }
  return found;
}
