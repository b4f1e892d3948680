import {
  dormantWords,
  newMachineBefore,
  plannedWords,
  removalSentence,
} from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { resolveKnown, toPhrases } from './phrases.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import { subjectOf, thingOf } from './subjects.ts';

/** Whether a sentence says of its machines what will be, not what is. */
function isFuture(text: string): boolean {
  return plannedWords.test(text) || (findMode(text, '') === 'future' && !removalSentence.test(text));
}

/** Machines of which the text only says what they will do are planned; those said to be idle are dormant. */
export function readStatuses(reading: Reading, finder: NameFinder): void {
  const mentions = new Map<string, { future: number; other: number; line: ReturnType<typeof toEvidence> }>();
  const planned = new Map<string, ReturnType<typeof toEvidence>>();
  for (const unit of reading.units) {
    if (unit.role === 'table' || unit.role === 'title') continue;
    let previous: readonly string[] = [];
    for (const sentence of unit.sentences) {
      if (sentence.text.length > 600) continue;
      const named = toPhrases(sentence.text, finder(sentence.text), []).flatMap((phrase) =>
        resolveKnown(reading, phrase),
      );
      const servers = named.filter((key) => key.startsWith('server:'));
      const line = toEvidence(reading, unit.text, 'status', sentence.from, sentence.to);
      const future = isFuture(sentence.text);
      const replacedBy = /\b(?:replaced|superseded|ersetzt|abgelöst)\s+(?:by|durch)\b/iu.exec(
        sentence.text,
      )?.index;
      for (const key of new Set(servers)) {
        const known = mentions.get(key) ?? { future: 0, other: 0, line };
        const name = thingOf(reading.draft, key)?.name ?? '';
        const isHeir = replacedBy !== undefined && sentence.text.indexOf(name) > replacedBy;
        if (newMachineBefore.test(sentence.text.slice(0, Math.max(0, sentence.text.indexOf(name)))))
          planned.set(key, line);
        if (future) known.future += 1;
        else if (!isHeir && !/^(?:as soon as|once|after|sobald)/iu.test(sentence.text)) known.other += 1;
        mentions.set(key, known);
      }
      const about =
        servers.length > 0 ? servers : previous.length > 0 ? previous : subjectOf(reading, unit).keys;
      const thing = about.length === 1 ? thingOf(reading.draft, about[0]) : null;
      if (dormantWords.test(sentence.text) && !future && thing?.kind === 'server' && thing.status === null) {
        thing.status = 'dormant';
        addEvidence(thing.evidence, line);
      }
      if (servers.length > 0) previous = servers.slice(0, 1);
    }
  }
  for (const [key, line] of planned) {
    const thing = thingOf(reading.draft, key);
    if (thing === null || thing.status !== null) continue;
    thing.status = 'planned';
    addEvidence(thing.evidence, line);
  }
  for (const [key, { future, other, line }] of mentions) {
    const thing = thingOf(reading.draft, key);
    if (thing === null || thing.status !== null || future === 0 || other > 0) continue;
    thing.status = 'planned';
    addEvidence(thing.evidence, line);
  }
}
