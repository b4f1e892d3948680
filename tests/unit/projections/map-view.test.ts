import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { firstPhase, link, move, node, nodeId, smallEstate } from './map-estate.ts';

function picture(
  plan: Plan,
  point: StatePoint,
  open: ReadonlySet<string> = new Set(),
): { view: MapView; edges: MapEdges } {
  const scene = toMapScene(plan, 1.5);
  const view = toMapView(plan, checkPlan(plan), point, scene);
  return { view, edges: toMapEdges(view, toMapLinks(plan, estateAt(plan, point), view, open)) };
}

describe('the boxes of the map', () => {
  it('shows every node of the state exactly once', () => {
    const plan = smallEstate();
    for (const point of ['start', firstPhase.id, 'end'] as const) {
      const here = picture(plan, point).view.boxes.filter(
        (box) => box.presence === 'here' && box.node !== null,
      );
      expect(here.map((box) => String(box.node)).sort()).toEqual(
        [...estateAt(plan, point).nodes].map((each) => String(each.id)).sort(),
      );
    }
  });

  it('leaves a ghost and an arrow where something moved, only between as is and to be', () => {
    const plan = smallEstate();
    const between = picture(plan, firstPhase.id).view;
    expect(between.boxes.filter((box) => box.presence === 'ghost').map((box) => box.name)).toEqual(['alpha']);
    expect(between.moves).toHaveLength(1);
    expect(between.byId.get(nodeId('alpha'))?.arrival).toBe('moved');
    for (const point of ['start', 'end'] as const) {
      expect(picture(plan, point).view.boxes.every((box) => box.presence === 'here')).toBe(true);
    }
  });

  it('draws what was removed as gone and does not count it', () => {
    const { view } = picture(smallEstate(), firstPhase.id);
    expect(view.boxes.filter((box) => box.presence === 'gone').map((box) => box.name)).toEqual(['zeta']);
    expect(view.byId.get(nodeId('west'))?.servers).toBe(5);
  });

  it('marks what a later phase does with the number of the phase', () => {
    const marks = picture(smallEstate(), 'start').view.byId.get(nodeId('alpha'))?.state.marks;
    expect(marks).toEqual([{ kind: 'move', done: false, phase: 1 }]);
  });

  it('survives a server whose parent does not exist', () => {
    const plan = smallEstate({ nodes: [node('server', 'lost', 'nowhere')] });
    expect(picture(plan, 'start').view.byId.get(nodeId('lost'))?.parent).toBe('?');
  });
});

describe('the edges of the map', () => {
  it('counts every dependency once: drawn, in a bundle or inside a box', () => {
    const plan = smallEstate();
    const { edges } = picture(plan, 'start');
    expect(edges.drawn + edges.bundled + edges.inner).toBe(plan.dependencies.size);
    expect(edges).toMatchObject({ bundled: 6, bundles: 1, inner: 1 });
  });

  it('says whether a link that leaves its site is encrypted', () => {
    const { edges } = picture(smallEstate(), 'start');
    expect(edges.edges.flatMap((edge) => edge.lock?.state ?? [])).toEqual(['open']);
  });

  it('runs right-angled and never over a server', () => {
    const plan = smallEstate({
      dependencies: [
        link('delta', 'epsilon'),
        link('cron', 'zeta'),
        link('beta', 'shop', 'replicates'),
        link('zeta', 'stray'),
      ],
      changes: [move('alpha', 'box1')],
    });
    for (const point of ['start', firstPhase.id, 'end'] as const) {
      const { view, edges } = picture(plan, point);
      const solid = view.boxes.filter((box) => !box.isRow && !isPlaceKind(box.kind));
      for (const edge of edges.edges) {
        const points = [...edge.path.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu)].map((found) => ({
          x: Number(found[1]),
          y: Number(found[2]),
        }));
        points.slice(1).forEach((to, at) => {
          const from = points[at] ?? to;
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
          const over = solid.filter(
            ({ rect }) =>
              middle.x > rect.x + 1 &&
              middle.x < rect.x + rect.width - 1 &&
              middle.y > rect.y + 1 &&
              middle.y < rect.y + rect.height - 1,
          );
          expect(over.map((box) => `${edge.key} over ${box.name}`)).toEqual([]);
        });
      }
    }
  });

  it('bundles by place when there are too many lines, and opens what is selected', () => {
    const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const plan = smallEstate({
      nodes: [
        node('site', 'east', 'new'),
        ...names.map((name, at) => node('server', name, at % 2 === 0 ? 'west' : 'east')),
      ],
      dependencies: names.flatMap((name, at) =>
        [1, 3, 5, 7].map((step) => link(name, `s${(at + step) % 40}`)),
      ),
      changes: [],
    });
    const closed = picture(plan, 'start').edges;
    expect(closed.drawn).toBe(0);
    expect(closed.drawn + closed.bundled + closed.inner).toBe(plan.dependencies.size);
    expect(picture(plan, 'start', new Set([String(nodeId('s1'))])).edges.drawn).toBe(8);
  });
});
