import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  emptyHistory,
  readWorkspace,
  takeStep,
  toCheckpointText,
  type JournalStep,
  type Workspace,
} from '#persistence/workspace-text.ts';
import { arbitraryCommand } from '#support/arbitrary-commands.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { makeCountingIds } from '#support/run-commands.ts';

type Move = object | 'undo' | 'redo';

/** A workspace after edits and steps back; what the plan refuses is left out. */
function play(plan: Plan, moves: readonly Move[]): Workspace {
  const makeId = makeCountingIds();
  let workspace: Workspace = { plan, history: emptyHistory };
  for (const move of moves) {
    const revision = workspace.plan.revision + 1;
    let step: JournalStep | null = null;
    if (move === 'undo' || move === 'redo') step = { kind: move, revision };
    else {
      const applied = applyCommands(workspace.plan, [move], { makeId });
      if (applied.ok) step = { kind: 'do', revision, label: applied.value.label, diff: applied.value.diff };
    }
    const after = step === null ? null : takeStep(workspace, step);
    if (after !== null) workspace = after;
  }
  return workspace;
}

async function again(workspace: Workspace): Promise<Workspace> {
  const read = await readWorkspace(await toCheckpointText(workspace), []);
  if (!read.ok) throw new Error(read.error);
  return { plan: read.value.plan, history: read.value.history };
}

/** The texts of the plan on the way back to the first edit and forward again. */
function walk(start: Workspace): string[] {
  const texts = [toPlanFileText(start.plan)];
  let workspace = start;
  for (const kind of ['undo', 'redo'] as const) {
    for (;;) {
      const after = takeStep(workspace, { kind, revision: workspace.plan.revision });
      if (after === null) break;
      texts.push(toPlanFileText(after.plan));
      workspace = after;
    }
  }
  return texts;
}

const arbitraryMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: arbitraryCommand },
  { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

describe('the history in a checkpoint', () => {
  it('leads back and forward through the same plans as before it was stored', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan(), fc.array(arbitraryMove, { maxLength: 12 }), async (plan, moves) => {
        const workspace = play(plan, moves);
        const read = await again(workspace);
        expect(walk(read)).toEqual(walk(workspace));
        // And once more, for what was read shares its records with the plan.
        expect(walk(await again(read))).toEqual(walk(workspace));
      }),
      { numRuns: runs('property') },
    );
  });

  const added = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => {
      const id = toId('nd', `nd_${index}`);
      return [id, toNode({ id, kind: 'server', name: `server ${index}`, notes: 'words '.repeat(20) })];
    }),
  );
  const diff = { collections: { nodes: { added, updated: {}, removed: {} } } };
  const step: JournalStep = { kind: 'do', revision: 1, label: 'Import racks.csv', diff };

  it('does not hold an import a second time that is in the plan as it came', async () => {
    const imported = takeStep({ plan: planOf(), history: emptyHistory }, step);
    if (imported === null) throw new Error('the step applies');
    const alone = await toCheckpointText({ ...imported, history: emptyHistory });
    const whole = await toCheckpointText(imported);
    expect(whole.length).toBeLessThan(alone.length * 1.1);
    expect((await again(imported)).history).toEqual(imported.history);
  });

  it('keeps what an edit brought where the plan has something else by now', async () => {
    const imported = takeStep({ plan: planOf(), history: emptyHistory }, step);
    if (imported === null) throw new Error('the step applies');
    const [first] = Object.values(added);
    if (first === undefined) throw new Error('there are servers');
    const nodes = imported.plan.nodes.drop(['nd_5']).put([{ ...first, name: 'renamed elsewhere' }]);
    const edited = { ...imported, plan: { ...imported.plan, nodes } };
    expect((await again(edited)).history).toEqual(imported.history);
    const undone = takeStep(imported, { kind: 'undo', revision: 2 });
    if (undone === null) throw new Error('the step goes back');
    expect((await again(undone)).history).toEqual(undone.history);
  });

  it('is read in the form of earlier versions, where each edit holds all that it brought', async () => {
    const plan = JSON.parse(toPlanFileText(planOf())) as unknown;
    const text = JSON.stringify({ plan, done: [{ label: 'Import', diff }], undone: [] });
    const read = await readWorkspace(text, []);
    expect(read).toMatchObject({ ok: true, value: { history: { done: [{ label: 'Import', diff }] } } });
  });

  it.each([
    [{ nodes: { added: ['nd_x', 5, null], updated: { nd_y: {} } } }],
    [{ nodes: 'all', servers: { added: ['nd_1'] } }],
    [{ nodes: { added: 'nd_1', updated: [] } }],
    [[]],
    ['nodes'],
  ])('that is damaged brings nothing that is not in the plan: %j', async (inPlan) => {
    const plan = JSON.parse(toPlanFileText(planOf())) as unknown;
    const entry = {
      label: 'Import',
      diff: { collections: { nodes: { added: {}, updated: {}, removed: {} } } },
    };
    const read = await readWorkspace(JSON.stringify({ plan, done: [{ ...entry, inPlan }], undone: [] }), []);
    expect(read).toMatchObject({ ok: true, value: { history: { done: [entry] } } });
  });
});
