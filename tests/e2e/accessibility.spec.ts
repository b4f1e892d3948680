import { makeAxe } from '#support/make-axe.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { exampleFiles, importFiles, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { runByPalette, select, showView } from '#support/story/workspace.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const themes = ['light', 'dark'] as const;
const windows = [
  { width: 2560, height: 1440 },
  { width: 1280, height: 800 },
] as const;

/**
 * What axe finds wrong, in words that lead to the place. On the map targets are as large as the zoom makes them, and the
 * inventory beside it has each of them at full size (WCAG 2.2, 2.5.8, exception "equivalent").
 */
async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await makeAxe(page).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'target-size' || !/react-flow__node|class="_pill_/u.test(html))
      .map(
        ({ html, any, all }) =>
          `${id}: ${html.slice(0, 120)} ${[...any, ...all].map((each) => each.message).join('; ')}`,
      ),
  );
}

/** Controls whose words do not fit, and a page that is wider than its window. */
function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped = [...document.querySelectorAll<HTMLElement>('button, [role="tab"], [role="radio"], a')]
      .filter((each) => each.offsetParent !== null && each.closest('[aria-hidden="true"]') === null)
      // Names of things have any length: they are cut on purpose and say all of it as their title.
      .filter((each) => each.querySelector('bdi, [title]') === null && !each.title)
      .filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible',
      )
      .map((each) => `clipped: ${each.textContent} (${each.scrollWidth} in ${each.clientWidth})`);
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [...clipped, `page: ${scrollWidth} in ${clientWidth}`] : clipped;
  });
}

/** Expects that everything fits in small and large windows, and that axe finds nothing. */
async function expectWellMade(page: Page): Promise<void> {
  for (const size of windows) {
    await page.setViewportSize(size);
    await expect.poll(() => findClipped(page)).toEqual([]);
  }
  expect(await findViolations(page)).toEqual([]);
}

for (const theme of themes) {
  test.describe(`in ${theme}`, () => {
    test.beforeEach(({ app }) => app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' }));

    test('the start page and the review', async ({ app }) => {
      const { page } = app;
      await expect(page.getByRole('button', { name: 'Try an example', exact: true })).toBeVisible();
      await expectWellMade(page);
      await importFiles(app, exampleFiles.bookshop);
      await expectWellMade(page);
    });

    const groups = [
      ['Map', 'Board'],
      ['Table', 'Timeline'],
      ['Questions', 'Report'],
    ] as const;
    for (const group of groups) {
      test(group.join(' and '), async ({ app }) => {
        const { page } = app;
        await openExample(app, 'bookshop');
        await markForRemoval(page, 'shop02');
        await assignToPhase(page, 'shop02', 'Clear out');
        for (const view of group) {
          await showView(page, view);
          await expectWellMade(page);
        }
      });
    }

    test('Duties', async ({ app }) => {
      const { page } = app;
      await openExample(app, 'museum');
      await showView(page, 'Duties');
      await expectWellMade(page);
      await page
        .getByRole('table')
        .getByRole('button', { name: / of .*As is$/u })
        .first()
        .click();
      await expect(page.getByRole('dialog', { name: / of /u })).toBeVisible();
      await expectWellMade(page);
    });

    test('the panels', async ({ app }) => {
      const { page } = app;
      await openExample(app, 'bookshop');
      await select(page, 'shop02');
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'Move shop02', exact: true })).toBeVisible();
      await expectWellMade(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+K');
      await expect(page.getByRole('dialog', { name: 'Command palette', exact: true })).toBeVisible();
      await expectWellMade(page);
      await page.keyboard.press('Escape');
      await runByPalette(page, 'Export…');
      await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
      await expectWellMade(page);
    });
  });
}
