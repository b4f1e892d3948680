import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toId, type RuleId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Rule } from '#core/model/rule.ts';
import { toSource } from '#core/model/source.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import { makeLink, makeMove, makeNode, makePhase, makeRemove, nd } from '#support/plan-parts.ts';

const nodes = [
  makeNode('one', 'provider'),
  makeNode('two', 'provider'),
  makeNode('h1', 'host', 'one'),
  makeNode('h2', 'host', 'one'),
  makeNode('a', 'server', 'h1', { redundancy: { group: 'web', needs: 1 } }),
  makeNode('b', 'server', 'h2', { redundancy: { group: 'web', needs: 1 } }),
];
const phases = [makePhase('1'), makePhase('2')];
const id: RuleId = toId('ru', 'ru_1');

function messages(rule: string, rows: PlanRows): string[] {
  return findingsOf(planOf({ nodes, phases, ...rows }), rule).map((finding) => finding.message);
}

describe('rules that a team sets', () => {
  const apart: Rule = { id, kind: 'apart', nodes: [nd('a'), nd('b'), nd('gone')], value: null };

  it('apart-stays-apart', () => {
    expect(messages('apart-stays-apart', { rules: [apart] })).toEqual([]);
    const changes = [makeMove('1', '1', 'b', 'h1'), makeMove('2', '2', 'b', 'two')];
    const plan = planOf({ nodes, phases, rules: [apart], changes });
    expect(findingsOf(plan, 'apart-stays-apart')).toMatchObject([
      {
        severity: 'error',
        message: 'a and b must stay apart, but share h1.',
        after: ['ch_1'],
        phase: 'ph_1',
        until: 'ph_2',
      },
    ]);
  });

  it('apart-stays-apart names each machine that is shared', () => {
    const rule: Rule = { ...apart, nodes: [nd('a'), nd('b'), nd('c'), nd('d')] };
    const four = [...nodes, makeNode('c', 'server', 'h1'), makeNode('d', 'server', 'h2')];
    expect(messages('apart-stays-apart', { nodes: four, rules: [rule] })).toEqual([
      'a, b, c and d must stay apart, but share h1 and h2.',
    ]);
    const cluster = [makeNode('cluster', 'host', 'one'), makeNode('h1', 'host', 'cluster')];
    const inside = [...nodes.filter((node) => node.name !== 'h1'), ...cluster, makeNode('c', 'server', 'h1')];
    const two: Rule = { ...apart, nodes: [nd('a'), nd('c')] };
    expect(messages('apart-stays-apart', { nodes: inside, rules: [two] })).toEqual([
      'a and c must stay apart, but share h1.',
    ]);
    const spread = inside.map((node) => (node.name === 'h2' ? { ...node, parent: nd('cluster') } : node));
    expect(messages('apart-stays-apart', { nodes: spread, rules: [apart] })).toEqual([
      'a and b must stay apart, but share cluster.',
    ]);
  });

  it('together-stays-together lets steps of one phase follow each other, and warns of the time between', () => {
    const rule: Rule = { ...apart, kind: 'together' };
    const both = [...nodes.filter((node) => node.name !== 'b'), makeNode('b', 'server', 'h1')];
    const moves = (first: string | null, second: string | null) => [
      makeMove('1', first, 'a', 'h2'),
      makeMove('2', second, 'b', 'h2'),
    ];
    const found = (first: string | null, second: string | null) =>
      findingsOf(
        planOf({ nodes: both, phases, rules: [rule], changes: moves(first, second) }),
        'together-stays-together',
      );
    for (const phase of ['1', null]) {
      const at = phase === null ? 'end' : 'ph_1';
      expect(found(phase, phase)).toMatchObject([
        {
          severity: 'warning',
          phase: at,
          until: at,
          message:
            'b must stay together with a, but stands elsewhere. In the same phase they come together again.',
        },
      ]);
    }
    expect(found('1', '2')).toMatchObject([{ severity: 'error', phase: 'ph_1', until: 'ph_2' }]);
    const single = planOf({ nodes: both, phases, rules: [rule], changes: [makeMove('1', '1', 'a', 'h2')] });
    expect(findingsOf(single, 'together-stays-together')).toMatchObject([{ severity: 'error', until: null }]);
    expect(checkPlan(planOf({ nodes: both, phases, rules: [rule], changes: moves('1', '1') }))).toMatchObject(
      {
        counts: { error: 0 },
      },
    );
  });

  it('together-stays-together takes a service and the server or host it stands on as one place', () => {
    const rule = (...names: string[]): Rule => ({ ...apart, kind: 'together', nodes: names.map(nd) });
    const more = [
      ...nodes,
      makeNode('s', 'service', 'a'),
      makeNode('c', 'server', 'h1'),
      makeNode('t', 'service', 'c'),
    ];
    const said = (...names: string[]): string[] =>
      messages('together-stays-together', { nodes: more, rules: [rule(...names)] });
    expect(said('s', 'a')).toEqual([]);
    expect(said('a', 's')).toEqual([]);
    expect(said('s', 'c')).toEqual([]);
    expect(said('s', 't')).toHaveLength(1);
    expect(said('s', 'b')).toHaveLength(1);
  });

  it('together-stays-together', () => {
    const together: Rule = { ...apart, kind: 'together' };
    expect(messages('together-stays-together', { rules: [together] })).toEqual([
      'b must stay together with a, but stands elsewhere.',
    ]);
    const changes = [makeMove('1', '1', 'b', 'h1')];
    expect(
      findingsOf(planOf({ nodes, phases, rules: [together], changes }), 'together-stays-together'),
    ).toMatchObject([{ phase: null, until: 'ph_1' }]);
    const loose = nodes.map((node) => (node.kind === 'server' ? { ...node, parent: nd('one') } : node));
    expect(messages('together-stays-together', { nodes: loose, rules: [together] })).toEqual([]);
  });

  it('data-stays-in-country', () => {
    const countries = { one: 'DE', two: 'US' } as const;
    const placed = nodes.map((node) => {
      const jurisdiction = node.name === 'one' ? countries.one : node.name === 'two' ? countries.two : null;
      return { ...node, jurisdiction };
    });
    const bucket = makeNode('bucket', 'service', 'two');
    const rules: Rule[] = [{ id, kind: 'country', nodes: [nd('a')], value: ['de', 'AT'] }];
    const rule = 'data-stays-in-country';
    expect(messages(rule, { nodes: placed, rules })).toEqual([]);
    expect(
      messages(rule, {
        nodes: [...placed, bucket],
        rules,
        dependencies: [makeLink('a', 'backs-up-to', 'bucket')],
      }),
    ).toEqual(['Data that must stay in DE, AT is kept elsewhere: bucket (US).']);
    const changes = [makeMove('1', '1', 'b', 'two')];
    const copied = planOf({
      nodes: placed,
      phases,
      rules,
      changes,
      dependencies: [makeLink('b', 'replicates', 'a')],
    });
    expect(findingsOf(copied, rule)).toMatchObject([{ severity: 'error', after: ['ch_1'], names: ['b'] }]);
    expect(findingsOf(planOf({ nodes, phases, rules }), rule)).toMatchObject([
      { severity: 'info', names: ['a'] },
    ]);
  });

  it('phase-is-not-overfull', () => {
    const rules: Rule[] = [{ id, kind: 'max-moves', nodes: [], value: 1 }];
    const changes = [
      makeMove('1', '1', 'a', 'two'),
      makeMove('2', '1', 'b', 'two'),
      makeMove('3', '2', 'a', 'one'),
    ];
    expect(messages('phase-is-not-overfull', { rules, changes })).toEqual([
      'Phase 1 makes 2 moves; the limit is 1 a phase.',
    ]);
    const odd: Rule[] = [{ id, kind: 'max-moves', nodes: [], value: 'many' }];
    expect(messages('phase-is-not-overfull', { rules: odd, changes })).toEqual([]);
  });
});

