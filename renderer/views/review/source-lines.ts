import { toLinePieces, type LinePiece, type LineQuote, type ReviewRow } from '#stores/review-rows.ts';
import type { Proposal } from '#core/importers/contract.ts';

/** A note in the margin of a line: the row that was read from it. */
export interface LineNote {
  readonly key: string;
  readonly row: ReviewRow;
}

/** One line of the shown document. */
export interface SourceLine {
  readonly number: number;
  readonly pieces: readonly LinePiece[];
  readonly notes: readonly LineNote[];
  readonly isHeading: boolean;
  readonly isNotUnderstood: boolean;
}

const heading = /^(?:#{1,6}\s|={1,6}\s|[=\-~^"']{4,}\s*$)/u;

/** The lines of a prose document; of other files (their text is not kept) the quoted words of each line. */
export function toSourceLines(
  proposal: Proposal,
  quotes: ReadonlyMap<number, readonly LineQuote[]>,
  rowsByKey: ReadonlyMap<string, ReviewRow>,
): readonly SourceLine[] {
  const missed = new Set(proposal.notUnderstood.map((each) => each.line));
  const toLine = (number: number, text: string): SourceLine => {
    const own = quotes.get(number) ?? [];
    const keys = [...new Set(own.map((quote) => quote.key))];
    return {
      number,
      pieces: toLinePieces(text, own),
      notes: keys.flatMap((key) => {
        const row = rowsByKey.get(key);
        return row === undefined ? [] : [{ key, row }];
      }),
      isHeading: heading.test(text),
      isNotUnderstood: missed.has(number),
    };
  };
  const { text } = proposal.source;
  if (text !== null) return text.split('\n').map((line, index) => toLine(index + 1, line));
  return [...quotes.entries()]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) =>
      toLine(number, [...new Set(own.map((quote) => quote.evidence.quote))].join('  ')),
    );
}
