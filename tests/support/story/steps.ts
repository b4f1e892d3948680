import { expect, type Locator, type Page } from '@playwright/test';
import { button } from './review.ts';
import { expectState, onMap, select, theInspector } from './workspace.ts';

/** Marks the selected node by its key. */
export async function markForRemoval(page: Page, name: string): Promise<void> {
  await select(page, name);
  await page.keyboard.press('r');
  await expect(theInspector(page).getByText('Removal candidate')).toBeVisible();
}

/** Agrees the removal of the selected candidate in somebody's name. */
export async function agreeRemoval(page: Page, name: string, by: string): Promise<void> {
  await select(page, name);
  await button(theInspector(page), 'Agree').click();
  const dialog = page.getByRole('dialog', { name: 'Agree the removal', exact: true });
  await dialog.getByRole('textbox', { name: 'Who agrees' }).fill(by);
  await button(dialog, 'Agree').click();
  await expect(dialog).toHaveCount(0);
}

/** Puts the steps of a node into a phase by key P; a phase that is not there is made. */
export async function assignToPhase(page: Page, name: string, phase: string): Promise<void> {
  await select(page, name);
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: `Assign ${name} to a phase`, exact: true });
  await expect(dialog).toBeVisible();
  const known = dialog.getByRole('button', { name: new RegExp(`^${phase}\\b`, 'u') });
  if ((await known.count()) > 0) {
    await known.click();
  } else {
    const field = dialog.getByRole('textbox', { name: 'Name of the new phase' });
    if (!(await field.isVisible())) await button(dialog, 'New phase…').click();
    await field.fill(phase);
    await button(dialog, 'Create').click();
  }
  await expect(dialog).toHaveCount(0);
  await expectState(page, phase);
}

/** Opens "Move to…" for a node by key M. */
export async function startMove(page: Page, name: string): Promise<Locator> {
  await select(page, name);
  await page.keyboard.press('m');
  const panel = page.getByRole('dialog', { name: `Move ${name}`, exact: true });
  await expect(panel).toBeVisible();
  return panel;
}

/** Answers the open question of the selected node that has these words. */
export async function answerQuestion(
  page: Page,
  node: string,
  question: string,
  answer: { readonly words: string; readonly by: string },
): Promise<void> {
  await select(page, node);
  const inspector = theInspector(page);
  await inspector.getByRole('button', { name: 'Answer', exact: true, description: question }).click();
  await inspector.getByRole('textbox', { name: 'Answer', exact: true }).fill(answer.words);
  await inspector.getByRole('textbox', { name: 'Who says so' }).fill(answer.by);
  await button(inspector, 'Save').click();
}

/** Where the middle of the head of a node lies. */
async function headOf(node: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await node.boundingBox();
  if (box === null) throw new Error('the node is not in the window');
  return { x: box.x + box.width / 2, y: box.y + Math.min(12, box.height / 2) };
}

/** Picks a node up on the map and holds it over another one; the caller lets go of the mouse. */
export async function dragOver(page: Page, name: string, target: string): Promise<void> {
  const from = await headOf(onMap(page, name));
  const to = await headOf(onMap(page, target));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
}
