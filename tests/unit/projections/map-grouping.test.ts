import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import type { Plan } from '#core/model/plan.ts';
import { findDrift } from '#core/projections/map-drift.ts';
import { groupings, type Grouping } from '#core/projections/map-grouping.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { isRow } from '#core/projections/map-slots.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { statePoints } from '#core/projections/state-order.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { firstPhase, move, node, nodeId, smallEstate } from './map-estate.ts';

function viewOf(plan: Plan, by: Exclude<Grouping, 'place'>, point: StatePoint = 'start'): MapView {
  const nameOf = (value: string | null): string => value ?? 'none';
  return toMapView(plan, checkPlan(plan), point, toMapScene(plan, 1.4, new Set(), { by, nameOf }));
}

/** The names in each group. */
function groupsOf(view: MapView): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const box of view.boxes) {
    const outer = box.parent === null ? undefined : view.byId.get(box.parent);
    if (box.isRow || outer === undefined || outer.node !== null) continue;
    (groups[outer.name] ??= []).push(box.name);
  }
  return Object.fromEntries(Object.entries(groups).map(([name, each]) => [name, each.sort()]));
}

const acme = toParty({ id: toId('pa', 'pa_acme'), name: 'Acme' });
const plan = planOf({
  nodes: [
    node('provider', 'north', null),
    node('site', 'hall', 'north'),
    node('host', 'rack', 'hall'),
    node('server', 'shop', 'rack', { environment: 'production' }),
    node('service', 'web', 'shop'),
    node('server', 'trial', 'rack', { environment: 'staging' }),
    node('server', 'lost', null),
    node('service', 'bucket', 'north'),
  ],
  parties: [acme],
  duties: [
    toDuty({
      id: toId('du', 'du_1'),
      area: 'backup',
      subject: nodeId('rack'),
      party: acme.id,
      role: 'accountable',
    }),
  ],
  phases: [firstPhase],
  changes: [move('shop', 'north', { phase: firstPhase.id })],
  dispositions: [toDisposition({ id: toId('di', 'di_1'), node: nodeId('trial'), disposition: 'retire' })],
});

describe('a grouping of the map', () => {
  it('puts together what shares it, and what nothing is known of apart', () => {
    expect(groupsOf(viewOf(plan, 'environment'))).toEqual({
      production: ['shop'],
      staging: ['trial'],
      none: ['bucket', 'lost'],
    });
    expect(groupsOf(viewOf(plan, 'party'))).toEqual({
      Acme: ['shop', 'trial'],
      none: ['bucket', 'lost'],
    });
    expect(groupsOf(viewOf(plan, 'disposition'))).toEqual({
      retire: ['trial'],
      none: ['bucket', 'lost', 'shop'],
    });
    expect(groupsOf(viewOf(plan, 'phase'))).toEqual({
      [firstPhase.id]: ['shop'],
      none: ['bucket', 'lost', 'trial'],
    });
  });

  it('by site leaves the providers out and keeps hosts in their sites', () => {
    const view = viewOf(plan, 'site');
    expect(view.byId.has(nodeId('north'))).toBe(false);
    expect(view.byId.get(nodeId('rack'))?.parent).toBe(nodeId('hall'));
    expect(groupsOf(view)).toEqual({ none: ['bucket', 'lost'] });
  });

  it('follows the state where the group depends on it', () => {
    expect(groupsOf(viewOf(plan, 'party', 'end'))).toEqual({
      Acme: ['trial'],
      none: ['bucket', 'lost', 'shop'],
    });
  });

  it('shows every server, and every service that stands on none, once, in every state of any plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.constantFrom(...groupings), (any, by) => {
        if (by === 'place' || by === 'site') return;
        for (const point of statePoints(any)) {
          const view = viewOf(any, by, point);
          const estate = estateAt(any, point);
          const here = view.boxes.filter((box) => box.presence === 'here' && box.node !== null && !box.isRow);
          const wanted = estate.nodes.filter(
            (each) => (each.kind === 'server' || each.kind === 'service') && !isRow(estate, each),
          );
          expect(here.map((box) => String(box.node)).sort()).toEqual(
            wanted.map((each) => String(each.id)).sort(),
          );
        }
      }),
      { numRuns: runs('property') },
    );
  });
});

describe('what a hand placed', () => {
  const at = (name: string, x: number, y: number) => ({ id: nodeId(name), x, y });

  it('counts only while the map is by place', () => {
    const placed = { ...smallEstate() };
    const byHand = planOf({ nodes: [...placed.nodes], layout: [at('alpha', 900, 700)] });
    const byPlace = toMapScene(byHand, 1.4);
    expect(findDrift(byPlace)).toEqual({ placed: [nodeId('alpha')], overlapping: [] });
    const grouped = toMapScene(byHand, 1.4, new Set(), { by: 'environment', nameOf: String });
    expect(findDrift(grouped).placed).toEqual([]);
  });

  it('is reported where it lies on something else that a hand placed', () => {
    const rows = [
      node('host', 'rack', null),
      node('server', 'one', 'rack'),
      node('server', 'two', 'rack'),
      node('server', 'three', 'rack'),
    ];
    const layout = [at('one', 10, 10), at('two', 60, 20), at('three', 400, 10)];
    const drift = findDrift(toMapScene(planOf({ nodes: rows, layout }), 1.4));
    expect([...drift.overlapping].sort()).toEqual([nodeId('one'), nodeId('two')].sort());
    expect(drift.placed).toHaveLength(3);
  });
});
