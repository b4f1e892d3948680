import { toPlainLine } from './plain-line.ts';

/** A first word that would start a list, a rule, a heading underline or a table row (later words: see `markdown/wrap.ts`). */
const blockStart = /^(?:(\d{1,9})([.)])|([-+=:]+))(?=$| )/u;

const always: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  '[': '\\[',
  ']': '\\]',
  '~': '\\~',
  '|': '\\|',
  $: '\\$',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
  '#': '&#35;',
};

/** An underscore between letters or digits marks nothing up (`insync_db_backups` stays readable), any other one might. */
function underscore(sign: string, offset: number, whole: string): string {
  const inWord = /[\p{L}\p{N}]/u;
  return inWord.test(whole.charAt(offset - 1)) && inWord.test(whole.charAt(offset + 1)) ? sign : '\\_';
}

/**
 * A text from outside as Markdown that shows just these characters: no markup, no link, no picture, no HTML, no mention
 * of a user or an issue, on GitHub, GitLab and in CommonMark viewers; safe in a table cell, a list item and at the start
 * of a line. Line breaks become blanks. What needs no escape gets none, because people read the raw text too.
 */
export function mdText(text: string): string {
  return toPlainLine(text)
    .replace(/ {2,}/gu, ' ')
    .replace(/&(?=#|[a-z][a-z\d]*;)/giu, '&amp;')
    .replace(/[\\`*[\]~|$<>@#]/gu, (sign) => always[sign] ?? sign)
    .replace(/_/gu, underscore)
    .replace(/:(?=\/\/)|(?<=mailto|xmpp):/giu, '&#58;')
    .replace(/(?<=www)\./giu, '&#46;')
    .replace(/:(?=[\w+-]+:)/gu, '&#58;')
    .replace(/(?<=GH)-(?=\d)/giu, '&#45;')
    .replace(blockStart, (_all, digits: string | undefined, mark: string, line: string) =>
      digits === undefined ? `\\${line}` : `${digits}\\${mark}`,
    );
}

/** A name set in bold; nothing at all stays nothing. */
export function mdBold(text: string): string {
  const shown = mdText(text);
  return shown === '' ? '' : `**${shown}**`;
}

/** Words of a source in quotation marks, cut at a word after `limit` characters. */
export function mdQuote(text: string, limit = 160): string {
  const line = toPlainLine(text).replace(/^(?:[-*+] |#+ |[=~]+ )+/u, '');
  if (line.length <= limit) return `“${mdText(line)}”`;
  const cut = line
    .slice(0, limit)
    .toWellFormed()
    .replace(/\s+\S*$/u, '');
  return `“${mdText(cut)} …”`;
}
