import { mdText } from '#core/exporters/encode/markdown-text.ts';

/** Notes on one line of Markdown: what stood on lines of its own stays apart, by a semicolon where no stop is. */
export function mdNotes(notes: string): string {
  return notes
    .split(/[\r\n]+/u)
    .map(mdText)
    .filter((line) => line !== '')
    .reduce((all, line) => (all === '' ? line : `${all}${/[.!?:;,]$/u.test(all) ? '' : ';'} ${line}`), '');
}
