import type { Table } from '#core/base/table.ts';
import type { Change } from '#core/model/change.ts';
import type { PhaseId } from '#core/model/ids.ts';
import { toOrderAfter } from './order.ts';

type Fate = Extract<Change, { readonly kind: 'move' | 'merge' | 'remove' }>;

interface ChangeIndex {
  /** The greatest order key of a phase; a phase that is missing here has to be looked up. */
  readonly lastOrders: Map<PhaseId | null, string | null>;
  /** Ids of the changes that move, merge or remove a node. */
  readonly fates: Map<string, Set<string>>;
}

// An index belongs to one table, the newest: it is changed in place and passed on. An older table gets one of its own.
const indexes = new WeakMap<Table<Change>, ChangeIndex>();

function isFate(change: Change | undefined): change is Fate {
  return change?.kind === 'move' || change?.kind === 'merge' || change?.kind === 'remove';
}

function addFate({ fates }: ChangeIndex, change: Change | undefined): void {
  if (!isFate(change)) return;
  const ids = fates.get(change.node);
  if (ids === undefined) fates.set(change.node, new Set([change.id]));
  else ids.add(change.id);
}

function indexOf(changes: Table<Change>): ChangeIndex {
  const known = indexes.get(changes);
  if (known !== undefined) return known;
  const index: ChangeIndex = { lastOrders: new Map(), fates: new Map() };
  for (const change of changes) addFate(index, change);
  indexes.set(changes, index);
  return index;
}

function findLastOrder(changes: Table<Change>, phase: PhaseId | null): string | null {
  let last: string | null = null;
  for (const row of changes) {
    if (row.phase === phase && (last === null || row.order > last)) last = row.order;
  }
  return last;
}

/** The key of a change that goes to the end of a phase. Constant for a plan whose changes come one after the other. */
export function toOrderAtPhaseEnd(changes: Table<Change>, phase: PhaseId | null): string {
  const { lastOrders } = indexOf(changes);
  let last = lastOrders.get(phase);
  if (last === undefined) {
    last = findLastOrder(changes, phase);
    lastOrders.set(phase, last);
  }
  return toOrderAfter(last);
}

/** The changes that move, merge or remove a node, in no order. */
export function findFatesOf(changes: Table<Change>, node: string): Change[] {
  return [...(indexOf(changes).fates.get(node) ?? [])].flatMap((id) => changes.get(id) ?? []);
}

/** Passes the index of a table on to the one that was made of it by writing or dropping one change. */
export function carryChangeIndex(before: Table<Change>, after: Table<Change>, id: string): void {
  const index = indexes.get(before);
  if (index === undefined || before === after) return;
  const [was, is] = [before.get(id), after.get(id)];
  if (was !== undefined && (is?.phase !== was.phase || is.order !== was.order)) {
    if (index.lastOrders.get(was.phase) === was.order) index.lastOrders.delete(was.phase);
  }
  if (isFate(was)) index.fates.get(was.node)?.delete(id);
  addFate(index, is);
  const last = is === undefined ? undefined : index.lastOrders.get(is.phase);
  if (is !== undefined && last !== undefined && (last === null || is.order > last)) {
    index.lastOrders.set(is.phase, is.order);
  }
  indexes.delete(before);
  indexes.set(after, index);
}
