import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import type { Command } from '#core/model/command.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toMapScene, type MapScene } from '#core/projections/map-scene.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';

/** The same plan in objects of its own, of which nothing can be remembered. */
function strange(plan: Plan): Plan {
  const read = parsePlanFile(toPlanFileText(plan));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const rectsOf = (scene: MapScene) =>
  [...scene.layout.rects].map(([key, rect]) => `${key} ${JSON.stringify(rect)}`).sort();

/** Commands of a hand on the map; the picks choose among the nodes. */
function toCommand(plan: Plan, [kind, a, b]: readonly [string, number, number]): Command | null {
  const nodes = plan.nodes.map((each) => each.id);
  const [one, other] = [nodes[a % nodes.length], nodes[b % nodes.length]];
  if (one === undefined || other === undefined) return null;
  if (kind === 'move') return { command: 'plan-move', node: one, to: other };
  if (kind === 'place') return { command: 'place-node', node: one, x: a, y: b };
  if (kind === 'rename') return { command: 'edit-node', node: one, name: `renamed ${a}` };
  return { command: 'remove-node', node: one };
}

const edit = fc.tuple(fc.constantFrom('move', 'move', 'place', 'rename', 'remove'), fc.nat(400), fc.nat(400));

describe('what the layout of the map remembers', () => {
  it('never shows: after any edits the picture is that of a plan seen for the first time', () => {
    fc.assert(
      fc.property(
        arbitraryPlan({ nodes: 16, changes: 6 }),
        fc.array(edit, { maxLength: 8 }),
        fc.nat(15),
        (start, edits, pick) => {
          let [plan, made] = [start, 0];
          const collapsed = new Set(plan.nodes.map((each) => each.id).slice(pick, pick + 1));
          for (const each of edits) {
            for (const shut of [new Set<string>(), collapsed])
              expect(rectsOf(toMapScene(plan, 1.4, shut))).toEqual(
                rectsOf(toMapScene(strange(plan), 1.4, shut)),
              );
            const command = toCommand(plan, each);
            const done =
              command === null
                ? null
                : applyCommands(plan, [command], {
                    makeId: (prefix) => toId(prefix, `${prefix}_made${(made += 1)}`),
                  });
            if (done !== null && done.ok) ({ plan } = done.value);
          }
        },
      ),
      { numRuns: runs('property') },
    );
  });
});
