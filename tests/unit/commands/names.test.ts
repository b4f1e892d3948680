import { describe, expect, it } from 'vitest';
import { toId } from '#core/model/ids.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toNode, type NodeKind } from '#core/model/node.ts';
import { toQuestion } from '#core/model/question.ts';
import { planOf } from '#support/build-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

const nd = (id: string) => toId('nd', `nd_${id}`);
const node = (
  id: string,
  kind: NodeKind,
  name: string,
  parent: string | null = null,
  aliases: string[] = [],
) => toNode({ id: nd(id), kind, name, parent: parent === null ? null : nd(parent), aliases });

const plan = planOf({
  nodes: [
    node('do', 'provider', 'DigitalOcean', null, ['Digital Ocean', 'DO']),
    node('web02', 'server', 'web02', 'do', ['frontend']),
    node('backend', 'service', 'web backend', 'web02'),
    node('web03', 'server', 'web03', 'do'),
    node('backend3', 'service', 'web backend', 'web03'),
    node('bs', 'server', 'beanstalkd', 'do'),
    node('bsq', 'service', 'beanstalkd', 'bs'),
    node('bsx', 'service', 'beanstalkd', 'web02'),
    node('dev', 'server', 'Dev', 'do'),
    node('devl', 'server', 'dev', null),
    node('slash', 'service', 'api/v1', 'web02'),
    node('arrow', 'service', 'a -> b', 'web02'),
    node('proto', 'service', 'constructor', 'web02'),
  ],
  dependencies: [
    toDependency({ id: toId('dp', 'dp_1'), from: nd('web02'), to: nd('bs'), type: 'connects' }),
    toDependency({ id: toId('dp', 'dp_2'), from: nd('web03'), to: nd('bs'), type: 'connects' }),
    toDependency({ id: toId('dp', 'dp_3'), from: nd('web03'), to: nd('bs'), type: 'monitors' }),
    toDependency({ id: toId('dp', 'dp_4'), from: nd('arrow'), to: nd('bs'), type: 'uses' }),
  ],
  questions: [toQuestion({ id: toId('qu', 'qu_1'), text: 'Who uses Dev?', about: [nd('dev')] })],
});

/** Which node a name means: the one that a removal marks. */
function meant(name: string): string {
  const edit = doCommands(plan, { command: 'mark-removal', node: name });
  return [...edit.plan.dispositions][0]?.node ?? 'nothing';
}

