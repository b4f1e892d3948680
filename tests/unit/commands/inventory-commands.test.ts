import { describe, expect, it } from 'vitest';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { makeNode, nd } from '#support/plan-parts.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';
import { smallPlan as plan } from '#support/small-plan.ts';

describe('add-node', () => {
  it('adds a node with all its fields, and unknown for the rest', () => {
    const edit = doCommands(plan, {
      command: 'add-node',
      kind: 'server',
      name: ' mail ',
      parent: 'do',
      capacity: { memoryMiB: 2048 },
      domains: ['mail.example.org'],
      redundancy: { group: 'mx', needs: 1 },
      count: null,
      cost: { amount: 5, currency: 'EUR' },
    });
    expect(edit.made).toEqual([['nd_made1']]);
    expect(edit.label).toBe('Add server mail in do');
    expect(edit.plan.nodes.get('nd_made1')).toEqual(
      toNode({
        id: nd('made1'),
        kind: 'server',
        name: 'mail',
        parent: nd('do'),
        capacity: { vcpu: null, memoryMiB: 2048, diskGiB: null },
        domains: ['mail.example.org'],
        redundancy: { group: 'mx', needs: 1 },
        count: null,
        cost: { amount: 5, currency: 'EUR', per: 'month' },
      }),
    );
  });

  it('takes an id of its own, when it is free', () => {
    const add = { command: 'add-node', id: 'nd_mine', kind: 'provider', name: 'x' };
    expect(doCommands(plan, add).made).toEqual([['nd_mine']]);
    expect(refuseCommands(plan, { ...add, id: 'nd_web' })).toContain('the id nd_web is taken already');
    expect(refuseCommands(plan, { ...add, id: 'nd-web' })).toContain('must be an id');
  });

  it.each([
    [{ kind: 'server', name: ' ' }, '"name" must not be empty'],
    [{ kind: 'server' }, '"name" is missing'],
    [{ name: 'x' }, '"kind" is missing'],
    [
      { kind: 'srv', name: 'x' },
      '"kind" must be one of provider, site, host, server, service, but is the text "srv"',
    ],
    [
      { kind: 'server', name: 'x', parent: 'app' },
      "a server can't be placed in a service (service app in web)",
    ],
    [{ kind: 'server', name: 'x', parent: 'web' }, "a server can't be placed in a server"],
    [{ kind: 'server', name: 'x', parent: 'nowhere' }, '"parent": there is no node "nowhere"'],
    [
      { kind: 'server', name: 'x', capacity: { vcpu: -1 } },
      '"capacity.vcpu" must be at least 0, but is the number -1',
    ],
    [{ kind: 'server', name: 'x', capacity: { cpu: 1 } }, 'it does not take "cpu"'],
    [{ kind: 'server', name: 'x', count: 1.5 }, '"count" must be a whole number'],
    [{ kind: 'server', name: 'x', parnet: 'do' }, 'it does not take "parnet". Did you mean parent?'],
    [{ kind: 'server', name: 'x', status: 'asleep' }, '"status" must be one of'],
  ])('refuses %j', (fields, words) => {
    expect(refuseCommands(plan, { command: 'add-node', ...fields })).toContain(words);
  });
});

describe('edit-node', () => {
  it('changes what is given and nothing else', () => {
    const edit = doCommands(plan, { command: 'edit-node', node: 'web', name: 'www', usage: { vcpu: 1 } });
    expect(edit.label).toBe('Rename web to www');
    expect(edit.plan.nodes.get('nd_web')).toEqual({
      ...makeNode('web', 'server', 'do'),
      name: 'www',
      usage: { vcpu: 1, memoryMiB: null, diskGiB: null },
    });
    const more = doCommands(edit.plan, { command: 'edit-node', node: 'www', usage: { diskGiB: 2 } });
    expect(more.plan.nodes.get('nd_web')?.usage).toEqual({ vcpu: 1, memoryMiB: null, diskGiB: 2 });
  });

  it('settles a conflict between sources by giving the value', () => {
    const conflicts = ['os', 'capacity.vcpu', 'name'].map((field) => ({ field, values: [] }));
    const start = planOf({ nodes: [{ ...makeNode('web', 'server'), conflicts }] });
    const edit = doCommands(start, {
      command: 'edit-node',
      node: 'web',
      os: 'Debian',
      capacity: { vcpu: 2 },
    });
    expect(edit.plan.nodes.get('nd_web')?.conflicts).toEqual([{ field: 'name', values: [] }]);
  });

  it('keeps fields of the record that this version does not know', () => {
    const start = planOf({ nodes: [Object.assign({ rack: 'A1' }, makeNode('web', 'server'))] });
    const edit = doCommands(start, { command: 'edit-node', node: 'web', os: 'Debian' });
    expect(edit.plan.nodes.get('nd_web')).toMatchObject({ rack: 'A1', os: 'Debian' });
  });

  it('edits a node that a change adds in that change', () => {
    const planned = doCommands(plan, { command: 'plan-add', kind: 'server', name: 'new', to: 'do' });
    const edit = doCommands(planned.plan, {
      command: 'edit-node',
      node: 'new',
      name: 'newer',
      parent: 'hel',
    });
    expect(edit.plan.nodes.size).toBe(plan.nodes.size);
    expect(edit.plan.changes.get('ch_made2')).toMatchObject({
      to: 'nd_hel',
      node: { name: 'newer', parent: 'nd_hel' },
    });
  });

  it.each([
    [{ node: 'do', parent: 'do' }, "do can't be placed inside of itself"],
    [{ node: 'hel', parent: 'web' }, "a host can't be placed in a server"],
    [{ node: 'web', kind: 'service' }, "web can't be a service: it holds the service app"],
    [{ node: 'web' }, 'it changes nothing'],
  ])('refuses %j', (fields, words) => {
    expect(refuseCommands(plan, { command: 'edit-node', ...fields })).toContain(words);
  });

  it('refuses a circle of hosts', () => {
    const start = planOf({
      nodes: [makeNode('a', 'host'), makeNode('b', 'host', 'a'), makeNode('c', 'host', 'b')],
    });
    expect(refuseCommands(start, { command: 'edit-node', node: 'a', parent: 'c' })).toContain(
      'inside of itself',
    );
    expect(doCommands(start, { command: 'edit-node', node: 'c', parent: 'a' }).label).toBe('Edit c');
  });

  it('does not put what is there today into what is only planned', () => {
    const planned = doCommands(plan, { command: 'plan-add', kind: 'host', name: 'new' }).plan;
    expect(refuseCommands(planned, { command: 'edit-node', node: 'web', parent: 'new' })).toContain(
      'new is only planned: plan a move to it instead',
    );
  });
});

