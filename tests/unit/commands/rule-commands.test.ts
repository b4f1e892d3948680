import { describe, expect, it } from 'vitest';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

const plan = planOf({
  nodes: ['a', 'b'].map((name) => toNode({ id: toId('nd', `nd_${name}`), kind: 'server', name })),
});

describe('rules', () => {
  it.each([
    [{ kind: 'apart', nodes: ['a', 'b'] }],
    [{ kind: 'together', nodes: ['a', 'b'] }],
    [{ kind: 'fixed', nodes: ['a'] }],
    [{ kind: 'country', nodes: ['a'], value: ['DE', 'NL'] }],
    [{ kind: 'headroom', value: { vcpu: 0.2, memoryMiB: 0.1, diskGiB: null } }],
    [{ kind: 'max-moves', value: 5 }],
  ])('are added and removed: %j', (fields) => {
    const edit = doCommands(plan, { command: 'add-rule', ...fields });
    expect(edit.plan.rules.get('ru_made1')).toEqual({
      id: 'ru_made1',
      kind: fields.kind,
      nodes: ('nodes' in fields ? fields.nodes : []).map((name) => `nd_${name}`),
      value: 'value' in fields ? fields.value : null,
    });
    expect(doCommands(edit.plan, { command: 'remove-rule', rule: fields.kind }).plan.rules.size).toBe(0);
  });

  it.each([
    [{ kind: 'apart', nodes: ['a'] }, 'needs two or more'],
    [{ kind: 'apart', nodes: ['a', 'A'] }, 'needs two or more'],
    [{ kind: 'fixed' }, 'needs one or more'],
    [{ kind: 'country', nodes: ['a'], value: 'DE' }, 'must be a list of country codes'],
    [{ kind: 'country', nodes: ['a'], value: [] }, 'must be a list of country codes'],
    [{ kind: 'headroom', value: { vcpu: 2 } }, 'must be shares from 0 to 1'],
    [{ kind: 'max-moves', value: 1.5 }, 'as a whole number'],
    [{ kind: 'near', nodes: ['a', 'b'] }, '"kind" must be one of together'],
  ])('refuse %j', (fields, words) => {
    expect(refuseCommands(plan, { command: 'add-rule', ...fields })).toContain(words);
  });
});

describe('accepted findings', () => {
  it('are kept with reason and facts; accepting again replaces the reason; they can be opened', () => {
    const accept = { command: 'accept-finding', finding: 'f_1', why: 'fine', by: 'me' };
    const edit = doCommands(plan, accept, {
      ...accept,
      why: 'still fine',
      rule: 'has-owner',
      nodes: ['a'],
      facts: 'abc',
    });
    expect([...edit.plan.accepted]).toEqual([
      {
        id: 'ac_made1',
        finding: 'f_1',
        rule: 'has-owner',
        nodes: ['nd_a'],
        facts: 'abc',
        why: 'still fine',
        by: 'me',
      },
    ]);
    expect(doCommands(edit.plan, { command: 'reopen-finding', accepted: 'f_1' }).plan.accepted.size).toBe(0);
    expect(refuseCommands(plan, { command: 'accept-finding', finding: 'f_1', why: '', by: 'me' })).toContain(
      '"why"',
    );
    expect(refuseCommands(plan, { command: 'accept-finding', finding: 'f_1', why: 'x' })).toContain(
      '"by" is missing',
    );
  });
});

describe('rename-plan', () => {
  it('renames', () => {
    const edit = doCommands(plan, { command: 'rename-plan', name: 'Leave' });
    expect([edit.plan.name, edit.diff.name]).toEqual(['Leave', ['Test plan', 'Leave']]);
    expect(refuseCommands(plan, { command: 'rename-plan', name: '' })).toContain('"name" must not be empty');
  });
});
