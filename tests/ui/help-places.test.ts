import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRules } from '#core/checks/rules.ts';
import { findHelpPlace } from '#stores/help-store.ts';
import { tabs, viewStore } from '#stores/view-store.ts';
import { helpPages, helpPlaces, type HelpPlace } from '#text/help.ts';
import { slugOf } from '#ui/Markdown.tsx';
import { findHeadings, findLinked } from '#views/help/read-page.ts';

const texts = new Map(helpPages.map((page) => [page, readFileSync(`docs/${page}.md`, 'utf8')]));

function headingsOf(page: (typeof helpPages)[number]): string[] {
  return findHeadings(texts.get(page) ?? '').map((heading) => heading.words);
}

describe('the help', () => {
  it('has every heading that a screen or panel leads to', () => {
    const places: readonly HelpPlace[] = Object.values(helpPlaces);
    for (const { page, heading } of places) expect(headingsOf(page)).toContain(heading);
  });

  it('explains every rule where a finding leads to', () => {
    expect(checkRules.length).toBeGreaterThan(20);
    for (const { name } of checkRules) expect(headingsOf('checks')).toContain(name);
  });

  it('has no two headings with one address in a page', () => {
    for (const page of helpPages) {
      const slugs = headingsOf(page).map(slugOf);
      expect(new Set(slugs).size, page).toBe(slugs.length);
    }
  });

  it('begins at the open panel, else at the view, else at the screen', () => {
    const view = viewStore.getState();
    for (const tab of tabs)
      expect(findHelpPlace({ ...view, screen: 'workspace', tab })).toEqual(helpPlaces[tab]);
    expect(findHelpPlace({ ...view, screen: 'workspace', panel: { kind: 'compare', nodes: [] } })).toEqual(
      helpPlaces.compare,
    );
    expect(findHelpPlace({ ...view, screen: 'start' })).toEqual(helpPlaces.start);
    expect(findHelpPlace({ ...view, screen: 'review' })).toEqual(helpPlaces.review);
  });

  it('follows links between its pages and inside of them, and nothing else', () => {
    expect(findLinked('checks.md', 'guide')).toEqual({ page: 'checks', slug: null });
    expect(findLinked('command-line.md#import', 'guide')).toEqual({ page: 'command-line', slug: 'import' });
    expect(findLinked('#inventory', 'plan-file')).toEqual({ page: 'plan-file', slug: 'inventory' });
    for (const target of [
      'https://example.org/guide.md',
      'decisions/0001-x.md',
      '../README.md',
      'javascript:x',
      'other.md',
    ])
      expect(findLinked(target, 'guide')).toBeNull();
  });
});
