import { expect, test } from 'vitest';
import { menuDefinitions, toMenuTemplate } from '#main/electron/menu.ts';
import { makeRecentPlans } from '#main/electron/recent-plans.ts';
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

const recent = [
  { planId: 'pl_a', name: 'R&D leaves' },
  { planId: 'pl_b', name: 'x'.repeat(100) },
];

type Template = ReturnType<typeof toMenuTemplate>;

function flatten(template: Template): Template {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

function makeMenu(plans = recent) {
  const ran: string[] = [];
  const template = toMenuTemplate(
    {
      run: (id) => ran.push(id),
      openWindow: () => ran.push('a window'),
      openPlan: (id) => ran.push(`plan ${id}`),
    },
    plans,
  );
  const click = (id: string): void => {
    const item = flatten(template).find((each) => each.id === id);
    Reflect.apply(item?.click ?? (() => {}), null, []);
  };
  return { ran, template, click };
}

test('the shell opens windows itself and hands all else to the page; no item opens the developer tools', () => {
  const { ran, template, click } = makeMenu();
  click('new-window');
  click('undo');
  expect(ran).toEqual(['a window', 'undo']);
  expect(JSON.stringify(template)).not.toMatch(/devtools|reload/iu);
});

test('the plans that were used last are in the menu, called as they are called', () => {
  const { ran, template, click } = makeMenu();
  const labels = flatten(template)
    .filter((item) => item.id?.startsWith('recent:'))
    .map((item) => item.label);
  expect(labels).toEqual(['R&&D leaves', `${'x'.repeat(59)}…`]);
  click('recent:pl_b');
  expect(ran).toEqual(['plan pl_b']);
  const empty = flatten(makeMenu([]).template);
  expect(empty.find((item) => item.label === 'No plan yet')).toMatchObject({ enabled: false });
});

test('what was used last is learnt from the calls of the page; a deleted plan is forgotten', () => {
  let changes = 0;
  const plans = makeRecentPlans(() => {
    changes += 1;
  });
  const summary = { revision: 1, damaged: false, newer: false };
  const listed = [
    { ...summary, planId: 'pl_a', name: 'A', changedAt: '2026-01-01T00:00:00.000Z' },
    { ...summary, planId: 'pl_b', name: 'B', changedAt: '2026-01-02T00:00:00.000Z' },
    { ...summary, planId: 'pl_c', name: 'C', changedAt: '2026-01-03T00:00:00.000Z', damaged: true },
  ];
  const done = { ok: true, value: null } as const;
  plans.note('listPlans', null, { ok: true, value: listed });
  plans.note('listPlans', null, { ok: true, value: listed });
  expect(plans.list().map((plan) => plan.name)).toEqual(['B', 'A']);
  expect(changes).toBe(1);
  const written = { planId: 'pl_a', name: 'A2', revision: 2, writer: 'w', checkpoint: '' };
  plans.note('writeCheckpoint', written, { ok: false, error: { code: 'disk-full', message: '' } });
  expect(plans.list()[0]?.name).toBe('B');
  plans.note('writeCheckpoint', written, done);
  expect(plans.list().map((plan) => plan.name)).toEqual(['A2', 'B']);
  plans.note('deletePlan', { planId: 'pl_a' }, done);
  plans.note('deletePlan', '../x', done);
  expect(plans.list().map((plan) => plan.name)).toEqual(['B']);
});
