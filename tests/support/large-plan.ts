import { toDependency } from '#core/model/dependency.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { node } from './bakery-inventory.ts';
import { planOf } from './build-plan.ts';

/** An estate of many servers at three providers, for limits; with more dependencies than servers they spread over all of them. */
export function largePlan(servers: number, dependencies = servers - 1): Plan {
  const providers = ['Fjord', 'Mesa', 'Delta'];
  const name = (index: number): string => `vm-${String(index).padStart(4, '0')}`;
  return planOf({
    name: 'A large estate',
    nodes: [
      ...providers.map((provider) => toNode({ id: node(provider), kind: 'provider', name: provider })),
      ...Array.from({ length: servers }, (_, index) =>
        toNode({
          id: node(name(index)),
          kind: 'server',
          name: name(index),
          parent: node(providers[index % 3] ?? ''),
          environment: index % 2 === 0 ? 'production' : 'test',
          capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 40 },
        }),
      ),
    ],
    dependencies: Array.from({ length: dependencies }, (_, index) =>
      toDependency({
        id: toId('dp', `dp_${index}`),
        from: node(name((index % (servers - 1)) + 1)),
        to: node(name(index < servers - 1 ? index % 7 : (index * 31) % servers)),
        type: 'uses',
      }),
    ),
  });
}
