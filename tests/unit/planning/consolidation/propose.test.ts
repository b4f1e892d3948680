import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { estateAt } from '#core/state/plan-states.ts';
import {
  expectNoNewErrors,
  hoster,
  makeHost,
  makeRule,
  makeServer,
  propose,
  three,
  whatMoves,
} from '#support/consolidation-parts.ts';
import { makeMove, makeNode, nd } from '#support/plan-parts.ts';

describe('fewest hosts', () => {
  test('servers go together where there is room, and the hosts that become free are named', () => {
    const found = propose({ nodes: three });
    expect(found).toMatchObject({ hostsBefore: 3, hostsAfter: 1, lowerBound: 1, gap: 0, conflict: null });
    expect(whatMoves(found).sort()).toEqual(['b to h1', 'c to h1']);
    expect(found.freed.map((host) => host.name)).toEqual(['h2', 'h3']);
    expect(found.moves[0]?.why).toMatch(
      /^[bc] goes from h[23] to h1: h[23] becomes free\. h1 then has 16 GiB of memory of 16 GiB of memory taken\.$/u,
    );
    const after = expectNoNewErrors(found.plan, found);
    expect(estateAt(after, 'end').nodes.get(nd('b'))?.parent).toBe(nd('h1'));
    expect(after.dispositions.map((each) => [each.node, each.disposition, each.agreed])).toContainEqual([
      nd('h2'),
      'retire',
      false,
    ]);
  });

  test('it starts where the plan ends', () => {
    const found = propose({ nodes: three, changes: [makeMove('1', null, 'b', 'h3')] });
    expect(found).toMatchObject({ hostsBefore: 2, hostsAfter: 1 });
  });

  test('what moves without a phase already is left at that: a second move would take the place of the first', () => {
    const found = propose({ nodes: three, changes: [makeMove('1', null, 'a', 'h2')] });
    expect(found.moves.map((move) => move.name)).not.toContain('a');
    expect(found.stays.map((each) => each.why)).toEqual([expect.stringContaining('planned already')]);
  });

  test('headroom is kept free', () => {
    const rules = [makeRule('1', 'headroom', [], { memoryMiB: 0.25 })];
    expect(propose({ nodes: three, rules })).toMatchObject({ hostsAfter: 2, lowerBound: 2, gap: 0 });
  });

  test('apart, fixed and together are kept', () => {
    const apart = propose({ nodes: three, rules: [makeRule('1', 'apart', ['a', 'b'])] });
    expect(apart).toMatchObject({ hostsAfter: 2, lowerBound: 2, conflict: null });
    const fixed = propose({ nodes: three, rules: [makeRule('1', 'fixed', ['b'])] });
    expect(fixed).toMatchObject({ hostsAfter: 1 });
    expect(whatMoves(fixed).sort()).toEqual(['a to h2', 'c to h2']);
    const together = propose({
      nodes: [...three, makeServer('d', 'h2', 1)],
      rules: [makeRule('1', 'together', ['b', 'd'])],
    });
    expect(together.moves.map((move) => move.name)).not.toContain('b');
  });

  test('what must stay together moves together, in one phase, where the limit of moves lets it', () => {
    const nodes = [
      hoster,
      makeHost('h1', 8),
      makeHost('h2', 16),
      makeServer('a', 'h1', 4),
      makeServer('b', 'h1', 4),
      makeServer('c', 'h2', 4),
    ];
    const together = makeRule('1', 'together', ['a', 'b']);
    const found = propose({ nodes, rules: [together] });
    expect(found).toMatchObject({ hostsAfter: 1, lowerBound: 1, phases: 1, conflict: null });
    expect(whatMoves(found)).toEqual(['a to h2', 'b to h2']);
    const two = propose({ nodes, rules: [together, makeRule('2', 'max-moves', [], 2)] });
    expect(two).toMatchObject({ hostsAfter: 1, phases: 1 });
    const one = propose({ nodes, rules: [together, makeRule('2', 'max-moves', [], 1)] });
    expect(one).toMatchObject({ hostsAfter: 2, lowerBound: 2, moves: [] });
    const empty = propose({ nodes, rules: [together] }, 'moves', { empty: [nd('h1')] });
    expect(whatMoves(empty)).toEqual(['a to h2', 'b to h2']);
    const tight = nodes.map((node) => (node.name === 'h2' ? makeHost('h2', 8) : node));
    const none = propose({ nodes: tight, rules: [together] }, 'moves', { empty: [nd('h1')] });
    expect(none.conflict?.parts.map((part) => part.kind)).toEqual(['empty', 'room']);
  });

  test('fractions that fill a host to the brim have room', () => {
    const nodes = [
      hoster,
      makeHost('h1', 0.3),
      makeHost('h2', 0.3),
      makeServer('a', 'h1', 0.1),
      makeServer('b', 'h2', 0.2),
    ];
    expect(propose({ nodes })).toMatchObject({ hostsAfter: 1, lowerBound: 1, gap: 0 });
  });

  test('data stay in their country, and a host whose country nobody said is no place for them', () => {
    const nodes = [
      hoster,
      makeHost('h1', 16, { jurisdiction: 'US' }),
      makeHost('h2', 16, { jurisdiction: 'DE' }),
      makeServer('a', 'h1', 8),
      makeServer('b', 'h2', 4),
    ];
    const found = propose({ nodes, rules: [makeRule('1', 'country', ['b'], ['DE'])] });
    expect(whatMoves(found)).toEqual(['a to h2']);
    const unknown = nodes.map((each) => (each.name === 'h1' ? { ...each, jurisdiction: null } : each));
    expect(whatMoves(propose({ nodes: unknown, rules: [makeRule('1', 'country', ['b'], ['DE'])] }))).toEqual([
      'a to h2',
    ]);
  });

  test('a limit of moves makes phases', () => {
    const found = propose({ nodes: three, rules: [makeRule('1', 'max-moves', [], 1)] });
    expect(found).toMatchObject({ hostsAfter: 1, phases: 2 });
    const after = expectNoNewErrors(found.plan, found);
    expect(after.phases.map((phase) => phase.name).sort()).toEqual(['Consolidation 1', 'Consolidation 2']);
    expect(checkPlan(after).findings.map((each) => each.rule)).not.toContain('phase-is-not-overfull');
    expect(propose({ nodes: three, rules: [makeRule('1', 'max-moves', [], 0)] })).toMatchObject({
      hostsAfter: 3,
      moves: [],
    });
  });

  test('two full hosts that must trade use a third for a while', () => {
    const nodes = [
      hoster,
      makeHost('h1', 8, { jurisdiction: 'US' }),
      makeHost('h2', 8, { jurisdiction: 'DE' }),
      makeHost('h3', 8, { jurisdiction: 'DE' }),
      makeServer('a', 'h1', 8),
      makeServer('b', 'h2', 8),
    ];
    const rules = [makeRule('1', 'country', ['a'], ['DE']), makeRule('2', 'country', ['b'], ['US', 'DE'])];
    const found = propose({ nodes, rules }, 'moves', { hosts: [nd('h1'), nd('h2'), nd('h3')] });
    expect(found.conflict).toBe(null);
    expect(whatMoves(found)).toEqual(['a to h3']);
  });
});

