import { describe, expect, test } from 'vitest';
import { mergePlans } from '#core/document/merge/merge-plans.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { findOrigin, toFamily, toScenario } from '#core/model/scenario.ts';
import { compareScenarios } from '#core/planning/scenarios/compare-scenarios.ts';
import { compareSteps } from '#core/planning/scenarios/compare-steps.ts';
import { movePlan } from '#support/move-plan.ts';
import { doCommands } from '#support/run-commands.ts';

const head = { id: toId('pl', 'pl_two'), name: 'Keep the web server' };
const base = doCommands(movePlan, { command: 'plan-move', node: 'web', to: 'hel', phase: 'One' }).plan;
const other = toScenario(base, head);

describe('a scenario', () => {
  test('is the same plan under another id and name, and knows where it comes from', () => {
    expect(other).toMatchObject({ ...head, revision: 0 });
    expect(compareSteps(base, other)).toEqual([]);
    expect([findOrigin(base), findOrigin(other)]).toEqual([null, 'pl_test']);
    const third = toScenario(other, { id: toId('pl', 'pl_three'), name: 'Third' });
    expect([base, other, third].map(toFamily)).toEqual(['pl_test', 'pl_test', 'pl_test']);
  });

  test('keeps its place in the family in the file', () => {
    const read = parsePlanFile(toPlanFileText(other));
    expect(read.ok && findOrigin(read.value)).toBe('pl_test');
  });

  test('an origin that is no text is none', () => {
    expect(findOrigin({ extra: { '': { scenarioOf: 7 } } })).toBeNull();
    expect(findOrigin({ extra: { '': { scenarioOf: '' } } })).toBeNull();
  });

  test('merged into the plan that it came from leaves name and family alone', () => {
    const changed = doCommands(other, { command: 'plan-remove', id: 'ch_db', node: 'db', phase: 'Two' }).plan;
    const merged = mergePlans(base, base, changed);
    expect(merged.conflicts).toEqual([]);
    expect(merged.plan).toMatchObject({ id: 'pl_test', name: base.name, extra: {} });
    expect(merged.plan.changes.size).toBe(2);
    const back = mergePlans(base, changed, doCommands(base, { command: 'rename-plan', name: 'New' }).plan);
    expect(back.plan).toMatchObject({ ...head, extra: { '': { scenarioOf: 'pl_test' } } });
  });
});

describe('alternatives side by side', () => {
  const changed = doCommands(
    other,
    { command: 'withdraw-change', change: 'move web' },
    { command: 'plan-remove', id: 'ch_db', node: 'db', phase: 'Two' },
  ).plan;

  test('name the steps that only one has, and those that are otherwise', () => {
    expect(compareSteps(base, changed)).toMatchObject([
      { base: { kind: 'move' }, other: null },
      { base: null, other: { kind: 'remove' } },
    ]);
    const later = doCommands(other, { command: 'move-to-phase', change: 'move web', phase: 'Two' }).plan;
    expect(compareSteps(base, later)).toMatchObject([{ base: { phase: 'ph_1' }, other: { phase: 'ph_2' } }]);
  });

  test('where a step stands in its phase is no difference', () => {
    const two = doCommands(base, {
      command: 'plan-move',
      id: 'ch_db',
      node: 'db',
      to: 'fsn',
      phase: 'One',
    }).plan;
    const turned = doCommands(toScenario(two, head), {
      command: 'order-change',
      change: 'move db',
      before: 'move web',
    }).plan;
    expect(compareSteps(two, turned)).toEqual([]);
  });

  test('another party in a hand-over is one', () => {
    const handed = doCommands(movePlan, {
      command: 'plan-hand-over',
      area: 'backup',
      subject: 'db',
      from: 'OSF',
      to: 'gocept',
      phase: 'One',
    }).plan;
    const swapped = doCommands(toScenario(handed, head), { command: 'offer-hand-over', handover: 'backup' });
    expect(compareSteps(handed, swapped.plan)).toMatchObject([{ base: { kind: 'hand-over' } }]);
  });

  test('numbers, words and risks', () => {
    const { alternatives, rows } = compareScenarios([base, changed]);
    expect(alternatives[0]).toMatchObject({ differences: [], steps: [], risksHere: [], risksThere: [] });
    expect(alternatives[1]?.differences).toContain('ends with 1 server fewer');
    expect(alternatives[1]?.risksHere.map((each) => each.rule)).toContain('removed-node-is-not-needed');
    expect(alternatives[1]?.risksHere.every((each) => each.severity !== 'info')).toBe(true);
    expect(rows[0]).toEqual({ name: 'servers at the end', values: ['2', '1'], differs: true });
    expect(rows.find((row) => row.name === 'steps')).toMatchObject({ values: ['1', '1'], differs: false });
  });

  test('of none there is nothing to say', () => {
    expect(compareScenarios([])).toEqual({ alternatives: [], rows: [] });
  });
});
