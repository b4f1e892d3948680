import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import {
  agreeRemoval,
  answerQuestion,
  assignToPhase,
  dragOver,
  markForRemoval,
  startMove,
} from '#support/story/steps.ts';
import {
  expectSaved,
  expectState,
  findingsThatSay,
  onMap,
  runByPalette,
  select,
  showView,
  theFindings,
  theInspector,
  theSlider,
} from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

test('a server is marked for removal by its key and by its menu', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await onMap(page, 'mail01').click({ button: 'right', position: { x: 20, y: 12 } });
  await page.getByRole('menuitem', { name: 'Mark for removal', exact: true }).click();
  await expect(onMap(page, 'mail01')).toHaveAccessibleName(/removal candidate/u);
});

test('undo and redo say what they do', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('status').filter({ hasText: /Undone: .*shop02/u })).toBeVisible();
  await expect(onMap(page, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
  await button(page, 'Redo').click();
  await expect(page.getByRole('status').filter({ hasText: /Done again: .*shop02/u })).toBeVisible();
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});

test('a server moves by keyboard to a new host of a new provider', async ({ app }) => {
  const { page } = app;
  await runByPalette(page, 'Add a host or provider…');
  const place = page.getByRole('dialog', { name: 'New place to move to', exact: true });
  await place.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind');
  await place.getByRole('button', { name: /Kind$/u }).click();
  await page.getByRole('option', { name: 'Provider', exact: true }).click();
  await button(place, 'Add').click();
  await expect(onMap(page, 'Northwind')).toBeVisible();

  const panel = await startMove(page, 'shop01');
  await button(panel, 'New host, site or provider…').click();
  await place.getByRole('textbox', { name: 'Name', exact: true }).fill('nw-host1');
  await place.getByRole('combobox', { name: /^In/u }).fill('Northw');
  await page.getByRole('option', { name: 'Northwind', exact: true }).click();
  await place.getByRole('textbox', { name: 'Memory in GB' }).fill('16');
  await button(place, 'Add').click();

  await expect(panel.getByRole('combobox', { name: 'Move to…' })).toBeFocused();
  await page.keyboard.type('nw-host');
  await expect(panel.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expectState(page, 'To be');
  await expect(onMap(page, 'shop01')).toHaveAccessibleName(/^shop01, server on nw-host1/u);
  await theSlider(page).press('Home');
  await expectState(page, 'As is');
  await expect(onMap(page, 'shop01')).toHaveAccessibleName(/^shop01, server on Hetzner/u);
});

test('a server is dragged onto another place, which says before what would happen', async ({ app }) => {
  const { page } = app;
  await dragOver(page, 'shop02', 'Amazon Web Services');
  await expect(onMap(page, 'Amazon Web Services')).toContainText(/fits|error/u);
  await page.mouse.up();
  await expectState(page, 'To be');
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/^shop02, server on Amazon Web Services/u);
  await expectSaved(page);
});

test('a drop without meaning is refused with its reason', async ({ app }) => {
  const { page } = app;
  await dragOver(page, 'Falkenstein', 'blog');
  await page.mouse.up();
  await expect(page.getByRole('alert')).toContainText("A site can't be placed on a server.");
  await expect(onMap(page, 'Falkenstein')).toHaveAccessibleName(/^Falkenstein, site on Hetzner/u);
  await expect(button(page, 'Undo')).toBeEnabled();
});

test('the slider leads from as is over the phases to to be', async ({ app }) => {
  const { page } = app;
  await expectState(page, 'As is');
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  const slider = theSlider(page);
  await slider.press('Home');
  await expectState(page, 'As is');
  await expect(onMap(page, 'shop02')).toHaveCount(1);
  await slider.press('ArrowRight');
  await expectState(page, 'Clear out');
  await expect(onMap(page, 'shop02')).toHaveCount(0);
  await slider.press('End');
  await expectState(page, 'To be');
});

test('a removal with an open question is an error until it is answered and agreed', async ({ app }) => {
  const { page } = app;
  await assignToPhase(page, 'importer', 'Phase 1');
  const errors = theFindings(page).getByRole('button', { name: /^error: .*importer/u });
  await expect(errors.filter({ hasText: 'importer' })).not.toHaveCount(0);
  await expect(findingsThatSay(page, /^error: .*importer.*(question|answer)/u)).not.toHaveCount(0);
  await expect(findingsThatSay(page, /^error: .*importer.*agree/u)).not.toHaveCount(0);

  await answerQuestion(page, 'importer', 'Switched off? (?)', {
    words: 'It was switched off in spring.',
    by: 'Mira',
  });
  await expect(findingsThatSay(page, /^error: .*importer.*(question|answer)/u)).toHaveCount(0);
  await agreeRemoval(page, 'importer', 'Mira');
  await expect(errors).toHaveCount(0);
});

test('a finding leads to what it is about', async ({ app }) => {
  const { page } = app;
  await assignToPhase(page, 'blog', 'Phase 1');
  await showView(page, 'Table');
  await theSlider(page).press('Home');
  await theFindings(page)
    .getByRole('button', { name: /^error: .*blog/u })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: 'Map', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(theInspector(page).getByRole('heading', { name: 'blog', exact: true })).toBeVisible();
  await expectState(page, 'Phase 1');
});

test('removing the bastion before the others is an error with its reason', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'bastion');
  await agreeRemoval(page, 'bastion', 'Mira');
  await assignToPhase(page, 'bastion', 'Phase 1');
  await expect(findingsThatSay(page, /^error: .*bastion.*reach|^error: .*reach.*bastion/u)).not.toHaveCount(
    0,
  );
  await select(page, 'shop01');
  await button(page, 'Undo').click();
  await expect(findingsThatSay(page, /^error: .*bastion/u)).toHaveCount(0);
});
