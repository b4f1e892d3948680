import { describe, expect, it } from 'vitest';
import { inOrder, toOrderAtEnd, toOrderBeside, type OrderedRow } from '#core/commands/order.ts';

const rows = (...orders: string[]): OrderedRow[] =>
  orders.map((order, index) => ({ id: `r${index}`, order }));

function after(list: OrderedRow[], moving: string, beside: string, side: 'before' | 'after'): string[] {
  const orders = toOrderBeside(list, moving, beside, side);
  return inOrder(list.map((row) => ({ ...row, order: orders.get(row.id) ?? row.order }))).map(({ id }) => id);
}

describe('order keys', () => {
  it('sort by key, then by id', () => {
    expect(inOrder(rows('b', 'a', 'a')).map(({ id }) => id)).toEqual(['r1', 'r2', 'r0']);
  });

  it.each([[[]], [['a0']], [['a0', 'a1']], [['']], [['1', '2', '10']], [['zz', '~']], [['first', 'second']]])(
    'the key at the end of %j sorts last',
    (orders) => {
      const key = toOrderAtEnd(rows(...orders));
      for (const order of orders) expect(order < key).toBe(true);
    },
  );

  it.each([
    [['a0', 'a1', 'a2', 'a3']],
    [['1', '2', '3', '4']],
    [['a0', 'a0', 'a0', 'a0']],
    [['', '', 'x', 'x0']],
    [['a', 'a0', 'a00', 'a000']],
  ])('every row of %j can go before and after every other', (orders) => {
    const list = rows(...orders);
    for (const moving of list) {
      for (const beside of list.filter(({ id }) => id !== moving.id)) {
        for (const side of ['before', 'after'] as const) {
          const ids = after(list, moving.id, beside.id, side);
          const distance = ids.indexOf(moving.id) - ids.indexOf(beside.id);
          expect(distance).toBe(side === 'before' ? -1 : 1);
          const others = ids.filter((id) => id !== moving.id);
          expect(others).toEqual(
            inOrder(list)
              .map(({ id }) => id)
              .filter((id) => id !== moving.id),
          );
        }
      }
    }
  });

  it('changes only the key of the row that moves where there is room', () => {
    expect([...toOrderBeside(rows('a0', 'a1', 'a2'), 'r2', 'r1', 'before').keys()]).toEqual(['r2']);
  });
});
