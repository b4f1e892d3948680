import type { RichText } from './block.ts';

/** A stretch of a text with its places and the marks that lie in it. */
export function sliceText(text: RichText, from: number, to: number = text.plain.length): RichText {
  return {
    plain: text.plain.slice(from, to),
    at: text.at.slice(from, to),
    marks: text.marks
      .filter((mark) => mark.from < to && mark.to > from)
      .map((mark) => ({ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from })),
  };
}
