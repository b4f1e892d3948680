import { toChangeBase, type Change, type ChangeBase } from '#core/model/change.ts';
import { toDependency, type Dependency, type DependencyType } from '#core/model/dependency.ts';
import { toId, type ChangeId, type HandOverId, type NodeId, type PhaseId } from '#core/model/ids.ts';
import { toNode, type InventoryNode, type NodeKind, type Resources } from '#core/model/node.ts';
import { toPhase, type Phase } from '#core/model/phase.ts';

/** The id of a node by its short name: `nd_web`. */
export function nd(name: string): NodeId {
  return toId('nd', `nd_${name}`);
}

/** The id of a change: `ch_1`. */
export function ch(name: string): ChangeId {
  return toId('ch', `ch_${name}`);
}

/** The id of a phase: `ph_1`. */
export function ph(name: string): PhaseId {
  return toId('ph', `ph_${name}`);
}

/** A node whose id is made of its name; `parent` is a name too. */
export function makeNode(
  name: string,
  kind: NodeKind,
  parent: string | null = null,
  fields: Partial<InventoryNode> = {},
): InventoryNode {
  return toNode({ id: nd(name), kind, name, parent: parent === null ? null : nd(parent), ...fields });
}

/** Sizes of which only memory is known. */
export function memory(memoryMiB: number | null): Resources {
  return { vcpu: null, memoryMiB, diskGiB: null };
}

/** A dependency between two nodes by name; its id holds all three. */
export function makeLink(
  from: string,
  type: DependencyType,
  to: string,
  fields: Partial<Dependency> = {},
): Dependency {
  const id = toId('dp', `dp_${from}_${type.replaceAll('-', '_')}_${to}`);
  return toDependency({ id, from: nd(from), to: nd(to), type, ...fields });
}

/** A phase whose id and order are its number. */
export function makePhase(number: string, name = `Phase ${number}`): Phase {
  return toPhase({ id: ph(number), name, order: `a${number}` });
}

/** What changes have in common: the id is also the order, unless one is given. */
export function makeBase(id: string, phase: string | null, fields: Partial<ChangeBase> = {}): ChangeBase {
  return toChangeBase({ id: ch(id), order: `a${id}`, phase: phase === null ? null : ph(phase), ...fields });
}

/** A removal. */
export function makeRemove(
  id: string,
  phase: string | null,
  node: string,
  fields: Partial<ChangeBase> = {},
): Change {
  return { ...makeBase(id, phase, fields), kind: 'remove', node: nd(node) };
}

/** A move. */
export function makeMove(
  id: string,
  phase: string | null,
  node: string,
  to: string,
  fields: Partial<ChangeBase> = {},
): Change {
  return { ...makeBase(id, phase, fields), kind: 'move', node: nd(node), to: nd(to) };
}

/** A merge. */
export function makeMerge(
  id: string,
  phase: string | null,
  node: string,
  into: string,
  fields: Partial<ChangeBase> = {},
): Change {
  return { ...makeBase(id, phase, fields), kind: 'merge', node: nd(node), into: nd(into) };
}

/** A node that comes. */
export function makeAdd(id: string, phase: string | null, node: InventoryNode, to: string | null): Change {
  return {
    ...makeBase(id, phase),
    kind: 'add',
    node: { ...node, parent: null },
    to: to === null ? null : nd(to),
  };
}

/** A hand-over as a change. */
export function makeHandOverChange(id: string, phase: string | null, handover: HandOverId): Change {
  return { ...makeBase(id, phase), kind: 'hand-over', handover };
}
