import { mdQuote, mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Evidence } from '#core/model/evidence.ts';

/** The words of a source and where they stand: `“Not being used now (?)” (servers.md:156)`. Nothing without sources. */
export function toCitation(reader: PlanReader, evidence: Evidence | undefined): string {
  if (evidence === undefined || reader.options.without.includes('sources')) return '';
  const place = reader.toPlace(evidence);
  return `${mdQuote(evidence.quote)}${place === '' ? '' : ` (${mdText(place)})`}`;
}

/** Why something is so: a person's own words, and the words of the source where they are not the same. */
export function toReason(reader: PlanReader, why: string, evidence: readonly Evidence[]): string {
  const first = evidence.find((each) => sameWords(each.quote, why)) ?? evidence[0];
  const cited = toCitation(reader, first);
  const own =
    why.trim() === '' || (first !== undefined && cited !== '' && sameWords(first.quote, why))
      ? ''
      : mdText(why);
  // A name alone says nothing beside the words of a person: where it stands is enough.
  if (own !== '' && first !== undefined && cited !== '' && !/\s/u.test(first.quote.trim())) {
    const place = reader.toPlace(first);
    return place === '' ? own : `${own} (${mdText(place)})`;
  }
  return [own, cited].filter((part) => part !== '').join(': ');
}

/** Whether one text says what the other says, but for signs and case. */
export function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [left, right] = [plain(a), plain(b)];
  return left !== '' && right !== '' && (left.includes(right) || right.includes(left));
}
