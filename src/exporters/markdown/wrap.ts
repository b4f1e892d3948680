const width = 118;

/** A word that must not start a line: Markdown would read a list, a heading, a quote or a rule into it. */
const risky = /^(?:[-+*=#>|:~]|\d+[.)])/u;

function columns(text: string): number {
  return Array.from(text).length;
}

/**
 * Breaks a paragraph at blanks so that no line of the raw text is wider than 118 columns where that is possible: a word is
 * never cut, and a line never begins with a sign that would change the meaning. `rest` indents the following lines.
 */
export function wrap(text: string, first = '', rest = ''): string[] {
  const lines: string[] = [];
  let start = first;
  let words: string[] = [];
  for (const word of text.split(' ')) {
    const line = `${start}${[...words, word].join(' ')}`;
    if (words.length > 0 && columns(line) > width) {
      // A word that must not start a line takes along those before it.
      const at = [...words, word].findLastIndex((each, index) => index > 0 && !risky.test(each));
      if (at > 0) {
        lines.push(`${start}${words.slice(0, at).join(' ')}`);
        words = words.slice(at);
        start = rest;
      }
    }
    words.push(word);
  }
  return [...lines, `${start}${words.join(' ')}`];
}
