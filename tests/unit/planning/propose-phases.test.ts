import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { DependencyType } from '#core/model/dependency.ts';
import type { Plan } from '#core/model/plan.ts';
import { proposePhases, toPhaseSize } from '#core/planning/phases/propose-phases.ts';
import type { PhaseOptions, ProposedPhases } from '#core/planning/phases/phase-options.ts';
import { plannedSequence } from '#core/state/plan-states.ts';
import { toId } from '#core/model/ids.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import {
  ch,
  makeBase,
  makeLink,
  makeMove,
  makeNode,
  makePhase,
  makeRemove,
  nd,
  ph,
} from '#support/plan-parts.ts';
import { doCommands } from '#support/run-commands.ts';

const places = [makeNode('old', 'provider'), makeNode('new', 'provider')];
const server = (name: string, environment: string | null = 'production', type: string | null = null) =>
  makeNode(name, 'server', 'old', { environment, type });
const link = (from: string, to: string, type: DependencyType = 'uses') => makeLink(from, type, to);
const move = (name: string, fields = {}) => makeMove(name, null, name, 'new', fields);

function propose(
  rows: PlanRows,
  options: Partial<PhaseOptions> = {},
): { plan: Plan; found: ProposedPhases; after: Plan } {
  const plan = planOf(rows);
  const found = proposePhases(plan, { maxSize: 3, ...options });
  return {
    plan,
    found,
    after: found.commands.length === 0 ? plan : doCommands(plan, ...found.commands).plan,
  };
}

