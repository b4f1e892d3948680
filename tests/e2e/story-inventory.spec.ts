import { expect, test } from '#support/launch-app.ts';
import {
  acceptAllAndOpen,
  button,
  decide,
  exampleFiles,
  foundLine,
  importFiles,
  openExample,
  theReview,
  theSource,
} from '#support/story/review.ts';
import { inTree, onMap, select, showView, theInspector, theInventory } from '#support/story/workspace.ts';

const servers = [
  'bastion',
  'shop01',
  'shop02',
  'balancer01',
  'pg-main',
  'pg-replica',
  'queue01',
  'mail01',
  'blog',
  'catalogue',
  'metrics',
  'ci-old',
  'gitea',
  'importer',
];

test('the review compares what was found with what the text says', async ({ app }) => {
  await importFiles(app, exampleFiles.bookshop);
  const review = theReview(app.page);
  await expect(review).toContainText(/Servers\s*14\s*the text says 14/u);
  await expect(review.getByRole('radio', { name: /^Servers 14/u })).toBeVisible();
  for (const name of servers) await expect(foundLine(app.page, name)).toHaveCount(1);
});

test('the quoted words of what is chosen are marked in the source', async ({ app }) => {
  const { page } = app;
  await importFiles(app, exampleFiles.bookshop);
  await theReview(page)
    .getByRole('button', { name: /^pg-replica, /u })
    .click();
  await expect(theSource(page)).toContainText('servers.md');
  await expect(theSource(page).getByText('Replica of pg-main')).toBeVisible();
  await expect(theSource(page)).toContainText(/\d quotes? for pg-replica/u);
});

test('what was rejected does not come into the plan, what was accepted does', async ({ app }) => {
  const { page } = app;
  await importFiles(app, exampleFiles.bookshop);
  await expect(button(page, 'Open the map')).toHaveCount(0);
  await decide(page, 'blog', 'Reject');
  await decide(page, 'catalogue', 'Accept');
  await acceptAllAndOpen(page);
  await expect(onMap(page, 'catalogue')).toHaveCount(1);
  await expect(onMap(page, 'blog')).toHaveCount(0);
});

test('a rejection can be taken back before the map is opened', async ({ app }) => {
  const { page } = app;
  await importFiles(app, exampleFiles.bookshop);
  await decide(page, 'blog', 'Reject');
  await button(page, 'Undo').click();
  await acceptAllAndOpen(page);
  await expect(onMap(page, 'blog')).toHaveCount(1);
});

test('the map and the inventory have every server by its name', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  for (const name of servers) {
    await expect(onMap(page, name)).toHaveAccessibleName(new RegExp(`^${name}, server on Hetzner`, 'u'));
    await expect(inTree(page, name)).toHaveAccessibleName(`${name}, server on Hetzner`);
  }
  await expect(theInventory(page)).toContainText('14 servers');
});

test('a click on a server shows what is known of it, with its source', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await onMap(page, 'pg-replica').click({ position: { x: 20, y: 12 } });
  const inspector = theInspector(page);
  await expect(inspector.getByRole('heading', { name: 'pg-replica', exact: true })).toBeVisible();
  await expect(inspector).toContainText('pg-main');
  await expect(inspector).toContainText('papermoon-dumps');
  await expect(inspector).toContainText('bastion');
});

test('the search of the inventory finds a server by its domain', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await theInventory(page).getByRole('searchbox').fill('intern.papermoon');
  await expect(inTree(page, 'catalogue')).toBeVisible();
  await expect(inTree(page, 'blog')).toHaveCount(0);
});

test('questions are about the right things', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await showView(page, 'Questions');
  const block = page.getByRole('region', { name: 'Block a step', exact: true });
  await expect(
    block.getByRole('listitem').filter({ hasText: 'Not sure who still reads this.' }),
  ).toContainText('catalogue');
  await expect(block.getByRole('listitem').filter({ hasText: '(?)' })).toContainText('importer');
  await select(page, 'catalogue');
  await expect(theInspector(page)).toContainText('Not sure who still reads this.');
});

test('removal candidates come with their condition', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  for (const name of ['importer', 'catalogue', 'blog'])
    await expect(onMap(page, name)).toHaveAccessibleName(/removal candidate/u);
  await select(page, 'ci-old');
  await expect(theInspector(page)).toContainText(
    /Waits: .*after the last pipeline has moved to Gitea Actions/u,
  );
});
