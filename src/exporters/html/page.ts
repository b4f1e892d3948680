import { toXmlText } from '#core/exporters/encode/xml-text.ts';
import type { MarkdownBody } from './markdown-body.ts';

/** How the page looks, on a screen and on paper. */
const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 40px 24px 80px; background: #fff; color: #15181c;
  font: 15px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
main, nav, footer { max-width: 860px; margin: 0 auto; }
h1, h2, h3, h4 { line-height: 1.3; margin: 1.6em 0 0.5em; }
h1 { font-size: 28px; margin-top: 0; letter-spacing: -0.01em; }
h2 { font-size: 20px; padding-top: 18px; border-top: 1px solid #e2e4e8; }
h3, h4 { font-size: 15px; }
p, ul, ol, pre, .table { margin: 0 0 14px; }
ul, ol { padding-left: 22px; }
li > p { margin: 0; }
li:has(> .box) { list-style: none; }
li > ul { margin: 0; }
.box { display: inline-block; width: 20px; margin-left: -20px; color: #474e58; }
a { color: #0a666b; }
blockquote { margin: 0 0 14px; padding: 10px 16px; border-left: 3px solid #0b7075; background: #f2f9f9; }
blockquote > :last-child { margin-bottom: 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.45; overflow-wrap: normal; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid #e2e4e8; text-align: left; vertical-align: top; }
th { color: #474e58; font-weight: 600; white-space: nowrap; }
code, pre { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 13px; }
pre { padding: 10px 12px; background: #f2f3f5; overflow-x: auto; }
figure { margin: 18px auto; max-width: 1280px; border: 1px solid #e2e4e8; border-radius: 8px; padding: 4px; }
figure svg { display: block; width: 100%; height: auto; }
nav { font-size: 13px; margin-bottom: 28px; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; }
footer { margin-top: 48px; font-size: 12px; color: #5f6772; }
@page { margin: 16mm 14mm; }
@media print {
  body { padding: 0; font-size: 10.5pt; }
  main, nav, footer, figure { max-width: none; }
  nav { display: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  li, tr, figure, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  a { color: inherit; text-decoration: none; }
}
`;

/** What a page is made of: its title, its text, and its pictures as finished SVG. */
export interface PageParts {
  readonly title: string;
  readonly body: MarkdownBody;
  readonly pictures: readonly string[];
}

/** The first heading and what belongs to it, then the contents and the pictures, then the rest. */
function split(html: string): readonly [head: string, rest: string] {
  const at = html.search(/<h2[ >]/u);
  return at < 0 ? [html, ''] : [html.slice(0, at), html.slice(at)];
}

/**
 * A page that stands alone: one file, no script, nothing that is loaded; a policy in its head forbids both. It is read on a screen
 * and on paper.
 */
export function toPage({ title, body, pictures }: PageParts): string {
  const [head, rest] = split(body.html);
  const contents = body.headings.map(
    ({ id, text }) => `<li><a href="#${toXmlText(id)}">${toXmlText(text)}</a></li>`,
  );
  const figures = pictures.map(
    (svg) => `<figure>${svg.replace(/^<\?xml[^>]*\?>\s*/u, '').trim()}</figure>\n`,
  );
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
    `<title>${toXmlText(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n${head}</main>\n`,
    contents.length < 3 ? '' : `<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>\n`,
    ...figures,
    `<main>\n${rest}</main>\n</body>\n</html>\n`,
  ].join('');
}
