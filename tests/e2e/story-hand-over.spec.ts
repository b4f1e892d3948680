import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { closeDuty, startHandOver, theDuty } from '#support/story/duties.ts';
import { findingsThatSay, theSlider } from '#support/story/workspace.ts';

const server = 'Portal App Server';

test.beforeEach(({ app }) => openExample(app, 'museum'));

/** The hand-over of a duty of the application server to Nordwind, in a phase of its own. */
function handOver(page: Page, area: string): ReturnType<typeof startHandOver> {
  return startHandOver(page, { area, subject: server, to: 'Nordwind' });
}

test('a duty is handed over, and its state is seen in the matrix', async ({ app }) => {
  const { page } = app;
  const panel = await handOver(page, 'monitoring');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Proposed' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await button(panel, 'Offer to Nordwind').click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Offered' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await theSlider(page).press('End');
  await expect(
    page.getByRole('button', { name: `monitoring of ${server}: Nordwind, To be`, exact: true }),
  ).toBeVisible();
});

test('a checklist comes from a template; its lines are owned, dated, proven and ticked', async ({ app }) => {
  const { page } = app;
  const panel = await handOver(page, 'backup');
  const list = panel.getByRole('region', { name: 'Checklist', exact: true });
  await list.getByRole('button', { name: /Checklist from a template…/u }).click();
  await page.getByRole('option').first().click();
  const boxes = list.getByRole('checkbox');
  await expect(boxes).not.toHaveCount(0);
  const count = await boxes.count();
  await expect(list).toContainText(`0 of ${count} done`);

  await list
    .getByRole('button', { expanded: false })
    .filter({ hasText: / · |T-|yet|Nordwind/u })
    .first()
    .click();
  await list.getByRole('button', { name: /Owner$/u }).click();
  await page.getByRole('option', { name: 'Nordwind', exact: true }).click();
  await list.getByRole('textbox', { name: 'Due', exact: true }).fill('2027-06-01');
  await list.getByRole('textbox', { name: 'Proof', exact: true }).fill('Restored into a spare machine.');
  await page.keyboard.press('Tab');
  await expect(list.getByRole('button', { name: 'Nordwind · 2027-06-01', exact: true })).toBeVisible();

  await boxes.first().press('Space');
  await expect(boxes.first()).toBeChecked();
  await expect(list).toContainText(`1 of ${count} done`);
});

test('a hand-over is accepted only with evidence and by somebody', async ({ app }) => {
  const { page } = app;
  const panel = await handOver(page, 'monitoring');
  const error = findingsThatSay(page, /^error: .*monitoring/u);
  await expect(error).not.toHaveCount(0);
  const accept = button(panel, 'Accept for Nordwind');
  await expect(accept).toBeDisabled();
  await panel.getByRole('textbox', { name: 'Evidence', exact: true }).fill('An alarm was raised and seen.');
  await expect(accept).toBeDisabled();
  await panel.getByRole('textbox', { name: 'Accepted by', exact: true }).fill('Ida of Nordwind');
  await accept.click();
  await expect(panel).toContainText('An alarm was raised and seen.');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Accepted' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(error).toHaveCount(0);
});

test('going live without a proven restore is an error until it is proven', async ({ app }) => {
  const { page } = app;
  await handOver(page, 'restore proof');
  await handOver(page, 'backup');
  const error = findingsThatSay(page, /^error: .*restore/iu);
  await expect(error).not.toHaveCount(0);
  await closeDuty(page);
  await page.getByRole('button', { name: new RegExp(`^restore proof of ${server}: `, 'u') }).click();
  const panel = theDuty(page, { area: 'restore proof', subject: server });
  await panel
    .getByRole('textbox', { name: 'Evidence', exact: true })
    .fill('The database was dropped and came back from the backup.');
  await panel.getByRole('textbox', { name: 'Accepted by', exact: true }).fill('Ida of Nordwind');
  await button(panel, 'Accept for Nordwind').click();
  await expect(error).toHaveCount(0);
});
