import { gatewayCues } from '#core/importers/prose/lexicon/relations.ts';
import { toTokens } from './matcher.ts';
import type { Reading } from './reading.ts';
import { subjectOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** The machine through which the others are reached: `null` when the text names none. */
export function findGateways(
  reading: Reading,
): { readonly key: string; readonly unit: Unit; readonly strong: boolean }[] {
  const found: { key: string; unit: Unit; strong: boolean }[] = [];
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    const cues = gatewayCues.filter((cue) => cue.words.test(unit.text.plain.slice(0, 1500)));
    if (cues.length === 0) continue;
    const named = toTokens(unit.text.plain.slice(0, 1500)).find((token) =>
      reading.draft.things.has(`server:${token.text.toLowerCase()}`),
    );
    const own = subjectOf(reading, unit);
    const key =
      named === undefined
        ? own.plural
          ? undefined
          : own.keys.find((each) => each.startsWith('server:'))
        : `server:${named.text.toLowerCase()}`;
    if (key !== undefined) found.push({ key, unit, strong: cues.some((cue) => cue.strong) });
  }
  return found;
}
