import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { commandDefinitions } from '#core/commands/registry.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { doCommands, makeCountingIds, refuseCommands } from '#support/run-commands.ts';

const plan = planOf({ nodes: [toNode({ id: toId('nd', 'nd_a'), kind: 'server', name: 'a' })] });

describe('the list of commands', () => {
  it('holds every command of the contract, each once', () => {
    const names = commandDefinitions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const contract =
      'add-node edit-node remove-node add-dependency edit-dependency remove-dependency add-party add-duty remove-duty ' +
      'add-question answer-question mark-removal agree-removal set-disposition add-phase edit-phase remove-phase ' +
      'plan-move plan-merge plan-remove plan-add plan-resize plan-rewire plan-hand-over offer-hand-over ' +
      'accept-hand-over move-to-phase order-change withdraw-change wait-for add-condition meet-condition add-rule ' +
      'remove-rule accept-finding add-task edit-task tick-task apply-template';
    for (const name of contract.split(' ')) expect(names).toContain(name);
  });

  it('gives each command a title and a schema of its whole data', () => {
    for (const { name, title, schema } of commandDefinitions) {
      expect(title).not.toBe('');
      expect(schema.shape['command']).toBeDefined();
      expect(schema.safeParse({ command: `${name}-x` }).success).toBe(false);
    }
    const rename = commandDefinitions.find(({ name }) => name === 'rename-plan');
    expect(rename?.schema.safeParse({ command: 'rename-plan', name: 'x' }).success).toBe(true);
  });
});

describe('applying commands', () => {
  it('counts the revision once a list, and labels it', () => {
    const many = doCommands(
      plan,
      { command: 'add-phase', name: 'One' },
      { command: 'add-phase', name: 'Two' },
    );
    expect([many.plan.revision, many.label]).toEqual([1, 'Add the phase "One" and 1 more']);
    expect(doCommands(plan).label).toBe('Nothing');
    expect(doCommands(plan).plan).toBe(plan);
    const named = applyCommands(plan, [{ command: 'add-phase', name: 'One' }], {
      makeId: makeCountingIds(),
      label: 'Prepare',
    });
    expect(named.ok && named.value.label).toBe('Prepare');
  });

  it('makes the same of the same list, and leaves the plan it was given alone', () => {
    const before = toPlanFileText(plan);
    const list = [{ command: 'plan-remove', node: 'a' }];
    expect(toPlanFileText(doCommands(plan, ...list).plan)).toBe(
      toPlanFileText(doCommands(plan, ...list).plan),
    );
    expect(toPlanFileText(plan)).toBe(before);
  });

  it('applies nothing when the last command is wrong, and says which', () => {
    const result = applyCommands(
      plan,
      [
        { command: 'plan-remove', node: 'a' },
        { command: 'plan-remove', node: 'b' },
      ],
      {
        makeId: makeCountingIds(),
      },
    );
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'bad-argument',
        index: 1,
        message: 'Command 2 (plan-remove): "node": there is no node "b". Did you mean a?',
      },
    });
  });

  it('does not write what stays the same', () => {
    const start = doCommands(plan, { command: 'mark-removal', node: 'a', why: 'x' }).plan;
    expect(doCommands(start, { command: 'mark-removal', node: 'a', why: 'x' }).diff).toEqual({
      collections: {},
    });
  });
});

describe('hostile commands', () => {
  it.each([
    [null, 'must be an object'],
    [[], 'must be an object'],
    ['add-node', 'must be an object'],
    [7, 'must be an object'],
    [{}, 'its "command" is missing'],
    [{ command: 7 }, 'its "command" is missing'],
    [{ command: 'constructor' }, 'there is no command "constructor"'],
    [{ command: '__proto__' }, 'there is no command'],
    [{ command: 'plan-mvoe' }, 'Did you mean plan-move?'],
    [{ command: 'add-phase', name: { toString: 'x' } }, '"name" must be a text, but is an object'],
    [{ command: 'add-phase', name: null }, '"name" must be a text, but is null'],
    [{ command: 'mark-removal', node: ['a'] }, '"node" must be a text, but is a list'],
    [{ command: 'mark-removal', node: '' }, '"node" must not be empty'],
    [{ command: 'add-rule', kind: 'max-moves', value: { refTo: ['node'], text: 'a' } }, 'as a whole number'],
  ])('%j: %s', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });

  it('refuses data that nest too deep, without a stack overflow', () => {
    let value: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(refuseCommands(plan, { command: 'add-rule', kind: 'max-moves', value })).toContain(
      'nest too deep',
    );
  });

  it('takes no prototype from data and makes text well formed', () => {
    const command: object = JSON.parse('{"command":"add-phase","name":"a\\ud800","__proto__":{"bad":1}}');
    const edit = doCommands(plan, command);
    expect([...edit.plan.phases][0]?.name).toBe('a\uFFFD');
    expect('bad' in {}).toBe(false);
  });

  it('leaves out arguments that are undefined', () => {
    const edit = doCommands(plan, { command: 'edit-node', node: 'a', name: undefined, os: 'Debian' });
    expect(edit.plan.nodes.get('nd_a')).toMatchObject({ name: 'a', os: 'Debian' });
  });
});
