import type { Mark, MarkKind, Piece, RichText } from './block.ts';

/** How far a span of inline markup may reach, in characters: keeps the scan linear on broken markup. */
const reach = 400;

const htmlTag =
  /^<\/?(?:a|abbr|b|br|code|del|details|div|em|h[1-6]|hr|i|img|kbd|li|p|pre|s|small|span|strong|sub|summary|sup|td|th|tr|u|ul)\b[^<>]{0,300}>/iu;
const autolink = /^<([a-z]{3,6}:[^\s<>]{1,300}|[^\s<>@]{1,80}@[^\s<>@]{1,80})>/iu;
const asciiLink = /^(?:link:|xref:|mailto:)?((?:https?:\/\/)?[^\s[\]<>"'`]{1,300})\[([^\][]{0,200})\]/iu;
const roleOpen = /^:[a-z][a-z0-9:_+-]{0,40}:(?=`)/iu;
const titleTarget = /^([^<]{0,300}[^<\s])\s*<([^<>]{1,300})>$/u;
const wordCharacter = /[\p{L}\p{N}]/u;

interface Writer {
  readonly raw: string;
  readonly where: readonly number[];
  readonly plain: string[];
  readonly at: number[];
  readonly marks: Mark[];
}

function put(out: Writer, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    out.plain.push(out.raw[i] ?? '');
    out.at.push(out.where[i] ?? 0);
  }
}

function putMarked(out: Writer, kind: MarkKind, from: number, to: number, target: string | null): void {
  const start = out.plain.length;
  if (kind === 'code') put(out, from, to);
  else scanInline(out, from, to);
  const end = out.plain.length;
  if (end > start) out.marks.push({ kind, from: start, to: end, target });
}

function closing(raw: string, what: string, from: number, limit: number): number {
  const found = raw.slice(from, Math.min(limit, from + reach)).indexOf(what);
  return found < 0 ? -1 : from + found;
}

/** A span in backticks: code, or in reStructuredText a link or a role. Returns where to go on, or -1. */
function readBackticks(out: Writer, i: number, limit: number): number {
  const { raw } = out;
  let run = 1;
  while (raw[i + run] === '`') run += 1;
  const open = i + run;
  const end = closing(raw, '`'.repeat(run), open, limit);
  if (end < 0) return -1;
  let next = end + run;
  const inner = raw.slice(open, end);
  let trailing = 0;
  while (raw[next + trailing] === '_' && trailing < 2) trailing += 1;
  if (run === 1 && trailing > 0 && !wordCharacter.test(raw[next + trailing] ?? ' ')) {
    const parts = titleTarget.exec(inner);
    putMarked(out, 'link', open, open + (parts?.[1]?.length ?? inner.length), parts?.[2] ?? null);
    next += trailing;
    return next;
  }
  const trimmed = inner.length - inner.trimStart().length;
  putMarked(out, 'code', open + trimmed, open + inner.trimEnd().length, null);
  return next;
}

/** `[text](url)`, `[text][ref]`, `[[wiki|text]]`; -1 when the bracket is only a bracket. */
function readBrackets(out: Writer, i: number, limit: number): number {
  const { raw } = out;
  if (raw[i + 1] === '[') {
    const end = closing(raw, ']]', i + 2, limit);
    if (end < 0) return -1;
    const bar = raw.slice(i + 2, end).indexOf('|');
    putMarked(out, 'link', bar < 0 ? i + 2 : i + 3 + bar, end, null);
    return end + 2;
  }
  const end = closing(raw, ']', i + 1, limit);
  if (end < 0) return -1;
  if (raw[end + 1] === '(') {
    const close = closing(raw, ')', end + 2, limit);
    if (close < 0) return -1;
    const target = raw.slice(end + 2, close).split(/\s/u)[0] ?? null;
    putMarked(out, 'link', i + 1, end, target);
    return close + 1;
  }
  if (raw[end + 1] === '[') {
    const close = closing(raw, ']', end + 2, limit);
    if (close < 0) return -1;
    putMarked(out, 'link', i + 1, end, null);
    return close + 1;
  }
  return -1;
}

function readEmphasis(out: Writer, i: number, limit: number): number {
  const { raw } = out;
  const sign = raw[i] ?? '';
  const double = raw[i + 1] === sign;
  if (sign === '~' && !double) return -1;
  const mark = double ? sign + sign : sign;
  const open = i + mark.length;
  if (/[\s.*_~]/u.test(raw[open] ?? ' ')) return -1;
  if (sign === '_' && wordCharacter.test(raw[i - 1] ?? ' ')) return -1;
  const end = closing(raw, mark, open + 1, limit);
  if (end < 0 || /\s/u.test(raw[end - 1] ?? ' ')) return -1;
  if (sign !== '~' && wordCharacter.test(raw[end + mark.length] ?? ' ') && (sign === '_' || !double))
    return -1;
  if (sign === '~') putMarked(out, 'struck', open, end, null);
  else if (double || sign === '*') putMarked(out, 'strong', open, end, null);
  else scanInline(out, open, end);
  return end + mark.length;
}

function readAngle(out: Writer, i: number): number {
  const ahead = out.raw.slice(i, i + reach);
  const link = autolink.exec(ahead);
  if (link?.[1] !== undefined) {
    putMarked(out, 'link', i + 1, i + 1 + link[1].length, link[1]);
    return i + link[0].length;
  }
  const tag = htmlTag.exec(ahead);
  return tag === null ? -1 : i + tag[0].length;
}

function readAsciiLink(out: Writer, i: number, limit: number): number {
  const found = asciiLink.exec(out.raw.slice(i, i + reach + 200));
  if (
    found?.[1] === undefined ||
    found[2] === undefined ||
    !/^(?:link:|xref:|mailto:|https?:)/iu.test(found[0])
  )
    return -1;
  const end = i + found[0].length;
  // A link without words shows its address, which is scanned once more: it must not find itself again.
  if (end > limit) return -1;
  const from = end - 1 - found[2].length;
  if (found[2] === '') putMarked(out, 'link', from - 1 - found[1].length, from - 1, found[1]);
  else putMarked(out, 'link', from, end - 1, found[1]);
  return end;
}

function readSpecial(out: Writer, i: number, limit: number): number {
  const { raw } = out;
  switch (raw[i]) {
    case '`':
      return readBackticks(out, i, limit);
    case '[':
      return readBrackets(out, i, limit);
    case '*':
    case '_':
    case '~':
      return readEmphasis(out, i, limit);
    case '<':
      return readAngle(out, i);
    case '!': {
      if (raw[i + 1] !== '[') return -1;
      const shadow: Writer = { raw, where: out.where, plain: [], at: [], marks: [] };
      return readBrackets(shadow, i + 1, limit);
    }
    case ':': {
      const role = roleOpen.exec(raw.slice(i, i + 60));
      return role === null ? -1 : i + role[0].length;
    }
    case '\\':
      return /[\\`*_{}[\]()#+.!|<>~-]/u.test(raw[i + 1] ?? '') ? i + 1 : -1;
    default:
      return /[hlmx]/iu.test(raw[i] ?? '') && !wordCharacter.test(raw[i - 1] ?? ' ')
        ? readAsciiLink(out, i, limit)
        : -1;
  }
}

function scanInline(out: Writer, from: number, to: number): void {
  let i = from;
  while (i < to) {
    const next = readSpecial(out, i, to);
    if (next > i && next <= to) {
      if (out.raw[i] === '\\' && next === i + 1) {
        put(out, next, next + 1);
        i = next + 1;
      } else i = next;
      continue;
    }
    put(out, i, i + 1);
    i += 1;
  }
}

/** Text of the pieces without inline markup, lines joined by one space; each character remembers where it stood. */
export function toRichText(
  lines: readonly string[],
  starts: readonly number[],
  pieces: readonly Piece[],
): RichText {
  const parts: string[] = [];
  const where: number[] = [];
  for (const piece of pieces) {
    const line = lines[piece.line - 1] ?? '';
    const start = starts[piece.line - 1] ?? 0;
    if (parts.length > 0) {
      parts.push(' ');
      where.push(start + piece.from);
    }
    parts.push(line.slice(piece.from, piece.to));
    for (let column = piece.from; column < Math.min(piece.to, line.length); column += 1)
      where.push(start + column);
  }
  const out: Writer = { raw: parts.join(''), where, plain: [], at: [], marks: [] };
  scanInline(out, 0, out.raw.length);
  return { plain: out.plain.join(''), at: out.at, marks: out.marks };
}
