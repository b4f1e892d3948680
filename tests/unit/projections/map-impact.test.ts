import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyTypes, isNeed, toDependency, type DependencyType } from '#core/model/dependency.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { findBetween, findTouched, toMapImpact } from '#core/projections/map-impact.ts';
import { findPillPoint } from '#core/projections/map-path.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { toMapLines } from '#core/projections/map-lines.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { node } from '#support/bakery-inventory.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';

const web = { group: 'web', needs: 1 };
const server = (name: string, redundancy: typeof web | null = null) =>
  toNode({ id: node(name), kind: 'server', name, parent: node('rack'), redundancy });
const link = (from: string, to: string, type: DependencyType = 'uses') =>
  toDependency({ id: toId('dp', `dp_${from}_${to}`), from: node(from), to: node(to), type });

const plan = planOf({
  nodes: [
    toNode({ id: node('north'), kind: 'provider', name: 'north' }),
    toNode({ id: node('rack'), kind: 'host', name: 'rack', parent: node('north') }),
    toNode({ id: node('other'), kind: 'host', name: 'other', parent: node('north') }),
    toNode({ id: node('far'), kind: 'server', name: 'far', parent: node('other') }),
    ...['db', 'shop', 'cart', 'watch', 'lonely'].map((name) => server(name)),
    server('web1', web),
    server('web2', web),
  ],
  dependencies: [
    link('web1', 'db'),
    link('web2', 'db'),
    link('shop', 'web1'),
    link('shop', 'web2'),
    link('cart', 'shop'),
    link('watch', 'db', 'monitors'),
    link('far', 'db'),
  ],
});
const estate = estateAt(plan, 'start');
const ids = (...names: string[]) => new Set(names.map(node));

describe('the impact of a node', () => {
  it('goes on over all that needs it, and not over what only watches it', () => {
    const { breaks, needs } = toMapImpact(estate, [node('db')]);
    expect(breaks).toEqual(ids('web1', 'web2', 'shop', 'cart', 'far'));
    expect(needs).toEqual(new Set());
  });

  it('stops at a group that has enough members left, which is only weakened', () => {
    const { breaks, weakened, needs } = toMapImpact(estate, [node('web1')]);
    expect(breaks).toEqual(new Set());
    expect(weakened).toEqual(ids('shop'));
    expect(needs).toEqual(ids('db'));
  });

  it('goes on when too few are left', () => {
    const { breaks, weakened } = toMapImpact(estate, [node('web1'), node('web2')]);
    expect(breaks).toEqual(ids('shop', 'cart'));
    expect(weakened).toEqual(new Set());
  });

  it('of a place is that of all that stands in it', () => {
    expect(toMapImpact(estate, [node('rack')]).breaks).toEqual(ids('far'));
    expect(toMapImpact(estate, [node('lonely')]).breaks).toEqual(new Set());
  });

  it('is followed one way or the other', () => {
    expect(findTouched(estate, [node('web1')], 'needed-by').touched).toEqual(ids('web1', 'shop'));
    expect(findTouched(estate, [node('web1')], 'needs').touched).toEqual(ids('web1', 'db'));
    expect(findTouched(estate, [node('web1')]).touched).toEqual(ids('web1', 'shop', 'db'));
  });

  it('between two nodes is the ways from one to the other, in either direction', () => {
    expect(findBetween(estate, node('cart'), node('db'))).toEqual(ids('cart', 'db', 'shop', 'web1', 'web2'));
    expect(findBetween(estate, node('db'), node('cart'))).toEqual(ids('cart', 'db', 'shop', 'web1', 'web2'));
    expect(findBetween(estate, node('lonely'), node('db'))).toEqual(new Set());
    expect(findTouched(estate, [node('far'), node('db')])).toMatchObject({
      touched: ids('far', 'db'),
      between: new Set(),
    });
    expect(findTouched(estate, [node('lonely')])).toMatchObject({ touched: ids('lonely'), between: null });
  });
});

