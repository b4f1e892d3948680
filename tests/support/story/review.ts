import { resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppDriver } from '#support/launch-app.ts';

/** The files of the examples that stories begin with. */
export const exampleFiles = {
  bookshop: [resolve('assets/examples/bookshop/servers.md')],
  museum: [
    resolve('assets/examples/museum/move-to-nordwind.rst'),
    resolve('assets/examples/museum/who-is-called.rst'),
  ],
} as const;

/** A button with exactly this name. */
export function button(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('button', { name, exact: true });
}

/** The screen on which found things are accepted or rejected. */
export function theReview(page: Page): Locator {
  return page.getByRole('region', { name: 'Import review', exact: true });
}

/** The document that was read, beside what was found in it. */
export function theSource(page: Page): Locator {
  return page.getByRole('region', { name: 'Source', exact: true });
}

/** Imports files from the start page and waits for the review. */
export async function importFiles(app: AppDriver, files: readonly string[]): Promise<void> {
  await app.importFiles(files);
  await expect(theReview(app.page)).toBeVisible({ timeout: 20_000 });
}

/** The line of a found thing, by the name that begins it. */
export function foundLine(page: Page, name: string): Locator {
  return theReview(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${name}, (?:on|place) `, 'u') }) });
}

/** Accepts or rejects one found thing by the buttons of its line. */
export async function decide(page: Page, name: string, decision: 'Accept' | 'Reject'): Promise<void> {
  const line = foundLine(page, name);
  await line.hover();
  await button(line, decision).click();
}

/** Takes what is sure or likely, leaves the rest for later, and goes on to the map. */
export async function acceptAllAndOpen(page: Page): Promise<void> {
  const openMap = button(page, 'Open the map');
  if (!(await openMap.isVisible())) await button(page, 'Accept all').click();
  await openMap.click();
  await expect(page.getByRole('tab', { name: 'Map', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
}

/** From the start page to the map of an example. */
export async function openExample(app: AppDriver, example: keyof typeof exampleFiles): Promise<void> {
  await importFiles(app, exampleFiles[example]);
  await acceptAllAndOpen(app.page);
}
