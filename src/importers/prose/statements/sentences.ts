/** A sentence as a stretch of a unit's plain text. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|ca|z\.B|d\.h|bzw|vs|resp|approx|no|nr|inc|ltd|lda|corp|co|e\.V|dr|st|U\.S|a\.m|p\.m|incl)\.$/iu;

/** A mark of doubt or surprise behind the end of a sentence: it belongs to what it stands behind. */
const markBehind = /\s*(?:\([?!]+\)|\[[?!]+\]|[?!]+)(?=\s|$)/uy;

/** Parts a text into sentences: at `.`, `!` or `?` before a blank, unless an abbreviation or a bracket is open. */
export function toSentences(plain: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let depth = 0;
  const push = (to: number): void => {
    const text = plain.slice(from, to);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== '')
      sentences.push({ from: from + lead, to: from + text.trimEnd().length, text: text.trim() });
    from = to;
  };
  for (let i = 0; i < plain.length; i += 1) {
    const character = plain[i];
    if (character === '(' || character === '[') depth += 1;
    else if ((character === ')' || character === ']') && depth > 0) depth -= 1;
    else if (character === '.' || character === '!' || character === '?') {
      const after = plain[i + 1] ?? ' ';
      if (!/\s/u.test(after)) continue;
      if (depth > 0 && i - from < 400) continue;
      if (character === '.' && abbreviation.test(plain.slice(Math.max(0, i - 8), i + 1))) continue;
      markBehind.lastIndex = i + 1;
      i = markBehind.test(plain) ? markBehind.lastIndex - 1 : i;
      push(i + 1);
      depth = 0;
    }
  }
  push(plain.length);
  return sentences;
}
