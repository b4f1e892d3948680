import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { makeIdMaker } from '#core/model/ids.ts';
import { findDropPhase, findDropPoint, toDropCommands } from '#core/projections/drop-commands.ts';
import { toFindingRows } from '#core/projections/finding-rows.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { planOf } from '#support/build-plan.ts';
import { toNodeInspection, toPlanTotals } from '#core/projections/inspector.ts';
import { findPossibleTargets, sortTargets, toMoveTarget } from '#core/projections/move-targets.ts';
import { toSliderStops } from '#core/projections/slider-stops.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { firstPhase, move, nodeId, removal, secondPhase, smallEstate } from './map-estate.ts';

const makeId = makeIdMaker((length) => new Uint8Array(length).map((_, at) => (at * 37) % 248));

describe('the slider', () => {
  it('stops at as is, each phase and to be, with the servers that are there then', () => {
    expect(toSliderStops(smallEstate()).map((stop) => [stop.point, stop.number, stop.servers])).toEqual([
      ['start', null, 8],
      [firstPhase.id, 1, 7],
      [secondPhase.id, 2, 7],
      ['end', null, 7],
    ]);
  });
});

describe('a drop', () => {
  it('is planned in the shown phase; as is means the first, to be means none', () => {
    const plan = smallEstate();
    expect(findDropPhase(plan, 'start')).toBe(firstPhase.id);
    expect(findDropPhase(plan, secondPhase.id)).toBe(secondPhase.id);
    expect(findDropPhase(plan, 'end')).toBe(null);
    expect(findDropPoint(null)).toBe('end');
  });

  it('is a merge of a server on a server and a move on a place', () => {
    const plan = smallEstate();
    expect(toDropCommands(plan, [nodeId('beta')], nodeId('gamma'), firstPhase.id)[0]?.command).toBe(
      'plan-merge',
    );
    expect(toDropCommands(plan, [nodeId('beta')], nodeId('box1'), firstPhase.id)[0]?.command).toBe(
      'plan-move',
    );
    expect(toDropCommands(plan, [nodeId('shop')], nodeId('gamma'), firstPhase.id)[0]?.command).toBe(
      'plan-move',
    );
  });

  it('takes a planned move back when the thing is dropped back home', () => {
    const plan = smallEstate();
    const commands = toDropCommands(plan, [nodeId('alpha')], nodeId('west'), firstPhase.id);
    const done = applyCommands(plan, commands, { makeId });
    expect(commands[0]?.command).toBe('withdraw-change');
    expect(done.ok && done.value.plan.changes.size).toBe(1);
  });
});

describe('places to move to', () => {
  it('are those that could take it, without its own place and its own inside', () => {
    const plan = smallEstate();
    const names = findPossibleTargets(estateAt(plan, 'start'), [nodeId('beta')]).map((each) => each.name);
    expect(names).toContain('box1');
    expect(names).not.toContain('west');
    expect(names).not.toContain('beta');
    expect(findPossibleTargets(estateAt(plan, 'start'), [nodeId('west')]).map((each) => each.name)).toEqual([
      'new',
    ]);
  });

  it('come with the room that is left after the move, best first', () => {
    const plan = smallEstate();
    const estate = estateAt(plan, firstPhase.id);
    const targets = findPossibleTargets(estate, [nodeId('beta')]).map((each) =>
      toMoveTarget(plan, estate, [nodeId('beta')], each, firstPhase.id),
    );
    const box = targets.find((target) => target.node.name === 'box1');
    expect(box?.room.find((each) => each.dimension === 'memoryMiB')).toEqual({
      dimension: 'memoryMiB',
      used: 2048,
      offered: 8192,
    });
    const order = sortTargets(targets).map((target) => target.verdict.verdict);
    const weights = { fits: 0, warns: 1, breaks: 2, refused: 3 };
    expect(order.map((each) => weights[each])).toEqual(
      order.map((each) => weights[each]).sort((a, b) => a - b),
    );
  });
});

describe('the inspector', () => {
  it('lists who needs a node and how far its loss reaches', () => {
    const found = toNodeInspection(smallEstate({ changes: [] }), 'start', nodeId('beta'));
    expect(found?.neededBy.map((row) => row.other.name)).toEqual(['shop']);
    expect(found?.neededBy[0]?.holder?.name).toBe('alpha');
    expect(found?.impact).toBe(2);
  });

  it('says so when a node is not there in the shown state', () => {
    const plan = smallEstate({ changes: [removal('zeta')] });
    expect(toNodeInspection(plan, 'end', nodeId('zeta'))?.isAway).toBe(true);
    expect(toNodeInspection(plan, 'end', nodeId('nobody'))).toBe(null);
  });

  it('shows what is not known of a machine, never as nothing', () => {
    const facts = toNodeInspection(smallEstate(), 'start', nodeId('stray'))?.facts ?? [];
    expect(facts.filter((fact) => fact.value === null).map((fact) => fact.key)).toEqual([
      'region',
      'memoryMiB',
      'diskGiB',
      'cost',
    ]);
  });

  it('counts the plan', () => {
    expect(toPlanTotals(smallEstate(), 'start')).toMatchObject({
      nodes: { server: 8, service: 2, provider: 2 },
      changes: 2,
      phases: 2,
      accountable: [],
    });
  });

  it('counts for how many duties each party is accountable, and those that nobody owes', () => {
    const party = (name: string) => toParty({ id: toId('pa', `pa_${name}`), name });
    const duty = (id: string, who: string | null, role: 'accountable' | 'informed' = 'accountable') =>
      toDuty({
        id: toId('du', `du_${id}`),
        area: id,
        role,
        party: who === null ? null : toId('pa', `pa_${who}`),
      });
    const plan = planOf({
      parties: [party('amber'), party('blue'), party('coral')],
      duties: [
        duty('a', 'coral'),
        duty('b', 'coral'),
        duty('c', 'blue'),
        duty('d', 'amber', 'informed'),
        duty('e', null),
        // Of a party that is not there: nobody has it.
        duty('f', 'gone'),
      ],
    });
    expect(toPlanTotals(plan, 'start').accountable).toEqual([
      { party: 'coral', duties: 2 },
      { party: 'blue', duties: 1 },
      { party: 'amber', duties: 0 },
      { party: null, duties: 2 },
    ]);
    expect(toPlanTotals(planOf({ parties: [party('amber')] }), 'end').accountable).toEqual([
      { party: 'amber', duties: 0 },
    ]);
  });
});

describe('the rows of the findings', () => {
  it('come worst first and can be kept to a selection with all inside', () => {
    const plan = smallEstate({ changes: [move('alpha', 'box1'), removal('gate')] });
    const report = checkPlan(plan);
    const rows = toFindingRows(plan, report, 'start', { severity: null, nodes: null });
    expect(rows).toHaveLength(report.findings.length);
    const weights = { error: 0, warning: 1, info: 2 };
    const order = rows.map((row) => weights[row.finding.severity]);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const own = toFindingRows(plan, report, 'start', { severity: null, nodes: [nodeId('gate')] });
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((row) => row.finding.nodes.includes(nodeId('gate')))).toBe(true);
  });
});