/** What stops, by looking at every dependency again until nothing changes any more. */
function plainBreaks(
  estateNow: typeof estate,
  start: string,
): { breaks: Set<string>; weakened: Set<string> } {
  const failed = new Set<string>([start]);
  const isHeld = (id: string): boolean => {
    const redundancy = estateNow.nodes.get(id)?.redundancy ?? null;
    if (redundancy === null) return false;
    const left = estateNow.nodes.filter(
      (each) => each.redundancy?.group === redundancy.group && !failed.has(each.id),
    );
    return left.length >= redundancy.needs;
  };
  const needs = estateNow.dependencies.filter((each) => isNeed(each.type));
  for (let before = -1; before !== failed.size;) {
    before = failed.size;
    for (const { from, to } of needs) if (failed.has(to) && !isHeld(to)) failed.add(from);
  }
  const weakened = new Set<string>(
    needs.filter(({ from, to }) => failed.has(to) && !failed.has(from)).map(({ from }) => from),
  );
  failed.delete(start);
  return { breaks: failed, weakened };
}

describe('the impact of a node, against looking at everything again and again', () => {
  it('is the same for any dependencies and groups', () => {
    const group = fc.constantFrom(null, ...[1, 2, 3].map((needs) => ({ group: `g${needs}`, needs })));
    const edge = fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(...dependencyTypes));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 8, maxLength: 8 }),
        fc.array(edge, { maxLength: 24 }),
        fc.nat(7),
        (groups, edges, pick) => {
          const name = (at: number): string => `n${at}`;
          const made = planOf({
            nodes: groups.map((redundancy, at) =>
              toNode({ id: node(name(at)), kind: 'server', name: name(at), redundancy }),
            ),
            dependencies: edges
              .filter(([from, to]) => from !== to)
              .map(([from, to, type], at) =>
                toDependency({
                  id: toId('dp', `dp_${at}`),
                  from: node(name(from)),
                  to: node(name(to)),
                  type,
                }),
              ),
          });
          const state = estateAt(made, 'start');
          const { breaks, weakened } = toMapImpact(state, [node(name(pick))]);
          const plain = plainBreaks(state, node(name(pick)));
          expect([...breaks].sort()).toEqual([...plain.breaks].sort());
          expect([...weakened].sort()).toEqual(
            [...plain.weakened].filter((id) => id !== node(name(pick))).sort(),
          );
        },
      ),
      { numRuns: runs('oracle') },
    );
  });
});

describe('a collapsed place', () => {
  const noReport = {
    findings: [],
    counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 0, orders: 0 },
  };
  const open = toMapView(plan, noReport, 'start', toMapScene(plan, 1.4));
  const view = toMapView(plan, noReport, 'start', toMapScene(plan, 1.4, new Set([node('rack')])));

  it('is one box that counts what stands in it', () => {
    expect(view.byId.get(node('rack'))).toMatchObject({ collapsed: true, servers: 7 });
    expect(view.byId.has(node('db'))).toBe(false);
    expect(view.byId.get(node('north'))?.servers).toBe(open.byId.get(node('north'))?.servers);
    expect(view.byId.get(node('rack'))?.rect.height).toBeLessThan(
      open.byId.get(node('rack'))?.rect.height ?? 0,
    );
  });

  it('has the dependencies of what stands in it, and those within it inside', () => {
    const links = toMapLinks(plan, estate, view, new Set());
    expect(links.links.map((each) => [each.from.box.id, each.to.box.id])).toEqual([
      [node('far'), node('rack')],
    ]);
    expect(links.inner).toHaveLength(6);
    expect(toMapLines(plan, estate, view).ids).toHaveLength(1);
  });
});

describe('the pills of lines that share a way', () => {
  const way = [
    { x: 0, y: 0 },
    { x: 200, y: 0 },
  ];

  it('stand beside each other', () => {
    const taken = [findPillPoint(way)];
    for (let each = 0; each < 3; each += 1) taken.push(findPillPoint(way, taken));
    for (const [at, one] of taken.entries())
      for (const other of taken.slice(at + 1)) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(24);
  });

  it('stay in the middle where there is no room, and where there is no way', () => {
    const short = [
      { x: 0, y: 0 },
      { x: 6, y: 0 },
    ];
    expect(findPillPoint(short, [{ x: 3, y: 0 }])).toEqual({ x: 3, y: 0 });
    expect(findPillPoint([])).toEqual({ x: 0, y: 0 });
  });
});
