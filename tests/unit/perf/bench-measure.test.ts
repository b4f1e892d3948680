import { describe, expect, it } from 'vitest';
import { measureInTurn, toFigure, toLine } from '../../perf/measure.ts';

const few = { median: 3, p95: 4, runs: 7 };

describe('the figures of the bench', () => {
  it('are the median and the value that 95 of 100 runs stay below', () => {
    expect(toFigure([5, 1, 3])).toEqual({ median: 3, p95: 5, runs: 3 });
    expect(toFigure([4, 1, 3, 2]).median).toBe(2.5);
    expect(toFigure(Array.from({ length: 100 }, (_, at) => 100 - at)).p95).toBe(95);
    expect(toFigure([]).runs).toBe(0);
  });

  it('have a ratio above one when ours is the smaller', () => {
    expect(toLine({ what: 'x', ours: few, theirs: { ...few, median: 30 } }).ratio).toBe(10);
    expect(toLine({ what: 'x', ours: few }).ratio).toBeNull();
  });

  it('come from turns, with seven runs each although the time is used up', async () => {
    const order: string[] = [];
    const work = (name: string, took: number) => (): number => {
      order.push(name);
      return took;
    };
    const found = await measureInTurn({ ours: work('a', 1), theirs: work('b', 2) }, 9, 1, 0);
    expect(order.slice(0, 4)).toEqual(['a', 'b', 'a', 'b']);
    expect(found.ours).toEqual({ median: 1, p95: 1, runs: 7 });
    expect(found.theirs.runs).toBe(7);
  });

  it('say that they are made of fewer runs where one takes seconds', async () => {
    const found = await measureInTurn({ ours: () => 1, slow: () => 60_000 }, 9, 0, 0);
    expect([found.ours.runs, found.slow.runs]).toEqual([7, 1]);
  });

  it('leave the time to the clock where the work does not answer one', async () => {
    const found = await measureInTurn({ ours: () => {} }, 7, 0);
    expect(found.ours.runs).toBe(7);
    expect(found.ours.median).toBeGreaterThanOrEqual(0);
  });
});
