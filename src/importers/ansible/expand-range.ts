import { limits } from '../limits.ts';

/** A range `[a:b]` or `[a:b:step]` of a host name; the colon tells it from an address in brackets. */
const range = /\[(?:(\d{1,9}):(\d{1,9})|([a-zA-Z]):([a-zA-Z]))(?::(\d{1,9}))?\]/u;

function countOf(text: string): number {
  let count = 1;
  let rest = text;
  for (let match = range.exec(rest); match !== null; match = range.exec(rest)) {
    const [from, to] = boundsOf(match);
    const step = Math.max(1, Number(match[5] ?? 1));
    count *= Math.max(0, Math.floor((to - from) / step) + 1);
    if (count > limits.rangeNames) return count;
    rest = rest.slice(match.index + match[0].length);
  }
  return count;
}

function boundsOf(match: RegExpExecArray): readonly [from: number, to: number] {
  if (match[1] !== undefined) return [Number(match[1]), Number(match[2])];
  return [(match[3] ?? 'a').charCodeAt(0), (match[4] ?? 'a').charCodeAt(0)];
}

function expand(text: string): readonly string[] {
  const match = range.exec(text);
  if (match === null) return [text];
  const [from, to] = boundsOf(match);
  const step = Math.max(1, Number(match[5] ?? 1));
  const width = match[1]?.startsWith('0') === true ? match[1].length : 0;
  const rest = expand(text.slice(match.index + match[0].length));
  const head = text.slice(0, match.index);
  const names: string[] = [];
  for (let at = from; at <= to; at += step) {
    const part = match[1] === undefined ? String.fromCharCode(at) : String(at).padStart(width, '0');
    for (const tail of rest) names.push(`${head}${part}${tail}`);
  }
  return names;
}

/**
 * The host names that a pattern stands for: `web[01:03]` is three, both ends included, leading zeros kept. `null` when there are
 * more than the limit; they are counted before anything is made.
 */
export function expandRange(text: string): readonly string[] | null {
  return countOf(text) > limits.rangeNames ? null : expand(text);
}
