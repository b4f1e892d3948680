import * as fc from 'fast-check';
import { toTable } from '#core/base/table.ts';
import { orderKeyBetween } from '#core/base/order-key.ts';
import { toChangeBase, type Change } from '#core/model/change.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from './build-plan.ts';

const word = fc.stringMatching(/^[a-z]{3,6}$/u);
// What is not used at all is a gap in every tool that writes a number, so use begins above nothing.
const share = fc.option(fc.integer({ min: 50, max: 1000 }));
const serverParts = fc.record({
  word,
  place: fc.nat(99),
  vcpu: fc.option(fc.integer({ min: 1, max: 128 })),
  memoryMiB: fc.option(fc.integer({ min: 256, max: 1_048_576 })),
  diskGiB: fc.option(fc.integer({ min: 100, max: 50_000 })),
  usedShare: fc.tuple(share, share, share),
  os: fc.constantFrom(
    null,
    'Ubuntu 22.04',
    'Debian 12',
    'Windows Server 2016',
    'FreeBSD 14',
    'Plan 9 (4th edition)',
  ),
  type: fc.constantFrom('vm', 'vm', 'physical'),
  status: fc.constantFrom('active' as const, 'dormant' as const, 'planned' as const),
  environment: fc.constantFrom(null, 'production', 'staging'),
  addresses: fc.uniqueArray(fc.integer({ min: 1, max: 250 }), { maxLength: 3 }),
  tags: fc.uniqueArray(fc.constantFrom('gold', 'rack:b7', 'tier:1', 'legacy'), { maxLength: 2 }),
  services: fc.uniqueArray(word, { maxLength: 3 }),
  phase: fc.option(fc.nat(1)),
});
type ServerParts = typeof serverParts extends fc.Arbitrary<infer T> ? T : never;

function toShare(whole: number | null, share: number | null, digits: number): number | null {
  if (whole === null || share === null) return null;
  return Math.round((share / 1000) * whole * 10 ** digits) / 10 ** digits;
}

function toServers(parts: readonly ServerParts[], places: readonly InventoryNode[]): InventoryNode[] {
  return parts.flatMap((each, index) => {
    const { vcpu, memoryMiB, diskGiB, usedShare } = each;
    const server = toNode({
      id: toId('nd', `nd_server${index}`),
      kind: 'server',
      type: each.type,
      name: `${each.word}${index}`,
      parent: places[each.place % (places.length + 1)]?.id ?? null,
      environment: each.environment,
      status: each.status,
      os: each.os,
      addresses: each.addresses.map((last) => `10.${index}.0.${last}`),
      tags: each.tags,
      capacity: { vcpu, memoryMiB, diskGiB },
      usage: {
        vcpu: toShare(vcpu, usedShare[0], 2),
        memoryMiB: toShare(memoryMiB, usedShare[1], 0),
        diskGiB: toShare(diskGiB, usedShare[2], 1),
      },
    });
    const services = each.services.map((name, at) =>
      toNode({
        id: toId('nd', `nd_service${index}_${at}`),
        kind: 'service',
        type: 'application',
        name: `${name}-${index}`,
        parent: server.id,
      }),
    );
    return [server, ...services];
  });
}

/**
 * Random estates as vendors' tools write them: ordinary words for names, each machine's another, sizes of ordinary machines,
 * known systems. What exports and imports have to carry without loss is tested with them; strange texts are tested elsewhere.
 */
export function arbitraryEstate(most = 12): fc.Arbitrary<Plan> {
  return fc
    .record({
      servers: fc.array(serverParts, { maxLength: most }),
      needs: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: most }),
    })
    .map(({ servers, needs }) => {
      const place = (
        id: string,
        kind: InventoryNode['kind'],
        name: string,
        parent: NodeId | null,
        type: string | null = null,
      ): InventoryNode => toNode({ id: toId('nd', id), kind, name, parent, type });
      const cloud = place('nd_cloud', 'provider', 'Fjord Cloud', null);
      const site = place('nd_site', 'site', 'OSL1', cloud.id);
      const cluster = place('nd_cluster', 'host', 'blue', site.id, 'cluster');
      const host = place('nd_host', 'host', 'metal9', site.id, 'physical');
      const places = [cloud, site, cluster, host];
      const nodes = [...places, ...toServers(servers, places)];
      const first = orderKeyBetween(null, null);
      const phases = [
        toPhase({ id: toId('ph', 'ph_1'), name: 'Phase 1', order: first }),
        toPhase({ id: toId('ph', 'ph_2'), name: 'Phase 2', order: orderKeyBetween(first, null) }),
      ];
      const changes = servers.flatMap((each, index): Change[] => {
        if (each.phase === null) return [];
        const base = toChangeBase({
          id: toId('ch', `ch_${index}`),
          order: first,
          phase: phases[each.phase]?.id ?? null,
        });
        return [{ ...base, kind: 'move', node: toId('nd', `nd_server${index}`), to: host.id }];
      });
      const ends = nodes.filter((node) => node.kind === 'service');
      const dependencies = needs.flatMap(([a, b], index) => {
        const [from, to] = [ends[a % ends.length], ends[b % ends.length]];
        if (from === undefined || to === undefined || from === to) return [];
        return toDependency({ id: toId('dp', `dp_${index}`), from: from.id, to: to.id, type: 'uses' });
      });
      return { ...planOf({ nodes, phases, dependencies }), changes: toTable(changes) };
    });
}
