import { describe, expect, it } from 'vitest';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { isSameJson } from '#core/base/same-json.ts';
import { makeIdMaker } from '#core/model/ids.ts';
import { collectionNames, toEmptyPlan, toTableOf, type Plan } from '#core/model/plan.ts';
import { toId } from '#core/model/ids.ts';
import { generateEstate } from '#support/estate/generate-estate.ts';
import { makePlanJoiner, toPlanParts } from '#workers/plan-parts.ts';

const partSize = 400;

function rowsOf(plan: Plan): unknown {
  return Object.fromEntries(
    collectionNames.map((name) => [
      name,
      Object.fromEntries([...toTableOf(plan, name)].map((row) => [row.id, row])),
    ]),
  );
}

/** A plan whose source remembers more than one part holds. */
function importedPlan(servers: number): Plan {
  const rows = Array.from({ length: servers }, (_, at) => `s${at},10.0.${at >> 8}.${at & 255},host${at % 7}`);
  const text = `Server,IP,Host\n${rows.join('\n')}\n`;
  const { proposals } = importFiles([{ name: 'list.csv', bytes: new TextEncoder().encode(text) }]);
  const makeId = makeIdMaker((length) => new Uint8Array(length));
  return acceptProposals(toEmptyPlan(toId('pl', 'x'), ''), proposals, { accept: 'all' }, { makeId }).edit
    .plan;
}

describe('the parts of a plan that cross to a worker', () => {
  it.each([
    ['of an estate', generateEstate({ servers: 900, phases: 5 })],
    ['of an import', importedPlan(1300)],
    ['of nothing', toEmptyPlan(toId('pl', 'x'), '')],
  ])('make the same plan again: %s', (_, plan) => {
    const joiner = makePlanJoiner();
    for (const part of toPlanParts(plan)) joiner.add(structuredClone(part));
    expect(isSameJson(rowsOf(joiner.toPlan()), rowsOf(plan))).toBe(true);
  });

  it('are small, also where one source remembers everything', () => {
    const sizes = [...toPlanParts(importedPlan(1300))].map((part) => {
      if (part.is === 'list') return part.rows.length;
      if (part.is === 'memory') return Object.keys(part.values).length;
      return Object.values(part.diff.collections).reduce(
        (sum, diff) => sum + Object.keys(diff.added).length,
        0,
      );
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(partSize);
    expect(sizes.length).toBeGreaterThan(6);
  });
});
