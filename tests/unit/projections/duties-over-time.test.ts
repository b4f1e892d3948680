import { describe, expect, it } from 'vitest';
import { toDuty, type Duty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { toHandOverAccess } from '#core/projections/access-changes.ts';
import { toDutiesOverTime } from '#core/projections/duties-over-time.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { makeHandOverChange, makeNode, makePhase, makeRemove, nd, ph } from '#support/plan-parts.ts';

const old = toParty({ id: toId('pa', 'pa_old'), name: 'Old hands' });
const next = toParty({ id: toId('pa', 'pa_next'), name: 'New hands' });

function duty(id: string, area: string, fields: Partial<Duty> = {}): Duty {
  return toDuty({ id: toId('du', `du_${id}`), area, subject: nd('db'), party: old.id, ...fields });
}

const handover = toHandOver({
  id: toId('ho', 'ho_1'),
  area: 'backup',
  subject: nd('db'),
  from: old.id,
  to: next.id,
  phase: ph('1'),
});

function plan(duties: readonly Duty[], more: PlanRows = {}) {
  return planOf({
    nodes: [makeNode('db', 'server')],
    parties: [old, next],
    duties,
    phases: [makePhase('1')],
    handovers: [handover],
    changes: [makeHandOverChange('1', '1', handover.id)],
    ...more,
  });
}

describe('toDutiesOverTime', () => {
  it('grants the new party the access that the old one had, and revokes that', () => {
    const made = plan([duty('1', 'backup', { access: 'shell' })]);
    const [asIs, phase, toBe] = toDutiesOverTime(made);
    const place = { node: nd('db'), environment: null };
    const access = [
      { party: next.id, ...place, from: 'none', to: 'shell' },
      { party: old.id, ...place, from: 'shell', to: 'none' },
    ];
    expect(asIs).toMatchObject({ turns: [], access: [] });
    expect(phase).toMatchObject({ name: 'Phase 1', access, unknownAccess: 0 });
    expect(phase?.turns).toMatchObject([{ area: 'backup', from: ['Old hands'], to: ['New hands'] }]);
    expect(toBe).toMatchObject({ turns: [], access: [] });
    expect(toHandOverAccess(made, handover)).toEqual(access);
  });

  it('leaves the old party what another duty of theirs needs, and says where access only shrinks', () => {
    const both = [duty('1', 'backup', { access: 'root' }), duty('2', 'monitoring', { access: 'shell' })];
    expect(toDutiesOverTime(plan(both))[1]?.access).toMatchObject([
      { party: next.id, from: 'none', to: 'root' },
      { party: old.id, from: 'root', to: 'shell' },
    ]);
    const same = [duty('1', 'backup', { access: 'shell' }), duty('2', 'monitoring', { access: 'root' })];
    expect(toDutiesOverTime(plan(same))[1]?.access).toMatchObject([{ party: next.id, to: 'shell' }]);
  });

  it('counts duties whose access nobody wrote down instead of guessing it', () => {
    const [, phase] = toDutiesOverTime(plan([duty('1', 'backup')]));
    expect(phase).toMatchObject({ access: [], unknownAccess: 1 });
    const none = toDutiesOverTime(plan([duty('1', 'backup', { access: 'none' })]))[1];
    expect(none).toMatchObject({ access: [], unknownAccess: 0 });
  });

  it('says which gaps and overlaps open and close in a phase', () => {
    const from = { ...handover, from: null };
    const closing = toDutiesOverTime(plan([duty('1', 'backup', { party: null })], { handovers: [from] }));
    expect(closing.map(({ gaps, closedGaps }) => [gaps.length, closedGaps])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    // Nobody gives it, and somebody has it all the same: from then on two have it.
    const opening = toDutiesOverTime(plan([duty('1', 'backup')], { handovers: [from] }));
    expect(opening.map(({ overlaps, newOverlaps }) => [overlaps.length, newOverlaps])).toEqual([
      [0, 0],
      [1, 1],
      [1, 0],
    ]);
  });

  it('forgets what stood on a node that is gone', () => {
    const made = plan([duty('1', 'backup', { access: 'root' })], {
      handovers: [],
      changes: [makeRemove('1', '1', 'db')],
    });
    expect(toDutiesOverTime(made)[1]).toMatchObject({ turns: [], access: [], gaps: [] });
  });

  it('has nothing to say of a hand-over without a step, or of an empty plan', () => {
    const made = plan([duty('1', 'backup', { access: 'root' })], { changes: [] });
    expect(toHandOverAccess(made, handover)).toEqual([]);
    expect(toDutiesOverTime(planOf())).toHaveLength(2);
  });
});
