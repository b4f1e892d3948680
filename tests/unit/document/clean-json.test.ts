import { describe, expect, it } from 'vitest';
import { cleanJson, isTooDeep } from '#core/document/clean-json.ts';
import { toInventoryObject } from '#core/document/inventory-file.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';

describe('clean JSON', () => {
  it('comes back as it is, the same object', () => {
    const data = { a: [1, 'x', null, true, { b: {} }] };
    expect(cleanJson(data)).toBe(data);
  });

  it.each([
    ['a\ud800', 'a\uFFFD'],
    [{ 'k\udc00': 1 }, { 'k\uFFFD': 1 }],
    [
      [Number.POSITIVE_INFINITY, Number.NaN],
      [null, null],
    ],
    [{ a: undefined, b: [undefined] }, { b: [null] }],
    [JSON.parse('{"__proto__":1,"a":{"__proto__":{"x":1}}}'), { a: {} }],
    [() => 1, null],
    [10n, null],
    [{ x: [-0] }, { x: [0] }],
  ])('takes the harm out of %o', (dirty, clean) => {
    expect(cleanJson(dirty)).toEqual(clean);
  });

  it('counts how deep data nest', () => {
    expect(isTooDeep([[[]]], 3)).toBe(false);
    expect(isTooDeep([[[[]]]], 3)).toBe(true);
    expect(isTooDeep({ a: [{ b: 1 }] }, 2)).toBe(true);
    expect(isTooDeep('x', 0)).toBe(false);
  });
});

describe('an inventory in the form of the plan file', () => {
  it('has its five collections, sorted by id, keys in schema order', () => {
    const nodes = ['nd_2', 'nd_10'].map((id) => toNode({ id: toId('nd', id), kind: 'server', name: id }));
    const object = toInventoryObject(planOf({ nodes }));
    expect(Object.keys(object)).toEqual(['nodes', 'dependencies', 'parties', 'duties', 'questions']);
    expect(object.nodes).toMatchObject([{ id: 'nd_10' }, { id: 'nd_2' }]);
    expect(JSON.stringify(object.nodes[0])).toMatch(/^\{"id":"nd_10","kind":"server","type":null,"name":/);
  });
});
