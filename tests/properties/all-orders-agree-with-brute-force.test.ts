import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { checkRules } from '#core/checks/rules.ts';
import { toScene } from '#core/checks/scene.ts';
import { toStep } from '#core/checks/step.ts';
import { identityOf } from '#core/checks/walk.ts';
import type { Change } from '#core/model/change.ts';
import type { Finding } from '#core/model/finding.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Rule } from '#core/model/rule.ts';
import type { Estate } from '#core/state/estate.ts';
import { forEachBeginning, ordersPlainly, toPlainPhases } from '#support/brute-force/plain-orders.ts';
import { smallRows, toSmallPlan, type Rows } from '#support/brute-force/small-plan.ts';
import { runs } from '#support/counts.ts';
import { nd } from '#support/plan-parts.ts';

/** Most changes stand in one phase, so that there is an order to choose. */
const crowded = smallRows.map((rows): Rows => {
  const changes = rows.changes.slice(0, 6).map((each, index) => ({
    ...each,
    phase: index % 5 === 4 ? each.phase : ('1' as const),
    after: index % 3 === 2 ? each.after : [],
  }));
  return { ...rows, changes };
});

function ofOrders(plan: Plan): Finding[] {
  return checkPlan(plan).findings.filter(
    (finding) => finding.rule === 'order-respects-dependencies' && finding.severity === 'warning',
  );
}

/** All troubles of the strict rules after some changes, by looking at every spot that any of them may have. */
function lookAll(plan: Plan, changes: readonly Change[]): Set<string> {
  const scene = toScene(plan);
  const found = new Set<string>();
  const steps = changes.reduce<ReturnType<typeof toStep>[]>((before, change, index) => {
    const estate: Estate = before.at(-1)?.estate ?? scene.start;
    return [...before, toStep(scene, estate, change, index + 1)];
  }, []);
  const end = steps.at(-1)?.estate ?? scene.start;
  for (const rule of checkRules) {
    if (rule.looksAt !== 'states' || rule.severity !== 'error') continue;
    const spots = new Set([
      ...rule.spots(scene, scene.start),
      ...steps.flatMap((step) => [...rule.touched(scene, step)]),
    ]);
    for (const spot of spots) {
      for (const trouble of rule.look(scene, end, spot)) {
        if ((trouble.severity ?? rule.severity) === 'error') found.add(`${rule.name} ${identityOf(trouble)}`);
      }
    }
  }
  return found;
}

describe('what another allowed order breaks', () => {
  it('is what a brute force over all orders finds, by the shortest way, for the rules it knows', () => {
    assert(
      property(crowded, (rows) => {
        const plan = toSmallPlan(rows);
        const plain = ordersPlainly(plan);
        const told = new Map(ofOrders(plan).map((finding) => [finding.id, finding]));
        for (const trouble of plain.troubles) {
          const finding = told.get(trouble.id);
          expect(finding, trouble.id).toBeDefined();
          expect([finding?.phase, finding?.after.length]).toEqual([trouble.phase, trouble.shortest]);
        }
        const known = new Set(plain.troubles.map((trouble) => trouble.id));
        for (const finding of told.values()) {
          // Rules that the plain oracle does not know (who reaches what among them) are compared below.
          const isKnown = /not enough room|is gone, but|not in the inventory|not there yet/u;
          if (isKnown.test(finding.message) && !finding.message.includes('Nobody reaches')) {
            expect(known.has(finding.id), finding.message).toBe(true);
          }
        }
        expect(checkPlan(plan).counts.orders).toBe(plain.orders);
      }),
      { numRuns: runs('oracle') },
    );
  });

  it('is what looking at everything in every order finds, for all strict rules', () => {
    assert(
      property(crowded, array(constantFrom('s', 't', 'u', 'x', 'y'), { maxLength: 3 }), (rows, apart) => {
        const base = toSmallPlan({ ...rows, changes: rows.changes.slice(0, 4) });
        const nodes = base.nodes.map((node) =>
          ['s', 't', 'u'].includes(node.name) ? { ...node, redundancy: { group: 'g', needs: 2 } } : node,
        );
        const plan: Plan = {
          ...base,
          nodes: base.nodes.put(nodes),
          rules: toTable<Rule>([
            { id: toId('ru', 'ru_1'), kind: 'apart', nodes: apart.map(nd), value: null },
          ]),
        };
        const scene = toScene(plan);
        const planned = new Set<string>();
        for (let count = 0; count <= scene.sequence.length; count += 1) {
          for (const key of lookAll(plan, scene.sequence.slice(0, count))) planned.add(key);
        }
        const expected = new Set<string>();
        const circles = checkPlan(plan).findings.some((each) =>
          /waits? for (itself|each other)/u.test(each.message),
        );
        if (circles) return;
        let before: Change[] = [];
        for (const { start, changes } of toPlainPhases(plan)) {
          forEachBeginning(plan, start, changes, (done) => {
            for (const key of lookAll(plan, [...before, ...done])) if (!planned.has(key)) expected.add(key);
          });
          before = [...before, ...changes];
        }
        expect(ofOrders(plan)).toHaveLength(expected.size);
      }),
      { numRuns: Math.ceil(runs('oracle') / 2) },
    );
  });

  it('is shown by an allowed beginning of the phase that really leads there', () => {
    assert(
      property(crowded, (rows) => {
        const plan = toSmallPlan(rows);
        for (const finding of ofOrders(plan)) {
          const phase = toPlainPhases(plan).find((each) => each.phase === finding.phase);
          const way = finding.after.flatMap((id) => plan.changes.get(id) ?? []);
          expect(way).toHaveLength(finding.after.length);
          for (const [index, change] of way.entries()) {
            expect(phase?.changes).toContain(change);
            const early = change.after.filter(
              (id) =>
                phase?.changes.some((each) => each.id === id) === true &&
                !finding.after.slice(0, index).includes(id),
            );
            expect(early).toEqual([]);
          }
        }
      }),
      { numRuns: runs('oracle') },
    );
  });
});
