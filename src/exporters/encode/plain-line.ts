const bidiControls = /[\u202a-\u202e\u2066-\u2069]/gu;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
// Control characters say nothing to a reader and can steer a terminal.
// oxlint-disable-next-line eslint/no-control-regex -- they are what is taken out
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu;

function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, '')
    .replace(bidiControls, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** Lines of text as a terminal may safely show them: each stays one line, with its indent, and steers nothing. */
export function toPlainLines(lines: readonly string[]): string[] {
  return lines.map((line) => withoutControls(line.replace(breaks, ' ')).trimEnd());
}

/**
 * A text on one line, as a person may safely read it: line breaks and tabs become one blank, control characters go,
 * lone surrogates become U+FFFD, and what turns the reading direction around is shown as `\u202e` instead of acting.
 */
export function toPlainLine(text: string): string {
  return withoutControls(text.replace(breaks, ' ')).trim();
}
