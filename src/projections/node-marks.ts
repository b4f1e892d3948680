import { findChangedNode, type Change } from '#core/model/change.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { doubtsEach } from '#core/model/question.ts';
import { phaseOf, plannedSequence, type StatePoint } from '#core/state/plan-states.ts';
import { findingsAt, numberOfPhase, rankOf } from './state-order.ts';

/** What happens to a node, as one mark says it. */
export type MarkKind = 'move' | 'merge' | 'remove' | 'add' | 'waits' | 'question';

/** One mark of a node: filled when it is in effect in the shown state, else a frame with the number of its phase. */
export interface NodeMark {
  readonly kind: MarkKind;
  /** Whether the shown state is past it (or, for a removal, whether it was agreed). */
  readonly done: boolean;
  /** The number of its phase; `null` when it has none. */
  readonly phase: number | null;
}

/** What the screen says of a node besides its name. */
export interface NodeState {
  readonly marks: readonly NodeMark[];
  /** A removal that nobody agreed to yet. */
  readonly candidate: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** The sentence of the worst finding. */
  readonly first: string | null;
}

/** Nothing to say. */
export const plainState: NodeState = { marks: [], candidate: false, errors: 0, warnings: 0, first: null };

/** The changes of each node, in the planned order. */
export function changesByNode(plan: Plan): ReadonlyMap<NodeId, readonly Change[]> {
  const found = new Map<NodeId, Change[]>();
  for (const change of plannedSequence(plan)) {
    const node = findChangedNode(change);
    if (node === null) continue;
    const known = found.get(node);
    if (known === undefined) found.set(node, [change]);
    else known.push(change);
  }
  return found;
}

function markOf(plan: Plan, change: Change, rank: number): NodeMark | null {
  if (change.kind === 'resize' || change.kind === 'rewire' || change.kind === 'hand-over') return null;
  const phase = phaseOf(plan, change);
  const done = rankOf(plan, phase) <= rank;
  if (!done && change.kind === 'remove' && change.conditions.some((condition) => !condition.met))
    return { kind: 'waits', done, phase: numberOfPhase(plan, phase) };
  return { kind: change.kind, done, phase: numberOfPhase(plan, phase) };
}

/**
 * The marks and finding counts of all nodes that have any, in one state. An error marks each node that it names, a
 * warning the first one; information marks nothing.
 */
export function toNodeStates(
  plan: Plan,
  report: CheckReport,
  point: StatePoint,
): ReadonlyMap<NodeId, NodeState> {
  const rank = rankOf(plan, point);
  const states = new Map<NodeId, NodeState>();
  const edit = (id: NodeId, to: (state: NodeState) => NodeState): void => {
    states.set(id, to(states.get(id) ?? plainState));
  };
  const withMark = (id: NodeId, mark: NodeMark): void =>
    edit(id, (state) => ({ ...state, marks: [...state.marks, mark] }));
  for (const question of plan.questions) {
    if (question.status !== 'open' || !doubtsEach(question)) continue;
    for (const about of question.about) {
      const node = plan.nodes.get(about);
      if (node === undefined || states.get(node.id)?.marks.some((mark) => mark.kind === 'question') === true)
        continue;
      withMark(node.id, { kind: 'question', done: false, phase: null });
    }
  }
  const changes = changesByNode(plan);
  for (const [id, list] of changes) {
    for (const change of list) {
      const mark = markOf(plan, change, rank);
      if (mark !== null) withMark(id, mark);
    }
  }
  for (const disposition of plan.dispositions) {
    if (disposition.disposition !== 'retire') continue;
    if (!disposition.agreed) edit(disposition.node, (state) => ({ ...state, candidate: true }));
    const planned = changes
      .get(disposition.node)
      ?.some((change) => change.kind === 'remove' || change.kind === 'merge');
    if (planned === true) continue;
    const waits = disposition.conditions.some((condition) => !condition.met);
    withMark(disposition.node, {
      kind: waits ? 'waits' : 'remove',
      done: disposition.agreed && !waits,
      phase: null,
    });
  }
  for (const finding of findingsAt(plan, report, point)) {
    if (finding.severity === 'info') continue;
    for (const id of finding.severity === 'error' ? finding.nodes : finding.nodes.slice(0, 1)) {
      edit(id, (state) => ({
        ...state,
        errors: state.errors + (finding.severity === 'error' ? 1 : 0),
        warnings: state.warnings + (finding.severity === 'warning' ? 1 : 0),
        first:
          finding.severity === 'error' && state.errors === 0
            ? finding.message
            : (state.first ?? finding.message),
      }));
    }
  }
  return states;
}
