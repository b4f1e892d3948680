import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toRecordFields } from '#core/document/compare/record-fields.ts';
import {
  mergeWithChoices,
  type ChosenMerge,
  type SettledConflict,
} from '#core/document/merge/merge-choices.ts';
import { mergePlans } from '#core/document/merge/merge-plans.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { canContain } from '#core/model/node.ts';
import { toTableOf, type Plan } from '#core/model/plan.ts';
import { runs } from '#support/counts.ts';
import { findDangling } from '#support/dangling.ts';
import { arbitrarySessions, type TwoSessions } from '#support/edit-sessions.ts';

const settings = { numRuns: runs('merges') } as const;
const longest = 300_000;
const toBytes = (plan: Plan): string => toPlanFileText({ ...plan, revision: 0 });

function expectWhole(plan: Plan): void {
  const read = parsePlanFile(toPlanFileText(plan));
  expect(read.ok && toBytes(read.value)).toBe(toBytes(plan));
  expect(findDangling(plan)).toEqual([]);
  for (const node of plan.nodes) {
    const parent = plan.nodes.get(node.parent);
    if (parent !== undefined) expect([node, canContain(parent.kind, node.kind)]).toEqual([node, true]);
    const seen = new Set<string>();
    for (let at = plan.nodes.get(node.id); at !== undefined; at = plan.nodes.get(at.parent)) {
      expect(seen.has(at.id)).toBe(false);
      seen.add(at.id);
    }
  }
}

/** Takes their word at each conflict of which the chooser says so, those too that come up by it. */
function choose(
  { base, ours, theirs }: TwoSessions,
  wants: (index: number) => boolean,
): ChosenMerge & { readonly taken: ReadonlySet<string> } {
  const taken = new Set<string>();
  const asked = new Set<string>();
  for (;;) {
    const merge = mergeWithChoices(base, ours, theirs, taken);
    const fresh = merge.conflicts.filter(({ key }) => !asked.has(key));
    if (fresh.length === 0) return { ...merge, taken };
    for (const { key } of fresh) {
      if (wants(asked.size)) taken.add(key);
      asked.add(key);
    }
  }
}

/** Conflicts settled for one side of which the merged plan says something else. */
function findWrong({ ours, theirs }: TwoSessions, merge: ChosenMerge): string[] {
  return merge.conflicts.flatMap(({ conflict, takes, key }) => {
    if (conflict.kind !== 'field' || conflict.collection === null || conflict.field === '') return [];
    const side = takes === 'ours' ? ours : theirs;
    const [now, wanted] = [merge.plan, side].map((plan) => {
      const row = toTableOf(plan, conflict.collection ?? 'nodes').get(conflict.id);
      return row === undefined ? undefined : toRecordFields(row).get(conflict.field);
    });
    if (now === undefined || wanted === undefined || Array.isArray(wanted)) return [];
    // An order key may have had to move once more; a place is lost with what it was in.
    if (['order', 'parent'].includes(conflict.field)) return [];
    return JSON.stringify(now) === JSON.stringify(wanted) ? [] : [`${key}: ${takes}`];
  });
}

it(
  'is the merge itself as long as nothing of theirs is chosen',
  () => {
    fc.assert(
      fc.property(arbitrarySessions, ({ base, ours, theirs }) => {
        const plain = mergePlans(base, ours, theirs);
        const merge = mergeWithChoices(base, ours, theirs, new Set());
        expect(toBytes(merge.plan)).toBe(toBytes(plain.plan));
        expect(merge.conflicts.map(({ conflict }) => conflict).slice(0, plain.conflicts.length)).toEqual(
          plain.conflicts.filter((_, index) => index < merge.conflicts.length),
        );
        expect(merge.conflicts.every(({ takes }) => takes === 'ours')).toBe(true);
      }),
      settings,
    );
  },
  longest,
);

it(
  'is a whole plan with the chosen words in it, whatever is chosen',
  () => {
    let taken = 0;
    fc.assert(
      fc.property(arbitrarySessions, fc.integer({ min: 0, max: 2 ** 30 }), (sessions, bits) => {
        const merge = choose(sessions, (index) => ((bits >> (index % 30)) & 1) === 1);
        expectWhole(merge.plan);
        expect(findWrong(sessions, merge)).toEqual([]);
        taken += merge.conflicts.filter(({ takes }) => takes === 'theirs').length;
      }),
      settings,
    );
    expect(taken).toBeGreaterThan(0);
  },
  longest,
);

it(
  'takes all of theirs where all is chosen, but for places that can not be',
  () => {
    fc.assert(
      fc.property(arbitrarySessions, (sessions) => {
        const merge = choose(sessions, () => true);
        expectWhole(merge.plan);
        const left = merge.conflicts.filter(({ takes }) => takes === 'ours');
        const isOfPlaces = ({ conflict }: SettledConflict): boolean =>
          conflict.collection === 'nodes' &&
          (conflict.kind !== 'field' || ['parent', 'kind'].includes(conflict.field));
        expect(left.filter((each) => !isOfPlaces(each))).toEqual([]);
      }),
      settings,
    );
  },
  longest,
);
