import { makeAxe } from '#support/make-axe.ts';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { agreeRemoval, assignToPhase } from '#support/story/steps.ts';
import { expectSaved, findingsThatSay, showView } from '#support/story/workspace.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.beforeEach(async ({ app }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'bookshop');
});

test('a question is answered where it stands; before that it says which step goes on', async ({ app }) => {
  const { page } = app;
  await agreeRemoval(page, 'importer', 'Mira');
  await assignToPhase(page, 'importer', 'Clear out');
  const blocked = findingsThatSay(page, /remove importer while a question/u);
  await expect(blocked).toHaveCount(1);
  const view = await showView(page, 'Questions');
  await view.getByRole('button', { name: /importer Blocks 1 step$/u }).click();
  const changes = view.getByRole('region', { name: 'What the answer changes', exact: true });
  await expect(changes).toHaveText(/“Remove importer” no longer waits for it\./u);
  const scan = await makeAxe(page).withTags(tags).analyze();
  expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await view.getByRole('textbox', { name: 'Your answer', exact: true }).fill('Nobody uses the feeds.');
  await view.getByRole('textbox', { name: 'Answered by', exact: true }).fill('Mira');
  await button(view, 'Save answer').click();
  await expect(changes).toHaveCount(0);
  await expect(blocked).toHaveCount(0);
  await view.getByRole('radio', { name: /^Answered/u }).click();
  await expect(view.getByText('Nobody uses the feeds.')).toBeVisible();
  await expect(view.getByText('Answered by Mira')).toBeVisible();
  await expectSaved(page);
});

test('by keys: a question that holds nothing back says so; cancelled, nothing is kept; saved, it can be undone', async ({
  app,
}) => {
  const { page } = app;
  const view = await showView(page, 'Questions');
  const row = view.getByRole('button', { name: /14 nodes$/u });
  await row.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(view.getByText('No step of the plan waits for this answer.')).toBeVisible();
  const answer = view.getByRole('textbox', { name: 'Your answer', exact: true });
  await expect(answer).toBeFocused();
  await page.keyboard.type('In Falkenstein, all of them.');
  await button(view, 'Cancel').press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await expect(view.getByText('In Falkenstein, all of them.')).toHaveCount(0);
  await row.press('Enter');
  await expect(answer).toBeFocused();
  await expect(answer).toHaveValue('');
  await page.keyboard.type('In Falkenstein, all of them.');
  await button(view, 'Save answer').press('Enter');
  await expect(row).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row).toHaveCount(1);
});
