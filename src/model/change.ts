import type { Condition } from './disposition.ts';
import type { DependencyType } from './dependency.ts';
import type { ChangeId, DependencyId, HandOverId, NodeId, PhaseId } from './ids.ts';
import type { InventoryNode, Resources } from './node.ts';

/** What every change carries, whatever it does. */
export interface ChangeBase {
  readonly id: ChangeId;
  /** `null`: after the last phase, counts only in the state `end`. */
  readonly phase: PhaseId | null;
  readonly order: string;
  /** Changes that must come before this one. */
  readonly after: readonly ChangeId[];
  readonly conditions: readonly Condition[];
  readonly start: string | null;
  readonly end: string | null;
  readonly durationDays: number | null;
  readonly notes: string;
}

/** A new parent for a node; everything inside comes along. */
export interface MoveChange extends ChangeBase {
  readonly kind: 'move';
  readonly node: NodeId;
  readonly to: NodeId | null;
}

/** A node's children, domains, aliases and dependency ends go to another, and it ends. */
export interface MergeChange extends ChangeBase {
  readonly kind: 'merge';
  readonly node: NodeId;
  readonly into: NodeId;
}

/** The whole subtree as it is then goes. */
export interface RemoveChange extends ChangeBase {
  readonly kind: 'remove';
  readonly node: NodeId;
}

/** A node that comes: it lives only in this change until then; ids and names may point at it. */
export interface AddChange extends ChangeBase {
  readonly kind: 'add';
  readonly node: InventoryNode;
  readonly to: NodeId | null;
}

/** A new capacity for a node. */
export interface ResizeChange extends ChangeBase {
  readonly kind: 'resize';
  readonly node: NodeId;
  readonly capacity: Resources;
}

/** New values for a dependency; an absent field stays as it is, `to: null` ends the dependency. */
export interface RewireChange extends ChangeBase {
  readonly kind: 'rewire';
  readonly dependency: DependencyId;
  readonly from?: NodeId;
  readonly to?: NodeId | null;
  readonly type?: DependencyType;
  readonly protocol?: string | null;
  readonly port?: number | null;
  readonly encrypted?: boolean | null;
}

/** The duty of a hand-over goes to its new party. */
export interface HandOverChange extends ChangeBase {
  readonly kind: 'hand-over';
  readonly handover: HandOverId;
}

/** One step of the plan. */
export type Change =
  | MoveChange
  | MergeChange
  | RemoveChange
  | AddChange
  | ResizeChange
  | RewireChange
  | HandOverChange;

/** What a change does. */
export type ChangeKind = Change['kind'];

/** The empty values of what every change carries. */
export function toChangeBase(fields: Pick<ChangeBase, 'id' | 'order'> & Partial<ChangeBase>): ChangeBase {
  return {
    phase: null,
    after: [],
    conditions: [],
    start: null,
    end: null,
    durationDays: null,
    notes: '',
    ...fields,
  };
}

/** The node that a change is about; `null` for rewire and hand-over, which are about a dependency and a duty. */
export function findChangedNode(change: Change): NodeId | null {
  if (change.kind === 'rewire' || change.kind === 'hand-over') return null;
  return change.kind === 'add' ? change.node.id : change.node;
}
