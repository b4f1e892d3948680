import { describe, expect, it } from 'vitest';
import { movePlan as plan } from '#support/move-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

describe('hand-overs', () => {
  it('are planned with their change, offered and accepted', () => {
    const edit = doCommands(
      plan,
      { command: 'plan-hand-over', area: 'backup', subject: 'db', to: 'gocept', phase: 'One' },
      { command: 'offer-hand-over', handover: 'backup of db' },
      { command: 'accept-hand-over', handover: 'backup', by: 'pa_1', evidence: 'restored on 2026-11-02' },
    );
    expect(edit.made[0]).toEqual(['ho_made1', 'ch_made2']);
    expect(edit.plan.handovers.get('ho_made1')).toEqual({
      id: 'ho_made1',
      area: 'backup',
      subject: 'nd_db',
      from: 'pa_2',
      to: 'pa_1',
      phase: 'ph_1',
      status: 'accepted',
      acceptedBy: 'gocept',
      evidence: 'restored on 2026-11-02',
    });
    expect(edit.plan.changes.get('ch_made2')).toMatchObject({ kind: 'hand-over', handover: 'ho_made1' });
    const taken = doCommands(edit.plan, { command: 'edit-hand-over', handover: 'backup', status: 'offered' });
    expect(taken.plan.handovers.get('ho_made1')).toMatchObject({ status: 'offered', acceptedBy: null });
    expect(refuseCommands(edit.plan, { command: 'offer-hand-over', handover: 'backup' })).toContain(
      'accepted already',
    );
  });

  it('find who holds the duty whatever the case that its area is written in', () => {
    const command = { command: 'plan-hand-over', area: ' BACKUP', subject: 'db', to: 'gocept' };
    expect(doCommands(plan, command).plan.handovers.get('ho_made1')?.from).toBe('pa_2');
    expect(doCommands(plan, { ...command, area: 'back up' }).plan.handovers.get('ho_made1')?.from).toBe(null);
  });

  it('follow their change into another phase, and the change follows them', () => {
    const start = doCommands(plan, {
      command: 'plan-hand-over',
      area: 'dns',
      to: 'gocept',
      phase: 'One',
    }).plan;
    const moved = doCommands(start, { command: 'move-to-phase', change: 'hand-over dns', phase: 'Two' }).plan;
    expect(moved.handovers.get('ho_made1')?.phase).toBe('ph_2');
    const back = doCommands(moved, { command: 'edit-hand-over', handover: 'dns', phase: 'One' }).plan;
    expect(back.changes.get('ch_made2')?.phase).toBe('ph_1');
  });

  it('go with their change, checklist included', () => {
    const start = doCommands(
      plan,
      { command: 'plan-hand-over', area: 'dns', to: 'gocept' },
      { command: 'add-task', on: '$1', text: 'Lower the TTL' },
    ).plan;
    const edit = doCommands(start, { command: 'withdraw-change', change: 'hand-over dns' });
    expect([edit.plan.handovers.size, edit.plan.changes.size, edit.plan.tasks.size]).toEqual([0, 0, 0]);
    expect(edit.notes).toEqual(['One task of its checklist was dropped.']);
  });

  it.each([
    [{ command: 'plan-hand-over', area: 'backup', subject: 'db' }, '"to" is missing'],
    [
      { command: 'plan-hand-over', area: 'backup', subject: 'db', to: 'OSF' },
      'OSF would hand it over to itself',
    ],
    [{ command: 'accept-hand-over', handover: 'x', by: 'me', evidence: 'y' }, 'there is no hand-over "x"'],
    [{ command: 'accept-hand-over', handover: 'x', by: 'me' }, '"evidence" is missing'],
  ])('refuse %j', (command, words) => {
    expect(refuseCommands(plan, command)).toContain(words);
  });

  it('leave their change where it is when another field is edited', () => {
    const start = doCommands(plan, {
      command: 'plan-hand-over',
      area: 'dns',
      to: 'gocept',
      phase: 'One',
    }).plan;
    const apart = {
      ...start,
      handovers: start.handovers.put(start.handovers.map((row) => ({ ...row, phase: null }))),
    };
    const edited = doCommands(apart, { command: 'edit-hand-over', handover: 'dns', status: 'offered' }).plan;
    expect(edited.changes.get('ch_made2')).toEqual(apart.changes.get('ch_made2'));
  });
});
