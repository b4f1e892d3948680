import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundBins, boundMoves, boundPrice } from '#core/planning/consolidation/host-bound.ts';
import { priceOf, type PackingProblem } from '#core/planning/consolidation/packing-problem.ts';
import { toRandomSequence } from '#core/planning/consolidation/random-sequence.ts';
import { solvePacking } from '#core/planning/consolidation/solve-packing.ts';
import { isAllowedPlacement, packByTryingAll } from '#support/brute-force/pack-all.ts';
import { runs } from '#support/counts.ts';

const item = fc.record({
  sizes: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })),
  home: fc.integer({ min: -1, max: 3 }),
  bins: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), { nil: null, freq: 2 }),
  apart: fc.uniqueArray(fc.integer({ min: 0, max: 1 }), { maxLength: 1 }),
  moves: fc.integer({ min: 1, max: 2 }),
});

const bin = fc.record({
  room: fc.tuple(fc.integer({ min: 4, max: 14 }), fc.integer({ min: 4, max: 14 })),
  isTarget: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  isKept: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  price: fc.integer({ min: 1, max: 4 }),
});

/** How many moves a placement takes. */
function movesOf(problem: PackingProblem, placement: Int32Array): number {
  return problem.items.reduce((sum, each, at) => sum + (placement[at] === each.home ? 0 : each.moves), 0);
}

/** Small questions of up to five items on up to four bins, with everything that can bind them. */
const problems: fc.Arbitrary<PackingProblem> = fc
  .record({
    items: fc.array(item, { maxLength: 5 }),
    bins: fc.array(bin, { minLength: 1, maxLength: 4 }),
    isByCost: fc.boolean(),
    sharesRoot: fc.boolean(),
    isTwoDimensional: fc.boolean(),
  })
  .map(({ items, bins, isByCost, sharesRoot, isTwoDimensional }) => ({
    dimensions: isTwoDimensional ? 2 : 1,
    items: items.map((each) => ({
      sizes: isTwoDimensional ? each.sizes : each.sizes.slice(0, 1),
      home: each.home < bins.length ? each.home : -1,
      allowed: each.bins === null ? null : new Set(each.bins.filter((at) => at < bins.length)),
      apart: each.apart,
      moves: each.moves,
    })),
    bins: bins.map((each, at) => ({
      ...each,
      room: isTwoDimensional ? each.room : each.room.slice(0, 1),
      price: isByCost ? each.price : 1,
      root: sharesRoot && at === 1 ? 0 : at,
    })),
  }));

describe('small questions, against trying every placement', () => {
  test('the fewest bins and the least price are found, and the bound says so', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = packByTryingAll(problem);
        const found = solvePacking(problem, 'price');
        expect(found.isImpossible).toBe(best === null);
        if (best === null || found.placement === null) {
          expect(found.placement).toBe(null);
          return;
        }
        expect(isAllowedPlacement(problem, [...found.placement])).toBe(true);
        expect(priceOf(problem, found.placement)).toBe(best.price);
        expect(found.bound).toBeCloseTo(best.price, 6);
        expect(found.leastBins).toBeLessThanOrEqual(best.bins);
      }),
      { numRuns: runs('oracle') },
    );
  });

  test('no bound is above the best there is', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = packByTryingAll(problem);
        if (best === null) return;
        expect(boundBins(problem)).toBeLessThanOrEqual(best.bins);
        expect(boundPrice(problem)).toBeLessThanOrEqual(best.price + 1e-6);
        expect(boundMoves(problem)).toBeLessThanOrEqual(best.moves);
      }),
      { numRuns: runs('oracle') },
    );
  });

  test('fewest moves: allowed, and never fewer than the bound', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = packByTryingAll(problem);
        const found = solvePacking(problem, 'moves');
        expect(found.placement === null).toBe(best === null);
        if (best === null || found.placement === null) return;
        expect(isAllowedPlacement(problem, [...found.placement])).toBe(true);
        expect(movesOf(problem, found.placement)).toBeGreaterThanOrEqual(best.moves);
        expect(found.bound).toBeLessThanOrEqual(best.moves);
      }),
      { numRuns: runs('oracle') },
    );
  });
});

/** Full bins cut into pieces at random and mixed: there is a placement without any room left. */
function cutBins(count: number, pieces: number, seed: number): PackingProblem {
  const random = toRandomSequence(seed);
  const toCuts = (parts: number): number[] => {
    const cuts = new Set([0, 1000]);
    while (cuts.size < parts + 1) cuts.add(1 + random(999));
    return [...cuts].sort((a, b) => a - b);
  };
  const items = Array.from({ length: count }, () => {
    const parts = pieces + random(pieces);
    const cuts = [toCuts(parts), toCuts(parts), toCuts(parts)];
    return Array.from({ length: parts }, (_, at) => ({
      sizes: cuts.map((each) => (each[at + 1] ?? 0) - (each[at] ?? 0)),
      home: -1,
      allowed: null,
      apart: [],
      moves: 1,
    }));
  }).flat();
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    const [a, b] = [items[at], items[other]];
    if (a !== undefined && b !== undefined) [items[at], items[other]] = [b, a];
  }
  const bins = Array.from({ length: count * 2 }, (_, root) => ({
    room: [1000, 1000, 1000],
    isTarget: true,
    isKept: false,
    root,
    price: 1,
  }));
  return { dimensions: 3, items, bins };
}

describe('full bins cut into pieces', () => {
  test.each([
    [10, 4],
    [20, 5],
    [30, 8],
  ])('%i bins of about %i pieces are put together with at most one more', (count, pieces) => {
    const problem = cutBins(count, pieces, count);
    const { placement, bound } = solvePacking(problem, 'price');
    expect(bound).toBe(count);
    expect(placement === null ? Infinity : priceOf(problem, placement)).toBeLessThanOrEqual(count + 1);
  });
});

describe('what else holds', () => {
  test('the same problem gives the same answer', () => {
    const problem = cutBins(8, 5, 3);
    expect(solvePacking(problem, 'price')).toEqual(solvePacking(problem, 'price'));
  });

  test('large items that can never meet need a bin each', () => {
    const problem: PackingProblem = {
      dimensions: 2,
      items: [
        [6, 1],
        [5, 6],
        [6, 6],
        [6, 2],
      ].map((sizes) => ({ sizes, home: -1, allowed: null, apart: [], moves: 1 })),
      bins: Array.from({ length: 6 }, (_, root) => ({
        room: [10, 10],
        isTarget: true,
        isKept: false,
        root,
        price: 1,
      })),
    };
    expect(boundBins(problem)).toBe(4);
  });

  test('no items, no bins: nothing to do', () => {
    const nothing: PackingProblem = { dimensions: 0, items: [], bins: [] };
    expect(solvePacking(nothing, 'price')).toMatchObject({ bound: 0, leastBins: 0, isImpossible: false });
  });
});
