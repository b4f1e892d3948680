import { retentionCues, scheduleCues } from '#core/importers/prose/lexicon/kept.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import { subjectOf, thingOf } from './subjects.ts';
import { isTask } from './titles.ts';

/** Words of work that a schedule is worth keeping for: what is copied, exported, cleaned up. */
const work =
  /\b(?:back-?ups?|backed|dump(?:s|ed)?|snapshots?|cop(?:y|ies|ied)|export(?:s|ed)?|imports?|syncs?|synced|sync(?:hroni[sz]ed)?|rsync|pull(?:s|ed)?|push(?:es|ed)?|fetche[sd]|fetch|clean(?:s|ed)?|rotat(?:es|ed)|uploads?|sicher\w*|kopiert|gesichert|reboots?|restarts?|jobs?)\b/iu;

/**
 * How long things are kept and when they are copied has no field of its own in a plan: the sentence is kept among the notes of the
 * thing, also where it yielded a dependency.
 */
export function readKept(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    let previous: string | undefined;
    for (const sentence of unit.sentences) {
      const { text } = sentence;
      const named = finder(text).find(
        ({ value }) => value.is === 'thing' && /^(?:server|service):/u.test(value.key),
      );
      const first = named?.value.is === 'thing' ? named.value.key : undefined;
      const isKept = retentionCues.some((cue) => cue.words.test(text));
      const isDue = work.test(text) && scheduleCues.some((cue) => cue.words.test(text));
      const own = subjectOf(reading, unit).keys.filter((key) => /^(?:server|service):/u.test(key));
      const keys = own.length > 0 && own.length <= 6 ? own : [first ?? previous ?? ''];
      previous = first ?? previous;
      if ((!isKept && !isDue) || text.length > 300 || isTask(text.slice(0, 60))) continue;
      if (['past', 'wished', 'doubted'].includes(findMode(text, ''))) continue;
      for (const key of keys) {
        const thing = thingOf(reading.draft, key);
        if (thing === null || thing.notes.length >= 12 || thing.notes.some((note) => note.includes(text)))
          continue;
        thing.notes.push(text);
        addEvidence(thing.evidence, toEvidence(reading, unit.text, 'notes', sentence.from, sentence.to));
        reading.draft.understood.add(unit.index);
      }
    }
  }
}
