import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import {
  listGap,
  proxyBehind,
  storeBehind,
  supposed,
  type UsageCue,
  usageCues,
} from '#core/importers/prose/lexicon/usage.ts';
import { addEvidence, needLink } from '#core/importers/prose/proposal/draft.ts';
import { findKnownNames, type KnownName } from './known-names.ts';
import { findServiceOf, plainNoun } from './known-service.ts';
import { type Found, toTokens } from './matcher.ts';
import { toNameKey } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { Sentence } from './sentences.ts';
import { makeProviderOf } from './service-titles.ts';
import { makeService } from './services.ts';
import { subjectOf } from './subjects.ts';
import { isTask } from './titles.ts';
import type { Unit } from './unit.ts';

/** The products that a cue speaks of: the one nearest to it, and those in one list with it. */
function productsAt(
  text: string,
  known: readonly Found<KnownName>[],
  cue: UsageCue,
  at: number,
  end: number,
): Found<KnownName>[] {
  const behind = cue.product === 'behind';
  const side = known.filter((each) => (behind ? each.from >= end : each.to <= at));
  const ordered = behind ? side : side.toReversed();
  const found: Found<KnownName>[] = [];
  let edge = behind ? end : at;
  for (const each of ordered) {
    const gap = behind ? text.slice(edge, each.from) : text.slice(each.to, edge);
    const near = found.length === 0 ? gap.length <= cue.reach && !/[.;:!?,]/u.test(gap) : listGap.test(gap);
    if (!near) break;
    found.push(each);
    edge = behind ? each.to : each.from;
  }
  return found.filter((each) => each.value.is === 'product');
}

/** Words before a thing that say that it is in the place which is spoken of. */
const placedHere = /\b(?:contains|hosts|runs|houses|serves)\b/iu;

/** The service that the page is about: the one that its first heading names. */
function findPageService(reading: Reading): string | null {
  const title = reading.units.find((unit) => unit.role === 'title');
  const name = toNameKey(title?.text.plain ?? '');
  for (const thing of reading.draft.things.values())
    if (thing.kind === 'service' && name !== '' && toNameKey(thing.name) === name) return thing.key;
  return null;
}

/** What a page says of its own service's neighbours: "there is a Redis backend", "nginx is set up as a reverse proxy". */
function linkToPage(reading: Reading, unit: Unit, sentence: Sentence, key: string, behind: string): void {
  const isStore = storeBehind.test(behind);
  if (!isStore && !proxyBehind.test(behind)) return;
  const page = findPageService(reading);
  if (page === null || page === key) return;
  const link = isStore
    ? needLink(reading.draft, page, key, 'uses')
    : needLink(reading.draft, key, page, 'proxies');
  link.reason = 'the page of the one says what the other is for';
  addEvidence(link.evidence, toEvidence(reading, unit.text, 'type', sentence.from, sentence.to));
}

function readSentence(reading: Reading, unit: Unit, sentence: Sentence, previous: string | undefined): void {
  const { text } = sentence;
  if (text.length > 500 || supposed.test(text) || isTask(text.slice(0, 80))) return;
  let known: Found<KnownName>[] | null = null;
  for (const cue of usageCues) {
    const hit = cue.words.exec(text);
    if (hit === null) continue;
    if (findMode(text, text.slice(0, hit.index)) !== 'asserted') return;
    known ??= findKnownNames(text);
    for (const each of productsAt(text, known, cue, hit.index, hit.index + hit[0].length)) {
      if (each.value.is !== 'product' || findServiceOf(reading, each.value.entry.id) !== null) continue;
      // "The MySQL database on db1" says itself where it runs: that is read with the relations.
      if (/^["'`)]*\s+(?:\p{L}+\s+)?(?:on|auf|at)\s/u.test(text.slice(each.to))) continue;
      // "Through relay1 (Postfix)": the machine before the bracket runs it.
      const bracketed = /([\p{L}\d][\p{L}\d.-]*)\s*\(\s*$/u.exec(text.slice(0, each.from))?.[1];
      if (bracketed !== undefined && reading.draft.things.has(`server:${bracketed.toLowerCase()}`)) continue;
      // "Contains our private PyPI server" places the thing under its whole name: that is read with the relations.
      if (
        placedHere.test(text.slice(0, each.from)) &&
        plainNoun.test(text.slice(each.to).split(/[,.;(]/u, 1)[0] ?? '')
      )
        continue;
      const { entry } = each.value;
      const where = { unit, from: sentence.from + each.from, to: sentence.from + each.to };
      const isIt = /^(?:it|this|that)\b/iu.test(text);
      const server =
        subjectOf(reading, unit).keys.find((key) => key.startsWith('server:')) ??
        (isIt ? previous : undefined);
      if (cue.id === 'it is a' && server === undefined) continue;
      const parent =
        entry.vendor === null
          ? entry.saas
            ? null
            : (server ?? null)
          : makeProviderOf(reading, entry.vendor, where);
      const made = makeService(reading, text.slice(each.from, each.to), parent, ['said to be in use'], where);
      if (made === null) continue;
      made.type ??= entry.type;
      linkToPage(reading, unit, sentence, made.key, text.slice(each.to, each.to + 60));
    }
  }
}

/** Products of which the text says that they are in use here ("we use", "is done with", "our own instance"). */
export function readUsedSoftware(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table' || unit.role === 'field') continue;
    let previous: string | undefined;
    for (const sentence of unit.sentences) {
      readSentence(reading, unit, sentence, previous);
      const named = toTokens(sentence.text)
        .map((token) => `server:${token.text.toLowerCase()}`)
        .filter((key) => reading.draft.things.has(key));
      previous = named.length === 1 ? named[0] : named.length > 1 ? undefined : previous;
    }
  }
}
