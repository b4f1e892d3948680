import { describe, expect, it } from 'vitest';
import { findCloseNames, toDidYouMean, toEditDistance } from '#core/commands/close-names.ts';

describe('near names', () => {
  it.each([
    ['', '', 0],
    ['web', 'web', 0],
    ['web', 'wbe', 1],
    ['web01', 'web02', 1],
    ['kitten', 'sitting', 3],
    ['web', 'database', 4],
  ])('%s and %s are %d apart', (a, b, distance) => {
    expect(toEditDistance(a, b, 3)).toBe(distance);
    expect(toEditDistance(b, a, 3)).toBe(distance);
  });

  it('offers the nearest first, three at most, none that is far', () => {
    expect(findCloseNames('web1', ['db', 'web10', 'WEB1', 'web2', 'web3', 'web4'])).toEqual([
      'WEB1',
      'web10',
      'web2',
    ]);
    expect(findCloseNames('zzz', ['db', 'web'])).toEqual([]);
    expect(findCloseNames('x'.repeat(10_000), ['x'])).toEqual([]);
  });

  it('says it in words', () => {
    expect(toDidYouMean('dv', ['db', 'dw', 'cache'])).toBe(' Did you mean db or dw?');
    expect(toDidYouMean('q', ['cache'])).toBe('');
  });
});
