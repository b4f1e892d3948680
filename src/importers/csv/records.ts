/** One record of a table file: its first physical line and its cells, quotes taken off. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** By column, how a cell stands in the file where that is not what it says: with its quote marks doubled. */
  readonly written?: ReadonlyMap<number, string>;
  /** By column, the line of a cell that does not stand on `line`. */
  readonly lines?: ReadonlyMap<number, number>;
}

/** All records; `unclosedAt` is the line of a quote that never ends. */
export interface TableRecords {
  readonly records: readonly TableRecord[];
  readonly unclosedAt: number | null;
}

/** Finds the next occurrence once and remembers it, so that a file with a single column is still read in linear time. */
function makeFinder(text: string, what: string): (from: number) => number {
  let known = -2;
  return (from) => {
    if (known === -1 || known >= from) return known;
    known = text.indexOf(what, from);
    return known;
  };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Reads a quoted cell that opens at `at`; `end` is behind its closing quote, or -1 when it never closes. */
function readQuoted(
  text: string,
  at: number,
): { readonly value: string; readonly written: string; readonly end: number } {
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: '', written: '', end: -1 };
    if (text[quote + 1] !== '"') {
      const written = text.slice(at + 1, quote);
      return { value: written.replaceAll('""', '"'), written, end: quote + 1 };
    }
    from = quote + 2;
  }
}

const mostBlanks = 8;

/**
 * Where the quote of a cell opens: at its start, or behind a few blanks when the quote that closes it is the end of the cell
 * (`a, "b, c"`), as some programs write it. -1: the cell is not quoted.
 */
function findOpening(text: string, at: number, delimiter: string): number {
  if (text[at] === '"') return at;
  let start = at;
  while (text[start] === ' ' && start - at < mostBlanks) start += 1;
  if (start === at || text[start] !== '"') return -1;
  const { end } = readQuoted(text, start);
  if (end < 0) return -1;
  const next = text[end];
  return next === undefined || next === delimiter || next === '\n' ? start : -1;
}

/**
 * Splits a text whose line ends are all `\n` into records, as RFC 4180 says, with a one-character delimiter. A quote
 * inside an unquoted cell is literal; text behind a closing quote is kept. Reading stops at a quote that never closes.
 */
export function readRecords(text: string, delimiter: string, firstLine = 1): TableRecords {
  const findDelimiter = makeFinder(text, delimiter);
  const findBreak = makeFinder(text, '\n');
  const records: TableRecord[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const cells: string[] = [];
    const written = new Map<number, string>();
    const start = line;
    for (;;) {
      let head = '';
      const opening = findOpening(text, at, delimiter);
      if (opening >= 0) {
        const quoted = readQuoted(text, opening);
        if (quoted.end < 0) return { records, unclosedAt: line };
        line += countBreaks(quoted.value);
        head = quoted.value;
        if (quoted.written !== head) written.set(cells.length, quoted.written);
        at = quoted.end;
      }
      const nextDelimiter = findDelimiter(at);
      const nextBreak = findBreak(at);
      const stop = nextBreak < 0 ? text.length : nextBreak;
      const isLast = nextDelimiter < 0 || nextDelimiter > stop;
      cells.push(head + text.slice(at, isLast ? stop : nextDelimiter));
      at = (isLast ? stop : nextDelimiter) + 1;
      if (isLast) break;
    }
    line += 1;
    records.push({ line: start, cells, ...(written.size > 0 ? { written } : {}) });
  }
  return { records, unclosedAt: null };
}
