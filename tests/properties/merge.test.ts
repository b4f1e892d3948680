import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePlans } from '#core/document/merge/merge-plans.ts';
import type { PlanMerge } from '#core/document/merge/merge-types.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { canContain } from '#core/model/node.ts';
import { collectionNames, type Plan } from '#core/model/plan.ts';
import { runs } from '#support/counts.ts';
import { findDangling } from '#support/dangling.ts';
import { arbitrarySessions, type TwoSessions } from '#support/edit-sessions.ts';

const settings = { numRuns: runs('merges') } as const;
/** Long series may take their time on a busy machine. */
const longest = 300_000;
const toBytes = (plan: Plan): string => toPlanFileText({ ...plan, revision: 0 });

/** Every value of a plan by where it stands, read off its file without any code of the merge. Dispositions go by node. */
function toLeaves(plan: Plan): Map<string, string> {
  const file: unknown = JSON.parse(toPlanFileText(plan));
  const leaves = new Map<string, string>();
  const walk = (at: unknown, path: string): void => {
    if (Array.isArray(at) && at.length > 0 && at.every((each) => typeof each?.id === 'string')) {
      for (const each of at) {
        const { id, ...rest } = each;
        walk(rest, `${path}/${path.endsWith('dispositions') ? each.node : id}`);
      }
      return;
    }
    if (Array.isArray(at)) {
      // A list of plain values is a set: each of its values stands or does not.
      for (const each of at) leaves.set(`${path}[${JSON.stringify(each)}]`, 'in');
      return;
    }
    if (typeof at === 'object' && at !== null) {
      for (const [key, value] of Object.entries(at)) walk(value, `${path}/${key}`);
      leaves.set(path, 'there');
      return;
    }
    leaves.set(path, JSON.stringify(at));
  };
  walk(file, '');
  return leaves;
}

/** What the merge said about some record: it may look other than either side there. */
function toExcused(merge: PlanMerge, plans: readonly Plan[]): string[] {
  const ids = merge.conflicts.flatMap((each) =>
    each.kind === 'removed-and-needed' ? [each.id, each.neededBy.id] : [each.id],
  );
  const nodes = ids.flatMap((id) => plans.flatMap((plan) => plan.dispositions.get(id)?.node ?? []));
  return [...ids, ...nodes, ...merge.repairs.map((each) => each.id)];
}

function findLost({ base, ours, theirs }: TwoSessions, merge: PlanMerge): string[] {
  const [was, mine, other, now] = [base, ours, theirs, merge.plan].map(toLeaves);
  if (was === undefined || mine === undefined || other === undefined || now === undefined) return ['no plan'];
  const excused = toExcused(merge, [base, ours, theirs]);
  const isRenamedTwice = merge.conflicts.some((each) => each.collection === null);
  const all = new Set([...was.keys(), ...mine.keys(), ...other.keys(), ...now.keys()]);
  return [...all].flatMap((path) => {
    if (
      path === '/revision' ||
      (path === '/name' && isRenamedTwice) ||
      excused.some((id) => path.includes(`/${id}`))
    )
      return [];
    const [b, o, t, m] = [was, mine, other, now].map((leaves) => leaves.get(path));
    const isEmpty = (leaf: string | undefined): boolean => ['null', '""', 'false'].includes(leaf ?? '');
    // Both made it: what one left empty the other may fill.
    const isFilled = b === undefined && o !== undefined && t !== undefined && (isEmpty(o) || isEmpty(t));
    if (isFilled) return m === (isEmpty(o) ? t : o) ? [] : [`not filled: ${path}: ${o} ${t} ${m}`];
    const wanted = o === b ? t : o;
    // Both changed it alike, or only one of the two did: anything else must have been named as a conflict.
    if (o !== b && t !== b && o !== t) {
      const record = path.split('/').slice(0, 4).join('/');
      const bothSides = mine.get(record) === undefined || other.get(record) === undefined;
      return bothSides && m === undefined ? [] : [`not named: ${path}: ${b} ${o} ${t} ${m}`];
    }
    return m === wanted ? [] : [`lost: ${path}: ${b} ${o} ${t} ${m}`];
  });
}

