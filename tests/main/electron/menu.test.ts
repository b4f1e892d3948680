import { expect, test } from 'vitest';
import { menuDefinitions, toMenuTemplate } from '#main/electron/menu.ts';
import { actions } from '#actions/actions.ts';

const items = menuDefinitions.flatMap((menu) => menu.items.filter((item) => item !== 'separator'));

/** A shortcut of the page as Electron writes it. */
function toAccelerator(shortcut: string): string {
  return shortcut.replace('Mod', 'CommandOrControl');
}

test('the menu is made of the actions of the page: same ids, same words, same keys', () => {
  const shown = items.flatMap((item) => ('actionId' in item ? [item] : []));
  expect(shown.length).toBeGreaterThan(25);
  for (const { actionId, label, accelerator } of shown) {
    const action = actions.find((each) => each.id === actionId);
    expect({ actionId, label, accelerator: accelerator ?? null }).toEqual({
      actionId: action?.id,
      label: action?.title,
      accelerator: action?.shortcut === null ? null : toAccelerator(action?.shortcut ?? ''),
    });
  }
});

test('no key is given to two things', () => {
  const keys = items.flatMap((item) =>
    'accelerator' in item && item.accelerator !== undefined ? [item.accelerator] : [],
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('the shell opens windows itself and hands all else to the page; no item opens the developer tools', () => {
  const ran: string[] = [];
  const template = toMenuTemplate(
    (id) => ran.push(id),
    () => ran.push('a window'),
  );
  const click = (id: string): void => {
    for (const menu of template) {
      for (const item of Array.isArray(menu.submenu) ? menu.submenu : []) {
        if (item.id === id) Reflect.apply(item.click ?? (() => {}), null, []);
      }
    }
  };
  click('new-window');
  click('undo');
  expect(ran).toEqual(['a window', 'undo']);
  expect(JSON.stringify(template)).not.toMatch(/devtools|reload/iu);
});
