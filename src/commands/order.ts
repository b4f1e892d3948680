import { sortedBy } from '#core/base/compare.ts';
import { orderKeyBetween } from '#core/base/order-key.ts';

/** Anything with an explicit place in a list. */
export interface OrderedRow {
  readonly id: string;
  readonly order: string;
}

/** Rows in their order; equal keys by id. */
export function inOrder<T extends OrderedRow>(rows: Iterable<T>): T[] {
  return sortedBy(
    rows,
    (row) => row.order,
    (row) => row.id,
  );
}

/** A key between two others; files written by hand may hold keys that are no fractional index, `null` when none fits. */
function findKeyBetween(before: string | null, after: string | null): string | null {
  try {
    return orderKeyBetween(before, after);
  } catch {
    if (after === null) return `${before ?? ''}V`;
    if (before === null || before >= after || after.startsWith(before)) return null;
    return `${before}V`;
  }
}

/** The key of a row that goes behind the last one of a list; `null`: the list is empty. */
export function toOrderAfter(last: string | null): string {
  return findKeyBetween(last, null) ?? 'a0';
}

/** The key of a row that goes to the end of a list. */
export function toOrderAtEnd(rows: Iterable<OrderedRow>): string {
  let last: string | null = null;
  for (const { order } of rows) if (last === null || order > last) last = order;
  return toOrderAfter(last);
}

/** New keys for the rows of a list whose key changes. */
export type NewOrders = ReadonlyMap<string, string>;

/**
 * The keys that put a row directly before or after another of the list. Usually only its own; where the keys leave no
 * room (equal keys, keys that no Rehome wrote) the whole list gets new ones.
 */
export function toOrderBeside(
  rows: Iterable<OrderedRow>,
  moving: string,
  beside: string,
  side: 'before' | 'after',
): NewOrders {
  const others = inOrder(rows).filter((row) => row.id !== moving);
  const at = others.findIndex((row) => row.id === beside) + (side === 'after' ? 1 : 0);
  const before = others[at - 1]?.order ?? null;
  const key = findKeyBetween(before, others[at]?.order ?? null);
  const isClear = key !== null && (before === null || before < key);
  if (isClear && (others[at] === undefined || key < others[at].order)) return new Map([[moving, key]]);
  const orders = new Map<string, string>();
  let last: string | null = null;
  for (const id of [
    ...others.slice(0, at).map((row) => row.id),
    moving,
    ...others.slice(at).map((row) => row.id),
  ]) {
    last = orderKeyBetween(last, null);
    orders.set(id, last);
  }
  return orders;
}