describe('names of nodes', () => {
  it.each([
    ['nd_web02', 'nd_web02'],
    ['web02', 'nd_web02'],
    [' web02 ', 'nd_web02'],
    ['WEB02', 'nd_web02'],
    ['Dev', 'nd_dev'],
    ['dev', 'nd_devl'],
    ['server:Dev', 'nd_dev'],
    ['frontend', 'nd_web02'],
    ['FRONTEND', 'nd_web02'],
    ['do', 'nd_do'],
    ['digital ocean', 'nd_do'],
    ['server:beanstalkd', 'nd_bs'],
    ['beanstalkd/beanstalkd', 'nd_bsq'],
    ['web02/beanstalkd', 'nd_bsx'],
    ['web02/web backend', 'nd_backend'],
    ['WEB03/Web Backend', 'nd_backend3'],
    ['DigitalOcean/web02/web backend', 'nd_backend'],
    ['DO/web backend/web backend', null],
    ['server:web02/service:web backend', 'nd_backend'],
    ['service:web02/web backend', 'nd_backend'],
    ['DigitalOcean/server:beanstalkd', 'nd_bs'],
    ['api/v1', 'nd_slash'],
    ['web02/api/v1', 'nd_slash'],
    ['constructor', 'nd_proto'],
    ['__proto__', null],
    ['host:web02', null],
    ['/', null],
    ['/'.repeat(500), null],
  ])('%s means %s', (name, expected) => {
    if (expected === null) {
      expect(refuseCommands(plan, { command: 'mark-removal', node: name })).toContain('there is no node');
    } else expect(meant(name)).toBe(expected);
  });

  it('names the candidates when it is not clear', () => {
    const words = refuseCommands(plan, { command: 'mark-removal', node: 'web backend' });
    expect(words).toBe(
      'Command 1 (mark-removal): "node": "web backend" can mean service web backend in web02 (nd_backend), ' +
        'service web backend in web03 (nd_backend3). Write its place before it, or its id.',
    );
    expect(refuseCommands(plan, { command: 'mark-removal', node: 'DEV' })).toContain('nd_dev');
    expect(refuseCommands(plan, { command: 'mark-removal', node: 'service:beanstalkd' })).toContain('nd_bsx');
  });

  it('means the outer one where a node and something inside share the name, only then', () => {
    const inside = planOf({ nodes: [...plan.nodes].filter(({ id }) => id !== 'nd_bsx') });
    const edit = doCommands(inside, { command: 'mark-removal', node: 'beanstalkd' });
    expect([...edit.plan.dispositions][0]?.node).toBe('nd_bs');
    expect(refuseCommands(plan, { command: 'mark-removal', node: 'beanstalkd' })).toContain('nd_bsx');
  });

  it('offers a near name', () => {
    expect(refuseCommands(plan, { command: 'mark-removal', node: 'wbe02' })).toContain('Did you mean web02');
    expect(refuseCommands(plan, { command: 'mark-removal', node: 'quite another' })).toBe(
      'Command 1 (mark-removal): "node": there is no node "quite another".',
    );
  });
});

describe('names of what lives in a plan', () => {
  it('finds nodes that a change adds', () => {
    const edit = doCommands(
      plan,
      { command: 'plan-add', kind: 'host', name: 'hel1', to: 'DigitalOcean' },
      { command: 'plan-move', node: 'web02', to: 'DigitalOcean/hel1' },
      { command: 'plan-add', kind: 'server', name: 'new', to: '$1' },
      { command: 'plan-resize', node: 'hel1/new', capacity: { vcpu: 2 } },
    );
    const [, host] = edit.made[0] ?? [];
    expect(edit.plan.changes.get(edit.made[1]?.[0] ?? '')).toMatchObject({ kind: 'move', to: host });
    expect(edit.plan.changes.get(edit.made[2]?.[0] ?? '')).toMatchObject({ kind: 'add', to: host });
  });

  it('finds a change by kind and node', () => {
    const planned = doCommands(
      plan,
      { command: 'add-phase', name: 'One' },
      { command: 'plan-remove', node: 'server:beanstalkd' },
      { command: 'plan-remove', node: 'web02' },
      { command: 'plan-move', node: 'web02', to: null, phase: 'One' },
      { command: 'plan-rewire', dependency: 'web02 -> server:beanstalkd', to: null },
    ).plan;
    const moved = (change: string) =>
      doCommands(planned, { command: 'add-condition', change, text: 'x' }).plan.changes.filter(
        (row) => row.conditions.length > 0,
      )[0];
    expect(moved('remove web02')).toMatchObject({ kind: 'remove', node: 'nd_web02' });
    expect(moved('Remove WEB02')).toMatchObject({ kind: 'remove', node: 'nd_web02' });
    expect(moved('remove server:beanstalkd')).toMatchObject({ node: 'nd_bs' });
    expect(moved('move DigitalOcean/web02')).toMatchObject({ kind: 'move' });
    expect(moved('rewire web02 -> server:beanstalkd')).toMatchObject({ kind: 'rewire' });
    const refused = (change: string) => refuseCommands(planned, { command: 'withdraw-change', change });
    expect(refused('remove wb02')).toContain('there is no change "remove wb02". Did you mean remove web02?');
    expect(refused('web02')).toContain('there is no change');
    expect(refused('merge web02')).toContain('there is no change');
  });

  it('asks for an id where a node has two changes of a kind', () => {
    const planned = doCommands(
      plan,
      { command: 'add-phase', name: 'One' },
      { command: 'plan-move', node: 'web02', to: null, phase: 'One' },
      { command: 'plan-move', node: 'web02', to: 'DO' },
    ).plan;
    expect(refuseCommands(planned, { command: 'withdraw-change', change: 'move web02' })).toContain(
      'can mean',
    );
  });

  it('finds a dependency by its ends, with its type where that is needed', () => {
    const edited = (dependency: string) =>
      doCommands(plan, { command: 'edit-dependency', dependency, port: 1 }).plan.dependencies.filter(
        ({ port }) => port === 1,
      )[0]?.id;
    expect(edited('web02 -> server:beanstalkd')).toBe('dp_1');
    expect(edited('web02→server:beanstalkd')).toBe('dp_1');
    expect(edited('web03 monitors server:beanstalkd')).toBe('dp_3');
    expect(edited('a -> b -> server:beanstalkd')).toBe('dp_4');
    const refused = (dependency: string) =>
      refuseCommands(plan, { command: 'remove-dependency', dependency });
    expect(refused('web03 -> server:beanstalkd')).toContain('dp_2');
    expect(refused('server:beanstalkd -> web02')).toContain('there is no dependency');
    expect(refused('web02')).toContain('there is no dependency');
  });

  it('finds a question and a condition by their text', () => {
    const answered = doCommands(plan, {
      command: 'answer-question',
      question: 'who uses dev?',
      answer: 'Nobody',
    });
    expect(answered.plan.questions.get('qu_1')?.status).toBe('answered');
    const planned = doCommands(
      plan,
      { command: 'plan-remove', node: 'web02', conditions: ['Travis is deployed'] },
      { command: 'meet-condition', change: 'remove web02', condition: 'travis is deployed' },
    );
    expect(planned.plan.changes.get('ch_made1')?.conditions).toEqual([
      { id: 'co_made2', text: 'Travis is deployed', met: true },
    ]);
    const words = refuseCommands(planned.plan, {
      command: 'meet-condition',
      change: 'remove web02',
      condition: 'Travis is deplyed',
    });
    expect(words).toContain(
      '"condition": there is no condition "Travis is deplyed". Did you mean Travis is deployed?',
    );
  });
});

