import { toLinePieces, type LinePiece, type LineQuote, type ReviewRow } from '#stores/review-rows.ts';
import type { Proposal } from '#core/importers/contract.ts';
import type { Span } from './chosen-words.ts';

/** A note in the margin of a line: the row that was read from it. */
export interface LineNote {
  readonly key: string;
  readonly row: ReviewRow;
}

/** One line of the shown document. What only a line in sight needs is made when it is asked for: a document can have 200,000. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  readonly quotes: readonly LineQuote[];
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
): readonly SourceLine[] {
  const missed = new Set(proposal.notUnderstood.map((each) => each.line));
  const { text } = proposal.source;
  if (text !== null) {
    return text
      .split('\n')
      .map((line, index) =>
        toLine(index + 1, () => line, quotes.get(index + 1) ?? [], missed.has(index + 1)),
      );
  }
  const toText = (own: readonly LineQuote[]): string =>
    [...new Set(own.map((quote) => quote.evidence.quote))].join('  ');
  return [...quotes.entries()]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) => toLine(number, () => toText(own), own, missed.has(number)));
}

function toLine(
  number: number,
  toText: () => string,
  quotes: readonly LineQuote[],
  isNotUnderstood: boolean,
): SourceLine {
  let text: string | undefined;
  let pieces: readonly LinePiece[] | undefined;
  let notes: readonly LineNote[] | undefined;
  return {
    number,
    quotes,
    isNotUnderstood,
    get text() {
      text ??= toText();
      return text;
    },
    get pieces() {
      pieces ??= toLinePieces(this.text, quotes);
      return pieces;
    },
    get notes() {
      notes ??= [...new Map(quotes.map(({ key, row }) => [key, { key, row }])).values()];
      return notes;
    },
    get isHeading() {
      return heading.test(this.text);
    },
  };
}

/** So many marks stand beside a document at most: more could not be told apart. */
export const railSlots = 400;

/** Where on the rail lines have notes (0 to `railSlots`), and whether the chosen thing is among them. */
export function toRailMarks(
  lines: readonly SourceLine[],
  chosen: string | null,
): readonly { readonly at: number; readonly isOn: boolean }[] {
  const marks = new Map<number, boolean>();
  for (const [index, { quotes }] of lines.entries()) {
    if (quotes.length === 0) continue;
    const at = Math.floor((index / lines.length) * railSlots);
    marks.set(at, marks.get(at) === true || quotes.some((quote) => quote.key === chosen));
  }
  return [...marks].map(([at, isOn]) => ({ at, isOn }));
}

/** A piece as it is drawn: where it starts, and whether it is among the words that a person chose. */
export interface ShownPiece extends LinePiece {
  readonly start: number;
  readonly isPicked: boolean;
}

/** The pieces of a line, cut once more where the chosen words start and end. */
export function cutPieces(pieces: readonly LinePiece[], picked: Span | null): readonly ShownPiece[] {
  const shown: ShownPiece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    const inside = picked === null ? [] : [picked.start, picked.end].filter((at) => at > start && at < end);
    const cuts = [start, ...inside, end];
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[index + 1] ?? end;
      const isPicked = picked !== null && from >= picked.start && to <= picked.end && to > from;
      shown.push({
        text: piece.text.slice(from - start, to - start),
        keys: piece.keys,
        start: from,
        isPicked,
      });
    }
    start = end;
  }
  return shown;
}
