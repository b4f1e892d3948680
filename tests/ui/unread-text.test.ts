import { expect, test } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan } from '#core/model/plan.ts';
import { toUnreadCopy } from '#persistence/unread-text.ts';
import { emptyHistory, readWorkspace, toCheckpointText, toJournalLine } from '#persistence/workspace-text.ts';
import { doCommands } from '#support/run-commands.ts';

const plan = toEmptyPlan(toId('pl', 'pl_next'), 'Next year');
const checkpoint = await toCheckpointText({ plan, history: emptyHistory });
const newer = checkpoint.replace('"rehome/1"', '"rehome/9"');

test('the plan file of a newer form comes out of its checkpoint as that version wrote it', async () => {
  expect((await readWorkspace(newer, [])).ok).toBe(false);
  const copy = await toUnreadCopy(newer);
  expect(copy.isPlanFile).toBe(true);
  expect(JSON.parse(copy.text)).toEqual(JSON.parse(toPlanFileText(plan).replace('"rehome/1"', '"rehome/9"')));
  expect(parsePlanFile(copy.text)).toMatchObject({ ok: false, error: { code: 'newer-format' } });
});

test('it comes out of the seal of a newer version too, with keys that this one does not know', async () => {
  const sealed = JSON.stringify({
    seal: { format: 'rehome-vault/2', sum: 'x' },
    checkpoint: newer.replace('"id":"pl_next"', '"shape": {"a": [1, null]}, "id": "pl_next"'),
  });
  const copy = await toUnreadCopy(sealed);
  expect(copy.isPlanFile).toBe(true);
  expect(JSON.parse(copy.text)).toMatchObject({ format: 'rehome/9', id: 'pl_next', shape: { a: [1, null] } });
});

test('edits that stand beside it are in the copy, and what no edit touched is as it was', async () => {
  const added = doCommands(plan, { command: 'add-node', kind: 'server', name: 'wiki' });
  const line = toJournalLine({ kind: 'do', revision: 1, label: 'Add wiki', diff: added.diff });
  const stored = newer.replace('"revision":0', '"shape": [1], "revision": 0');
  const copy = await toUnreadCopy(stored, [line]);
  expect(copy).toMatchObject({ isPlanFile: true, leftOut: 0 });
  const file: unknown = JSON.parse(copy.text);
  expect(file).toMatchObject({ format: 'rehome/9', shape: [1], inventory: { nodes: [{ name: 'wiki' }] } });
  expect(await toUnreadCopy(stored, [line, '{"kind":"dance"}', line])).toEqual({ ...copy, leftOut: 2 });
});

test('edits of a file that is too new to be read are counted', async () => {
  const stored = newer.replace('"name":"Next year"', '"name": ["Next", "year"]');
  const copy = await toUnreadCopy(stored, ['{"kind":"undo","revision":1}']);
  expect(copy).toMatchObject({ isPlanFile: true, leftOut: 1 });
  expect(JSON.parse(copy.text)).toMatchObject({ format: 'rehome/9', name: ['Next', 'year'] });
});

test('a plan file that was kept as one text comes out', async () => {
  const text = '{\n  "format": "rehome/9"\n}\n';
  expect(await toUnreadCopy(JSON.stringify({ plan: text }))).toEqual({ text, isPlanFile: true, leftOut: 0 });
});

test.each([
  '',
  'null',
  '[]',
  '7',
  '{"plan":7}',
  '{"plan":[]}',
  '{"checkpoint":7}',
  '{"checkpoint":"{"}',
  '{"checkpoint":"[1]"}',
  '{"__proto__":{"plan":{}}}',
  'no JSON at all, \u0000 \u{1F600}',
])('where no plan file is found all that is stored is the copy: %j', async (stored) => {
  expect(await toUnreadCopy(stored)).toEqual({ text: stored, isPlanFile: false, leftOut: 0 });
  expect(await toUnreadCopy(stored, ['x'])).toMatchObject({ text: stored, leftOut: 1 });
});