describe('redundancy-holds', () => {
  it('wants as many running as are needed', () => {
    expect(messages('redundancy-holds', {})).toEqual([]);
    expect(messages('redundancy-holds', { changes: [makeRemove('1', '1', 'a')] })).toEqual([]);
    const plan = planOf({ nodes, phases, changes: [makeRemove('1', '1', 'a'), makeRemove('2', '2', 'h2')] });
    expect(findingsOf(plan, 'redundancy-holds')).toMatchObject([
      {
        severity: 'error',
        message: 'Too few of the group web are running: 0 of the 1 needed.',
        after: ['ch_1', 'ch_2'],
      },
    ]);
    const asleep = nodes.map((node) =>
      node.redundancy === null ? node : { ...node, status: 'dormant' as const },
    );
    expect(messages('redundancy-holds', { nodes: asleep })).toHaveLength(1);
  });
});

describe('link-across-sites-is-fast-enough', () => {
  const rule = 'link-across-sites-is-fast-enough';

  it('warns of what is too slow across sites, and informs of what nobody measured', () => {
    const changes = [makeMove('1', '1', 'b', 'two')];
    const slow = [makeLink('a', 'uses', 'b', { latencyMs: 30, maxLatencyMs: 5 })];
    expect(messages(rule, { dependencies: slow })).toEqual([]);
    expect(messages(rule, { dependencies: slow, changes })).toEqual([
      'The link from a to b crosses sites and takes 30 ms; it bears 5 ms.',
    ]);
    const unknown = [makeLink('a', 'uses', 'b', { maxLatencyMs: 5 })];
    expect(findingsOf(planOf({ nodes, phases, changes, dependencies: unknown }), rule)).toMatchObject([
      { severity: 'info' },
    ]);
    expect(
      messages(rule, { dependencies: [makeLink('a', 'uses', 'b', { latencyMs: 30 })], changes }),
    ).toEqual([]);
  });
});

