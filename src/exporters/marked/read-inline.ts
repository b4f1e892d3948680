import type { Token } from 'markdown-it';
import { findMark } from './mark.ts';

/** The words of a piece of Markdown as a person sees them. */
export interface InlineText {
  readonly text: string;
  /** What stands in bold first. */
  readonly strong: string;
  /** The key of the mark in it. */
  readonly mark: string | null;
  /** The words that are crossed out. */
  readonly struck: string;
}

/** Signs that editors put in place of others by themselves, as one: quotation marks, blanks, dots, hyphens. */
export function toPlainSigns(text: string): string {
  return text
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/…/gu, '...')
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim();
}

const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?-->/gu, '');

/** The words of an inline token (or of a block of HTML, of which only comments are known). */
export function readInline(token: Token): InlineText {
  const children = token.children ?? [{ type: 'html_inline', content: token.content }];
  let text = '';
  let strong = '';
  let isFirstStrong = false;
  let mark: string | null = null;
  let struck = '';
  let depth = 0;
  for (const child of children) {
    const before = text.length;
    if (child.type === 'strong_open') isFirstStrong = strong === '';
    else if (child.type === 'strong_close') isFirstStrong = false;
    else if (child.type === 's_open') depth += 1;
    else if (child.type === 's_close') depth -= 1;
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
    else if (child.type === 'html_inline') {
      for (const [comment] of child.content.matchAll(/<!--[\s\S]*?-->/gu)) mark ??= findMark(comment);
      text += withoutComments(child.content);
    } else text += child.content;
    const added = text.slice(before);
    if (isFirstStrong) strong += added;
    if (depth > 0) struck += added;
  }
  const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();
  return { text: plain(text), strong: plain(strong), mark, struck: plain(struck) };
}
