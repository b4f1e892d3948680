import { expect, it } from 'vitest';
import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { doCommands } from '#support/run-commands.ts';

const server = (name: string) => toNode({ id: toId('nd', `nd_${name}`), kind: 'server', name });

it('does the list of the contract', () => {
  const plan = planOf({ nodes: [server('sendy'), server('wiki'), server('web02')] });
  const edit = doCommands(
    plan,
    { command: 'add-phase', name: 'Phase 1' },
    { command: 'mark-removal', node: 'sendy', why: 'not used any more' },
    { command: 'plan-move', node: 'wiki', to: 'web02', phase: 'Phase 1' },
  );
  expect(edit.made).toEqual([['ph_made1'], ['di_made2'], ['ch_made3']]);
  expect(edit.plan.changes.get('ch_made3')).toMatchObject({
    kind: 'merge',
    node: 'nd_wiki',
    into: 'nd_web02',
  });
  expect(edit.plan.dispositions.get('di_made2')).toMatchObject({ disposition: 'retire', agreed: false });
  expect(edit.plan.revision).toBe(1);
  expect(edit.label).toBe('Add the phase "Phase 1" and 2 more');
  const back = applyDiff(edit.plan, invertDiff(edit.diff));
  expect(toPlanFileText({ ...back, revision: 0 })).toBe(toPlanFileText(plan));
});