describe('what sources tell', () => {
  it('sources-agree names the field and the values', () => {
    const conflicts = [
      {
        field: 'os',
        values: [
          { value: 'Debian 12', evidence: [] },
          { value: 'Debian 11', evidence: [] },
        ],
      },
      { field: 'count', values: [{ value: 1, evidence: [] }] },
    ];
    expect(messages('sources-agree', { nodes: [makeNode('web', 'server', null, { conflicts })] })).toEqual([
      'Sources disagree on the operating system of web: “Debian 12” or “Debian 11”.',
    ]);
  });

  it('sources-agree says sizes with their unit and places by their name', () => {
    const either = (field: string, ...values: readonly unknown[]): InventoryNode['conflicts'][number] => ({
      field,
      values: values.map((value) => ({ value, evidence: [] })),
    });
    const conflicts = [
      either('parent', 'nd_fjord', 'nd_berg', 'nd_gone'),
      either('capacity.memoryMiB', 512, 4096),
      either('capacity.diskGiB', 40, null),
    ];
    const nodes = [
      makeNode('fjord', 'provider', null),
      makeNode('berg', 'provider', null),
      makeNode('web', 'server', 'fjord', { conflicts }),
    ];
    expect(messages('sources-agree', { nodes }).toSorted()).toEqual([
      'Sources disagree on the disk of web: 40 GiB or nothing.',
      'Sources disagree on the memory of web: 512 MiB or 4 GiB.',
      'Sources disagree on the place of web: fjord or berg or a place that is gone.',
    ]);
  });

  it('secret-was-in-source names kinds and lines, never a secret', () => {
    const secrets = [
      { line: 9, kind: 'password' },
      { line: 4, kind: 'private key' },
    ];
    const source = toSource({ id: toId('so', 'so_1'), name: 'wiki.md', format: 'markdown', secrets });
    expect(messages('secret-was-in-source', { sources: [source] })).toEqual([
      'wiki.md held 2 secrets (password and private key; line 4, 9). It was not kept here; change it where it is used.',
    ]);
    expect(messages('secret-was-in-source', { sources: [{ ...source, secrets: [] }] })).toEqual([]);
  });
});
