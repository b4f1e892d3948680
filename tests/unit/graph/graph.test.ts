import { describe, expect, it } from 'vitest';
import { findComponents, findCycles } from '#core/graph/cycles.ts';
import { findImpact, toDependencyGraph } from '#core/graph/dependency-graph.ts';
import { toPlacement } from '#core/graph/placement.ts';
import { toTopologicalOrder } from '#core/graph/topological-order.ts';
import { makeLink, makeNode, nd } from '#support/plan-parts.ts';

const nextOf =
  (edges: Record<string, string>) =>
  (item: string): string[] => [...(edges[item] ?? '')];

describe('placement', () => {
  const tree = toPlacement([
    makeNode('vm', 'server', 'host'),
    makeNode('b', 'provider', null, { order: 'a1' }),
    makeNode('a', 'provider'),
    makeNode('host', 'host', 'b'),
    makeNode('lost', 'server', 'nowhere'),
  ]);

  it('reads in order key, then name', () => {
    expect(tree.roots.map((node) => node.name)).toEqual(['b', 'a', 'lost']);
    expect(tree.subtreeOf(nd('b')).map((node) => node.name)).toEqual(['b', 'host', 'vm']);
    expect(tree.pathOf(nd('vm'))).toEqual(['b', 'host', 'vm']);
    expect(tree.ancestorsOf(nd('vm')).map((node) => node.name)).toEqual(['host', 'b']);
    expect(tree.subtreeOf(nd('unknown'))).toEqual([]);
  });

  it('cuts a circle of parents above its smallest id and keeps everybody', () => {
    const circle = toPlacement([
      makeNode('y', 'host', 'x'),
      makeNode('x', 'host', 'z'),
      makeNode('z', 'host', 'y'),
      makeNode('on', 'server', 'y'),
      makeNode('self', 'host', 'self'),
    ]);
    expect(circle.roots.map((node) => node.name)).toEqual(['self', 'x']);
    expect(circle.subtreeOf(nd('x')).map((node) => node.name)).toEqual(['x', 'y', 'on', 'z']);
    expect(circle.ancestorsOf(nd('z')).map((node) => node.name)).toEqual(['y', 'x']);
  });
});

describe('dependency graph', () => {
  const graph = toDependencyGraph([
    makeLink('web', 'connects', 'app'),
    makeLink('app', 'uses', 'db'),
    makeLink('db', 'uses', 'web'),
    makeLink('nagios', 'monitors', 'db'),
  ]);

  it('finds who needs a node and what it needs, over circles, nearest first', () => {
    expect(findImpact(graph, [nd('db')])).toEqual({
      neededBy: [
        { node: 'nd_app', distance: 1 },
        { node: 'nd_web', distance: 2 },
      ],
      needs: [
        { node: 'nd_web', distance: 1 },
        { node: 'nd_app', distance: 2 },
      ],
    });
    expect(findImpact(graph, [nd('nagios')])).toEqual({ neededBy: [], needs: [] });
  });
});

describe('cycles and order', () => {
  it('finds strongly connected components, those reached first', () => {
    const next = nextOf({ a: 'b', b: 'c', c: 'a', d: 'c', e: 'e' });
    const groups = findComponents('abcde', next).map((group) => [...group].sort().join(''));
    expect(groups).toEqual(['abc', 'd', 'e']);
    expect(findCycles('abcde', next).map((group) => group.length)).toEqual([3, 1]);
  });

  it('walks 50,000 in a row without a deep stack', () => {
    const items = Array.from({ length: 50_000 }, (_, index) => index);
    expect(findComponents(items, (item) => (item + 1 < items.length ? [item + 1] : [0]))).toHaveLength(1);
  });

  it('orders what waits, keeps the rest and names the blocked', () => {
    expect(toTopologicalOrder(['a', 'b', 'c', 'd'], nextOf({ a: 'c', d: 'a' }))).toEqual({
      order: ['b', 'c', 'a', 'd'],
      blocked: [],
    });
    expect(toTopologicalOrder(['a', 'b', 'c'], nextOf({ a: 'b', b: 'a' }))).toEqual({
      order: ['c'],
      blocked: ['a', 'b'],
    });
  });
});
