import { makeAxe } from '#support/make-axe.ts';
import { expect, test } from '#support/launch-app.ts';
import { closeDuty, startHandOver, theDuty } from '#support/story/duties.ts';
import { button, openExample } from '#support/story/review.ts';
import { showView, theSlider } from '#support/story/workspace.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('gaps by phase are said in a sentence, opened by mouse, and closed by keyboard', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'museum');
  const duty = { area: 'monitoring', subject: 'Portal App Server' };
  await startHandOver(page, { ...duty, to: 'Nordwind' });
  await closeDuty(page);
  const view = await showView(page, 'Duties');
  await button(view, 'By phase…').press('Enter');
  const panel = page.getByRole('dialog', { name: 'Duties by phase', exact: true });
  const asIs = panel.getByRole('region', { name: 'As is', exact: true });
  await expect(asIs).toContainText(/\d+ gaps?/u);
  const phase = panel.getByRole('region', { name: 'Phase 1', exact: true });
  await expect(phase).toContainText('monitoring of Portal App Server', { ignoreCase: true });
  await expect(phase).toContainText('Nordwind');
  const scan = await makeAxe(page).withTags(tags).analyze();
  expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await asIs
    .getByRole('button', { name: /^Show / })
    .first()
    .click();
  await expect(panel).toHaveCount(0);
  await expect(theSlider(page)).toHaveAttribute('aria-valuetext', 'As is');
  await closeDuty(page);
  await button(view, 'By phase…').press('Enter');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(theDuty(page, duty)).toHaveCount(0);
});

test('all roles and their access stand in the cells, by mouse and by keyboard', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'museum');
  const view = await showView(page, 'Duties');
  await view.getByRole('radio', { name: 'All roles', exact: true }).click();
  const cell = view.getByRole('button', { name: /^operation of Portal DB Server: /u });
  await expect(cell).toHaveAccessibleName(
    'operation of Portal DB Server: Accountable: Nordwind; Informed: application team, As is',
  );
  await expect(cell).toContainText('application team');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(view.getByRole('radio', { name: 'Access', exact: true })).toBeChecked();
  await expect(cell).toHaveAccessibleName(
    'operation of Portal DB Server: Nordwind, access not known; application team, no access, As is',
  );
  await expect(cell.getByTitle('access not known', { exact: true })).toHaveText('?');
  await expect(cell).toContainText('None');
  const scan = await makeAxe(page).withTags(tags).analyze();
  expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  // The lens stays when a cell is opened.
  await cell.press('Enter');
  await expect(theDuty(page, { area: 'operation', subject: 'Portal DB Server' })).toBeVisible();
  await closeDuty(page);
  await expect(view.getByRole('radio', { name: 'Access', exact: true })).toBeChecked();
});
