import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { planOf } from '#support/build-plan.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { makeMove, makeNode, makePhase, memory } from '#support/plan-parts.ts';
import { button } from '#support/story/review.ts';
import {
  expectSaved,
  expectState,
  onMap,
  runByPalette,
  select,
  showView,
  theInspector,
  theSlider,
} from '#support/story/workspace.ts';

/** Three hosts of which one could hold what all of them hold. */
async function openHosts(app: AppDriver): Promise<void> {
  const path = join(app.dataDir, '..', 'hosts.rehome.json');
  const plan = planOf({
    name: 'Three hosts',
    nodes: [
      makeNode('hoster', 'provider'),
      ...['a', 'b', 'c'].map((letter) =>
        makeNode(letter, 'host', 'hoster', { name: `host-${letter}`, capacity: memory(16_384) }),
      ),
      makeNode('web', 'server', 'a', { usage: memory(8192) }),
      makeNode('mail', 'server', 'b', { usage: memory(4096) }),
      makeNode('chat', 'server', 'c', { usage: memory(4096) }),
    ],
  });
  await writeFile(path, toPlanFileText(plan));
  await app.openPlanFile(path);
  await expect(onMap(app.page, 'web')).toBeVisible();
}

const theMap = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });
const ghosts = (page: Page) => theMap(page).getByRole('button', { name: /^Old place of/u });
const arrows = (page: Page) => theMap(page).getByRole('img', { name: /^Moves/u });
const preview = (page: Page) =>
  theMap(page)
    .getByRole('status')
    .filter({ hasText: /^Preview: / });

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await makeAxe(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('.react-flow')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test('a consolidation is looked at on the map before it is applied, and nothing changes until then', async ({
  app,
}) => {
  const { page } = app;
  await openHosts(app);
  await runByPalette(page, 'Consolidate…');
  const assistant = page.getByRole('region', { name: 'Consolidate', exact: true });
  await expect(preview(page)).toHaveCount(0);
  await button(assistant, 'Propose').click();
  await expect(preview(page)).toHaveText(/^Preview: 2 moves\. Nothing has changed yet/u);
  await expect(ghosts(page)).toHaveCount(2);
  await expect(arrows(page)).toHaveCount(2);
  await expect(onMap(page, 'mail')).toHaveAccessibleName(/server on host-a/u);
  await expectNoViolations(page);
  await expectState(page, 'As is');
  await expect(button(page, 'Undo')).toBeDisabled();

  // The map as it is, and the proposal again, by keyboard.
  await theMap(page).getByRole('button', { name: 'Show the map as it is', exact: true }).press('Enter');
  await expect(ghosts(page)).toHaveCount(0);
  await expect(onMap(page, 'mail')).toHaveAccessibleName(/server on host-b/u);
  await button(assistant, 'Show on the map').press('Enter');
  await expect(arrows(page)).toHaveCount(2);

  await button(assistant, 'Apply 4 steps').click();
  await expectState(page, 'To be');
  await expectSaved(page);
  await expect(preview(page)).toHaveCount(0);
  await expect(onMap(page, 'mail')).toHaveAccessibleName(/server on host-a/u);
});

test('a preview goes with its assistant, and with the plan that it was made for', async ({ app }) => {
  const { page } = app;
  await openHosts(app);
  await runByPalette(page, 'Consolidate…');
  const assistant = page.getByRole('region', { name: 'Consolidate', exact: true });
  await button(assistant, 'Propose').click();
  await expect(preview(page)).toBeVisible();
  await button(assistant, 'Close the assistant').click();
  await expect(preview(page)).toHaveCount(0);
  await expect(ghosts(page)).toHaveCount(0);
  // By keys: Escape closes it, and what is selected stays selected.
  await select(page, 'mail');
  await runByPalette(page, 'Consolidate…');
  await expect(assistant).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(assistant).toHaveCount(0);
  await expect(theInspector(page).getByRole('heading', { name: 'mail', exact: true })).toBeVisible();
});

test('phases and dates are shown on the arrows of moves before they are applied', async ({ app }) => {
  const { page } = app;
  await openHosts(app);
  await select(page, 'mail');
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: /^Move/u });
  await move.getByRole('combobox', { name: 'Move to…' }).fill('host-a');
  await page.keyboard.press('Enter');
  await expect(move).toHaveCount(0);
  await page.keyboard.press('Shift+P');
  const phases = page.getByRole('region', { name: 'Propose phases', exact: true });
  await button(phases, 'Propose').click();
  await expect(preview(page)).toHaveText(/^Preview: 1 move\./u);
  await expect(arrows(page)).toHaveAccessibleName('Moves in phase 1');
  await button(phases, 'Apply').click();
  await expect(preview(page)).toHaveCount(0);

  await showView(page, 'Timeline');
  await page.getByRole('button', { name: 'Propose dates…' }).first().click();
  const dates = page.getByRole('region', { name: 'Propose dates', exact: true });
  await dates.getByLabel('First day of work').fill('2026-12-07');
  await button(dates, 'Propose').click();
  await button(dates, 'Show on the map').click();
  await expect(preview(page)).toHaveText(/^Preview: 1 date\./u);
  await expect(arrows(page)).toHaveAccessibleName(/^Moves in phase 1 on .*7/u);
});

test('many moves from one place to another are one arrow, whose count selects what moves', async ({
  app,
}) => {
  const { page } = app;
  const path = join(app.dataDir, '..', 'many.rehome.json');
  const names = Array.from({ length: 30 }, (_, at) => `vm${at}`);
  const plan = planOf({
    name: 'Thirty moves',
    nodes: [
      makeNode('old', 'provider'),
      makeNode('west', 'site', 'old'),
      makeNode('new', 'provider'),
      makeNode('host', 'host', 'new'),
      ...names.map((name) => makeNode(name, 'server', 'west')),
    ],
    phases: [makePhase('1')],
    changes: names.map((name, at) => makeMove(String(at), '1', name, 'host')),
  });
  await writeFile(path, toPlanFileText(plan));
  await app.openPlanFile(path);
  await expect(onMap(page, 'vm0')).toBeVisible();
  const arrow = theMap(page).getByRole('img', { name: '30 moves from west to host in phase 1' });
  await expect(arrow).toHaveCount(0);
  await theSlider(page).press('ArrowRight');
  await expectState(page, 'Phase 1');
  await expect(arrow).toHaveCount(1);
  await expect(arrows(page)).toHaveCount(0);
  await expect(ghosts(page)).toHaveCount(30);
  const count = button(theMap(page), '30 moves from west to host in phase 1');
  await expect(count).toHaveText('30 in phase 1');
  await count.press('Enter');
  await expect(theInspector(page).getByText('30 selected')).toBeVisible();
  await expectNoViolations(page);
});
