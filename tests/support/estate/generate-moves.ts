import { toChangeBase, type Change } from '#core/model/change.ts';
import { toId } from '#core/model/ids.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';
import { toPhase, type Phase } from '#core/model/phase.ts';
import type { Application } from './generate-estate.ts';

/** Where applications move to, and the phases and changes of the move. */
export interface GeneratedMoves {
  readonly places: readonly InventoryNode[];
  readonly phases: readonly Phase[];
  readonly changes: readonly Change[];
}

const key = (index: number): string => `a${String(index).padStart(6, '0')}`;

/** Moves three of four applications whole, a phase after the other, to hosts of a new provider. */
export function generateMoves(applications: readonly Application[], phases: number): GeneratedMoves {
  if (phases === 0) return { places: [], phases: [], changes: [] };
  const target = toId('nd', 'nd_target');
  const moving = applications.filter((_, index) => index % 4 !== 0);
  const servers = moving.reduce((sum, each) => sum + each.servers.length, 0);
  const hosts = Array.from({ length: Math.ceil(servers / 12) }, (_, index) =>
    toNode({
      id: toId('nd', `nd_t${index}`),
      kind: 'host',
      name: `new-${index + 1}`,
      parent: target,
      capacity: { vcpu: 384, memoryMiB: 3_145_728, diskGiB: 24_000 },
    }),
  );
  const changes: Change[] = [];
  for (const [index, application] of moving.entries()) {
    const phase = toId('ph', `ph_${Math.floor((index * phases) / moving.length)}`);
    for (const node of application.servers) {
      const host = hosts[Math.floor(changes.length / 12)];
      if (host === undefined) continue;
      const id = toId('ch', `ch_${changes.length}`);
      changes.push({
        ...toChangeBase({ id, order: key(changes.length), phase }),
        kind: 'move',
        node,
        to: host.id,
      });
    }
  }
  return {
    places: [toNode({ id: target, kind: 'provider', name: 'New provider', jurisdiction: 'DE' }), ...hosts],
    phases: Array.from({ length: phases }, (_, index) =>
      toPhase({ id: toId('ph', `ph_${index}`), name: `Phase ${index + 1}`, order: key(index) }),
    ),
    changes,
  };
}
