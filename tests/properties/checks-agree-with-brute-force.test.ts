import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Plan } from '#core/model/plan.ts';
import { toSource } from '#core/model/source.ts';
import { toId } from '#core/model/ids.ts';
import { dependenciesInto, dependenciesOutOf, dutiesOn, subtreeIn } from '#core/state/estate.ts';
import { estateAt, plannedSequence, stepsOf } from '#core/state/plan-states.ts';
import {
  applyAllPlainly,
  checkPlainly,
  idsOfState,
  inversionsPlainly,
  toPlainSequence,
  toPlainStates,
  unreachedPlainly,
} from '#support/brute-force/plain-check.ts';
import { isInside } from '#support/brute-force/plain-estate.ts';
import { smallRows, toSmallPlan } from '#support/brute-force/small-plan.ts';
import { runs } from '#support/counts.ts';
import { makeNode } from '#support/plan-parts.ts';

/** Rules that the oracle knows word by word. */
const compared = new Set([
  'needed-node-is-there',
  'removed-node-is-not-needed',
  'host-has-room',
  'duty-has-one-accountable',
  'is-placed',
  'condition-is-met',
  'blocking-question-is-answered',
  'hand-over-is-accepted',
  'removal-is-agreed',
]);

function linesOf(plan: Plan): string[] {
  return checkPlan(plan)
    .findings.filter((finding) => compared.has(finding.rule))
    .map((finding) => `${finding.rule} ${finding.id} ${finding.phase} ${finding.until}`)
    .sort();
}

const options = { numRuns: runs('oracle') };

describe('states and checks agree with a slow and obvious brute force', () => {
  it('in the order of the changes and in every state', () => {
    assert(
      property(smallRows, (rows) => {
        const plan = toSmallPlan(rows);
        expect(plannedSequence(plan)).toEqual(toPlainSequence(plan));
        const plain = toPlainStates(plan);
        for (const [index, { estate }] of [...stepsOf(plan)].entries()) {
          const byId = (rows: Iterable<{ id: string }>): object =>
            Object.fromEntries([...rows].map((row) => [row.id, row]));
          const state = plain[index];
          expect(byId(estate.nodes)).toEqual(byId(state?.nodes ?? []));
          expect(byId(estate.dependencies)).toEqual(byId(state?.dependencies ?? []));
          expect(byId(estate.duties)).toEqual(byId(state?.duties ?? []));
        }
        expect([...estateAt(plan, 'end').nodes]).toEqual([
          ...([...stepsOf(plan)].at(-1)?.estate.nodes ?? []),
        ]);
      }),
      options,
    );
  });

  it('keeps its index true to the records', () => {
    assert(
      property(smallRows, (rows) => {
        const plan = toSmallPlan(rows);
        const end = estateAt(plan, 'end');
        const plain = { nodes: [...end.nodes], dependencies: [], duties: [], taken: [] };
        for (const node of end.nodes) {
          const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id).sort();
          expect(ids(subtreeIn(end, node.id))).toEqual(
            ids(end.nodes.filter((each) => isInside(plain, each.id, node.id))),
          );
          expect(ids(dependenciesOutOf(end, node.id))).toEqual(
            ids(end.dependencies.filter((each) => each.from === node.id)),
          );
          expect(ids(dependenciesInto(end, node.id))).toEqual(
            ids(end.dependencies.filter((each) => each.to === node.id)),
          );
          expect(ids(dutiesOn(end, node.id))).toEqual(
            ids(end.duties.filter((each) => each.subject === node.id)),
          );
        }
      }),
      options,
    );
  });

  it('in what is wrong, from when and until when', () => {
    assert(
      property(smallRows, (rows) => {
        const plan = toSmallPlan(rows);
        expect(linesOf(plan)).toEqual(checkPlainly(plan));
      }),
      options,
    );
  });

  it('in who is out of reach, and in what comes too early', () => {
    assert(
      property(smallRows, (rows) => {
        const plan = toSmallPlan(rows);
        const { findings } = checkPlan(plan);
        const unreached = findings.filter((finding) => finding.rule === 'admin-can-reach');
        const behind = new Set(unreached.flatMap((finding) => finding.names));
        expect(unreachedPlainly(plan).filter((name) => !behind.has(name))).toEqual([]);
        expect(unreached.length > 0).toBe(unreachedPlainly(plan).length > 0);
        const early = findings.filter((finding) =>
          / (comes in a later phase|comes later in the same phase|has no phase and comes after all of them)\.$/u.test(
            finding.message,
          ),
        );
        const circles = findings.some((finding) => /waits? for (itself|each other)/u.test(finding.message));
        if (!circles) expect(early).toHaveLength(inversionsPlainly(plan));
        expect(early.length > 0 || circles).toBe(inversionsPlainly(plan) > 0 || circles);
      }),
      options,
    );
  });

  it('in the sequence that leads there: it does, and nothing of it can be left out', () => {
    const ofStates = new Set([
      'needed-node-is-there',
      'removed-node-is-not-needed',
      'host-has-room',
      'duty-has-one-accountable',
      'is-placed',
    ]);
    assert(
      property(smallRows, (rows) => {
        const plan = toSmallPlan(rows);
        for (const finding of checkPlan(plan).findings.filter((each) => ofStates.has(each.rule))) {
          const path = plannedSequence(plan).filter((change) => finding.after.includes(change.id));
          expect(path.map((change) => change.id)).toEqual(finding.after);
          expect(idsOfState(applyAllPlainly(plan, path)).has(finding.id)).toBe(true);
          if (path.length < 2) continue;
          for (const change of path) {
            const without = applyAllPlainly(
              plan,
              path.filter((each) => each !== change),
            );
            expect(idsOfState(without).has(finding.id)).toBe(false);
          }
        }
      }),
      options,
    );
  });

  it('keeps ids, sentences and order when something else is edited or the file is read again', () => {
    assert(
      property(smallRows, (rows) => {
        const plan = toSmallPlan(rows);
        const told = (each: Plan): string[] =>
          checkPlan(each)
            .findings.filter((finding) => finding.rule !== 'has-owner')
            .map((finding) => JSON.stringify(finding));
        const again: Plan = {
          ...plan,
          nodes: toTable([...plan.nodes].reverse()),
          dependencies: toTable([...plan.dependencies].reverse()),
          duties: toTable([...plan.duties].reverse()),
          changes: toTable([...plan.changes].reverse()),
        };
        expect(told(again)).toEqual(told(plan));
        const elsewhere: Plan = {
          ...plan,
          nodes: plan.nodes.put([makeNode('elsewhere', 'provider')]),
          sources: toTable([toSource({ id: toId('so', 'so_1'), name: 'list', format: 'csv' })]),
        };
        expect(told(elsewhere)).toEqual(told(plan));
      }),
      options,
    );
  });
});
