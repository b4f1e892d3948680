import { describe, expect, it } from 'vitest';
import { toDependency } from '#core/model/dependency.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { nd } from '#support/plan-parts.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';
import { smallPlan as plan } from '#support/small-plan.ts';

describe('dependencies', () => {
  it('are added, edited and removed', () => {
    const edit = doCommands(
      plan,
      { command: 'add-dependency', from: 'web', to: 'db', type: 'replicates', port: 5432, encrypted: false },
      { command: 'edit-dependency', dependency: '$1', encrypted: true, latencyMs: 4 },
      { command: 'remove-dependency', dependency: 'app -> db' },
    );
    expect([...edit.plan.dependencies]).toEqual([
      toDependency({
        id: toId('dp', 'dp_made1'),
        from: nd('web'),
        to: nd('db'),
        type: 'replicates',
        port: 5432,
        encrypted: true,
        latencyMs: 4,
      }),
    ]);
  });

  it.each([
    [{ command: 'add-dependency', from: 'web', to: 'web', type: 'uses' }, 'nothing can depend on itself'],
    [{ command: 'add-dependency', from: 'web', to: 'db', type: 'likes' }, '"type" must be one of connects'],
    [
      { command: 'add-dependency', from: 'web', to: 'db', type: 'uses', port: 70_000 },
      '"port" must be at most 65535',
    ],
    [{ command: 'add-dependency', from: 'web', type: 'uses' }, '"to" is missing'],
    [{ command: 'edit-dependency', dependency: 'app -> db', to: 'app' }, 'nothing can depend on itself'],
    [{ command: 'edit-dependency', dependency: 'app -> db' }, 'it changes nothing'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });
});

describe('parties and duties', () => {
  it('are added, edited and removed', () => {
    const edit = doCommands(
      plan,
      { command: 'add-party', name: 'Ops', kind: 'team', contacts: ['ops@example.org'] },
      { command: 'edit-party', party: 'Ops', name: 'Operations' },
      {
        command: 'add-duty',
        area: 'monitoring',
        subject: 'web',
        party: 'Operations',
        access: 'root',
        joint: true,
      },
      { command: 'edit-duty', duty: 'monitoring of web', role: 'informed' },
      { command: 'remove-duty', duty: 'backup of app' },
    );
    expect(edit.plan.parties.get('pa_made1')).toMatchObject({
      name: 'Operations',
      contacts: ['ops@example.org'],
    });
    expect([...edit.plan.duties]).toEqual([
      toDuty({
        id: toId('du', 'du_made2'),
        area: 'monitoring',
        subject: nd('web'),
        party: toId('pa', 'pa_made1'),
        role: 'informed',
        access: 'root',
        joint: true,
      }),
    ]);
  });

  it('lets a duty be owed by nobody', () => {
    const edit = doCommands(plan, {
      command: 'add-duty',
      area: 'dns',
      environment: 'production',
      party: null,
    });
    expect(edit.plan.duties.get('du_made1')).toMatchObject({
      party: null,
      subject: null,
      environment: 'production',
    });
  });

  it('leaves the duties of a party that goes to nobody, but not a hand-over to it', () => {
    const edit = doCommands(plan, { command: 'remove-party', party: 'gocept' });
    expect(edit.plan.duties.get('du_1')?.party).toBeNull();
    const planned = doCommands(plan, { command: 'plan-hand-over', area: 'backup', to: 'gocept' }).plan;
    expect(refuseCommands(planned, { command: 'remove-party', party: 'gocept' })).toContain(
      'takes over backup',
    );
  });

  it.each([
    [{ command: 'add-party', name: 'gocept' }, 'there is a party "gocept" already'],
    [{ command: 'edit-party', party: 'OSF', name: 'gocept' }, 'there is a party "gocept" already'],
    [{ command: 'add-duty', area: '', party: 'OSF' }, '"area" must not be empty'],
    [{ command: 'add-duty', area: 'dns', party: 'OFS' }, 'there is no party "OFS". Did you mean OSF?'],
    [{ command: 'add-duty', area: 'dns', role: 'owner' }, '"role" must be one of accountable'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });
});

describe('questions', () => {
  it('are asked about anything, answered, and opened again', () => {
    const asked = doCommands(
      plan,
      { command: 'add-question', text: 'Who?', about: ['web', 'gocept', 'backup of app'], blocking: true },
      { command: 'answer-question', question: '$1', answer: 'Nobody', by: 'pa_2' },
    );
    expect(asked.plan.questions.get('qu_made1')).toMatchObject({
      about: ['nd_web', 'pa_1', 'du_1'],
      status: 'answered',
      answer: 'Nobody',
      answeredBy: 'OSF',
    });
    const open = doCommands(asked.plan, { command: 'edit-question', question: 'Who?', status: 'open' });
    expect(open.plan.questions.get('qu_made1')).toMatchObject({
      status: 'open',
      answer: null,
      answeredBy: null,
    });
    expect(doCommands(open.plan, { command: 'remove-question', question: 'Who?' }).plan.questions.size).toBe(
      1,
    );
  });

  it.each([
    [
      { command: 'add-question', text: 'Who?', about: ['nobody'] },
      'there is no node, party, change, duty, dependency or hand-over "nobody"',
    ],
    [{ command: 'answer-question', question: 'Why?', answer: '' }, '"answer" must not be empty'],
    [{ command: 'answer-question', question: 'Way?', answer: 'x' }, 'Did you mean Why??'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });
});
