import { describe, expect, test } from 'vitest';
import type { InventoryNode } from '#core/model/node.ts';
import { estateAt } from '#core/state/plan-states.ts';
import {
  expectNoNewErrors,
  gib,
  hoster,
  makeHost,
  makeRule,
  makeServer,
  propose,
  three,
  whatMoves,
} from '#support/consolidation-parts.ts';
import { nd } from '#support/plan-parts.ts';

describe('contradictions', () => {
  test('the smallest set of rules is named, and each can be taken away', () => {
    const rules = [
      makeRule('1', 'fixed', ['a']),
      makeRule('2', 'fixed', ['b']),
      makeRule('3', 'together', ['a', 'b']),
      makeRule('4', 'apart', ['a', 'c']),
      makeRule('5', 'headroom', [], { memoryMiB: 0.1 }),
    ];
    const found = propose({ nodes: three, rules });
    expect(found).toMatchObject({ hostsBefore: 3, hostsAfter: 3, moves: [], commands: [] });
    expect(found.conflict?.isProven).toBe(true);
    expect(found.conflict?.parts.map((part) => part.words)).toEqual([
      'a must stay where it is.',
      'b must stay where it is.',
      'a and b must stay together.',
      'There is no host that a and b may stand on.',
    ]);
    expect(found.conflict?.parts.map((part) => part.remove?.command ?? null)).toEqual([
      'remove-rule',
      'remove-rule',
      'remove-rule',
      null,
    ]);
    const without = { nodes: three, rules: rules.filter((rule) => rule.id !== 'ru_2') };
    expect(propose(without).conflict).toBe(null);
  });

  test('together and apart of the same two', () => {
    const rules = [makeRule('1', 'together', ['a', 'b']), makeRule('2', 'apart', ['a', 'b'])];
    expect(propose({ nodes: three, rules }).conflict?.parts.map((part) => part.rule)).toEqual([
      'ru_1',
      'ru_2',
      null,
    ]);
  });

  test('more room is asked for than there is', () => {
    const nodes = [hoster, makeHost('h1', 8), makeServer('a', 'h1', 6), makeServer('b', 'h1', 6)];
    expect(propose({ nodes }).conflict?.parts).toEqual([
      expect.objectContaining({
        kind: 'room',
        words: 'a and b need 12 GiB of memory together, and h1 has room for 8 GiB of memory.',
      }),
    ]);
  });

  test('a host that shall be empty, with something on it that must stay', () => {
    const rules = [makeRule('1', 'fixed', ['b']), makeRule('2', 'apart', ['a', 'c'])];
    const found = propose({ nodes: three, rules }, 'hosts', { empty: [nd('h2')] });
    expect(found.conflict?.parts.map((part) => part.kind)).toEqual(['rule', 'empty', 'room']);
  });
});

describe('targets', () => {
  test('only hosts that are allowed take something', () => {
    const found = propose({ nodes: three }, 'hosts', { hosts: [nd('h3')] });
    expect(whatMoves(found).every((move) => move.endsWith(' to h3'))).toBe(true);
    expect(found).toMatchObject({ hostsAfter: 1 });
  });

  test('a place that must be empty is emptied, however few hosts that leaves', () => {
    const found = propose({ nodes: three }, 'moves', { empty: [nd('h1')] });
    expect(whatMoves(found)).toEqual([expect.stringMatching(/^a to h[23]$/u)]);
    expect(found.objective).toMatchObject({ name: 'moves', after: 1, lowerBound: 1, gap: 0 });
  });

  const big = {
    name: 'Big',
    count: 2,
    capacity: gib(32),
    cost: { amount: 40, currency: 'EUR', per: 'month' as const },
    place: nd('hoster'),
    jurisdiction: null,
  };

  test('servers without a host are packed onto new ones, which come with the plan', () => {
    const nodes = [hoster, ...[1, 2, 3, 4, 5].map((each) => makeServer(`vm${each}`, 'hoster', 10))];
    const found = propose({ nodes }, 'hosts', { types: [big] });
    expect(found).toMatchObject({
      hostsBefore: 0,
      hostsAfter: 2,
      lowerBound: 2,
      gap: 0,
      newHosts: ['Big 1', 'Big 2'],
    });
    const after = expectNoNewErrors(found.plan, found);
    const end = estateAt(after, 'end');
    expect(end.nodes.filter((node) => node.kind === 'host').map((node) => node.cost.amount)).toEqual([
      40, 40,
    ]);
    expect(end.nodes.filter((node) => node.kind === 'server' && node.parent === nd('hoster'))).toEqual([]);
  });

  test('the least cost: a dear host is given up for a cheaper new one', () => {
    const paid = (amount: number | null): Partial<InventoryNode> => ({
      cost: { amount, currency: amount === null ? null : 'EUR', per: 'month' },
    });
    const nodes = [
      hoster,
      makeHost('h1', 32, paid(100)),
      makeHost('h2', 16, paid(90)),
      makeServer('a', 'h1', 8),
      makeServer('b', 'h2', 8),
    ];
    const found = propose({ nodes }, 'cost', { types: [big] });
    expect(found.objective).toEqual({
      name: 'cost',
      before: 190,
      after: 40,
      lowerBound: 40,
      gap: 0,
      currency: 'EUR',
      unknown: 0,
    });
    const unknown = nodes.map((node) => (node.name === 'h2' ? { ...node, ...paid(null) } : node));
    const honest = propose({ nodes: unknown }, 'cost');
    expect(honest.notes.join(' ')).toContain('1 host count as nothing in the cost (h2)');
  });
});
