import { expect, it, vi } from 'vitest';
import { atOnce, type Steps } from '#core/base/steps.ts';
import { inSlices, madeInSlices } from '#bridge/in-slices.ts';

it('long work lets the page answer in between, and short work does not', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const order: string[] = [];
  function* steps(count: number, ms: number): Generator<number> {
    for (let at = 0; at < count; at += 1) {
      now += ms;
      order.push(`step ${at}`);
      yield at;
    }
  }
  const short = madeInSlices(steps(3, 1));
  setTimeout(() => order.push('page'));
  expect(await short).toEqual([0, 1, 2]);
  expect(order).toEqual(['step 0', 'step 1', 'step 2']);
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  order.length = 0;
  setTimeout(() => order.push('page'));
  expect(await madeInSlices(steps(40, 7))).toHaveLength(40);
  expect(order).toContain('page');
  expect(order.indexOf('page')).toBeLessThan(40);
  clock.mockRestore();
});

it('the result is that of the same work done at once', async () => {
  function* sum(count: number): Steps<number> {
    let total = 0;
    for (let at = 0; at < count; at += 1) {
      total += at;
      yield;
    }
    return total;
  }
  expect(await inSlices(sum(1000))).toBe(atOnce(sum(1000)));
  expect(atOnce(sum(0))).toBe(0);
});

it('what goes wrong in a step is told', async () => {
  function* steps(): Steps<void> {
    yield 1;
    throw new Error('no more');
  }
  await expect(inSlices(steps())).rejects.toThrow('no more');
});
