const mostOctets = 75;

/** How many bytes of UTF-8 a character takes. */
function octetsOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/**
 * A text as a TEXT value of iCalendar (RFC 5545, 3.3.11): backslash, semicolon and comma escaped, line ends as `\n`, other
 * control characters left out, lone surrogates as U+FFFD.
 */
export function toIcsText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
      .replace(/\r\n|[\n\r\u0085\u2028\u2029]/gu, '\\n')
      // oxlint-disable-next-line eslint/no-control-regex -- they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
  );
}

/** A content line, folded so that no line has more than 75 octets; a character is never cut (RFC 5545, 3.1). Ends with CRLF. */
export function toIcsLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const sign of `${name}:${value}`) {
    const own = octetsOf(sign);
    if (octets + own > mostOctets) {
      lines.push(line);
      line = ' ';
      octets = 1;
    }
    line += sign;
    octets += own;
  }
  return `${[...lines, line].join('\r\n')}\r\n`;
}