describe('what is not known', () => {
  test('a server of unknown size stays, and nothing is put beside it', () => {
    const found = propose({ nodes: [...three, makeServer('d', 'h1', null)] });
    expect(found.stays).toEqual([
      { node: nd('d'), name: 'd', why: expect.stringContaining('Nobody said how much memory d needs') },
    ]);
    expect(whatMoves(found).filter((move) => move.endsWith('h1'))).toEqual([]);
  });

  test('a host that nobody knows the size of takes nothing', () => {
    const nodes = [
      hoster,
      makeHost('h1', 16),
      makeNode('h2', 'host', 'hoster'),
      makeServer('a', 'h1', 8),
      makeServer('b', 'h2', 4),
    ];
    const found = propose({ nodes });
    expect(whatMoves(found)).toEqual(['b to h1']);
    expect(found.notes.join(' ')).toContain('Nothing new is put on h2');
  });

  test('no size at all: nothing is looked at, and that is said', () => {
    const found = propose({
      nodes: [
        hoster,
        makeNode('h1', 'host', 'hoster'),
        makeNode('h2', 'host', 'hoster'),
        makeServer('a', 'h1', null),
        makeServer('b', 'h2', null),
      ],
    });
    expect(found).toMatchObject({ hostsBefore: 2, hostsAfter: 2, moves: [] });
    expect(found.notes.join(' ')).toContain('Memory was not looked at');
  });

  test('no host, nothing at all', () => {
    expect(propose({})).toMatchObject({
      hostsBefore: 0,
      hostsAfter: 0,
      lowerBound: 0,
      gap: 0,
      moves: [],
      conflict: null,
    });
    expect(propose({ nodes: [hoster] }).notes.join(' ')).toContain('There is no host');
  });

  test('what stands for several machines stays as it is', () => {
    const found = propose({ nodes: [...three, makeServer('d', 'h2', 1, { count: null })] });
    expect(found.stays.map((each) => each.name)).toEqual(['d']);
  });

  test('what the checks would not let move stays, with their sentence', () => {
    const found = propose({ nodes: [...three, makeServer('d', 'h2', 1, { type: 'database' })] });
    expect(found.stays[0]?.why).toMatch(/^d can't move yet: d .*restored/u);
  });
});
