import { describe, expect, test } from 'vitest';
import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { takeSteps } from '#core/commands/take-steps.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toScenario } from '#core/model/scenario.ts';
import { movePlan } from '#support/move-plan.ts';
import { ch } from '#support/plan-parts.ts';
import { doCommands } from '#support/run-commands.ts';

const branch = (plan: Plan): Plan => toScenario(plan, { id: toId('pl', 'pl_b'), name: 'Plan B' });
const toIds = (plan: Plan) => plan.changes.map((row) => row.id);

describe('taking steps across', () => {
  test('a step that only the other has arrives under its id, and is one edit that can be taken back', () => {
    const from = doCommands(branch(movePlan), {
      command: 'plan-move',
      node: 'web',
      to: 'hel',
      phase: 'One',
    }).plan;
    const edit = takeSteps(movePlan, from, toIds(from));
    expect(edit).toMatchObject({ label: 'Take "move web" from Plan B', notes: [] });
    expect(edit.plan.revision).toBe(movePlan.revision + 1);
    expect(toIds(edit.plan)).toEqual(toIds(from));
    expect(applyDiff(edit.plan, invertDiff(edit.diff)).changes.size).toBe(0);
  });

  test('taken twice it changes nothing', () => {
    const from = doCommands(branch(movePlan), { command: 'plan-remove', node: 'web', phase: 'One' }).plan;
    const once = takeSteps(movePlan, from, toIds(from)).plan;
    const twice = takeSteps(once, from, toIds(from));
    expect(twice.plan).toBe(once);
    expect(twice.diff).toEqual({ collections: {} });
  });

  test('a step that the other withdrew is withdrawn, with the hand-over that it made', () => {
    const plan = doCommands(movePlan, {
      command: 'plan-hand-over',
      area: 'backup',
      subject: 'db',
      from: 'OSF',
      to: 'gocept',
      phase: 'One',
    }).plan;
    const from = doCommands(branch(plan), { command: 'withdraw-change', change: 'hand-over backup' }).plan;
    const edit = takeSteps(plan, from, toIds(plan));
    expect([edit.plan.changes.size, edit.plan.handovers.size]).toEqual([0, 0]);
    const back = takeSteps(edit.plan, plan, toIds(plan)).plan;
    expect([back.changes.size, back.handovers.size]).toEqual([1, 1]);
  });

  test('what this plan alone does with the node gives way, and that is said', () => {
    const plan = doCommands(movePlan, { command: 'plan-move', node: 'web', to: 'fsn', phase: 'One' }).plan;
    const from = doCommands(branch(movePlan), {
      command: 'plan-remove',
      id: 'ch_other',
      node: 'web',
      phase: 'Two',
    }).plan;
    const edit = takeSteps(plan, from, [ch('other')]);
    expect(edit.plan.changes.map((row) => row.kind)).toEqual(['remove']);
    expect(edit.notes).toEqual(['Withdrawn: move web; the step that was taken replaces it.']);
  });

  test('what the step needs comes along: phase, a new host with its link, the step it waits for, the checklist', () => {
    const from = doCommands(
      branch(movePlan),
      { command: 'add-phase', name: 'Three' },
      { command: 'plan-add', name: 'nue', kind: 'host', to: 'do', phase: 'Three' },
      { command: 'plan-move', node: 'db', to: 'nue', phase: 'Three' },
      { command: 'plan-move', id: 'ch_web', node: 'web', to: 'nue', phase: 'Three', after: ['$3'] },
      { command: 'add-dependency', from: 'nue', to: 'db', type: 'monitors' },
      { command: 'add-task', on: 'ch_web', text: 'Tell everybody', owner: 'gocept' },
    ).plan;
    const edit = takeSteps(movePlan, from, [ch('web')]);
    expect(edit.plan.changes.map((row) => row.kind).sort()).toEqual(['add', 'move', 'move']);
    expect(edit.plan.phases.map((row) => row.name)).toContain('Three');
    expect(edit.plan.tasks.map((row) => row.text)).toEqual(['Tell everybody']);
    expect(edit.plan.dependencies.size).toBe(2);
    expect(edit.notes).toEqual([
      expect.stringMatching(
        /^Came along, because it is needed: Three, "(?:add nue|move db)", "(?:add nue|move db)"\.$/u,
      ),
    ]);
  });

  test('a removal brings the word on it, unless there is one', () => {
    const marked = doCommands(
      branch(movePlan),
      { command: 'mark-removal', node: 'web', why: 'not used' },
      { command: 'plan-remove', node: 'web', phase: 'One' },
    ).plan;
    const edit = takeSteps(movePlan, marked, toIds(marked));
    expect(edit.plan.dispositions.map((row) => row.why)).toEqual(['not used']);
    const own = doCommands(movePlan, { command: 'mark-removal', node: 'web', why: 'ours' }).plan;
    expect(takeSteps(own, marked, toIds(marked)).plan.dispositions.map((row) => row.why)).toEqual(['ours']);
  });

  test('a phase of the same name is the same phase', () => {
    const from = doCommands(
      branch(movePlan),
      { command: 'add-phase', id: 'ph_theirs', name: 'Later' },
      { command: 'plan-move', node: 'web', to: 'hel', phase: 'ph_theirs' },
    ).plan;
    const plan = doCommands(movePlan, { command: 'add-phase', id: 'ph_ours', name: 'Later' }).plan;
    const edit = takeSteps(plan, from, toIds(from));
    expect(edit.plan.phases.size).toBe(3);
    expect(edit.plan.changes.map((row) => row.phase)).toEqual(['ph_ours']);
  });

  test('nothing, and what nobody knows, is nothing', () => {
    expect(takeSteps(movePlan, branch(movePlan), []).plan).toBe(movePlan);
    expect(takeSteps(movePlan, branch(movePlan), [ch('none')]).plan).toBe(movePlan);
  });

  test('an id that dangles in the other plan too stays as it is', () => {
    const from = doCommands(branch(movePlan), {
      command: 'plan-move',
      node: 'web',
      to: 'hel',
      phase: 'One',
    }).plan;
    const broken = {
      ...from,
      changes: from.changes.put(from.changes.map((row) => ({ ...row, after: [ch('gone')] }))),
    };
    expect(takeSteps(movePlan, broken, toIds(broken)).plan.changes.size).toBe(1);
  });
});
