import { describe, expect, it } from 'vitest';
import { toDifferenceLines } from '#core/exporters/difference/difference-text.ts';
import { toPlanDifferences } from '#core/exporters/difference/difference-words.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { doCommands } from '#support/run-commands.ts';

function linesOf(start: Plan, ...commands: object[]): string[] {
  return toDifferenceLines(toPlanDifferences(start, doCommands(start, ...commands).plan));
}

describe('the words of a difference', () => {
  it('say nothing of equal plans, and nothing of the revision', () => {
    const plan = clearOutPlan();
    expect(toPlanDifferences(plan, { ...plan, revision: 99 })).toEqual([]);
  });

  it('say what becomes of a thing, and what was planned before', () => {
    const plan = clearOutPlan();
    expect(
      linesOf(
        plan,
        { command: 'withdraw-change', change: 'remove oldwiki' },
        { command: 'plan-move', node: 'oldwiki', to: 'Northyard', phase: 'Clear out' },
      ),
    ).toEqual(['oldwiki: moves to Northyard in Clear out (was: removed)']);
    expect(
      linesOf(
        plan,
        { command: 'withdraw-change', change: 'remove oldwiki' },
        { command: 'plan-move', node: 'oldwiki', to: 'Northyard', phase: 'Move the shop' },
      ),
    ).toEqual(['oldwiki: moves to Northyard in Move the shop (was: removed in Clear out)']);
    expect(linesOf(plan, { command: 'withdraw-change', change: 'remove oldwiki' })).toEqual([
      'oldwiki: is not removed any more (was: in Clear out)',
    ]);
    expect(linesOf(plan, { command: 'plan-remove', node: 'crumb-dumps', phase: null })).toEqual([
      'crumb-dumps: is removed (new)',
    ]);
    expect(
      linesOf(plan, { command: 'move-to-phase', change: 'remove oldwiki', phase: 'Move the shop' }),
    ).toEqual(['oldwiki: is removed in Move the shop (was: in Clear out)']);
  });

  it('name fields, values and units as a person does', () => {
    const plan = clearOutPlan();
    expect(
      linesOf(plan, {
        command: 'edit-node',
        node: 'shop1',
        parent: 'Northyard',
        capacity: { memoryMiB: 16384 },
        tags: ['blue'],
        notes: 'moved by hand',
      }),
    ).toEqual([
      'shop1: runs on Northyard (was: Harbour Cloud); tags + blue; notes “moved by hand” (was: nothing); memory 16 GiB (was: 8 GiB)',
    ]);
    expect(linesOf(plan, { command: 'rename-plan', name: 'Out' })).toEqual([
      'the plan is called “Out” (was: “Clear out Harbour Cloud”)',
    ]);
    expect(linesOf(plan, { command: 'tick-task', task: 'Snapshot news1, then stop it' })).toEqual([
      'task “Snapshot news1, then stop it”: done now',
    ]);
  });

  it('say who answered, who accepted and who owns', () => {
    const plan = hosterChangePlan();
    expect(
      linesOf(
        plan,
        {
          command: 'answer-question',
          question: 'Where does the mail service run after the move?',
          answer: 'At Brackwater',
          by: 'Ole',
        },
        { command: 'edit-phase', phase: 'Phase 1: Prepare', owner: 'Brackwater', start: '2027-01-12' },
      ),
    ).toEqual([
      'question “Where does the mail service run after the move?”: status answered (was: open); answer “At Brackwater” (was: nothing); answered by Ole (was: nothing)',
      'Phase 1: Prepare: start 2027-01-12 (was: 2027-01-11); owner Brackwater (was: Lighthouse team)',
    ]);
  });

  it('count new places on the map instead of listing coordinates', () => {
    const plan = clearOutPlan();
    expect(
      linesOf(
        plan,
        { command: 'place-node', node: 'shop1', x: 1, y: 2 },
        { command: 'place-node', node: 'gate1', x: 1, y: 2 },
      ),
    ).toEqual(['2 things: another place on the map']);
  });
});
