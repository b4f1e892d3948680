import MarkdownIt from 'markdown-it';
import { helpPages, type HelpPage } from '#text/help.ts';

// The pages lie in the program as text: help needs no network, and is that of this version.
const texts: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob(
  ['#docs/*.md', '!#docs/changelog.md', '!#docs/import-quality.md', '!#docs/release-checklist.md'],
  { query: '?raw', import: 'default' },
);

/** A heading of a page: 2 for a chapter, 3 for a part of it. */
export interface PageHeading {
  readonly level: number;
  readonly words: string;
}

/** The text of a page. Pictures of the window are left out: it is open. */
export async function readPage(page: HelpPage): Promise<string> {
  const load = Object.entries(texts).find(([path]) => path.endsWith(`/${page}.md`))?.[1];
  const text = await load?.();
  return typeof text !== 'string' ? '' : text.replace(/^!\[[^\]]*\]\([^)]*\)\n+/gmu, '');
}

/** The chapters and parts of a page, in their order. */
export function findHeadings(text: string): PageHeading[] {
  const tokens = new MarkdownIt().parse(text, {});
  return tokens.flatMap((token, index) => {
    const level = Number(token.tag.slice(1));
    if (token.type !== 'heading_open' || level < 2 || level > 3) return [];
    const words = (tokens[index + 1]?.children ?? []).map((each) => each.content).join('');
    return [{ level, words }];
  });
}

/** Where a link of a page leads in the help; `null` for what the window has not with it. */
export function findLinked(
  target: string,
  from: HelpPage,
): { readonly page: HelpPage; readonly slug: string | null } | null {
  const found = /^(?:([a-z-]+)\.md)?(?:#(.+))?$/u.exec(target);
  if (found === null) return null;
  const page = found[1] === undefined ? from : helpPages.find((each) => each === found[1]);
  return page === undefined ? null : { page, slug: found[2] ?? null };
}
