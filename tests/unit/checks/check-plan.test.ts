import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { factsOf } from '#core/checks/facts.ts';
import { previewMove, previewTargets } from '#core/checks/preview-drop.ts';
import { checkRules } from '#core/checks/rules.ts';
import { toTable } from '#core/base/table.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { makeLink, makeMove, makeNode, makePhase, makeRemove, memory, nd, ph } from '#support/plan-parts.ts';

const nodes = [
  makeNode('one', 'provider'),
  makeNode('two', 'provider'),
  makeNode('h', 'host', 'two', { capacity: memory(2048) }),
  makeNode('web', 'server', 'one', { capacity: memory(4096) }),
  makeNode('db', 'server', 'one', { capacity: memory(1024) }),
  makeNode('app', 'service', 'web'),
];
const plan = planOf({
  nodes,
  phases: [makePhase('2'), makePhase('1')],
  dependencies: [makeLink('web', 'connects', 'db', { encrypted: false })],
  changes: [makeMove('1', '1', 'web', 'two'), makeRemove('2', '2', 'db')],
});

describe('checkPlan', () => {
  it('sorts by severity, phase, rule and counts states', () => {
    const { findings, counts } = checkPlan(plan);
    expect(findings.map((finding) => [finding.severity, finding.phase, finding.rule])).toEqual([
      ['error', 'ph_2', 'removal-is-agreed'],
      ['error', 'ph_2', 'removed-node-is-not-needed'],
      ['warning', null, 'has-owner'],
      ['warning', 'ph_1', 'link-across-sites-is-encrypted'],
    ]);
    expect(counts).toEqual({ error: 2, warning: 2, info: 0, accepted: 0, states: 3, orders: 1 });
  });

  it('lists accepted findings without counting them, until their facts change', () => {
    const finding = checkPlan(plan).findings.find((each) => each.rule === 'has-owner');
    if (finding === undefined) throw new Error('no finding');
    const row = {
      id: toId('ac', 'ac_1'),
      finding: finding.id,
      rule: finding.rule,
      nodes: finding.nodes,
      facts: factsOf(finding),
      why: 'known',
      by: 'Anna',
    };
    const accepted: Plan = { ...plan, accepted: toTable([row]) };
    const report = checkPlan(accepted);
    expect(report.findings.find((each) => each.id === finding.id)?.accepted).toBe('ac_1');
    expect(report.counts).toMatchObject({ warning: 1, accepted: 1 });
    const more = { ...accepted, nodes: accepted.nodes.put([makeNode('third', 'server', 'one')]) };
    expect(checkPlan(more).counts).toMatchObject({ warning: 2, accepted: 0 });
  });

  it('says nothing of an empty plan', () => {
    expect(checkPlan(planOf())).toEqual({
      findings: [],
      counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 1, orders: 1 },
    });
  });

  it('names each rule once', () => {
    const names = checkRules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)+$/u.test(name))).toEqual([]);
  });
});

describe('previewMove', () => {
  const empty = planOf({
    nodes,
    phases: [makePhase('1'), makePhase('2')],
    dependencies: [...plan.dependencies],
  });

  it('says what would break, what would only be worse, and what fits', () => {
    expect(previewMove(empty, nd('web'), nd('h'), ph('1'))).toEqual({
      verdict: 'breaks',
      errors: 1,
      warnings: 1,
      sentences: [
        'h has not enough room: 4 GiB of memory taken, 2 GiB of memory there.',
        'The link from web to db runs between two and one and is not encrypted.',
      ],
      reason: null,
    });
    expect(previewMove(empty, nd('db'), nd('two'), null)).toMatchObject({ verdict: 'warns', warnings: 1 });
    expect(previewMove(empty, [nd('web'), nd('db')], nd('two'), null)).toMatchObject({ verdict: 'fits' });
    expect(previewMove(empty, nd('web'), nd('db'), ph('1'))).toMatchObject({ verdict: 'fits' });
  });

  it('refuses what has no meaning, with the reason', () => {
    const reasons = [
      previewMove(empty, nd('one'), nd('web'), null),
      previewMove(empty, nd('web'), nd('web'), null),
      previewMove(empty, nd('web'), nd('one'), null),
      previewMove(empty, nd('h'), nd('web'), null),
      previewMove(plan, nd('web'), nd('db'), ph('2')),
    ].map((verdict) => `${verdict.verdict}: ${verdict.reason}`);
    expect(reasons).toEqual([
      'refused: web is part of one.',
      "refused: web can't go into itself.",
      'refused: web is there already.',
      "refused: A host can't be placed on a server.",
      'refused: db is not there in this phase.',
    ]);
  });

  it('replaces what the plan has the node do in that phase', () => {
    expect(previewMove(plan, nd('web'), nd('one'), ph('1')).reason).toBe('web is there already.');
    expect(previewMove(plan, nd('web'), nd('h'), ph('1')).verdict).toBe('breaks');
  });

  it('answers for many targets as for each', () => {
    const targets = nodes.map((node) => node.id);
    for (const [target, verdict] of previewTargets(plan, nd('web'), targets, ph('1'))) {
      expect(verdict).toEqual(previewMove(plan, nd('web'), target, ph('1')));
    }
  });

  it('counts just what the whole check would add', () => {
    const planned = { ...empty, changes: toTable([makeMove('1', '1', 'web', 'h')]) };
    const before = new Set(checkPlan(empty).findings.map((finding) => finding.id));
    const added = checkPlan(planned).findings.filter((finding) => !before.has(finding.id));
    expect(added.map((finding) => finding.message)).toEqual(
      previewMove(empty, nd('web'), nd('h'), ph('1')).sentences,
    );
  });
});
