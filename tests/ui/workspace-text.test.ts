import { describe, expect, it } from 'vitest';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { emptyHistory, readWorkspace, toCheckpointText } from '#persistence/workspace-text.ts';
import { planOf } from '#support/build-plan.ts';

const plan = planOf({
  nodes: [toNode({ id: toId('nd', 'nd_1'), kind: 'server', name: 'wiki "old"\n\\ </script> \u2028' })],
});
const history = {
  done: [{ label: 'Rename', diff: { fields: {}, collections: {} } }],
  undone: [{ label: 'Move', diff: { fields: {}, collections: {} } }],
};

describe('a checkpoint', () => {
  it('comes back as it was, with both sides of its history', async () => {
    const read = await readWorkspace(await toCheckpointText({ plan, history }), []);
    if (!read.ok) throw new Error(read.error);
    expect(toPlanFileText(read.value.plan)).toBe(toPlanFileText(plan));
    expect(read.value.history).toEqual(history);
    expect(read.value.isMigrated).toBe(false);
  });

  it('holds the plan file itself, not a text of it: nothing is escaped twice', async () => {
    const text = await toCheckpointText({ plan, history: emptyHistory });
    expect(JSON.parse(text)).toEqual({ plan: JSON.parse(toPlanFileText(plan)), done: [], undone: [] });
  });

  it('is read in the form of earlier versions, where the plan file is one text', async () => {
    const text = JSON.stringify({ plan: toPlanFileText(plan), ...history });
    const read = await readWorkspace(text, []);
    if (!read.ok) throw new Error(read.error);
    expect(toPlanFileText(read.value.plan)).toBe(toPlanFileText(plan));
    expect(read.value.history).toEqual(history);
  });

  it.each([
    ['', 'The stored plan is not readable.'],
    ['{"plan":{"format":"rehome/1"', 'The stored plan is not readable.'],
    ['[]', 'The stored plan has no plan in it.'],
    ['{"plan":[]}', 'The stored plan has no plan in it.'],
    ['{"plan":null}', 'The stored plan has no plan in it.'],
    ['{"plan":{}}', 'This is not a plan of Rehome'],
    ['{"plan":{"format":"rehome/999999"}}', 'this version of Rehome reads up to'],
    ['{"plan":{"format":"rehome/1","name":5}}', '"name" must be a text'],
    [`{"plan":{"format":"rehome/1","x":${'['.repeat(300)}${']'.repeat(300)}}}`, 'nests deeper than'],
  ])('that is damaged is refused with a sentence: %s', async (text, words) => {
    const read = await readWorkspace(text, []);
    expect(read.ok ? 'it was read' : read.error).toContain(words);
  });

  it('brings no key that could change what objects are', async () => {
    const read = await readWorkspace('{"plan":{"format":"rehome/1","__proto__":{"isBad":true}}}', []);
    if (!read.ok) throw new Error(read.error);
    expect('isBad' in read.value.plan.extra).toBe(false);
    expect(JSON.stringify(read.value.plan.extra)).toBe('{}');
  });
});
