import { describe, expect, it } from 'vitest';
import { mergePlans } from '#core/document/merge/merge-plans.ts';
import { toConflictWords, toRepairWords } from '#core/exporters/difference/merge-words.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { toSource } from '#core/model/source.ts';
import { planOf } from '#support/build-plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { doCommands } from '#support/run-commands.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';

const base = clearOutPlan();

/** The plan after the commands of one person, whose new things have ids of their own. */
function edited(person: string, ...commands: object[]): Plan {
  let made = 0;
  const result = applyCommands(base, commands, {
    makeId: (prefix) => {
      made += 1;
      return toId(prefix, `${prefix}_${person}${made}`);
    },
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.plan;
}

function mergeWords(ours: Plan, theirs: Plan): string[] {
  const merge = mergePlans(base, ours, theirs);
  return merge.conflicts.map((each) => toConflictWords(each, { base, ours, theirs }));
}

describe('a merge', () => {
  it('takes edits of different fields of one thing from both', () => {
    const ours = edited('us', { command: 'edit-node', node: 'shop1', os: 'Debian 12' });
    const theirs = edited('them', {
      command: 'edit-node',
      node: 'shop1',
      capacity: { memoryMiB: 16384 },
      notes: 'fast',
    });
    const { plan, conflicts } = mergePlans(base, ours, theirs);
    expect(conflicts).toEqual([]);
    const shop = plan.nodes.filter((node) => node.name === 'shop1')[0];
    expect(shop).toMatchObject({ os: 'Debian 12', notes: 'fast', capacity: { memoryMiB: 16384, vcpu: 4 } });
  });

  it('merges tags, domains and addresses as sets', () => {
    const ours = edited('us', { command: 'edit-node', node: 'shop1', tags: ['b'], domains: [] });
    const theirs = edited('them', {
      command: 'edit-node',
      node: 'shop1',
      tags: ['a'],
      domains: ['shop.crumb.example', 'new.crumb.example'],
    });
    const { plan, conflicts } = mergePlans(base, ours, theirs);
    expect(conflicts).toEqual([]);
    const shop = plan.nodes.filter((node) => node.name === 'shop1')[0];
    expect(shop).toMatchObject({ tags: ['a', 'b'], domains: ['new.crumb.example'] });
  });

  it('names a field that both changed, with both values, and keeps ours', () => {
    const ours = edited('us', { command: 'edit-node', node: 'shop1', capacity: { memoryMiB: 16384 } });
    const theirs = edited('them', { command: 'edit-node', node: 'shop1', capacity: { memoryMiB: 32768 } });
    expect(mergeWords(ours, theirs)).toEqual([
      'shop1, memory: we say 16 GiB, they say 32 GiB (before: 8 GiB).',
    ]);
    const { plan } = mergePlans(base, ours, theirs);
    expect(plan.nodes.filter((node) => node.name === 'shop1')[0]?.capacity.memoryMiB).toBe(16384);
  });

  it('never mixes what belongs together: a question that two people answered has the answer and the name of one', () => {
    const question = 'Is the newsletter on news1 still in use?';
    const ours = edited('us', { command: 'answer-question', question, answer: 'No', by: 'Mia' });
    const theirs = edited('them', { command: 'answer-question', question, answer: 'Yes', by: 'Ole' });
    expect(mergeWords(ours, theirs)).toEqual([
      `question “${question}”, answer: we say “No”, they say “Yes” (before: nothing).`,
    ]);
    const { plan } = mergePlans(base, ours, theirs);
    expect(plan.questions.filter((row) => row.answer === 'No')[0]?.answeredBy).toBe('Mia');
  });

  it('keeps what one side took out gone when the other made something on it, and says so', () => {
    const ours = edited('us', { command: 'remove-node', node: 'oldwiki' });
    const theirs = edited('them', {
      command: 'add-node',
      kind: 'service',
      name: 'wiki engine',
      parent: 'oldwiki',
    });
    expect(mergeWords(ours, theirs)).toEqual([
      'oldwiki (server on Harbour Cloud): we took it out, and they have something that rests on it: wiki engine (service on oldwiki).',
    ]);
    const { plan } = mergePlans(base, ours, theirs);
    expect(plan.nodes.filter((node) => node.name === 'wiki engine')[0]?.parent).toBeNull();
    const back = mergePlans(base, theirs, ours);
    expect(back.plan.nodes.filter((node) => node.name === 'oldwiki')).toHaveLength(1);
    expect(back.conflicts).toMatchObject([{ kind: 'removed-and-needed', removedBy: 'theirs' }]);
  });

  it('names a thing that one side took out and the other changed', () => {
    const ours = edited('us', { command: 'remove-node', node: 'oldwiki' });
    const theirs = edited('them', { command: 'edit-node', node: 'oldwiki', os: 'Debian 7' });
    expect(mergeWords(ours, theirs)).toEqual([
      'oldwiki (server on Harbour Cloud): we took it out, they changed it.',
    ]);
  });

  it('drops a mere mention of what is gone, and says so', () => {
    const ours = edited('us', { command: 'remove-node', node: 'oldwiki' });
    const theirs = edited('them', { command: 'add-question', text: 'Who misses it?', about: ['oldwiki'] });
    const { plan, conflicts, repairs } = mergePlans(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(repairs.map((each) => toRepairWords(each, plan, { base, ours, theirs }))).toEqual([
      'question “Who misses it?”: it mentions oldwiki no more, which was taken out.',
    ]);
  });

  it('gives two steps that two people put last places of their own', () => {
    const step = (node: string): object => ({ command: 'plan-remove', node, phase: 'Move the shop' });
    const ours = edited('us', step('crumb-dumps'));
    const theirs = edited('them', step('gate1'));
    const { plan, conflicts, repairs } = mergePlans(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(repairs).toMatchObject([{ kind: 'order-moved', collection: 'changes' }]);
    const orders = plan.changes.filter((row) => row.phase === 'ph_merge').map((row) => row.order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('nests nothing in a circle', () => {
    const start = doCommands(
      planOf(),
      { command: 'add-node', kind: 'site', name: 'north' },
      { command: 'add-node', kind: 'site', name: 'south' },
    ).plan;
    const ours = doCommands(start, { command: 'edit-node', node: 'north', parent: 'south' }).plan;
    const theirs = doCommands(start, { command: 'edit-node', node: 'south', parent: 'north' }).plan;
    const { plan, conflicts } = mergePlans(start, ours, theirs);
    expect(conflicts.map((each) => toConflictWords(each, { base: start, ours, theirs }))).toEqual([
      'south, runs on: we say nothing, they say north (before: nothing).',
    ]);
    expect(plan.nodes.filter((node) => node.parent !== null)).toMatchObject([{ name: 'north' }]);
  });

  it('puts nothing where its kind has no place', () => {
    const start = doCommands(planOf(), { command: 'add-node', kind: 'host', name: 'metal' }).plan;
    const ours = doCommands(start, {
      command: 'add-node',
      kind: 'server',
      name: 'guest',
      parent: 'metal',
    }).plan;
    const theirs = doCommands(start, { command: 'edit-node', node: 'metal', kind: 'service' }).plan;
    const { plan, conflicts } = mergePlans(start, ours, theirs);
    expect(conflicts).toMatchObject([{ kind: 'field', field: 'kind', ours: 'host', theirs: 'service' }]);
    expect(plan.nodes.filter((node) => node.name === 'metal')[0]?.kind).toBe('host');
  });

  it('makes one disposition of two that mark the same node for the first time', () => {
    const ours = edited('us', { command: 'mark-removal', node: 'gate1', why: 'old' });
    const theirs = edited('them', { command: 'mark-removal', node: 'gate1', conditions: ['a new way in'] });
    const { plan, conflicts } = mergePlans(base, ours, theirs);
    const gate = plan.nodes.filter((node) => node.name === 'gate1')[0]?.id;
    const rows = plan.dispositions.filter((row) => row.node === gate);
    expect(rows).toMatchObject([{ why: 'old', conditions: [{ text: 'a new way in' }] }]);
    expect(conflicts).toEqual([]);
  });

  it('takes the larger revision, keeps unknown keys of both, and lets a common import be one', () => {
    const node = toNode({ id: toId('nd', 'nd_a'), kind: 'server', name: 'a', tags: ['x'] });
    const source = toSource({ id: toId('so', 'so_a'), name: 'a.csv', format: 'csv', sha256: '1' });
    const one = { ...planOf({ nodes: [node], sources: [source] }), revision: 4, extra: { '': { mine: 1 } } };
    const two = { ...planOf({ nodes: [node], sources: [source] }), revision: 9, extra: { '': { other: 2 } } };
    const merge = mergePlans(toEmptyPlan(one.id, one.name), one, two);
    expect(merge.conflicts).toEqual([]);
    expect(merge.plan.revision).toBe(9);
    expect(merge.plan.extra).toEqual({ '': { mine: 1, other: 2 } });
    expect(merge.plan.nodes.size).toBe(1);
  });

  it('leaves references that pointed at nothing before as they are', () => {
    const stray = planOf({
      nodes: [toNode({ id: toId('nd', 'nd_a'), kind: 'server', name: 'a', parent: toId('nd', 'nd_gone') })],
    });
    const theirs = { ...stray, name: 'Other' };
    const { plan, conflicts } = mergePlans(stray, stray, theirs);
    expect(conflicts).toEqual([]);
    expect(plan.nodes.get('nd_a')?.parent).toBe('nd_gone');
    expect(plan.name).toBe('Other');
  });
});
