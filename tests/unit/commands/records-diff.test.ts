import { expect, it } from 'vitest';
import { applyDiff, diffPlans, invertDiff, isEmptyDiff, squashDiffs } from '#core/commands/records-diff.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';

const node = (id: string, name = id) => toNode({ id: toId('nd', id), kind: 'server', name });
const before = planOf({ nodes: [node('nd_1'), node('nd_2')] });
const after = planOf({ name: 'Other', nodes: [node('nd_2', 'renamed'), node('nd_3')] });

it('says what was added, updated and removed, with what was there', () => {
  expect(diffPlans(before, after)).toEqual({
    name: ['Test plan', 'Other'],
    collections: {
      nodes: {
        added: { nd_3: node('nd_3') },
        updated: { nd_2: [node('nd_2'), node('nd_2', 'renamed')] },
        removed: { nd_1: node('nd_1') },
      },
    },
  });
});

it('leads there and back', () => {
  const diff = diffPlans(before, after);
  expect(diffPlans(applyDiff(before, diff), after)).toEqual({ collections: {} });
  expect(diffPlans(applyDiff(after, invertDiff(diff)), before)).toEqual({ collections: {} });
  expect(applyDiff(before, diff).revision).toBe(before.revision);
});

it('is empty between equal plans, whatever objects they are made of', () => {
  const same = planOf({ nodes: [node('nd_2'), node('nd_1')] });
  expect(isEmptyDiff(diffPlans(before, same))).toBe(true);
  expect(isEmptyDiff(diffPlans(before, after))).toBe(false);
  expect(isEmptyDiff({ name: ['a', 'b'], collections: {} })).toBe(false);
});

it('forgets what came and went', () => {
  const [one, two] = [planOf({}), planOf({ nodes: [node('nd_1')] })];
  expect(squashDiffs(diffPlans(one, two), diffPlans(two, one))).toEqual({ collections: {} });
  const renamed = squashDiffs({ name: ['a', 'b'], collections: {} }, { name: ['b', 'c'], collections: {} });
  expect(renamed).toEqual({ name: ['a', 'c'], collections: {} });
  expect(squashDiffs({ name: ['a', 'b'], collections: {} }, { name: ['b', 'a'], collections: {} })).toEqual({
    collections: {},
  });
});

it('is plain data that survives JSON', () => {
  const diff = diffPlans(before, after);
  expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
});
