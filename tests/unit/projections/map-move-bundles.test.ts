import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Plan } from '#core/model/plan.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { bundleMoves } from '#core/projections/map-move-bundles.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';
import { firstPhase, move, node, secondPhase } from './map-estate.ts';

/** Servers in two halls that move to two hosts in one phase or in two; `stray` ones move within their hall. */
function manyMoves(count: number, stray = 0): Plan {
  const names = Array.from({ length: count }, (_, at) => `s${at}`);
  return planOf({
    nodes: [
      node('provider', 'old', null),
      node('site', 'west', 'old'),
      node('site', 'east', 'old'),
      node('provider', 'new', null),
      node('host', 'a', 'new'),
      node('host', 'b', 'new'),
      node('host', 'c', 'west'),
      ...names.map((name, at) => node('server', name, at % 2 === 0 ? 'west' : 'east')),
      ...Array.from({ length: stray }, (_, at) => node('server', `t${at}`, 'west')),
    ],
    phases: [firstPhase, secondPhase],
    changes: [
      ...names.map((name, at) =>
        move(name, at % 2 === 0 ? 'a' : 'b', { phase: at === 1 ? secondPhase.id : firstPhase.id }),
      ),
      ...Array.from({ length: stray }, (_, at) => move(`t${at}`, 'c')),
    ],
  });
}

function look(plan: Plan) {
  // In a phase, where ghosts are drawn.
  const view = toMapView(plan, checkPlan(plan), secondPhase.id, toMapScene(plan, 1.5));
  const edges = toMapEdges(view, toMapLinks(plan, estateAt(plan, secondPhase.id), view, new Set()));
  return { view, edges: edges.edges, ...bundleMoves(view) };
}

describe('many moves', () => {
  it('have an arrow each as long as they can be told apart', () => {
    const { view, bundles, rest, edges } = look(manyMoves(24));
    expect(view.moves).toHaveLength(24);
    expect(bundles).toEqual([]);
    expect(rest).toEqual(view.moves);
    expect(edges.filter(({ subject }) => subject.kind === 'move')).toHaveLength(24);
  });

  it('become one arrow from place to place; each move is in it once', () => {
    const { view, bundles, rest, edges } = look(manyMoves(40));
    expect(rest).toEqual([]);
    expect(bundles.map(({ from, to, moves, phase }) => [from.name, to.name, moves.length, phase])).toEqual([
      ['west', 'a', 20, 1],
      // Not all of them are in one phase.
      ['east', 'b', 20, null],
    ]);
    const all = bundles.flatMap(({ moves }) => moves.map(({ change }) => change));
    expect(new Set(all)).toEqual(new Set(view.moves.map(({ change }) => change)));
    expect(all).toHaveLength(40);
    const drawn = edges.filter(({ subject }) => subject.kind === 'moves');
    expect(drawn).toHaveLength(2);
    for (const { touches, curve, end } of drawn) {
      expect(curve?.counted).toBe(true);
      expect(touches).toHaveLength(2 + 20 * 2);
      const into = edges.length > 0 ? view.byId.get(touches[1] ?? '')?.rect : undefined;
      expect(end.x).toBeGreaterThanOrEqual((into?.x ?? 0) - 1);
      expect(end.x).toBeLessThanOrEqual((into?.x ?? 0) + (into?.width ?? 0) + 1);
    }
  });

  it('within a place, and few from one place to another, keep their arrows', () => {
    const { bundles, rest } = look(manyMoves(30, 5));
    expect(bundles.map(({ moves }) => moves.length)).toEqual([15, 15]);
    expect(rest).toHaveLength(5);
    const few = look(manyMoves(6, 20));
    expect(few.bundles).toEqual([]);
    expect(few.rest).toHaveLength(26);
  });
});
