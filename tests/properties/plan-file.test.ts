import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { findJsonError } from '#core/document/json-error.ts';
import { toLineOfPath } from '#core/document/json-position.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { collectionNames, type Plan } from '#core/model/plan.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';

const settings = { numRuns: runs('property'), verbose: 1 } as const;

function parsed(text: string): Plan {
  const result = parsePlanFile(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const toRows = (plan: Plan): object =>
  Object.fromEntries(
    collectionNames.map((name) => [name, Object.fromEntries([...plan[name]].map((row) => [row.id, row]))]),
  );

it('reads back exactly what was written', () => {
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      const again = parsed(toPlanFileText(plan));
      expect(toRows(again)).toEqual(toRows(plan));
      expect({ id: again.id, name: again.name, revision: again.revision, extra: again.extra }).toEqual({
        id: plan.id,
        name: plan.name,
        revision: plan.revision,
        extra: Object.keys(plan.extra[''] ?? {}).length === 0 ? {} : plan.extra,
      });
    }),
    settings,
  );
});

it('writes the same bytes again, and whatever the history of its tables', () => {
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      const text = toPlanFileText(plan);
      expect(toPlanFileText(parsed(text))).toBe(text);
      const shuffled = { ...plan, nodes: toTable([...plan.nodes].reverse()) };
      expect(toPlanFileText(shuffled)).toBe(text);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }),
    settings,
  );
});

it('never throws on a broken file, and says the line of a broken syntax', () => {
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    put: fc.constantFrom('', '{', '"', ',', 'x', '\n', '\\', '0'),
  });
  fc.assert(
    fc.property(arbitraryPlan({ nodes: 4, changes: 3 }), damage, (plan, { at, put }) => {
      const text = toPlanFileText(plan);
      const index = Math.floor(at * text.length);
      const broken = text.slice(0, index) + put + text.slice(index + 1);
      const result = parsePlanFile(broken);
      if (result.ok) return;
      expect(result.error.message).toMatch(/\.$/);
      if (result.error.code === 'not-json') expect(result.error.line).toBeGreaterThan(0);
    }),
    { ...settings, numRuns: runs('fuzz') * 5 },
  );
});

it('agrees with JSON.parse about what JSON is', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const pieces = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0',
      '01',
      '1e5',
      '.5',
      'true',
      'nul',
      ' ',
      '\n',
      '"\\u12"',
      '"\t"',
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        pieces.map((each) => each.join('')),
      ),
      (text) => {
        expect(findJsonError(text) === null).toBe(isJson(text));
      },
    ),
    { ...settings, numRuns: runs('property') * 10 },
  );
});

it('finds the line on which a value stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 }), { minLength: 1 }),
      fc.nat(),
      (lists, n) => {
        const wanted = n % lists.length;
        const text = `{ "k\\"}": [\n${lists.map((list) => JSON.stringify(list)).join(',\n')}\n] }`;
        expect(toLineOfPath(text, ['k"}', wanted])).toBe(wanted + 2);
        expect(toLineOfPath(text, ['k"}', wanted, lists[wanted]?.length ?? 0])).toBe(wanted + 2);
      },
    ),
    settings,
  );
});
