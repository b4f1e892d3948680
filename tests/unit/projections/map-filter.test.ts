import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { nodeKinds } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  findFiltered,
  hideFiltered,
  isFiltering,
  noFilter,
  toFilterChoices,
  type MapFilter,
} from '#core/projections/map-filter.ts';
import { toMapLines } from '#core/projections/map-lines.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { link, node, nodeId } from './map-estate.ts';

const viewOf = (plan: Plan): MapView => toMapView(plan, checkPlan(plan), 'start', toMapScene(plan, 1.4));
const only = (filter: Partial<MapFilter>): MapFilter => ({ ...noFilter, ...filter });

const plan = planOf({
  nodes: [
    node('provider', 'north', null),
    node('server', 'shop', 'north', { environment: 'production' }),
    node('service', 'web', 'shop'),
    node('service', 'cart', 'shop'),
    node('server', 'trial', 'north', { environment: 'staging' }),
    node('server', 'plain', 'north'),
  ],
  dependencies: [link('web', 'trial'), link('trial', 'plain')],
});
const estate = estateAt(plan, 'start');
const view = viewOf(plan);
const found = (filter: Partial<MapFilter>): string[] =>
  [...(findFiltered(plan, estate, view, only(filter)) ?? ['all'])].sort();
const ids = (...names: string[]): string[] => names.map(nodeId).sort();

describe('a filter of the map', () => {
  it('lets everything through while nothing is wanted', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(findFiltered(plan, estate, view, noFilter)).toBeNull();
  });

  it('wants any value of a key, and all keys; services stand in the environment of their server', () => {
    expect(found({ environment: ['production', 'staging'] })).toEqual(ids('shop', 'web', 'cart', 'trial'));
    expect(found({ environment: ['production'], kind: ['service'] })).toEqual(ids('shop', 'web', 'cart'));
    expect(found({ environment: [''], kind: ['server'] })).toEqual(ids('plain'));
    expect(found({ environment: ['nowhere'] })).toEqual([]);
  });

  it('counts what there is to choose', () => {
    const choices = toFilterChoices(plan, estate, view);
    expect(choices.kind).toEqual([
      { value: 'provider', count: 1 },
      { value: 'server', count: 3 },
      { value: 'service', count: 2 },
    ]);
    expect(choices.environment).toEqual([
      { value: 'production', count: 3 },
      { value: 'staging', count: 1 },
      { value: '', count: 2 },
    ]);
  });

  it('can hide what it leaves out: nothing moves, places stay, and the hidden dependencies are counted', () => {
    const kept = findFiltered(plan, estate, view, only({ environment: ['production'] }));
    if (kept === null) throw new Error('something is filtered');
    const rest = hideFiltered(view, kept);
    expect(rest.boxes.map((box) => box.name).sort()).toEqual(['cart', 'north', 'shop', 'web']);
    for (const box of rest.boxes) expect(box).toBe(view.byId.get(box.id));
    const links = toMapLinks(plan, estate, rest, new Set());
    expect([links.links.length, links.hidden.length]).toEqual([0, 2]);
    expect(toMapLines(plan, estate, rest).ids).toEqual([]);
  });

  it('finds the nodes that have a wanted kind, and servers with their services, in any plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.subarray([...nodeKinds], { minLength: 1 }), (any, kinds) => {
        const [state, shown] = [estateAt(any, 'start'), viewOf(any)];
        const kept = findFiltered(any, state, shown, only({ kind: kinds }));
        const wants = (id: string | null): boolean => {
          const each = state.nodes.get(id);
          return each !== undefined && kinds.includes(each.kind);
        };
        for (const box of shown.boxes) {
          if (box.node === null || box.presence !== 'here') continue;
          const rows = shown.boxes.filter((each) => each.isRow && each.parent === box.id);
          const isWanted =
            wants(box.node) || rows.some((row) => wants(row.node)) || (box.isRow && wants(box.parent));
          expect(kept?.has(box.node)).toBe(isWanted);
        }
        const rest = hideFiltered(shown, kept ?? new Set());
        for (const box of rest.boxes) expect(box.parent === null || rest.byId.has(box.parent)).toBe(true);
        const links = toMapLinks(any, state, rest, new Set());
        const bundled = links.bundles.reduce((sum, each) => sum + each.dependencies.length, 0);
        const all = toMapLinks(any, state, shown, new Set());
        const wanted =
          all.links.length +
          all.inner.length +
          all.bundles.reduce((sum, each) => sum + each.dependencies.length, 0);
        expect(links.links.length + links.inner.length + bundled + links.hidden.length).toBe(wanted);
      }),
      { numRuns: runs('property') },
    );
  });
});
