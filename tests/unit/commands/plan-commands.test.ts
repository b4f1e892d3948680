import { describe, expect, it } from 'vitest';
import { toId } from '#core/model/ids.ts';
import { toNode, type NodeKind } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { movePlan as plan } from '#support/move-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

const node = (id: string, kind: NodeKind, parent: string | null = null) =>
  toNode({
    id: toId('nd', `nd_${id}`),
    kind,
    name: id,
    parent: parent === null ? null : toId('nd', `nd_${parent}`),
  });

describe('dispositions', () => {
  it('mark a candidate, and agree on it', () => {
    const marked = doCommands(plan, {
      command: 'mark-removal',
      node: 'web',
      why: 'old',
      conditions: ['after Travis'],
    });
    expect(marked.label).toBe('Mark web for removal');
    expect([...marked.plan.dispositions]).toEqual([
      {
        id: 'di_made2',
        node: 'nd_web',
        disposition: 'retire',
        agreed: false,
        agreedBy: null,
        why: 'old',
        conditions: [{ id: 'co_made1', text: 'after Travis', met: false }],
        evidence: [],
      },
    ]);
    const agreed = doCommands(marked.plan, { command: 'agree-removal', node: 'web', by: 'gocept' });
    expect(agreed.plan.dispositions.get('di_made2')).toMatchObject({
      agreed: true,
      agreedBy: 'gocept',
      why: 'old',
    });
  });

  it('marking once more keeps the one disposition and what was agreed', () => {
    const edit = doCommands(
      plan,
      { command: 'agree-removal', node: 'web', by: 'me' },
      { command: 'mark-removal', node: 'web', why: 'newer reason' },
    );
    expect(edit.plan.dispositions.size).toBe(1);
    expect([...edit.plan.dispositions][0]).toMatchObject({ agreed: true, why: 'newer reason' });
  });

  it('keeps conditions that stay, with what is known of them', () => {
    const edit = doCommands(
      plan,
      { command: 'mark-removal', node: 'web', conditions: ['after Travis', 'after May'] },
      { command: 'plan-remove', node: 'web' },
      { command: 'meet-condition', change: 'remove web', condition: 'after Travis' },
      { command: 'mark-removal', node: 'web', conditions: ['after Travis', 'after June'] },
    ).plan;
    const [disposition] = edit.dispositions;
    const [change] = edit.changes;
    expect(disposition?.conditions.map(({ text, met }) => ({ text, met }))).toEqual([
      { text: 'after Travis', met: true },
      { text: 'after June', met: false },
    ]);
    expect(disposition?.conditions[0]).toEqual(change?.conditions[0]);
  });

  it('another fate has to be agreed anew', () => {
    const edit = doCommands(
      plan,
      { command: 'agree-removal', node: 'web', by: 'me' },
      { command: 'set-disposition', node: 'web', disposition: 'rehost', why: 'needed after all' },
    );
    expect([...edit.plan.dispositions][0]).toMatchObject({
      disposition: 'rehost',
      agreed: false,
      agreedBy: null,
    });
    const back = doCommands(edit.plan, { command: 'agree-removal', node: 'web', by: 'me' });
    expect(back.notes).toEqual(['Until now web was to be kept: rehost.']);
    const open = doCommands(back.plan, { command: 'set-disposition', node: 'web', disposition: null });
    expect(open.plan.dispositions.size).toBe(0);
  });

  it.each([
    [{ command: 'agree-removal', node: 'web' }, '"by" is missing'],
    [{ command: 'agree-removal', node: 'web', by: ' ' }, '"by" must not be empty'],
    [{ command: 'set-disposition', node: 'web', disposition: 'burn' }, '"disposition" must be one of retain'],
    [{ command: 'mark-removal' }, '"node" is missing'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });
});

describe('plan-move, plan-merge and plan-remove', () => {
  it('moves to a host, merges into a server, moves a service', () => {
    const edit = doCommands(
      plan,
      { command: 'plan-move', node: 'web', to: 'hel', phase: 'One' },
      { command: 'plan-move', node: 'db', to: 'web', phase: 'Two' },
      { command: 'plan-move', node: 'app', to: 'db' },
      { command: 'plan-move', node: 'hel', to: 'fsn' },
    );
    expect(edit.plan.changes.get('ch_made1')).toMatchObject({
      kind: 'move',
      node: 'nd_web',
      to: 'nd_hel',
      phase: 'ph_1',
    });
    expect(edit.plan.changes.get('ch_made2')).toMatchObject({
      kind: 'merge',
      node: 'nd_db',
      into: 'nd_web',
      phase: 'ph_2',
    });
    expect(edit.plan.changes.get('ch_made3')).toMatchObject({ kind: 'move', node: 'nd_app', phase: null });
    expect(edit.plan.changes.get('ch_made4')).toMatchObject({ kind: 'move', to: 'nd_fsn' });
    expect(doCommands(plan, { command: 'plan-move', node: 'web', to: 'hel', phase: 'One' }).label).toBe(
      'Move web to hel in One',
    );
  });

  it('takes the conditions of the disposition over, and meets them in both places', () => {
    const edit = doCommands(
      plan,
      { command: 'mark-removal', node: 'web', conditions: ['after Travis'] },
      { command: 'plan-remove', node: 'web', phase: 'One' },
      { command: 'mark-removal', node: 'db', conditions: ['after web'] },
      { command: 'plan-merge', node: 'db', into: 'web' },
      { command: 'meet-condition', change: 'remove web', condition: 'after Travis' },
    );
    const [removal, merge] = ['remove', 'merge'].map(
      (kind) => edit.plan.changes.filter((row) => row.kind === kind)[0],
    );
    expect(removal?.conditions).toMatchObject([{ text: 'after Travis', met: true }]);
    expect(merge?.conditions).toMatchObject([{ text: 'after web', met: false }]);
    expect(edit.plan.dispositions.filter(({ node: id }) => id === 'nd_web')[0]?.conditions).toEqual(
      removal?.conditions,
    );
  });

  it('gives a node one fate a phase: planning again corrects it', () => {
    const edit = doCommands(
      plan,
      { command: 'plan-move', node: 'web', to: 'hel', phase: 'One', notes: 'by night' },
      { command: 'plan-move', node: 'web', to: 'fsn', phase: 'One' },
      { command: 'plan-move', node: 'web', to: 'hel', phase: 'Two' },
    );
    expect(edit.made).toEqual([['ch_made1'], ['ch_made1'], ['ch_made2']]);
    expect(edit.plan.changes.get('ch_made1')).toMatchObject({
      to: 'nd_fsn',
      notes: 'by night',
      phase: 'ph_1',
    });
    expect(edit.plan.changes.size).toBe(2);
  });

  it.each([
    [{ command: 'plan-move', node: 'web', to: 'web' }, "can't be"],
    [{ command: 'plan-move', node: 'web', to: 'app' }, "web can't be moved inside of itself"],
    [
      { command: 'plan-move', node: 'db', to: 'app' },
      "a server can't be placed in a service (service app in web)",
    ],
    [{ command: 'plan-move', node: 'hel', to: 'web' }, "a host can't be placed in a server"],
    [{ command: 'plan-move', node: 'web' }, '"to" is missing'],
    [{ command: 'plan-move', node: 'web', to: 'hel', phase: 'Three' }, 'there is no phase "Three"'],
    [{ command: 'plan-merge', node: 'web', into: 'web' }, "web can't be merged into itself"],
    [{ command: 'plan-merge', node: 'web', into: 'hel' }, "a server can't be merged into a host"],
    [
      { command: 'plan-remove', node: 'web', start: '2026-02-30' },
      '"start" must be a date such as 2026-12-07',
    ],
    [{ command: 'plan-remove', node: 'web', durationDays: -1 }, '"durationDays" must be at least 0'],
  ])('refuses %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });

  it('refuses a place inside of the node itself, unless the plan moves that place out', () => {
    const nested = planOf({ nodes: [node('a', 'host'), node('b', 'host', 'a')] });
    const into = { command: 'plan-move', node: 'a', to: 'b' };
    expect(refuseCommands(nested, into)).toContain("a can't be moved inside of itself");
    expect(doCommands(nested, { command: 'plan-move', node: 'b', to: null }, into).plan.changes.size).toBe(2);
    expect(refuseCommands(nested, { command: 'plan-merge', node: 'a', into: 'b' })).toContain(
      'b lies inside of a',
    );
  });
});

describe('plan-add, plan-resize and plan-rewire', () => {
  it('keep the whole node in its change', () => {
    const edit = doCommands(plan, {
      command: 'plan-add',
      name: 'nbg',
      kind: 'host',
      to: 'do',
      capacity: { vcpu: 8 },
      notes: 'rented',
      phase: 'One',
    });
    expect(edit.made).toEqual([['ch_made2', 'nd_made1']]);
    expect(edit.plan.changes.get('ch_made2')).toMatchObject({
      kind: 'add',
      to: 'nd_do',
      phase: 'ph_1',
      notes: '',
      node: {
        id: 'nd_made1',
        kind: 'host',
        name: 'nbg',
        parent: 'nd_do',
        notes: 'rented',
        capacity: { vcpu: 8 },
      },
    });
    expect(edit.plan.nodes.has('nd_made1')).toBe(false);
    expect(refuseCommands(plan, { command: 'plan-add', name: 'x', kind: 'host', to: 'web' })).toContain(
      "a host can't be placed in a server",
    );
  });

  it('resize what is given and keep the rest', () => {
    const sized = doCommands(plan, {
      command: 'edit-node',
      node: 'web',
      capacity: { vcpu: 1, memoryMiB: 512 },
    }).plan;
    const edit = doCommands(
      sized,
      { command: 'plan-resize', node: 'web', capacity: { vcpu: 4 } },
      { command: 'plan-resize', node: 'web', capacity: { diskGiB: 10 } },
    );
    expect([...edit.plan.changes]).toMatchObject([{ capacity: { vcpu: 4, memoryMiB: 512, diskGiB: 10 } }]);
    expect(refuseCommands(plan, { command: 'plan-resize', node: 'web', capacity: {} })).toContain(
      '"capacity"',
    );
  });

  it('rewire only what is given; null ends the dependency', () => {
    const edit = doCommands(
      plan,
      { command: 'plan-rewire', dependency: 'app -> db', encrypted: true, notes: 'TLS', phase: 'One' },
      { command: 'plan-rewire', dependency: 'app -> db', port: 5433, phase: 'One' },
      { command: 'plan-rewire', dependency: 'app -> db', to: null, phase: 'Two' },
    );
    const [first, last] = [edit.plan.changes.get('ch_made1'), edit.plan.changes.get('ch_made2')];
    expect(first).toMatchObject({ kind: 'rewire', encrypted: true, port: 5433, notes: 'TLS' });
    expect(first === undefined ? [] : Object.keys(first)).not.toContain('to');
    expect(last).toMatchObject({ to: null, phase: 'ph_2' });
    expect(refuseCommands(plan, { command: 'plan-rewire', dependency: 'app -> db' })).toContain(
      'it changes nothing',
    );
    expect(refuseCommands(plan, { command: 'plan-rewire', dependency: 'app -> db', to: 'app' })).toContain(
      'same node',
    );
  });
});
