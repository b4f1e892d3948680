/** A stretch of one line: characters from `start` up to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of a line that a person chose; `anchor` stays and `focus` moves when they reach further. */
export interface ChosenWords {
  readonly line: number;
  readonly anchor: Span;
  readonly focus: Span;
}

const word = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu;

/** The words of a line, without the punctuation around them. */
export function toWordSpans(text: string): Span[] {
  return [...text.matchAll(word)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The whole stretch that is chosen. */
export function toSpan({ anchor, focus }: ChosenWords): Span {
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) };
}

/** A stretch without the white space at its ends; `null`: nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const cut = text.slice(start, end);
  const words = cut.trim();
  if (words === '') return null;
  const from = start + cut.indexOf(words);
  return { start: from, end: from + words.length };
}

/** The next or previous word of the line, alone or together with what is chosen. */
export function stepWord(text: string, chosen: ChosenWords, by: 1 | -1, isReaching: boolean): ChosenWords {
  const spans = toWordSpans(text);
  const { focus } = chosen;
  const after = spans.find((span) => span.start >= focus.end);
  const before = spans.findLast((span) => span.end <= focus.start);
  const next = (by === 1 ? after : before) ?? focus;
  return { ...chosen, focus: next, anchor: isReaching ? chosen.anchor : next };
}

/** The first word of the nearest line in that direction that has one; `null` at the end. */
export function stepLine(
  lines: readonly { readonly number: number; readonly text: string }[],
  from: number,
  by: 1 | -1,
): ChosenWords | null {
  for (let at = from; at >= 0 && at < lines.length; at += by) {
    const line = lines[at];
    const first = line === undefined ? undefined : toWordSpans(line.text)[0];
    if (line !== undefined && first !== undefined) return { line: line.number, anchor: first, focus: first };
  }
  return null;
}
