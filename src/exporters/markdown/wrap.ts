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
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && columns(line) + 1 + columns(word) > width && !risky.test(word)) {
      lines.push(line);
      line = rest + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line];
}
