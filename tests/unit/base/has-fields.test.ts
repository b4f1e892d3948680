import { expect, test } from 'vitest';
import { hasFields } from '#core/base/has-fields.ts';

test('an object with all fields of the type, and others, has them', () => {
  expect(hasFields({ a: '', b: 'x', c: 1 }, ['a', 'b'], 'string')).toBe(true);
  expect(hasFields({ a: 0, b: Number.NaN }, ['a', 'b'], 'number')).toBe(true);
  expect(hasFields([], [], 'string')).toBe(true);
});

test.each([null, undefined, 1, 'text', {}, { a: '' }, { a: '', b: 1 }, { a: '', b: null }, ['a', 'b']])(
  '%j has not',
  (value) => {
    expect(hasFields(value, ['a', 'b'], 'string')).toBe(false);
  },
);