/** Conflicts that name a field which was not changed by both sides. */
function findFalse({ ours, theirs }: TwoSessions, merge: PlanMerge): string[] {
  return merge.conflicts.flatMap((conflict) => {
    if (conflict.kind !== 'field') {
      const sides = conflict.removedBy === 'ours' ? [ours, theirs] : [theirs, ours];
      const has = (plan: Plan | undefined): boolean =>
        plan !== undefined &&
        (plan[conflict.collection].has(conflict.id) ||
          plan.changes.filter((each) => each.kind === 'add' && each.node.id === conflict.id).length > 0);
      return has(sides[0]) || !has(sides[1]) ? [`not removed by one side: ${JSON.stringify(conflict)}`] : [];
    }
    const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
    const real = !same(conflict.ours, conflict.theirs);
    const placed = conflict.field === 'parent' || conflict.field === 'kind';
    const both = !same(conflict.base, conflict.ours) && !same(conflict.base, conflict.theirs);
    return real && (both || placed) ? [] : [`not by both: ${JSON.stringify(conflict)}`];
  });
}

describe('the merge of two random edit sessions', () => {
  it(
    'loses no edit and names no false conflict',
    () => {
      fc.assert(
        fc.property(arbitrarySessions, (sessions) => {
          const merge = mergePlans(sessions.base, sessions.ours, sessions.theirs);
          expect(findLost(sessions, merge)).toEqual([]);
          expect(findFalse(sessions, merge)).toEqual([]);
        }),
        settings,
      );
    },
    longest,
  );

  it(
    'always is a file that opens, whose references and places hold',
    () => {
      fc.assert(
        fc.property(arbitrarySessions, ({ base, ours, theirs }) => {
          const { plan } = mergePlans(base, ours, theirs);
          const read = parsePlanFile(toPlanFileText(plan));
          expect(read.ok && toBytes(read.value)).toBe(toBytes(plan));
          expect(findDangling(plan)).toEqual([]);
          for (const node of plan.nodes) {
            const parent = plan.nodes.get(node.parent);
            if (parent !== undefined)
              expect([node, canContain(parent.kind, node.kind)]).toEqual([node, true]);
            const seen = new Set<string>();
            for (let at = plan.nodes.get(node.id); at !== undefined; at = plan.nodes.get(at.parent)) {
              expect(seen.has(at.id)).toBe(false);
              seen.add(at.id);
            }
          }
        }),
        settings,
      );
    },
    longest,
  );

  it(
    'does not care who is who where nothing conflicts, and adds nothing when done again',
    () => {
      fc.assert(
        fc.property(arbitrarySessions, ({ base, ours, theirs }) => {
          const merge = mergePlans(base, ours, theirs);
          expect(toBytes(mergePlans(base, ours, ours).plan)).toBe(toBytes(ours));
          expect(toBytes(mergePlans(base, ours, base).plan)).toBe(toBytes(ours));
          expect(toBytes(mergePlans(base, base, theirs).plan)).toBe(toBytes(theirs));
          if (merge.conflicts.length > 0) return;
          expect(toBytes(mergePlans(base, theirs, ours).plan)).toBe(toBytes(merge.plan));
          if (merge.repairs.some((each) => each.kind === 'order-moved')) return;
          expect(toBytes(mergePlans(base, merge.plan, theirs).plan)).toBe(toBytes(merge.plan));
          expect(toBytes(mergePlans(base, ours, merge.plan).plan)).toBe(toBytes(merge.plan));
        }),
        settings,
      );
    },
    longest,
  );

  it(
    'lets no two new rows of a list have the same order key',
    () => {
      fc.assert(
        fc.property(arbitrarySessions, ({ base, ours, theirs }) => {
          const { plan } = mergePlans(base, ours, theirs);
          const keys = plan.changes
            .filter((row) => base.changes.get(row.id)?.order !== row.order)
            .map((row) => `${row.phase} ${row.order}`);
          const doubled = keys.filter((key, index) => keys.indexOf(key) !== index);
          const wereSo = [ours, theirs].some((side) => {
            const own = side.changes.map((row) => `${row.phase} ${row.order}`);
            return doubled.some((key) => own.filter((each) => each === key).length > 1);
          });
          expect(wereSo ? [] : doubled).toEqual([]);
        }),
        settings,
      );
    },
    longest,
  );

  it(
    'sees collections of every kind',
    () => {
      const touched = new Set<string>();
      fc.assert(
        fc.property(arbitrarySessions, ({ base, ours }) => {
          for (const name of collectionNames) if (base[name] !== ours[name]) touched.add(name);
        }),
        { ...settings, numRuns: Math.max(settings.numRuns, 100), seed: 7 },
      );
      expect(touched.size).toBeGreaterThan(8);
    },
    longest,
  );
});
