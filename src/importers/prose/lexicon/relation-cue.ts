import type { Relation, RelationCue } from './relations.ts';
import { withLetters } from './table-text.ts';

type Extra = Pick<RelationCue, 'inside' | 'ofLast'>;

/** A cue of the tables of relations; `reversed` and the rest as in `RelationCue`. */
export function makeCue(
  relation: Relation,
  words: RegExp,
  example: string,
  reversed = false,
  extra: Extra = {},
): RelationCue {
  return { relation, words: withLetters(words), reversed, example, ...extra };
}
