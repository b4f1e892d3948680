/** A place in a text; both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset. */
export function toTextPosition(text: string, offset: number): TextPosition {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

const blank = new Set([' ', '\t', '\n', '\r']);

function skipBlank(text: string, from: number): number {
  let at = from;
  while (blank.has(text.charAt(at))) at += 1;
  return at;
}

/** The offset after the string that starts (with its quote) at `from`. */
function skipString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** The offset after the value that starts at `from`; the text is known to be valid JSON. */
function skipValue(text: string, from: number): number {
  let at = from;
  let depth = 0;
  do {
    const c = text.charAt(at);
    if (c === '"') at = skipString(text, at);
    else {
      if (c === '{' || c === '[') depth += 1;
      if (c === '}' || c === ']') depth -= 1;
      at += 1;
      if (depth === 0 && !'{}[]'.includes(c)) {
        while (at < text.length && !',]}'.includes(text.charAt(at)) && !blank.has(text.charAt(at))) at += 1;
      }
    }
  } while (depth > 0 && at < text.length);
  return at;
}

/** The offset of one entry of the object or list at `from`, or `null` when it has none of that name or index. */
function findEntry(text: string, from: number, wanted: string | number): number | null {
  const isList = text.charAt(from) === '[';
  let at = skipBlank(text, from + 1);
  for (let index = 0; at < text.length && !'}]'.includes(text.charAt(at)); index += 1) {
    let name: unknown = index;
    if (!isList) {
      const end = skipString(text, at);
      name = JSON.parse(text.slice(at, end));
      at = skipBlank(text, skipBlank(text, end) + 1);
    }
    if (name === wanted) return at;
    at = skipBlank(text, skipValue(text, at));
    if (text.charAt(at) === ',') at = skipBlank(text, at + 1);
  }
  return null;
}

/**
 * The line (from 1) on which a value stands in a valid JSON text; for a value that is missing, the line on which the
 * object starts that should hold it.
 */
export function toLineOfPath(text: string, path: readonly (string | number)[]): number {
  let at = skipBlank(text, text.startsWith('\uFEFF') ? 1 : 0);
  for (const step of path) {
    if (!'{['.includes(text.charAt(at)) || text.charAt(at) === '') break;
    const entry = findEntry(text, at, step);
    if (entry === null) break;
    at = entry;
  }
  return toTextPosition(text, at).line;
}
