import { expect, type Locator, type Page } from '@playwright/test';
import type { AppDriver } from '#support/launch-app.ts';
import { button, theReview } from './review.ts';

/** The views of the workspace, by the names of their tabs. */
export const views = ['Map', 'Board', 'Table', 'Timeline', 'Duties', 'Questions', 'Report'] as const;

/** One view. */
export type ViewName = (typeof views)[number];

/** Shows a view and waits until it is there. */
export async function showView(page: Page, name: ViewName): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  const view = page.getByRole('main', { name, exact: true });
  await expect(view).toBeVisible();
  await expect(view.getByText('Loading the view…')).toHaveCount(0);
  return view;
}

/** The tree of all nodes at the left. */
export function theInventory(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Inventory', exact: true });
}

/** What is known of the selected node. */
export function theInspector(page: Page): Locator {
  return page.getByRole('region', { name: 'Inspector', exact: true });
}

/** The findings below the view. */
export function theFindings(page: Page): Locator {
  return page.getByRole('region', { name: 'Findings', exact: true });
}

/** The findings that say so. */
export function findingsThatSay(page: Page, words: string | RegExp): Locator {
  return theFindings(page).getByRole('button', { name: words });
}

/** The slider of the states. */
export function theSlider(page: Page): Locator {
  return page.getByRole('slider', { name: 'State of the estate', exact: true });
}

/** Expects the shown state: `As is`, a phase or `To be`. */
export async function expectState(page: Page, name: string): Promise<void> {
  await expect(theSlider(page)).toHaveAttribute('aria-valuetext', name);
}

/** A node on the map: its accessible name starts with its own name, then kind and place. */
export function onMap(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'Map', exact: true })
    .getByRole('button', { name: new RegExp(`^${name}, (provider|site|host|server|service)\\b`, 'u') });
}

/** A node in the tree. */
export function inTree(page: Page, name: string): Locator {
  return theInventory(page).getByRole('treeitem', {
    name: new RegExp(`^${name}, (provider|site|host|server|service)\\b`, 'u'),
  });
}

/** Selects a node in the tree; the inspector shows it. */
export async function select(page: Page, name: string): Promise<void> {
  await inTree(page, name).click();
  await expect(theInspector(page).getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Waits until all that was done is on the disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/u })).toBeVisible();
}

/** Runs a command of the palette by its words. */
export async function runByPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Command palette', exact: true });
  await palette.getByRole('combobox').fill(words);
  await expect(palette.getByRole('option').first()).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
}

/** Leaves the plan for the start page. */
export async function leavePlan(page: Page): Promise<void> {
  await runByPalette(page, 'All plans');
  await expect(button(page, 'Import an inventory')).toBeVisible();
}

/** Opens a plan from the list of the start page. */
export async function openRecent(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).click();
  await expect(page.getByRole('tab', { name: 'Map', exact: true })).toBeVisible();
}

/** Imports files into the plan that is open, and waits for the review. */
export async function importAgain(app: AppDriver, files: readonly string[]): Promise<void> {
  const { page } = app;
  // A plan that is still being stored has not settled whose it is.
  await expectSaved(page);
  await app.importFiles(files, () => page.keyboard.press('Control+i'));
  await expect(theReview(page)).toBeVisible({ timeout: 20_000 });
}