describe('what earlier commands made', () => {
  it('takes the one that fits the argument', () => {
    const edit = doCommands(
      plan,
      { command: 'add-party', name: 'gocept' },
      { command: 'plan-hand-over', area: 'backup', subject: 'web02', to: '$1' },
      { command: 'add-phase', name: 'One' },
      { command: 'move-to-phase', change: '$2', phase: '$3' },
      { command: 'accept-hand-over', handover: '$2', by: '$1', evidence: 'tried' },
      { command: 'add-task', on: '$2', text: 'Try it' },
    );
    const [handOver, change] = edit.made[1] ?? [];
    expect(edit.plan.changes.get(change ?? '')?.phase).toBe(edit.made[2]?.[0]);
    expect(edit.plan.handovers.get(handOver ?? '')).toMatchObject({
      status: 'accepted',
      phase: edit.made[2]?.[0],
    });
    expect(edit.plan.tasks.get(edit.made[5]?.[0] ?? '')?.on).toBe(handOver);
  });

  it('refuses what was not made yet, made nothing, or does not fit', () => {
    expect(refuseCommands(plan, { command: 'mark-removal', node: '$1' })).toContain('has not run before');
    expect(
      refuseCommands(plan, { command: 'add-phase', name: 'One' }, { command: 'mark-removal', node: '$1' }),
    ).toBe('Command 2 (mark-removal): "node": "$1" does not fit: command 1 made no node.');
    expect(
      refuseCommands(
        plan,
        { command: 'add-phase', name: 'One' },
        { command: 'apply-template', template: 'go-live-gate', on: '$1' },
        { command: 'tick-task', task: '$2' },
      ),
    ).toContain('is not clear: command 2 made');
  });
});
