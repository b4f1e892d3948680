import MarkdownIt, { type Token } from 'markdown-it';
import { toXmlText } from '#core/exporters/encode/xml-text.ts';

/** A heading of the second level, for the list of contents. */
export interface PageHeading {
  readonly id: string;
  readonly text: string;
}

/** The body of a page, made of a document in Markdown. */
export interface MarkdownBody {
  readonly html: string;
  readonly headings: readonly PageHeading[];
}

/** The anchor of a heading as GitHub makes it, so that links inside of the document lead to it. */
function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replace(/ /gu, '-');
}

function plainText(token: Token | undefined): string {
  return (token?.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
}

const task = /^\[([ xX])\]\s+/u;

function makeRenderer(): InstanceType<typeof MarkdownIt> {
  // Markup in a text is shown, never run, and only links inside of the page lead anywhere: it loads nothing and calls nobody.
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, xhtmlOut: true });
  markdown.validateLink = (target) => target.startsWith('#');
  markdown.renderer.rules['text'] = (tokens, index) => {
    const { content } = tokens[index] ?? { content: '' };
    const found = index === 0 ? task.exec(content) : null;
    if (found === null) return toXmlText(content);
    const [word, sign] = found[1] === ' ' ? ['to do', '☐'] : ['done', '☑'];
    return `<span class="box" role="img" aria-label="${word}">${sign}</span> ${toXmlText(content.slice(found[0].length))}`;
  };
  markdown.renderer.rules['table_open'] = () => '<div class="table"><table>\n';
  markdown.renderer.rules['table_close'] = () => '</table></div>\n';
  markdown.renderer.rules['image'] = (tokens, index) => toXmlText(tokens[index]?.content ?? '');
  return markdown;
}

/**
 * A document in Markdown as the body of a page: headings with the anchors that its links use, checkboxes as signs, wide tables in
 * frames of their own. Comments are left out.
 */
export function toMarkdownBody(text: string): MarkdownBody {
  const markdown = makeRenderer();
  const environment = {};
  const tokens = markdown.parse(text.replace(/ ?<!--[^\n]*?-->/gu, ''), environment);
  const used = new Map<string, number>();
  const headings: PageHeading[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const words = plainText(tokens[index + 1]);
    const slug = toSlug(words);
    const times = used.get(slug) ?? 0;
    used.set(slug, times + 1);
    const id = times === 0 ? slug : `${slug}-${times}`;
    token.attrSet('id', id);
    if (token.tag === 'h2') headings.push({ id, text: words });
  }
  return { html: markdown.renderer.render(tokens, markdown.options, environment), headings };
}
