import { describe, expect, it } from 'vitest';
import { findJsonError } from '#core/document/json-error.ts';
import { toLineOfPath, toTextPosition } from '#core/document/json-position.ts';

describe('why a text is not JSON', () => {
  it.each([
    ['', 1, 1, 'expected a value, found the end of the file'],
    ['{"a":1,}', 1, 8, 'expected a key in double quotes, found "}"'],
    ['{"a":1 "b":2}', 1, 8, 'expected a comma or "}", found a text'],
    ['[1 2]', 1, 4, 'expected a comma or "]", found "2"'],
    ['{"a" 1}', 1, 6, 'expected a colon, found "1"'],
    ["{'a':1}", 1, 2, 'expected a key in double quotes, found "\'a\':1}"'],
    ['{\n  "a": tru\n}', 2, 8, 'expected a value, found "tru"'],
    ['{"a":01}', 1, 6, 'expected a value, found "01}"'],
    ['{"a":"x', 1, 6, 'expected a value, found a text whose closing quote is missing'],
    ['{"a":"x\ny"}', 1, 8, 'expected a value, found a line break or control character inside a text'],
    ['{"a":"\\q"}', 1, 7, 'expected a value, found an escape that JSON does not know'],
    ['{}\n{}', 2, 1, 'expected the end of the file, found "{"'],
    ['[}', 1, 2, 'expected a value, found "}"'],
    ['{"a":1]', 1, 7, 'expected a comma or "}", found "]"'],
    ['// x', 1, 1, 'expected a value, found "//"'],
  ])('%j', (text, line, column, message) => {
    expect(findJsonError(text)).toEqual({ line, column, message });
  });

  it.each(['{}', '[]', ' "a" ', '-1.5e+3', '\uFEFF{"a":[1,{"b":null}],"c":"\\u00e4\\n"}', '{"a":"\\ud800"}'])(
    '%j is JSON',
    (text) => {
      expect(findJsonError(text)).toBeNull();
    },
  );

  it('reads a million brackets and a long text without trouble', () => {
    expect(findJsonError('['.repeat(1_000_000))?.message).toContain('the end of the file');
    expect(findJsonError(`"${'a'.repeat(1_000_000)}"`)).toBeNull();
  });
});

describe('places in a text', () => {
  it('count lines and columns from 1', () => {
    expect(toTextPosition('a\nbc', 0)).toEqual({ line: 1, column: 1 });
    expect(toTextPosition('a\nbc', 3)).toEqual({ line: 2, column: 2 });
  });

  it('are found by path, as near as the path leads', () => {
    const text = '{\n "a": [\n  1,\n  { "b\\"": "}]",\n    "c": -2 }\n ]\n}';
    expect(toLineOfPath(text, [])).toBe(1);
    expect(toLineOfPath(text, ['a'])).toBe(2);
    expect(toLineOfPath(text, ['a', 0])).toBe(3);
    expect(toLineOfPath(text, ['a', 1, 'b"'])).toBe(4);
    expect(toLineOfPath(text, ['a', 1, 'c'])).toBe(5);
    expect(toLineOfPath(text, ['a', 1, 'missing', 'x'])).toBe(4);
    expect(toLineOfPath(text, ['a', 7])).toBe(2);
    expect(toLineOfPath(text, ['a', 0, 'x'])).toBe(3);
  });
});
