import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '#core/commands/built-in-templates.ts';
import { fillIn, parseTemplate } from '#core/commands/templates.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import { planOf } from '#support/build-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

const nd = (id: string) => toId('nd', id);
const plan = planOf({
  nodes: [
    toNode({ id: nd('nd_do'), kind: 'provider', name: 'DigitalOcean' }),
    toNode({ id: nd('nd_hz'), kind: 'provider', name: 'Hetzner' }),
    toNode({ id: nd('nd_db'), kind: 'server', name: 'db {to}', parent: nd('nd_do') }),
  ],
  parties: [
    toParty({ id: toId('pa', 'pa_1'), name: 'OSF' }),
    toParty({ id: toId('pa', 'pa_2'), name: 'gocept' }),
  ],
  phases: [toPhase({ id: toId('ph', 'ph_1'), name: 'One', order: 'a0', owner: toId('pa', 'pa_1') })],
});

describe('tasks', () => {
  it('are added in order, edited, ticked, unticked and removed', () => {
    const edit = doCommands(
      plan,
      { command: 'add-task', on: 'One', text: 'First', owner: 'OSF', due: 'T-7' },
      { command: 'add-task', on: 'One', text: 'Second', due: '2026-12-01' },
      { command: 'edit-task', task: 'first', text: 'The first', owner: null },
      { command: 'tick-task', task: 'Second', evidence: 'seen by OSF' },
    ).plan;
    const [first, second] = [edit.tasks.get('ta_made1'), edit.tasks.get('ta_made2')];
    expect(first).toMatchObject({ on: 'ph_1', text: 'The first', owner: null, due: 'T-7', done: false });
    expect(second).toMatchObject({ done: true, evidence: 'seen by OSF', due: '2026-12-01' });
    expect((first?.order ?? '') < (second?.order ?? '')).toBe(true);
    const open = doCommands(edit, { command: 'tick-task', task: 'Second', done: false }).plan;
    expect(open.tasks.get('ta_made2')).toMatchObject({ done: false, evidence: 'seen by OSF' });
    expect(doCommands(open, { command: 'remove-task', task: 'Second' }).plan.tasks.size).toBe(1);
  });

  it.each([
    [{ command: 'add-task', on: 'One', text: '' }, '"text" must not be empty'],
    [{ command: 'add-task', on: 'Two', text: 'x' }, 'there is no hand-over, change or phase "Two"'],
    [
      { command: 'add-task', on: 'One', text: 'x', due: 'soon' },
      '"due" must be a date such as 2026-12-07, or T-7',
    ],
    [{ command: 'add-task', on: 'One', text: 'x', due: '2026-02-29' }, '"due" must be a date'],
    [{ command: 'tick-task', task: 'x' }, 'there is no task "x"'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });
});

describe('built-in templates', () => {
  it('are complete, of different ids, and have the form of a template', () => {
    expect(builtInTemplates.length).toBeGreaterThanOrEqual(7);
    expect(new Set(builtInTemplates.map(({ id }) => id)).size).toBe(builtInTemplates.length);
    for (const template of builtInTemplates)
      expect(parseTemplate(template)).toEqual({ ok: true, value: template });
  });

  it('fill every gap, on a hand-over, on each kind of change and on a phase', () => {
    const start = doCommands(
      plan,
      {
        command: 'plan-hand-over',
        area: 'backup',
        subject: 'db {to}',
        from: 'OSF',
        to: 'gocept',
        phase: 'One',
      },
      { command: 'plan-move', node: 'db {to}', to: 'Hetzner' },
      { command: 'plan-remove', node: 'DigitalOcean' },
      { command: 'plan-add', kind: 'host', name: 'hel1' },
    ).plan;
    for (const { id, lines } of builtInTemplates) {
      for (const on of ['backup', 'move db {to}', 'remove DigitalOcean', 'add hel1', 'One']) {
        const edit = doCommands(start, { command: 'apply-template', template: id, on });
        expect(edit.plan.tasks.size).toBe(lines.length);
        for (const task of edit.plan.tasks) {
          expect(task.text.replaceAll('db {to}', '')).not.toMatch(/[{}]/);
        }
      }
    }
  });

  it('name the parties and give the lines to them', () => {
    const edit = doCommands(
      plan,
      {
        command: 'plan-hand-over',
        area: 'backup',
        subject: 'db {to}',
        from: 'OSF',
        to: 'gocept',
        phase: 'One',
      },
      { command: 'apply-template', template: 'New hoster takes over backup', on: '$1' },
    ).plan;
    const tasks = [...edit.tasks].sort((a, b) => (a.order < b.order ? -1 : 1));
    expect(tasks[0]).toMatchObject({ on: 'ho_made1', owner: 'pa_1', due: 'T-21' });
    expect(tasks[0]?.text).toContain('db {to}');
    expect(tasks[3]).toMatchObject({
      text: 'Start the backups of gocept beside those of OSF',
      owner: 'pa_2',
    });
    const gate = doCommands(edit, { command: 'apply-template', template: 'go-live-gate', on: 'One' }).plan;
    expect(gate.tasks.filter(({ on }) => on === 'ph_1').map(({ owner }) => owner)).toContain('pa_1');
  });

  it('come after the lines that are there, and can be given to one party', () => {
    const edit = doCommands(
      plan,
      { command: 'add-task', on: 'One', text: 'Mine' },
      { command: 'apply-template', template: 'go-live-gate', on: 'One', owner: 'gocept' },
    ).plan;
    const tasks = [...edit.tasks].sort((a, b) => (a.order < b.order ? -1 : 1));
    expect(tasks[0]?.text).toBe('Mine');
    expect(new Set(tasks.slice(1).map(({ owner }) => owner))).toEqual(new Set(['pa_2']));
    expect(new Set(tasks.map(({ order }) => order)).size).toBe(tasks.length);
  });

  it('are refused when there is none of that name', () => {
    const refused = (template: string) =>
      refuseCommands(plan, { command: 'apply-template', template, on: 'One' });
    expect(refused('go-live-gat')).toContain('Did you mean go-live-gate?');
    expect(refused('zzz')).toContain('There are new-hoster-database, new-hoster-mail');
  });
});

describe('templates as data', () => {
  it('fill a gap once and leave unknown ones', () => {
    expect(fillIn('{subject} to {to} by {x} in {phase}', { subject: '{to}', to: 'A $1' })).toBe(
      '{to} to A $1 by {x} in {phase}',
    );
  });

  it.each([
    [{}, '"id" is missing'],
    [
      { id: 'a', title: 't', for: ['moon'], lines: [{ text: 'x' }] },
      '"for 1" must be one of change, phase, hand-over',
    ],
    [{ id: 'a', title: 't', for: ['phase'], lines: [] }, '"lines" needs at least 1'],
    [{ id: 'a', title: 't', for: ['phase'], lines: [{ text: 'x', due: 'soon' }] }, '"lines 1.due"'],
    [null, 'it must be an object'],
  ])('refuses %j', (data, words) => {
    const result = parseTemplate(data);
    expect(result.ok ? 'was read' : result.error).toContain(words);
  });
});
