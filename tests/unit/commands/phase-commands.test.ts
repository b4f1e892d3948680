import { plannedSequence } from '#core/state/plan-states.ts';
import { describe, expect, it } from 'vitest';
import type { Plan } from '#core/model/plan.ts';
import { movePlan as plan } from '#support/move-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

const changesOf = (edited: Plan, phase: string | null) =>
  edited.changes
    .filter((row) => row.phase === phase)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id);

describe('phases', () => {
  it('are added at the end, edited, ordered', () => {
    const edit = doCommands(
      plan,
      { command: 'add-phase', name: 'Three', start: '2026-12-07', owner: 'OSF', gate: 'answers are in' },
      { command: 'order-phase', phase: 'Three', before: 'One' },
      { command: 'edit-phase', phase: 'Two', name: 'Second', end: '2028-02-29' },
    ).plan;
    const names = [...edit.phases].sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ name }) => name);
    expect(names).toEqual(['Three', 'One', 'Second']);
    expect(edit.phases.get('ph_made1')).toMatchObject({
      start: '2026-12-07',
      owner: 'pa_2',
      gate: 'answers are in',
    });
  });

  it('leave their changes without a phase when they go, in order', () => {
    const start = doCommands(
      plan,
      { command: 'plan-remove', node: 'app' },
      { command: 'plan-remove', node: 'web', phase: 'One' },
      { command: 'plan-hand-over', area: 'dns', to: 'OSF', phase: 'One' },
      { command: 'add-task', on: 'One', text: 'Go?' },
    ).plan;
    const edit = doCommands(start, { command: 'remove-phase', phase: 'One' });
    expect(changesOf(edit.plan, null)).toEqual(['ch_made1', 'ch_made2', 'ch_made4']);
    expect(edit.plan.handovers.get('ho_made3')?.phase).toBeNull();
    expect(edit.plan.tasks.size).toBe(0);
    expect(edit.notes).toEqual(['2 changes have no phase now.', 'One task of its checklist was dropped.']);
  });

  it.each([
    [{ command: 'add-phase', name: 'One' }, 'there is a phase "One" already'],
    [{ command: 'edit-phase', phase: 'Two', name: 'One' }, 'there is a phase "One" already'],
    [{ command: 'add-phase', name: 'x', start: 'tomorrow' }, '"start" must be a date'],
    [{ command: 'add-phase', name: 'x', owner: 'nobody' }, 'there is no party "nobody"'],
    [{ command: 'order-phase', phase: 'One' }, 'it needs either "before" or "after"'],
    [{ command: 'order-phase', phase: 'One', before: 'One' }, 'cannot stand beside itself'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });
});

describe('changes', () => {
  const start = doCommands(
    plan,
    { command: 'plan-remove', node: 'app', phase: 'One' },
    { command: 'plan-move', node: 'web', to: 'hel', phase: 'One' },
    { command: 'plan-move', node: 'db', to: 'hel', phase: 'One' },
  ).plan;

  it('go to the end of another phase', () => {
    const edit = doCommands(
      start,
      { command: 'plan-move', id: 'ch_fsn', node: 'fsn', to: 'hel', phase: 'Two' },
      { command: 'move-to-phase', change: 'remove app', phase: 'Two' },
    ).plan;
    expect(changesOf(edit, 'ph_2')).toEqual(['ch_fsn', 'ch_made1']);
    expect(doCommands(edit, { command: 'move-to-phase', change: 'remove app', phase: null }).label).toBe(
      'Put "remove app" into no phase',
    );
  });

  it('are ordered inside of a phase, and across phases', () => {
    const edit = doCommands(start, { command: 'order-change', change: 'move db', before: 'remove app' }).plan;
    expect(changesOf(edit, 'ph_1')).toEqual(['ch_made3', 'ch_made1', 'ch_made2']);
    const again = doCommands(edit, { command: 'order-change', change: 'move db', after: 'remove app' }).plan;
    expect(changesOf(again, 'ph_1')).toEqual(['ch_made1', 'ch_made3', 'ch_made2']);
    const other = doCommands(start, { command: 'move-to-phase', change: 'move db', phase: 'Two' }).plan;
    const back = doCommands(other, { command: 'order-change', change: 'move db', before: 'move web' }).plan;
    expect(changesOf(back, 'ph_1')).toEqual(['ch_made1', 'ch_made3', 'ch_made2']);
  });

  it('wait for others and for conditions', () => {
    const edit = doCommands(
      start,
      { command: 'wait-for', change: 'move db', after: ['move web', 'remove app'] },
      { command: 'wait-for', change: 'move db', after: 'move web' },
      { command: 'add-condition', change: 'move db', text: 'backup proven' },
      {
        command: 'edit-change',
        change: 'move db',
        notes: 'at night',
        start: '2026-12-07',
        after: ['move web'],
      },
      { command: 'withdraw-change', change: 'move web' },
    ).plan;
    expect(edit.changes.get('ch_made3')).toMatchObject({
      after: [],
      notes: 'at night',
      start: '2026-12-07',
      conditions: [{ text: 'backup proven', met: false }],
    });
  });

  it.each([
    [{ command: 'wait-for', change: 'move db', after: 'move db' }, 'a change cannot wait for itself'],
    [{ command: 'edit-change', change: 'move db', after: ['move db'] }, 'a change cannot wait for itself'],
    [{ command: 'edit-change', change: 'move db' }, 'it changes nothing'],
    [{ command: 'order-change', change: 'move db' }, 'it needs either "before" or "after"'],
    [
      { command: 'order-change', change: 'move db', before: 'move web', after: 'remove app' },
      'it needs either',
    ],
    [{ command: 'move-to-phase', change: 'move db' }, '"phase" is missing'],
    [{ command: 'add-condition', change: 'move db', text: ' ' }, '"text" must not be empty'],
    [{ command: 'withdraw-change', change: 'move nothing' }, 'there is no change "move nothing"'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(start, command)).toContain(words);
  });
});

describe('move-to-phase', () => {
  it('takes several changes in the order of the list, and leaves those that are there', () => {
    const start = doCommands(
      plan,
      { command: 'plan-remove', node: 'web', phase: 'One' },
      { command: 'plan-remove', node: 'db', phase: null },
      { command: 'plan-move', node: 'app', to: 'db', phase: 'Two' },
    ).plan;
    const edit = doCommands(start, {
      command: 'move-to-phase',
      change: ['move app', 'remove db', 'remove web'],
      phase: 'One',
    });
    expect(edit.label).toBe('Put 3 changes into One');
    const sequence = plannedSequence(edit.plan).map(({ id, phase }) => [
      edit.plan.changes.get(id)?.kind,
      phase,
    ]);
    expect(sequence).toEqual([
      ['remove', 'ph_1'],
      ['move', 'ph_1'],
      ['remove', 'ph_1'],
    ]);
    expect(refuseCommands(start, { command: 'move-to-phase', change: [], phase: 'One' })).toContain(
      'not there',
    );
  });
});
