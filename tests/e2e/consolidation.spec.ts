import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAxe } from '#support/make-axe.ts';
import type { Locator, Page } from '@playwright/test';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { makeNode, memory, nd } from '#support/plan-parts.ts';
import { button } from '#support/story/review.ts';
import { expectSaved, expectState, onMap, runByPalette, theInspector } from '#support/story/workspace.ts';

const rows: PlanRows = {
  name: 'Three hosts',
  nodes: [
    makeNode('hoster', 'provider'),
    // Ids hold no hyphen, names may.
    ...['a', 'b', 'c'].map((letter) =>
      makeNode(letter, 'host', 'hoster', { name: `host-${letter}`, capacity: memory(16_384) }),
    ),
    makeNode('web', 'server', 'a', { usage: memory(8192) }),
    makeNode('mail', 'server', 'b', { usage: memory(4096) }),
    makeNode('chat', 'server', 'c', { usage: memory(4096) }),
  ],
};

async function openPlan(app: AppDriver, more: PlanRows = {}): Promise<Locator> {
  const path = join(app.dataDir, '..', 'hosts.rehome.json');
  await writeFile(path, toPlanFileText(planOf({ ...rows, ...more })));
  await app.openPlanFile(path);
  await expect(onMap(app.page, 'web')).toBeVisible();
  await runByPalette(app.page, 'Consolidate…');
  return app.page.getByRole('region', { name: 'Consolidate', exact: true });
}

async function propose(page: Page, assistant: Locator): Promise<Locator> {
  await button(assistant, 'Propose').click();
  const result = page.getByRole('region', { name: 'Proposal', exact: true });
  await expect(result).toBeVisible();
  return result;
}

test('hosts become free: proposed with proof, applied as one step, and taken back', async ({ app }) => {
  const { page } = app;
  const assistant = await openPlan(app);
  const result = await propose(page, assistant);
  await expect(result).toContainText('No arrangement does with fewer: this is proven.');
  await expect(result).toContainText('Free afterwards: host-b, host-c');
  const scan = await makeAxe(page).include('section[aria-label="Consolidate"]').analyze();
  expect(scan.violations.map(({ id }) => id)).toEqual([]);
  await button(result, 'Apply 4 steps').click();
  await expectState(page, 'To be');
  await expectSaved(page);
  await expect(result).toBeHidden();
  await button(page, 'Undo').click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Consolidate: 2 moves' })).toBeVisible();
  await button(assistant, 'Close the assistant').click();
  await expect(theInspector(page)).toBeVisible();
});

test('rules that contradict each other are named, and one is dropped with a click', async ({ app }) => {
  const { page } = app;
  const pair = [nd('web'), nd('mail')];
  const assistant = await openPlan(app, {
    rules: [
      { id: toId('ru', 'ru_1'), kind: 'apart', nodes: pair, value: null },
      { id: toId('ru', 'ru_2'), kind: 'together', nodes: pair, value: null },
    ],
  });
  const result = await propose(page, assistant);
  await expect(result).toContainText('mail and web must stay apart.');
  await result.getByRole('button', { name: 'Drop this rule', exact: true }).first().click();
  await expect(result).toContainText('The plan has changed since.');
  await button(assistant, 'Propose again').click();
  await expect(button(result, 'Apply 4 steps')).toBeVisible();
});

test('only the hosts that are ticked take servers, by keyboard', async ({ app }) => {
  const { page } = app;
  const assistant = await openPlan(app);
  await assistant.getByRole('checkbox', { name: 'host-a', exact: true }).focus();
  await page.keyboard.press('Space');
  await button(assistant, 'Propose').focus();
  await page.keyboard.press('Enter');
  const result = page.getByRole('region', { name: 'Proposal', exact: true });
  await expect(result).toContainText(/→ host-[bc]/u);
  await expect(result).not.toContainText('→ host-a');
});
