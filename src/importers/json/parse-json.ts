import { fail, ok, type Result } from '#core/base/result.ts';
import type { YamlDocuments, YamlNode, YamlProblem, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import { limits, toLimitMessage } from '../limits.ts';

/** Thrown inside this file only. */
interface JsonStop {
  readonly message: string;
  readonly line: number;
}

interface Scan {
  readonly text: string;
  at: number;
  line: number;
  readonly doubled: { key: string; line: number }[];
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function isStop(error: unknown): error is JsonStop {
  return typeof error === 'object' && error !== null && 'message' in error && 'line' in error;
}

function stop(scan: Scan, what: string): never {
  const problem: JsonStop = { message: `It is no valid JSON: ${what}.`, line: scan.line };
  throw problem;
}

function skipBlanks(scan: Scan): void {
  for (;;) {
    const code = scan.text.charCodeAt(scan.at);
    if (code === 10) scan.line += 1;
    else if (code !== 32 && code !== 9 && code !== 13) return;
    scan.at += 1;
  }
}

function readEscape(scan: Scan): string {
  const sign = scan.text[scan.at + 1] ?? '';
  if (sign === 'u') {
    const hex = scan.text.slice(scan.at + 2, scan.at + 6);
    if (!/^[0-9a-fA-F]{4}$/u.test(hex)) stop(scan, 'an escape that is none');
    scan.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
  const instead = Object.hasOwn(escapes, sign) ? escapes[sign] : undefined;
  if (instead === undefined) stop(scan, 'an escape that is none');
  scan.at += 2;
  return instead;
}

/** A text; half a surrogate pair becomes the replacement character, so that what is stored is well formed. */
function readString(scan: Scan): string {
  const { text } = scan;
  const parts: string[] = [];
  scan.at += 1;
  let start = scan.at;
  for (;;) {
    const code = text.charCodeAt(scan.at);
    if (Number.isNaN(code)) stop(scan, 'a text without an end');
    if (code < 32) stop(scan, 'a line break or control character inside a text');
    if (code === 34) break;
    if (code === 92) {
      parts.push(text.slice(start, scan.at), readEscape(scan));
      start = scan.at;
    } else scan.at += 1;
  }
  parts.push(text.slice(start, scan.at));
  scan.at += 1;
  return parts.join('').replace(/\p{Surrogate}/gu, '\uFFFD');
}

function readScalar(scan: Scan): YamlScalar {
  const { line } = scan;
  if (scan.text[scan.at] === '"')
    return { is: 'scalar', value: readString(scan), isNull: false, tag: '', line };
  for (const pattern of [number, word]) {
    pattern.lastIndex = scan.at;
    const match = pattern.exec(scan.text)?.[0];
    if (match === undefined) continue;
    scan.at += match.length;
    return { is: 'scalar', value: match === 'null' ? '' : match, isNull: match === 'null', tag: '', line };
  }
  return stop(scan, scan.at >= scan.text.length ? 'it ends too early' : 'a sign that has no place there');
}

function readList(scan: Scan, depth: number): YamlNode {
  const { line } = scan;
  const items: YamlNode[] = [];
  scan.at += 1;
  skipBlanks(scan);
  if (scan.text[scan.at] === ']') scan.at += 1;
  else {
    for (;;) {
      items.push(readValue(scan, depth + 1));
      skipBlanks(scan);
      const sign = scan.text[scan.at];
      scan.at += 1;
      if (sign === ']') break;
      if (sign !== ',') stop(scan, 'a comma or "]" is missing');
      skipBlanks(scan);
    }
  }
  return { is: 'list', items, line };
}

function readMap(scan: Scan, depth: number): YamlNode {
  const { line } = scan;
  const entries = new Map<string, { readonly key: YamlScalar; readonly value: YamlNode }>();
  scan.at += 1;
  skipBlanks(scan);
  if (scan.text[scan.at] === '}') scan.at += 1;
  else {
    for (;;) {
      if (scan.text[scan.at] !== '"') stop(scan, 'a name in quotes is missing');
      const key = readScalar(scan);
      skipBlanks(scan);
      if (scan.text[scan.at] !== ':') stop(scan, 'a colon is missing');
      scan.at += 1;
      skipBlanks(scan);
      const value = readValue(scan, depth + 1);
      if (entries.has(key.value)) scan.doubled.push({ key: key.value, line: key.line });
      else entries.set(key.value, { key, value });
      skipBlanks(scan);
      const sign = scan.text[scan.at];
      scan.at += 1;
      if (sign === '}') break;
      if (sign !== ',') stop(scan, 'a comma or "}" is missing');
      skipBlanks(scan);
    }
  }
  return { is: 'map', entries, line };
}

function readValue(scan: Scan, depth: number): YamlNode {
  const sign = scan.text[scan.at];
  if (sign !== '{' && sign !== '[') return readScalar(scan);
  if (depth > limits.jsonDepth) {
    const problem: JsonStop = {
      message: toLimitMessage('Levels of JSON', depth, limits.jsonDepth),
      line: scan.line,
    };
    throw problem;
  }
  return sign === '{' ? readMap(scan, depth) : readList(scan, depth);
}

/**
 * Reads JSON, or several JSON documents one after the other, into the tree that YAML is read into: every value keeps its line
 * and its digits as they are written (large numbers stay exact), the first of a doubled key counts and the second is listed.
 * Strict (no comments, no trailing commas, no NaN); depth is limited. `text` has `\n` as line ends.
 */
export function parseJson(text: string): Result<YamlDocuments, YamlProblem> {
  const scan: Scan = { text, at: 0, line: 1, doubled: [] };
  const documents: YamlNode[] = [];
  try {
    skipBlanks(scan);
    do {
      documents.push(readValue(scan, 1));
      skipBlanks(scan);
      if (scan.at < text.length && !/[[{]/u.test(text[scan.at] ?? ''))
        stop(scan, 'something stands after its end');
    } while (scan.at < text.length);
    return ok({ documents, doubled: scan.doubled });
  } catch (error) {
    if (isStop(error)) return fail({ message: error.message, line: error.line });
    return fail({ message: 'It is no valid JSON.', line: null });
  }
}
