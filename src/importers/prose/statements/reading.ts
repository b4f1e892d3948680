import type { ProposedEvidence } from '#core/importers/contract.ts';
import { quoteOf } from '#core/importers/prose/outline/quote.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import type { Draft } from '#core/importers/prose/proposal/draft.ts';
import type { SiteCodes } from './site-codes.ts';
import type { Subject } from './subjects.ts';
import type { UnitList } from './unit.ts';

/** A document while it is being read: what was found so far, and what units (by index) are about by themselves. */
export interface Reading extends UnitList {
  readonly draft: Draft;
  readonly own: Map<number, Subject>;
  /** Things named in the section of a heading (by its index). */
  readonly mentioned: Map<number, Set<string>>;
  /** Words by which the text speaks of one of its machines, with the machine's key. */
  readonly said: Map<string, string>;
  /** Names without capitals that act like parties in the document. */
  readonly lowerParties: ReadonlySet<string>;
  /** Short names of places that the document explains. */
  readonly siteCodes: SiteCodes;
}

/** Evidence for a field from a stretch of a text; `null` when there are no words. */
export function toEvidence(
  reading: Pick<UnitList, 'outline'>,
  text: RichText,
  field: string,
  from = 0,
  to: number = text.plain.length,
): ProposedEvidence | null {
  const quote = quoteOf(reading.outline, text, from, to);
  return quote === null ? null : { ...quote, field };
}
