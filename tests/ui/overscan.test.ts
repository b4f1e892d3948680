import { expect, it } from 'vitest';
import { toOverscan } from '#ui/overscan.ts';

it('keeps lists of ordinary length whole and cuts long ones', () => {
  expect(toOverscan(40)).toBe(40);
  expect(toOverscan(20_000)).toBe(12);
  expect(toOverscan(1100, 3000)).toBe(1100);
});
