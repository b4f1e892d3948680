import { toChangeBase, type Change } from '#core/model/change.ts';
import { toDependency, type Dependency, type DependencyType } from '#core/model/dependency.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import { toNode, type InventoryNode, type NodeKind } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';

export const nodeId = (name: string): NodeId => toId('nd', `nd_${name}`);
export const firstPhase = toPhase({ id: toId('ph', 'ph_1'), name: 'Phase 1', order: 'a1' });
export const secondPhase = toPhase({ id: toId('ph', 'ph_2'), name: 'Phase 2', order: 'a2' });

export function node(
  kind: NodeKind,
  name: string,
  parent: string | null,
  fields: Partial<InventoryNode> = {},
): InventoryNode {
  return toNode({ id: nodeId(name), kind, name, parent: parent === null ? null : nodeId(parent), ...fields });
}

export function link(
  from: string,
  to: string,
  type: DependencyType = 'uses',
  fields: Partial<Dependency> = {},
): Dependency {
  return toDependency({
    id: toId('dp', `dp_${from}_${to}_${type}`),
    from: nodeId(from),
    to: nodeId(to),
    type,
    ...fields,
  });
}

export function move(name: string, to: string, fields: Partial<Change> = {}): Change {
  const base = toChangeBase({ id: toId('ch', `ch_move_${name}`), order: 'a1', phase: firstPhase.id });
  return { ...base, kind: 'move', node: nodeId(name), to: nodeId(to), ...fields } as Change;
}

export function removal(name: string, fields: Partial<Change> = {}): Change {
  const base = toChangeBase({ id: toId('ch', `ch_remove_${name}`), order: 'a2', phase: firstPhase.id });
  return { ...base, kind: 'remove', node: nodeId(name), ...fields } as Change;
}

/** Two providers; six servers behind a gateway on one of them, one of which moves to a host of the other. */
export function smallEstate(
  more: { nodes?: InventoryNode[]; dependencies?: Dependency[]; changes?: Change[] } = {},
): Plan {
  const servers = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
  return planOf({
    nodes: [
      node('provider', 'old', null),
      node('site', 'west', 'old'),
      node('provider', 'new', null),
      node('host', 'box1', 'new', { capacity: { vcpu: 8, memoryMiB: 8192, diskGiB: 100 } }),
      node('server', 'gate', 'west'),
      ...servers.map((name) =>
        node('server', name, 'west', { capacity: { vcpu: 1, memoryMiB: 1024, diskGiB: 10 } }),
      ),
      node('service', 'shop', 'alpha', { type: 'web' }),
      node('service', 'cron', 'alpha', { type: 'job' }),
      node('server', 'stray', 'old'),
      ...(more.nodes ?? []),
    ],
    dependencies: [
      ...servers.map((name) => link(name, 'gate', 'reaches-through')),
      link('shop', 'beta'),
      link('cron', 'shop'),
      link('gamma', 'stray', 'connects', { encrypted: false }),
      ...(more.dependencies ?? []),
    ],
    phases: [firstPhase, secondPhase],
    changes: more.changes ?? [move('alpha', 'box1'), removal('zeta')],
  });
}
