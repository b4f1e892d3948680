import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import { findEditsOf } from '#core/projections/node-history.ts';
import { planOf } from '#support/build-plan.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const [host, web, db] = [
  toNode({ id: toId('nd', 'nd_h'), kind: 'host', name: 'hel1' }),
  toNode({ id: toId('nd', 'nd_w'), kind: 'server', name: 'web', parent: toId('nd', 'nd_h') }),
  toNode({ id: toId('nd', 'nd_d'), kind: 'server', name: 'db' }),
];

/** Makes edits one after the other; the plan after them, and what each did. */
function makeEdits(edits: readonly (readonly object[])[]): { plan: Plan; diffs: RecordsDiff[] } {
  let plan = planOf({ nodes: [host, web, db] });
  const makeId = makeCountingIds();
  const diffs = edits.map((commands) => {
    const done = applyCommands(plan, commands, { makeId });
    if (!done.ok) throw new Error(done.error.message);
    plan = done.value.plan;
    return done.value.diff;
  });
  return { plan, diffs };
}

describe('findEditsOf', () => {
  const { plan, diffs } = makeEdits([
    [{ command: 'edit-node', node: 'web', os: 'Debian' }],
    [{ command: 'edit-node', node: 'db', os: 'Debian' }],
    [{ command: 'add-dependency', from: 'web', to: 'db', type: 'uses' }],
    [{ command: 'add-phase', name: 'Phase 1' }],
    [{ command: 'plan-move', node: 'db', to: 'hel1', phase: 'Phase 1' }],
    [{ command: 'add-task', on: 'move db', text: 'Tell everybody' }],
    [{ command: 'edit-node', node: 'db', parent: 'hel1' }],
    [{ command: 'mark-removal', node: 'web', why: 'old' }],
    [{ command: 'place-node', node: 'hel1', x: 1, y: 2 }],
  ]);

  it('finds edits of a node, of its links and of what is planned for it', () => {
    expect(findEditsOf(plan, diffs, web.id)).toEqual([0, 2, 7]);
    expect(findEditsOf(plan, diffs, db.id)).toEqual([1, 2, 4, 5, 6]);
  });

  it('counts for a place what comes into it and what goes there, not what its content does by itself', () => {
    expect(findEditsOf(plan, diffs, host.id)).toEqual([4, 6, 8]);
  });

  it('finds the edit that took a node away', () => {
    const made = makeEdits([
      [{ command: 'add-party', name: 'Anna' }],
      [{ command: 'remove-node', node: 'db' }],
    ]);
    expect(findEditsOf(made.plan, made.diffs, db.id)).toEqual([1]);
    expect(findEditsOf(made.plan, [], db.id)).toEqual([]);
  });
});
