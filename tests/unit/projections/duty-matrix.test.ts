import { describe, expect, it } from 'vitest';
import { toChangeBase } from '#core/model/change.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import { toDutyMatrix } from '#core/projections/duty-matrix.ts';
import { toDutyParts } from '#core/projections/duty-roles.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';

const provider = toNode({ id: toId('nd', 'nd_hoster'), kind: 'provider', name: 'Althost' });
const db = toNode({ id: toId('nd', 'nd_db'), kind: 'server', name: 'db', parent: provider.id });
const web = toNode({ id: toId('nd', 'nd_web'), kind: 'server', name: 'web', parent: provider.id });
const old = toParty({ id: toId('pa', 'pa_old'), name: 'Old hands' });
const next = toParty({ id: toId('pa', 'pa_next'), name: 'New hands' });
const backup = { area: 'backup', role: 'accountable' as const };

describe('toDutyMatrix', () => {
  it('shows who owes a duty in each state, and moves it with its hand-over', () => {
    const phase = toPhase({ id: toId('ph', 'ph_1'), name: 'Phase 1', order: 'a1' });
    const handover = toHandOver({
      id: toId('ho', 'ho_1'),
      area: 'backup',
      subject: db.id,
      from: old.id,
      to: next.id,
      phase: phase.id,
    });
    const plan = planOf({
      nodes: [provider, db],
      parties: [old, next],
      duties: [toDuty({ id: toId('du', 'du_1'), ...backup, subject: db.id, party: old.id })],
      phases: [phase],
      handovers: [handover],
      changes: [
        {
          ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1', phase: phase.id }),
          kind: 'hand-over',
          handover: handover.id,
        },
      ],
    });
    const matrix = toDutyMatrix(plan);
    expect(matrix.points.map((point) => point.name)).toEqual([null, 'Phase 1', null]);
    const cell = matrix.rows[0]?.cells[0];
    expect(cell?.holdings.map((holding) => holding.parties.map((party) => party.name))).toEqual([
      ['Old hands'],
      ['New hands'],
      ['New hands'],
    ]);
    expect(cell?.handovers).toEqual(['ho_1']);
  });

  it('lets a nearer duty of the same area win', () => {
    const plan = planOf({
      nodes: [provider, db, web],
      parties: [old, next],
      duties: [
        toDuty({ id: toId('du', 'du_1'), ...backup, subject: provider.id, party: old.id }),
        toDuty({ id: toId('du', 'du_2'), ...backup, area: 'Backup', subject: db.id, party: next.id }),
        toDuty({ id: toId('du', 'du_3'), area: 'dns', subject: web.id, party: next.id }),
      ],
    });
    const row = toDutyMatrix(plan).rows.find((each) => each.area.toLowerCase() === 'backup');
    const held = Object.fromEntries(
      row?.cells.map((cell) => [cell.subject.name, cell.holdings[0]?.parties[0]?.name]) ?? [],
    );
    expect(held).toEqual({ db: 'New hands', web: 'Old hands', Althost: 'Old hands' });
  });

  it('tells nobody, an overlap and agreed joint ownership apart', () => {
    const rows = (joint: boolean) => [
      toDuty({ id: toId('du', 'du_1'), ...backup, subject: db.id, party: old.id, joint }),
      toDuty({ id: toId('du', 'du_2'), ...backup, subject: db.id, party: next.id, joint }),
    ];
    const stateOf = (duties: ReturnType<typeof rows>) =>
      toDutyMatrix(planOf({ nodes: [db], parties: [old, next], duties })).rows[0]?.cells[0]?.holdings[0]
        ?.state;
    expect(stateOf(rows(false))).toBe('overlap');
    expect(stateOf(rows(true))).toBe('joint');
    expect(stateOf([toDuty({ id: toId('du', 'du_1'), ...backup, subject: db.id })])).toBe('nobody');
  });

  it('keeps the duties of an environment in a column of their own', () => {
    const matrix = toDutyMatrix(
      planOf({
        nodes: [db],
        parties: [old],
        duties: [
          toDuty({ id: toId('du', 'du_1'), area: 'operation', environment: 'staging', party: old.id }),
        ],
      }),
    );
    expect(matrix.subjects.map((subject) => subject.name)).toEqual(['staging']);
    expect(matrix.gaps).toEqual([0, 0]);
  });

  it('has nothing to show for an empty plan, and ignores duties on nodes that are gone', () => {
    expect(toDutyMatrix(planOf()).rows).toEqual([]);
    const dangling = toDuty({ id: toId('du', 'du_1'), ...backup, subject: toId('nd', 'nd_missing') });
    expect(toDutyMatrix(planOf({ duties: [dangling] })).subjects).toEqual([]);
  });
});

describe('toDutyParts', () => {
  const du = (id: string, fields: Partial<Parameters<typeof toDuty>[0]>) =>
    toDuty({ id: toId('du', `du_${id}`), area: 'backup', subject: db.id, ...fields });
  const partsOf = (duties: ReturnType<typeof du>[], area = 'backup') => {
    const plan = planOf({ nodes: [provider, db, web], parties: [old, next], duties });
    const subject = { key: `${db.id}|`, node: db.id, environment: null, name: 'db' };
    return toDutyParts(plan, estateAt(plan, 'start'), subject, area);
  };

  it('lists each party once a role, in the order of the roles, with the access that goes with it', () => {
    const parts = partsOf([
      du('1', { role: 'informed', party: old.id, access: 'none' }),
      du('2', { role: 'responsible', party: next.id, access: 'shell' }),
      du('3', { role: 'accountable', party: old.id }),
      // Said twice: with and without its access.
      du('4', { area: 'Backup', role: 'responsible', party: next.id }),
    ]);
    expect(parts).toEqual([
      { role: 'accountable', party: 'Old hands', access: null },
      { role: 'responsible', party: 'New hands', access: 'shell' },
      { role: 'informed', party: 'Old hands', access: 'none' },
    ]);
  });

  it('has a part that nobody has, and takes those of what is above where there are none of its own', () => {
    expect(partsOf([du('1', { subject: provider.id })])).toEqual([
      { role: 'accountable', party: null, access: null },
    ]);
    expect(partsOf([du('1', { subject: web.id, party: old.id })])).toEqual([]);
    expect(partsOf([du('1', { party: old.id })], 'dns')).toEqual([]);
  });

  it('says nothing of a subject that is not there, and of a party that is missing that nobody has it', () => {
    const plan = planOf({ nodes: [db], duties: [du('1', { party: toId('pa', 'pa_gone') })] });
    const subject = { key: 'nd_gone|', node: toId('nd', 'nd_gone'), environment: null, name: 'gone' };
    expect(toDutyParts(plan, estateAt(plan, 'start'), subject, 'backup')).toEqual([]);
    expect(
      toDutyParts(plan, estateAt(plan, 'start'), { ...subject, node: db.id }, 'backup').map(
        ({ party }) => party,
      ),
    ).toEqual([null]);
  });
});
