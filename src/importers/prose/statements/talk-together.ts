import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { protocols, talkTogether } from '#core/importers/prose/lexicon/relations.ts';
import { addEvidence, needLink } from '#core/importers/prose/proposal/draft.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';

/** The one thing that a phrase names, also in the plural; `null` when it names none. */
function thingIn(reading: Reading, finder: NameFinder, phrase: string): string | null {
  for (const words of [phrase, phrase.replace(/s$/iu, '')]) {
    for (const found of finder(words))
      if (found.value.is === 'thing' && /^(?:server|service):/u.test(found.value.key)) return found.value.key;
    const key = `service:${words.trim().toLowerCase()}`;
    if (reading.draft.things.has(key)) return key;
  }
  return null;
}

/** "The agents and the hub communicate over HTTP": the first connects to the second. */
export function readTalkTogether(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const sentence of unit.sentences) {
      const hit = sentence.text.length > 400 ? null : talkTogether.exec(sentence.text);
      if (hit === null || findMode(sentence.text, hit[0]) !== 'asserted') continue;
      const from = thingIn(reading, finder, hit[1] ?? '');
      const to = thingIn(reading, finder, hit[2] ?? '');
      if (from === null || to === null || from === to) continue;
      const link = needLink(reading.draft, from, to, 'connects');
      const protocol = protocols.find((each) => each.words.test(sentence.text.slice(hit[0].length)));
      link.protocol ??= protocol?.protocol ?? null;
      link.encrypted ??= protocol?.encrypted ?? null;
      link.reason = 'the text says that they talk to each other';
      addEvidence(link.evidence, toEvidence(reading, unit.text, 'type', sentence.from, sentence.to));
      reading.draft.understood.add(unit.index);
    }
  }
}
