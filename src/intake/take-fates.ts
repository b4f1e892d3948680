import { compareText } from '#core/base/compare.ts';
import { orderKeyBetween } from '#core/base/order-key.ts';
import type { ProposedDisposition, ProposedMove, ProposedPhase } from '#core/importers/contract.ts';
import { toChangeBase, type Change, type MergeChange, type MoveChange } from '#core/model/change.ts';
import { toDisposition, type Condition, type Disposition } from '#core/model/disposition.ts';
import { toImportedId } from '#core/model/ids.ts';
import { canContain, type InventoryNode } from '#core/model/node.ts';
import { toPhase, type Phase } from '#core/model/phase.ts';
import { normaliseName } from './reconcile/node-names.ts';
import { dispositionFields, moveFields, phaseFields, type ResolvedMove } from './relation-fields.ts';
import type { Rows } from './rows.ts';
import { findId, putAside, type IntakeSession, type SourceIntake } from './session.ts';
import { takeRecord } from './take-record.ts';
import { toNewId, type RecordIndex } from './take-relations.ts';

/** Conditions by their words: new ones come, those that a person met or wrote stay. */
function withConditions(row: Disposition, source: SourceIntake, item: ProposedDisposition): Disposition {
  const known = new Set(row.conditions.map((each) => normaliseName(each.text)));
  const added = item.conditions
    .filter((text) => !known.has(normaliseName(text)))
    .map((text): Condition => ({ id: toImportedId('co', [source.name, item.key, text]), text, met: false }));
  return added.length === 0 ? row : { ...row, conditions: [...row.conditions, ...added] };
}

/** Takes the fate of a node over; a node has one, so a second source that says another is a conflict. */
export function takeDisposition(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedDisposition,
  index: RecordIndex<Disposition>,
): void {
  const rows = session.draft.dispositions;
  const node = session.draft.nodes.get(findId(source, item.node) ?? '');
  if (node === undefined) {
    putAside(source, item, 'missing-reference');
    return;
  }
  const existing = rows.get(findId(source, item.key) ?? '') ?? index.find(node.id);
  const isFirst = existing === undefined || !source.memory.records.has(existing.id);
  const make = (): Disposition =>
    toDisposition({
      id: toNewId(rows, 'di', source, item),
      node: node.id,
      disposition: item.disposition,
      why: item.why,
    });
  const row = takeRecord({
    session,
    source,
    item,
    collection: 'dispositions',
    rows,
    existing,
    make,
    fields: dispositionFields,
    proposed: item,
    quiet: new Set(isFirst ? ['why'] : []),
  });
  const full = isFirst ? withConditions(row, source, item) : row;
  if (full !== row) rows.put(full);
  index.add(full);
}

/** Adds keys at the end of what is ordered already. */
export function makeOrderAtEnd(
  rows: Pick<Rows<{ readonly id: string; readonly order: string }>, 'values'>,
): () => string {
  let last: string | null = null;
  for (const { order } of rows.values()) if (last === null || compareText(order, last) > 0) last = order;
  return () => {
    last = orderKeyBetween(last, null);
    return last;
  };
}

/** A phase of a source that waits for its turn. */
export interface PhaseTask {
  readonly source: SourceIntake;
  readonly item: ProposedPhase;
}

/** Phases in the order of the work: by date, else by the number in the name, else as they were found. */
export function toPhaseOrder(tasks: readonly PhaseTask[]): readonly PhaseTask[] {
  const numberOf = (task: PhaseTask): number =>
    Number(/\d{1,6}/u.exec(task.item.name)?.[0] ?? Number.MAX_SAFE_INTEGER);
  const dateOf = (task: PhaseTask): string => task.item.start ?? '9999-12-31';
  return tasks.toSorted((a, b) => compareText(dateOf(a), dateOf(b)) || numberOf(a) - numberOf(b));
}

/** Takes a phase over; the same name in two sources is one phase. */
export function takePhase(
  session: IntakeSession,
  { source, item }: PhaseTask,
  index: RecordIndex<Phase>,
  nextOrder: () => string,
): void {
  const rows = session.draft.phases;
  const existing = rows.get(findId(source, item.key) ?? '') ?? index.find(normaliseName(item.name));
  const make = (): Phase =>
    toPhase({ id: toNewId(rows, 'ph', source, item), name: item.name, order: nextOrder() });
  index.add(
    takeRecord({
      session,
      source,
      item,
      collection: 'phases',
      rows,
      existing,
      make,
      fields: phaseFields,
      proposed: item,
    }),
  );
}

function isStep(change: Change | undefined): change is MoveChange | MergeChange {
  return change?.kind === 'move' || change?.kind === 'merge';
}

/** What moving a node onto another means: a new place, or two machines that become one. */
function toStepKind(session: IntakeSession, node: InventoryNode, to: InventoryNode): 'move' | 'merge' | null {
  let above: InventoryNode | undefined = to;
  for (let depth = 0; above !== undefined && depth < 1000; depth += 1) {
    if (above.id === node.id) return null;
    above = session.draft.nodes.get(above.parent);
  }
  if (canContain(to.kind, node.kind)) return node.parent === to.id ? null : 'move';
  return node.kind === to.kind ? 'merge' : null;
}

/** Takes a planned move over; what can't stand at its target waits. */
export function takeMove(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedMove,
  index: RecordIndex<Change>,
  nextOrder: () => string,
): void {
  const { nodes, phases, changes } = session.draft;
  const node = nodes.get(findId(source, item.node) ?? '');
  const to = nodes.get(findId(source, item.to) ?? '');
  const phase = phases.get(item.phase === null ? null : (findId(source, item.phase) ?? ''));
  if (node === undefined || to === undefined) {
    putAside(source, item, 'missing-reference');
    return;
  }
  const own = changes.get(findId(source, item.key) ?? '');
  const kind = toStepKind(session, node, to);
  if (kind === null && own === undefined) {
    putAside(source, item, 'does-not-fit');
    return;
  }
  const before = own ?? index.find(node.id, isStep);
  const existing = isStep(before) ? before : undefined;
  const make = (): MoveChange | MergeChange => {
    const base = toChangeBase({
      id: toNewId(changes, 'ch', source, item),
      order: nextOrder(),
      phase: phase?.id ?? null,
    });
    return kind === 'merge'
      ? { ...base, kind, node: node.id, into: to.id }
      : { ...base, kind: 'move', node: node.id, to: to.id };
  };
  const rows: Rows<MoveChange | MergeChange> = {
    get: (id) => {
      const change = changes.get(id);
      return isStep(change) ? change : undefined;
    },
    put: (change) => changes.put(change),
    values: () => changes.values().filter(isStep),
    before: () => changes.values().filter(isStep),
    toTable: () => {
      throw new Error('a view of the changes has no table');
    },
  };
  const proposed: ResolvedMove = { to: to.id, phase: phase?.id ?? null };
  index.add(
    takeRecord({
      session,
      source,
      item,
      collection: 'changes',
      rows,
      existing,
      make,
      fields: moveFields,
      proposed,
    }),
  );
}