describe('proposePhases', () => {
  it('moves together what talks much', () => {
    const names = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'];
    const nodes = [...places, ...names.map((name) => server(name))];
    const dependencies = [link('a1', 'a2'), link('a2', 'a3'), link('b1', 'b2'), link('b3', 'b2')];
    const changes = names.map((name, index) => move(name, { order: `a${index}` }));
    const { found } = propose({ nodes, dependencies, changes }, { maxSize: 4 });
    expect(found.measure).toEqual({ phases: 3, crossPhase: 1, longestBridge: 1 });
    expect(found.measure.crossPhase).toBeLessThan(found.byHand.crossPhase);
    expect(found.phases.every(({ why }) => why.endsWith('.'))).toBe(true);
  });

  it('keeps together what may be done on the same days only', () => {
    const names = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'];
    const nodes = [...places, ...names.map((name) => server(name))];
    const changes = names.map((name, index) => move(name, { order: `a${index}` }));
    const toWindow = (letter: string, weekday: number) => ({
      id: toId('ca', `ca_${letter}`),
      kind: 'window' as const,
      name: `Window of ${letter}`,
      start: null,
      end: null,
      nodes: names.filter((name) => name.startsWith(letter)).map(nd),
      weekdays: [weekday],
    });
    const lettersOf = (calendar: PlanRows['calendar']) =>
      propose({ nodes, changes, calendar: calendar ?? [] }).found.phases.map((phase) =>
        [...new Set(phase.changes.map((id) => id.charAt(3)))].join(''),
      );
    expect(lettersOf([toWindow('a', 6), toWindow('b', 7)])).not.toContain('ab');
    expect(lettersOf([])).toContain('ab');
    // A window for everything tells no change from another.
    expect(lettersOf([{ ...toWindow('a', 6), nodes: [] }])).toEqual(lettersOf([]));
  });

  it('begins small, takes staging before production, databases with replicas, and the gateway last', () => {
    const nodes = [
      ...places,
      server('gate', 'production', 'gateway'),
      server('stage', 'staging'),
      server('web'),
      server('db', 'production', 'database'),
      server('replica', 'production', 'database'),
      server('shop'),
    ];
    const dependencies = [
      ...['stage', 'web', 'db', 'replica', 'shop'].map((name) => link(name, 'gate', 'reaches-through')),
      link('replica', 'db', 'replicates'),
      link('web', 'db'),
    ];
    const changes = ['gate', 'db', 'web', 'stage', 'shop', 'replica'].map((name) => move(name));
    const { found } = propose({ nodes, dependencies, changes });
    const at = (name: string): number =>
      found.phases.findIndex(({ changes: list }) => list.includes(ch(name)));
    expect(at('stage')).toBe(0);
    expect(at('db')).toBe(at('replica'));
    expect(at('gate')).toBe(found.phases.length - 1);
    expect(found.phases[at('db')]?.why).toContain('databases go with their replicas (db and replica)');
    expect(found.phases.at(-1)?.why).toContain('5 nodes lean on gate');
  });

  it('removes a gateway only after all that is reached through it, wherever it stands in the list', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const nodes = [...places, ...names.map((name) => server(name)), server('ct1', 'production', 'gateway')];
    const dependencies = names.map((name) => link(name, 'ct1', 'reaches-through'));
    const changes = [
      makeRemove('0', null, 'ct1'),
      ...names.map((name, index) => makeRemove(String(index + 1), null, name)),
    ];
    const dispositions = ['ct1', ...names].map((name) =>
      toDisposition({ id: toId('di', `di_${name}`), node: nd(name), disposition: 'retire', agreed: true }),
    );
    const { found, after } = propose({ nodes, dependencies, changes, dispositions });
    expect(plannedSequence(after).at(-1)?.id).toBe('ch_0');
    expect(found.notes).toEqual([]);
    expect(checkPlan(after).findings.filter(({ rule }) => rule === 'admin-can-reach')).toEqual([]);
  });

  it('puts hosts before what goes there, and what leaves a host before its end', () => {
    const nodes = [
      ...places,
      makeNode('h1', 'host', 'old'),
      makeNode('a', 'server', 'h1'),
      makeNode('b', 'server', 'h1'),
    ];
    const host = makeNode('h2', 'host', 'new');
    const changes = [
      makeRemove('1', null, 'h1'),
      makeMove('2', null, 'a', 'h2'),
      makeMove('3', null, 'b', 'h2'),
      { ...makeBase('4', null), kind: 'add' as const, node: host, to: nd('new') },
    ];
    const { after } = propose({ nodes, changes }, { maxSize: 2 });
    const order = plannedSequence(after).map(({ id }) => id);
    expect(order[0]).toBe('ch_4');
    expect(order.at(-1)).toBe('ch_1');
  });

  it('condenses a circle into one phase, and bridges one that is too large', () => {
    const names = ['a', 'b', 'c', 'd'];
    const nodes = [...places, ...names.map((name) => server(name))];
    const dependencies = [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d', 'a')];
    const changes = names.map((name) => move(name));
    expect(propose({ nodes, dependencies, changes }, { maxSize: 4 }).found.phases).toHaveLength(1);
    const slow = [...dependencies.slice(1), { ...link('a', 'b'), maxLatencyMs: 5, encrypted: false }];
    const { found } = propose({ nodes, dependencies: slow, changes }, { maxSize: 2 });
    expect(found.phases.length).toBeGreaterThan(1);
    expect(found.notes.join(' ')).toContain('One circle of steps is too large for a phase');
    expect(found.bridges.length).toBeGreaterThan(0);
    expect(found.bridges[0]?.words).toMatch(/over a distance from .+ until .+ \(\d phases?\)/u);
    const waiting = names.map((name, index) => move(name, { after: [ch(names[(index + 1) % 4] ?? '')] }));
    const condensed = propose({ nodes, changes: waiting }, { maxSize: 2 });
    expect(condensed.found.phases).toHaveLength(1);
  });

  it('lets what a phase waits for join it, and leaves what has a phase alone', () => {
    const nodes = [...places, server('a'), server('b'), server('c')];
    const changes = [
      makeMove('1', '1', 'a', 'new', { after: [ch('2')] }),
      makeMove('2', null, 'b', 'new'),
      makeMove('3', null, 'c', 'new'),
    ];
    const { found, after } = propose({ nodes, changes, phases: [makePhase('1')] });
    expect(found.joined).toEqual([{ change: 'ch_2', phase: 'ph_1', before: 'ch_1' }]);
    expect(plannedSequence(after).map(({ id, phase }) => [id, phase])).toEqual([
      ['ch_2', 'ph_1'],
      ['ch_1', 'ph_1'],
      ['ch_3', expect.stringMatching(/^ph_made/u)],
    ]);
  });

  it('keeps pins, what shall stay together, and days on which nothing is done', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const nodes = [...places, ...names.map((name) => server(name))];
    const changes = names.map((name) => move(name));
    const { found, after } = propose(
      { nodes, changes, phases: [makePhase('1')] },
      {
        maxSize: 2,
        pinned: new Map([[ch('e'), ph('1')]]),
        together: [[nd('a'), nd('d')]],
        excluded: [{ start: '2026-12-19', end: '2027-01-03' }],
      },
    );
    expect(after.changes.get('ch_e')?.phase).toBe('ph_1');
    expect(after.changes.get('ch_a')?.phase).toBe(after.changes.get('ch_d')?.phase);
    expect(found.phases.every(({ changes: list }) => list.length <= 2)).toBe(true);
    expect([...after.calendar]).toMatchObject([{ kind: 'freeze', start: '2026-12-19', end: '2027-01-03' }]);
  });

  it('takes the size from the plan, proposes nothing for nothing, and takes no name twice', () => {
    expect(proposePhases(planOf(), { maxSize: null })).toMatchObject({ phases: [], commands: [] });
    const rules = [{ id: toId('ru', 'ru_1'), kind: 'max-moves' as const, nodes: [], value: 4 }];
    expect(toPhaseSize(planOf({ rules }), null)).toBe(4);
    expect(toPhaseSize(planOf(), null)).toBe(10);
    expect(toPhaseSize(planOf({ rules }), 0)).toBe(1);
    const nodes = [...places, server('a')];
    const { after } = propose({
      nodes,
      changes: [move('a')],
      phases: [{ ...makePhase('1'), name: 'Phase 1' }],
    });
    expect(after.phases.map(({ name }) => name).sort()).toEqual(['Phase 1', 'Phase 2']);
    // A phase is counted by its place, whatever the ones before it are called.
    const second = propose({
      nodes: [...places, server('a')],
      changes: [move('a')],
      phases: [makePhase('1', 'Clear out')],
    });
    expect(second.found.phases.map(({ name }) => name)).toEqual(['Phase 2']);
  });
});