describe('remove-node', () => {
  it('takes everything along that cannot stay, and lists what it withdraws from the plan', () => {
    const planned = doCommands(
      plan,
      { command: 'add-phase', name: 'One' },
      { command: 'plan-move', node: 'app', to: 'db', phase: 'One' },
      { command: 'plan-remove', node: 'db' },
      { command: 'wait-for', change: '$3', after: '$2' },
      { command: 'plan-hand-over', area: 'backup', subject: 'app', to: 'OSF', phase: 'One' },
      { command: 'apply-template', template: 'new-hoster-backup', on: '$5' },
      { command: 'add-rule', kind: 'apart', nodes: ['app', 'db'] },
      { command: 'plan-rewire', dependency: 'app -> db', to: null },
      { command: 'add-question', text: 'And this?', about: ['$2'] },
      { command: 'accept-finding', finding: 'f1', why: 'fine', by: 'me', nodes: ['app'] },
    ).plan;
    const edit = doCommands(planned, { command: 'remove-node', node: 'web' });
    expect([...edit.plan.nodes].map(({ id }) => id).sort()).toEqual(['nd_db', 'nd_do', 'nd_hel']);
    for (const name of [
      'dependencies',
      'duties',
      'dispositions',
      'layout',
      'handovers',
      'tasks',
      'rules',
      'accepted',
    ] as const) {
      expect(edit.plan[name].size, name).toBe(0);
    }
    expect(edit.plan.changes.map(({ kind, after }) => ({ kind, after }))).toEqual([
      { kind: 'remove', after: [] },
    ]);
    expect(edit.plan.questions.get('qu_1')?.about).toEqual(['nd_db']);
    expect([...edit.notes].sort()).toEqual([
      '8 tasks of its checklist were dropped.',
      'The question "And this?" is not about anything any more.',
      'The rule "apart" ended: too few of its nodes are left.',
      'Withdrawn from One: hand-over backup.',
      'Withdrawn from One: move app.',
      'Withdrawn: rewire app -> db.',
      'Withdrawn: the hand-over of backup.',
    ]);
    expect(edit.label).toBe('Delete web from the inventory');
  });

  it('withdraws the change of a node that is only planned, and what goes to it', () => {
    const planned = doCommands(
      plan,
      { command: 'plan-add', kind: 'host', name: 'new', to: 'do' },
      { command: 'plan-move', node: 'web', to: 'new' },
      { command: 'plan-add', kind: 'server', name: 'inner', to: 'new' },
    ).plan;
    const edit = doCommands(planned, { command: 'remove-node', node: 'new' });
    expect(edit.plan.changes.size).toBe(0);
    expect(edit.plan.nodes.size).toBe(plan.nodes.size);
    expect([...edit.notes].sort()).toEqual(['Withdrawn: add inner.', 'Withdrawn: move web.']);
  });

  it('survives a placement in a circle', () => {
    const start = planOf({ nodes: [makeNode('a', 'host', 'b'), makeNode('b', 'host', 'a')] });
    expect(doCommands(start, { command: 'remove-node', node: 'a' }).plan.nodes.size).toBe(0);
  });
});

describe('place-node', () => {
  it('sets and frees a place on the map', () => {
    const edit = doCommands(plan, { command: 'place-node', node: 'db', x: -3.5, y: 10 });
    expect(edit.plan.layout.get('nd_db')).toEqual({ id: 'nd_db', x: -3.5, y: 10 });
    expect(doCommands(edit.plan, { command: 'place-node', node: 'db' }).plan.layout.has('nd_db')).toBe(false);
    expect(refuseCommands(plan, { command: 'place-node', node: 'db', x: 1 })).toContain('both "x" and "y"');
  });
});
