import { compareText } from '#core/base/compare.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { toDidYouMean } from './close-names.ts';
import { isUnclear, isUnknown, type FindTrouble } from './find-trouble.ts';

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** One thing of a list by what identifies it for a person: compared exactly, then without case; else a sentence. */
export function findByText<T extends { readonly id: string }>(
  what: string,
  rows: Iterable<T>,
  toText: (row: T) => string,
  text: string,
): Result<T['id'], FindTrouble> {
  const all = [...rows];
  const exact = all.filter((row) => toText(row).trim() === text);
  const lower = text.toLowerCase();
  const found = exact.length > 0 ? exact : all.filter((row) => toText(row).trim().toLowerCase() === lower);
  const [only] = found;
  if (only === undefined) {
    return fail(isUnknown(what, cut(text), toDidYouMean(text, all.map(toText))));
  }
  if (found.length === 1) return ok(only.id);
  const ids = found.map(({ id }) => id).sort(compareText);
  return fail(
    isUnclear(`there are ${found.length} of the name "${cut(text)}": ${ids.join(', ')}. Write the id.`),
  );
}
