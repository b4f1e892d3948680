import { toTextPosition, type TextPosition } from './json-position.ts';

/** Where a text stops being JSON, and why in words. */
export interface JsonError extends TextPosition {
  readonly message: string;
}

interface Token {
  readonly kind: 'punctuation' | 'text' | 'other' | 'end' | 'broken';
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function toStringToken(text: string, start: number): Token {
  let at = start + 1;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === '"') return { kind: 'text', start, end: at + 1, words: 'a text' };
    if (c === '\\') {
      escape.lastIndex = at;
      const found = escape.exec(text);
      if (found === null)
        return { kind: 'broken', start: at, end: at, words: 'an escape that JSON does not know' };
      at += found[0].length;
    } else if (c < ' ') {
      return { kind: 'broken', start: at, end: at, words: 'a line break or control character inside a text' };
    } else at += 1;
  }
  return { kind: 'broken', start, end: at, words: 'a text whose closing quote is missing' };
}

function toToken(text: string, from: number): Token {
  let start = from;
  while (' \t\n\r'.includes(text.charAt(start)) && start < text.length) start += 1;
  const c = text.charAt(start);
  if (c === '') return { kind: 'end', start, end: start, words: 'the end of the file' };
  if ('{}[],:'.includes(c)) return { kind: 'punctuation', start, end: start + 1, words: `"${c}"` };
  if (c === '"') return toStringToken(text, start);
  literal.lastIndex = start;
  const found = literal.exec(text);
  const end = start + (found === null ? 0 : found[0].length);
  if (found === null || /[\w.+-]/.test(text.charAt(end))) {
    const shown = /^\S{1,12}/.exec(text.slice(start, start + 12))?.[0] ?? c;
    return { kind: 'broken', start, end, words: `"${shown}"` };
  }
  return { kind: 'other', start, end, words: `"${found[0]}"` };
}

type Expectation = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

const expectationWords: Readonly<Record<Exclude<Expectation, 'comma'>, string>> = {
  value: 'a value',
  'value or ]': 'a value',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes',
  colon: 'a colon',
  end: 'the end of the file',
};

function toWords(expected: Expectation, open: string | undefined): string {
  if (expected !== 'comma') return expectationWords[expected];
  return open === '{' ? 'a comma or "}"' : 'a comma or "]"';
}

/** What comes after a complete value, given the brackets that are open. */
const afterValue = (open: readonly string[]): Expectation => (open.length === 0 ? 'end' : 'comma');

/** The next expectation, or `null` when the token does not fit. Opens and closes brackets in `open`. */
function step(expected: Expectation, token: Token, text: string, open: string[]): Expectation | null {
  const c = token.kind === 'punctuation' ? text.charAt(token.start) : '';
  const wantsValue = expected === 'value' || expected === 'value or ]';
  if (wantsValue && (token.kind === 'text' || token.kind === 'other')) return afterValue(open);
  if (wantsValue && (c === '{' || c === '[')) {
    open.push(c);
    return c === '{' ? 'key or }' : 'value or ]';
  }
  if ((expected === 'key' || expected === 'key or }') && token.kind === 'text') return 'colon';
  if (expected === 'colon' && c === ':') return 'value';
  const top = open.at(-1);
  if (expected === 'comma' && c === ',') return top === '{' ? 'key' : 'value';
  const mayClose = expected === 'comma' || expected === 'key or }' || expected === 'value or ]';
  if (mayClose && ((c === '}' && top === '{') || (c === ']' && top === '['))) {
    open.pop();
    return afterValue(open);
  }
  return null;
}

/**
 * Where and why a text is not JSON, the same words in every JavaScript engine; `null` when it is JSON. Grammar: RFC 8259.
 */
export function findJsonError(text: string): JsonError | null {
  const open: string[] = [];
  let expected: Expectation = 'value';
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const token = toToken(text, at);
    if (token.kind === 'end' && expected === 'end') return null;
    const next = step(expected, token, text, open);
    if (next === null) {
      const message = `expected ${toWords(expected, open.at(-1))}, found ${token.words}`;
      return { ...toTextPosition(text, token.start), message };
    }
    expected = next;
    at = token.end;
  }
}
