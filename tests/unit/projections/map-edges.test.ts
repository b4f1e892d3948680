import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';
import { firstPhase, link, move, node, smallEstate } from './map-estate.ts';

function picture(
  plan: Plan,
  point: StatePoint,
  collapsed: readonly string[] = [],
): { readonly view: MapView; readonly edges: MapEdges } {
  const view = toMapView(plan, checkPlan(plan), point, toMapScene(plan, 1.5, new Set(collapsed)));
  return { view, edges: toMapEdges(view, toMapLinks(plan, estateAt(plan, point), view, new Set())) };
}

/** Two halls of ten hosts each, with a chain of dependencies over all of them both ways. */
function halls(): Plan {
  const names = Array.from({ length: 200 }, (_, at) => `s${at}`);
  return planOf({
    nodes: [
      node('provider', 'one', null),
      node('provider', 'two', null),
      ...Array.from({ length: 20 }, (_, at) => node('host', `h${at}`, at < 10 ? 'one' : 'two')),
      ...names.map((name, at) => node('server', name, `h${Math.floor(at / 10)}`)),
    ],
    dependencies: names.flatMap((name, at) => [
      link(name, `s${(at + 37) % 200}`),
      link(`s${(at + 37) % 200}`, name),
      link(name, `s${(at + 90) % 200}`),
    ]),
  });
}

describe('what is written on edges', () => {
  it('has room: the extent of the map holds lines, pills and locks', () => {
    for (const point of ['start', firstPhase.id, 'end'] as const) {
      const { edges } = picture(smallEstate({ dependencies: [link('zeta', 'stray')] }), point);
      const { x, y, width, height } = edges.extent;
      for (const { pill, bounds } of edges.edges) {
        expect(pill.x).toBeGreaterThan(x);
        expect(pill.y).toBeGreaterThan(y);
        expect(pill.x).toBeLessThan(x + width);
        expect(pill.y).toBeLessThan(y + height);
        expect(bounds.x).toBeGreaterThanOrEqual(x);
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(y + height);
      }
    }
  });

  it('stands inside of the frame that a bundle is about, when its hub does', () => {
    const { view, edges } = picture(smallEstate(), 'start');
    const bundles = edges.edges.filter((edge) => edge.subject.kind === 'bundle');
    expect(bundles).toHaveLength(1);
    for (const { subject, pill, isWordy } of bundles) {
      if (subject.kind !== 'bundle') continue;
      const frame = view.byId.get(
        subject.bundle.group === 'from' ? subject.bundle.from.id : subject.bundle.to.id,
      );
      expect(isWordy).toBe(true);
      expect(pill.y - 10).toBeGreaterThan(frame?.rect.y ?? Infinity);
    }
  });

  it('lies on nothing else: the pills of moves beside each other are apart', () => {
    const names = ['m1', 'm2', 'm3', 'm4', 'm5'];
    const plan = smallEstate({
      nodes: names.map((name) => node('server', name, 'west')),
      changes: names.map((name) => move(name, 'box1')),
    });
    const pills = picture(plan, firstPhase.id).edges.edges.flatMap(({ subject, pill }) =>
      subject.kind === 'move' ? [pill] : [],
    );
    expect(pills).toHaveLength(5);
    pills.forEach((pill, at) => {
      for (const other of pills.slice(at + 1))
        expect(Math.hypot(pill.x - other.x, pill.y - other.y)).toBeGreaterThanOrEqual(20);
    });
  });
});

describe('bundles between places', () => {
  const { view, edges } = picture(halls(), 'start');
  const curves = edges.edges.filter((edge) => edge.curve !== null);

  it('are one for both ways', () => {
    const pairs = curves.map(({ touches }) => [...touches].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(edges.bundled + edges.inner + edges.drawn).toBe(600);
  });

  it('meet a side of a box beside each other', () => {
    const doors = curves.flatMap(({ start, end }) => [start, end].map(({ x, y }) => `${x} ${y}`));
    expect(new Set(doors).size).toBe(doors.length);
  });

  it('are counted in the gutters between outermost places; of the others only the largest', () => {
    const outermost = (id: string): string => {
      const box = view.byId.get(id);
      return box?.parent === null || box === undefined ? id : outermost(box.parent);
    };
    const inside = curves.filter(
      ({ touches: [from = '', to = ''], curve }) =>
        outermost(from) === outermost(to) && curve?.counted === true,
    );
    expect(curves.length).toBeGreaterThan(20);
    expect(inside.length).toBeLessThanOrEqual(8);
    expect(curves.some(({ curve }) => curve?.counted === true)).toBe(true);
  });
});

describe('a collapsed place', () => {
  const plan = smallEstate({
    dependencies: [
      link('beta', 'stray'),
      link('delta', 'stray', 'monitors'),
      link('stray', 'zeta', 'backs-up-to'),
      link('stray', 'gate', 'backs-up-to'),
      link('beta', 'box1'),
      link('box1', 'gate', 'manages'),
    ],
    changes: [],
  });
  const bundlesOf = (collapsed: readonly string[]) =>
    picture(plan, 'start', collapsed).edges.edges.flatMap(({ subject, path }) =>
      subject.kind === 'bundle' ? [{ ...subject.bundle, path }] : [],
    );

  it('has one line for each way to another box, with its count', () => {
    const bundles = bundlesOf(['nd_west']).filter(({ isRouted }) => isRouted);
    const said = bundles.map(({ from, to, dependencies, type }) => [
      from.name,
      to.name,
      dependencies.length,
      type,
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['west', 'stray', 3, null],
        ['stray', 'west', 2, 'backs-up-to'],
      ]),
    );
    expect(said).toHaveLength(2);
    // Right-angled, as all lines between boxes are.
    expect(bundles.every(({ path }) => !path.includes('C'))).toBe(true);
  });

  it('has one curve for both ways to another place', () => {
    const curves = bundlesOf(['nd_west']).filter(({ isRouted }) => !isRouted);
    expect(curves.map(({ dependencies, path }) => [dependencies.length, path.includes('C')])).toEqual([
      [2, true],
    ]);
    expect(bundlesOf([]).filter(({ isRouted }) => !isRouted)).toEqual([]);
  });

  it('hides nothing silently: what is inside, single or bundled adds up', () => {
    for (const collapsed of [[], ['nd_west'], ['nd_old'], ['nd_old', 'nd_new']]) {
      const { edges } = picture(plan, 'start', collapsed);
      expect(edges.drawn + edges.bundled + edges.inner).toBe(plan.dependencies.size);
    }
  });

  it('leaves a single line what it is', () => {
    const { edges } = picture(smallEstate({ changes: [] }), 'start', ['nd_west']);
    const links = edges.edges.filter(({ subject }) => subject.kind === 'link');
    expect(links.map(({ type }) => type)).toEqual(['connects']);
  });
});

describe('the lines of a map', () => {
  it('are not looked for on a map that draws them itself, and counted all the same', () => {
    const plan = smallEstate();
    const { view, edges } = picture(plan, 'start');
    const links = toMapLinks(plan, estateAt(plan, 'start'), view, new Set());
    const bundlesOnly = toMapEdges(view, links, 'bundles');
    expect(bundlesOnly.edges.every(({ subject }) => subject.kind === 'bundle')).toBe(true);
    expect(bundlesOnly.drawn).toBe(edges.drawn);
    expect(edges.edges.some(({ subject }) => subject.kind === 'link')).toBe(true);
  });
});
