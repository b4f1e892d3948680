import { describe, expect, it } from 'vitest';
import { toFigure } from '#core/base/figure.ts';

describe('a number in a sentence', () => {
  it('has its thousands separated, whatever the locale', () => {
    expect([0, 7, 999, 1000, 20_000, 1_234_567].map(toFigure)).toEqual([
      '0',
      '7',
      '999',
      '1,000',
      '20,000',
      '1,234,567',
    ]);
    expect(toFigure(-1234)).toBe('-1,234');
  });
});
