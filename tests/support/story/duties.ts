import { expect, type Locator, type Page } from '@playwright/test';
import { button } from './review.ts';
import { showView } from './workspace.ts';

/** One duty. */
export interface DutyStep {
  readonly area: string;
  readonly subject: string;
}

/** A hand-over of one duty to somebody. */
export interface HandOverStep extends DutyStep {
  readonly to: string;
}

/** The panel of one duty on one subject. */
export function theDuty(page: Page, { area, subject }: DutyStep): Locator {
  return page.getByRole('dialog', { name: new RegExp(`(^|Hand over )${area} of ${subject}$`, 'u') });
}

/** Closes the panel of a duty, which lies over the last columns, when one is open. */
export async function closeDuty(page: Page): Promise<void> {
  const open = page.getByRole('main', { name: 'Duties', exact: true }).getByRole('dialog');
  if ((await open.count()) === 0) return;
  await button(open, 'Close').click();
  await expect(open).toHaveCount(0);
}

/** Adds a duty that nobody owes yet. */
async function addDuty(page: Page, { area, subject }: DutyStep): Promise<void> {
  const view = page.getByRole('main', { name: 'Duties', exact: true });
  await button(view, 'Add a duty').click();
  await view.getByRole('combobox', { name: 'Area', exact: true }).fill(area);
  await page.keyboard.press('Escape');
  await view.getByRole('combobox', { name: 'On', exact: true }).fill(subject);
  await page.getByRole('option', { name: subject, exact: true }).click();
  await button(view, 'Add').click();
}

/** Plans the hand-over of a duty in the view of the duties; a duty that is not there is added first. */
export async function startHandOver(page: Page, step: HandOverStep): Promise<Locator> {
  await showView(page, 'Duties');
  await closeDuty(page);
  const cell = page.getByRole('button', {
    name: new RegExp(`^${step.area} of ${step.subject}: (?!not applicable)`, 'u'),
  });
  if ((await cell.count()) === 0) await addDuty(page, step);
  await cell.click();
  const panel = theDuty(page, step);
  const to = panel.getByRole('combobox', { name: 'To', exact: true });
  await to.fill(step.to);
  await to.press('Tab');
  await button(panel, 'Plan the hand-over').click();
  await expect(panel.getByRole('region', { name: 'Checklist', exact: true })).toBeVisible();
  return panel;
}
