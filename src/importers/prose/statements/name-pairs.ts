import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import type { Context } from './clause-subjects.ts';
import type { Found } from './matcher.ts';
import { type Reading, toEvidence } from './reading.ts';
import { type Named, resolveNamed } from './resolve.ts';
import { makeService } from './services.ts';
import { thingOf } from './subjects.ts';

const bracket = /^["'”`*]*\s*\(\s*["'“`*]*$/u;
const at = /^["'”`*)]*\s+(?:at|bei|with|in)\s+(?:the\s+|our\s+)?["'“`*]*$/iu;

/** "db1 (MariaDB)" runs it, "m1 at Scaleway" stands there: what two names beside each other say, in any sentence on what is so. */
export function readNamePairs(reading: Reading, context: Context, names: readonly Found<Named>[]): void {
  const { unit, sentence } = context;
  const { text } = sentence;
  if (/\?\s*$/u.test(text) || findMode(text, '') !== 'asserted') return;
  names.forEach((first, index) => {
    const next = names[index + 1];
    if (next === undefined || first.value.is !== 'thing' || !/^(?:server|host):/u.test(first.value.key))
      return;
    const gap = text.slice(first.to, next.from);
    const where = { unit, from: sentence.from + next.from, to: sentence.from + next.to };
    const closes = text.slice(next.to, next.to + 3).startsWith(')');
    if (next.value.is === 'product' && !next.value.entry.saas && bracket.test(gap) && closes) {
      const name = text.slice(next.from, next.to);
      const made = makeService(reading, name, first.value.key, ['said to run', 'known product'], where);
      if (made !== null) made.type ??= next.value.entry.type;
      return;
    }
    const isProvider =
      next.value.is === 'provider' ||
      (next.value.is === 'thing' && /^(?:provider|site):/u.test(next.value.key));
    const thing = thingOf(reading.draft, first.value.key);
    if (!isProvider || thing === null || thing.parent !== null || !at.test(gap)) return;
    thing.parent = resolveNamed(reading, next, where, null);
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', where.from, where.to));
  });
}
