import MarkdownIt, { type Token } from 'markdown-it';
import { createElement, type ReactNode } from 'react';
import styles from './Markdown.module.css';

// HTML is switched off: a plan's text is shown, never run. React elements are made from the tokens, because the page's
// Trusted Types policy allows no markup from strings.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

const blockTags: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'strong',
  'em',
  's',
]);

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** What whoever shows the text does with parts of it. */
interface Tools {
  /** Draws a block of code of a language; `null` shows it as code. */
  readonly drawFence: (language: string, text: string, key: string) => ReactNode;
  /** What a press on a link does; `null` where it leads nowhere. */
  readonly toFollow: (target: string) => (() => void) | null;
}

/** The id of a heading, as GitHub makes it. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replace(/ /gu, '-');
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.content).join('');
}

/** A link leads inside of the text, or where the reader of the text says; nothing leaves the page. */
function toLink(token: Token, children: ReactNode[], key: string, { toFollow }: Tools): ReactNode {
  const target = String(token.attrGet('href') ?? '');
  const follow = toFollow(target);
  if (follow !== null) {
    return createElement(
      'button',
      { key, type: 'button', className: styles.link, onClick: follow },
      ...children,
    );
  }
  if (!target.startsWith('#'))
    return createElement('span', { key, className: styles.link, title: target }, ...children);
  return createElement('a', { key, className: styles.link, href: target }, ...children);
}

const taskPattern = /^\[([ xX])\]\s+/u;

function toTextNodes(token: Token, key: string, isFirst: boolean): ReactNode[] {
  const task = isFirst ? taskPattern.exec(token.content) : null;
  if (task === null) return [token.content];
  const box = createElement('span', {
    key: `${key}box`,
    className: styles.box,
    'data-done': task[1] !== ' ',
    role: 'img',
    'aria-label': task[1] === ' ' ? 'to do' : 'done',
  });
  return [box, token.content.slice(task[0].length)];
}

function toLeaf(token: Token, key: string, isFirst: boolean, tools: Tools): ReactNode[] {
  switch (token.type) {
    case 'text':
      return toTextNodes(token, key, isFirst);
    case 'code_inline':
      return [createElement('code', { key }, token.content)];
    case 'softbreak':
      return [' '];
    case 'hardbreak':
      return [createElement('br', { key })];
    case 'hr':
      return [createElement('hr', { key })];
    case 'fence':
      return [
        tools.drawFence(token.info.trim(), token.content, key) ??
          createElement('pre', { key }, createElement('code', null, token.content)),
      ];
    case 'code_block':
      return [createElement('pre', { key }, createElement('code', null, token.content))];
    case 'inline':
      return toNodes({ tokens: token.children ?? [], at: 0 }, key, tools);
    default:
      return token.content === '' ? [] : [token.content];
  }
}

function propsOf(token: Token, next: Token | undefined, key: string): Record<string, unknown> {
  const style = token.attrGet('style');
  return {
    key,
    ...(token.map === null ? {} : { 'data-line': token.map[0] + 1 }),
    ...(/^h[1-6]$/u.test(token.tag) && next !== undefined ? { id: slugOf(textOf(next.children ?? [])) } : {}),
    // A wide table scrolls by itself, with the keys too.
    ...(token.tag === 'table' ? { tabIndex: 0 } : {}),
    ...(typeof style === 'string' && style.includes('right') ? { className: styles.right } : {}),
  };
}

function toNodes(cursor: Cursor, prefix: string, tools: Tools): ReactNode[] {
  const nodes: ReactNode[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at];
    if (token === undefined) break;
    cursor.at += 1;
    const key = `${prefix}${cursor.at}.`;
    if (token.nesting === -1) return nodes;
    if (token.nesting === 0) {
      nodes.push(...toLeaf(token, key, nodes.length === 0, tools));
      continue;
    }
    const next = cursor.tokens[cursor.at];
    const children = toNodes(cursor, key, tools);
    if (token.type === 'link_open') nodes.push(toLink(token, children, key, tools));
    else if (token.hidden) nodes.push(...children);
    else if (blockTags.has(token.tag))
      nodes.push(createElement(token.tag, propsOf(token, next, key), ...children));
    else nodes.push(...children);
  }
  return nodes;
}

/** A Markdown text as GitHub and GitLab would show it, without any markup of its own. */
export function Markdown({
  text,
  drawFence = () => null,
  toFollow = () => null,
}: { readonly text: string } & Partial<Tools>) {
  // Comments carry ids for the way back; viewers don't show them.
  const shown = text.replace(/ ?<!--[\s\S]*?-->/gu, '');
  return (
    <article className={styles.page} lang="en">
      {toNodes({ tokens: markdown.parse(shown, {}), at: 0 }, '', { drawFence, toFollow })}
    </article>
  );
}
