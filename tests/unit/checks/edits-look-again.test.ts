import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { ChangeRule, CheckRule, StateRule } from '#core/checks/rule.ts';
import { datesHold } from '#core/checks/rules/dates-hold.ts';
import { checkRules } from '#core/checks/rules.ts';
import type { Plan } from '#core/model/plan.ts';
import { generateEstate } from '#support/estate/generate-estate.ts';
import { doCommands } from '#support/run-commands.ts';

/** The rules, counting how often any of them looks at a place or a step. */
function countedRules(): { readonly rules: readonly CheckRule[]; readonly takeCount: () => number } {
  let count = 0;
  const rules = checkRules.map((rule): CheckRule => {
    if (rule.looksAt === 'plan') return rule;
    if (rule.looksAt === 'changes') {
      return {
        ...rule,
        look: (...args: Parameters<ChangeRule['look']>) => {
          count += 1;
          return rule.look(...args);
        },
      };
    }
    return {
      ...rule,
      look: (...args: Parameters<StateRule['look']>) => {
        count += 1;
        return rule.look(...args);
      },
    };
  });
  return {
    rules,
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}

const edits: readonly [words: string, command: object][] = [
  ['a move is planned', { command: 'plan-move', node: 'nd_s3', to: 'nd_t3', phase: 'ph_3' }],
  ['a move goes to another phase', { command: 'move-to-phase', change: 'ch_40', phase: 'ph_7' }],
  ['a change is withdrawn', { command: 'withdraw-change', change: 'ch_100' }],
  ['a server is marked for removal', { command: 'mark-removal', node: 'nd_s3', why: 'nobody uses it' }],
  ['a question is asked', { command: 'add-question', text: 'Who uses it?', about: ['nd_s3'] }],
  ['a phase gets a date', { command: 'edit-phase', phase: 'ph_3', start: '2026-12-01' }],
  ['a phase is added', { command: 'add-phase', name: 'Later' }],
  ['a task is added', { command: 'add-task', on: 'ch_40', text: 'Tell everybody' }],
  ['a rule is added', { command: 'add-rule', kind: 'apart', nodes: ['nd_s3', 'nd_s4'] }],
  [
    'hosts are to keep room free',
    { command: 'add-rule', kind: 'headroom', nodes: ['nd_t3'], value: { memoryMiB: 0.9 } },
  ],
  ['a server is planned', { command: 'plan-add', name: 'new', kind: 'server', to: 'nd_t3', phase: 'ph_3' }],
];

describe('after an edit of the plan only what it can have changed is looked at again', () => {
  it.each(edits)('when %s', (_words, command) => {
    const { rules, takeCount } = countedRules();
    const plan = generateEstate({ servers: 600, phases: 30 });
    checkPlan(plan, rules);
    const cold = takeCount();
    const edited: Plan = doCommands(plan, command).plan;
    const report = checkPlan(edited, rules);
    expect(takeCount()).toBeLessThan(cold / 5);
    const rows = edited.nodes.map((node) => ({ ...node }));
    expect(report).toEqual(checkPlan({ ...edited, nodes: toTable(rows) }, [...rules]));
  });
});

it('an edit that only a look at some rules has seen is not forgotten by the next look at all of them', () => {
  const { rules } = countedRules();
  const plan = generateEstate({ servers: 200, phases: 10 });
  checkPlan(plan, rules);
  const first = doCommands(plan, {
    command: 'edit-node',
    node: 'nd_s5',
    capacity: { memoryMiB: 1_000_000 },
  }).plan;
  checkPlan(first, [datesHold]);
  const second = doCommands(first, { command: 'edit-node', node: 'nd_s7', name: 'renamed' }).plan;
  const report = checkPlan(second, rules);
  const rows = second.nodes.map((node) => ({ ...node }));
  expect(report).toEqual(checkPlan({ ...second, nodes: toTable(rows) }, [...rules]));
});

const inventoryEdits: readonly [words: string, command: object][] = [
  ['a server gets another name', { command: 'edit-node', node: 'nd_s7', name: 'renamed' }],
  ['a server gets another size', { command: 'edit-node', node: 'nd_s8', capacity: { memoryMiB: 1024 } }],
  ['a host gets another size', { command: 'edit-node', node: 'nd_h3', capacity: { memoryMiB: 2_000_000 } }],
  ['a dependency is added', { command: 'add-dependency', from: 'nd_s9', to: 'nd_s12', type: 'uses' }],
  ['a duty is added', { command: 'add-duty', area: 'backup', subject: 'nd_s10', party: null }],
  ['a server goes', { command: 'remove-node', node: 'nd_s11' }],
  [
    'a server comes into a redundancy group',
    { command: 'edit-node', node: 'nd_s12', redundancy: { group: 'g', needs: 2 } },
  ],
  ['a party is added', { command: 'add-party', name: 'New party' }],
];

describe('after an edit of the inventory only what it can have changed is looked at again', () => {
  it.each(inventoryEdits)('when %s', (_words, command) => {
    const { rules, takeCount } = countedRules();
    const plan = generateEstate({ servers: 1000, phases: 20 });
    checkPlan(plan, rules);
    const cold = takeCount();
    const first = doCommands(plan, { command: 'edit-node', node: 'nd_s5', name: 'first' }).plan;
    checkPlan(first, rules);
    expect(takeCount()).toBeLessThan(cold / 8);
    const second = doCommands(first, command).plan;
    const report = checkPlan(second, rules);
    expect(takeCount()).toBeLessThan(cold / 8);
    const rows = second.nodes.map((node) => ({ ...node }));
    expect(report).toEqual(checkPlan({ ...second, nodes: toTable(rows) }, [...rules]));
  });
});

it.each(edits)('only sentences that it changes are said again when %s', (_words, command) => {
  let said = 0;
  const rules = checkRules.map((rule): CheckRule => ({
    ...rule,
    say: (...args: Parameters<CheckRule['say']>) => {
      said += 1;
      return rule.say(...args);
    },
  }));
  const plan = generateEstate({ servers: 300, phases: 20 });
  checkPlan(plan, rules);
  const cold = said;
  said = 0;
  checkPlan(doCommands(plan, command).plan, rules);
  expect(said).toBeLessThan(cold / 10);
});
