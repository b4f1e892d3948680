import { toDependency, type Dependency } from '#core/model/dependency.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '../build-plan.ts';
import { generateMoves } from './generate-moves.ts';
import { toSeededRandom, type SeededRandom } from './seeded-random.ts';

/** What an estate shall have. Everything else follows from the seed. */
export interface EstateWish {
  readonly servers: number;
  /** Phases of the plan; 0 for an inventory without a plan. */
  readonly phases?: number;
  readonly seed?: number;
}

/** The servers of one application, which talk to each other more than to the rest. */
export interface Application {
  readonly environment: string;
  readonly servers: readonly NodeId[];
}

// How often sizes occur follows what inventories of virtual machines show: mostly small, a long tail of large ones.
const sizes = [
  { share: 0.35, vcpu: 2, memoryMiB: 4096, diskGiB: 40 },
  { share: 0.3, vcpu: 4, memoryMiB: 8192, diskGiB: 80 },
  { share: 0.2, vcpu: 8, memoryMiB: 16_384, diskGiB: 200 },
  { share: 0.12, vcpu: 16, memoryMiB: 65_536, diskGiB: 500 },
  { share: 0.03, vcpu: 32, memoryMiB: 262_144, diskGiB: 2000 },
] as const;
const serviceTypes = ['web', 'application', 'database', 'cache', 'queue', 'worker'] as const;
const environments = ['production', 'production', 'staging', 'test'] as const;
const serversAHost = 10;
const hostsAProvider = 40;

function pickSize(random: SeededRandom): (typeof sizes)[number] {
  let left = random.next();
  for (const size of sizes) {
    left -= size.share;
    if (left < 0) return size;
  }
  return sizes[0];
}

const serverId = (index: number): NodeId => toId('nd', `nd_s${index}`);
const hostId = (index: number): NodeId => toId('nd', `nd_h${index}`);
const providerId = (index: number): NodeId => toId('nd', `nd_p${index}`);

function makePlaces(servers: number): InventoryNode[] {
  const hosts = Math.ceil(servers / serversAHost);
  const providers = Math.max(2, Math.ceil(hosts / hostsAProvider));
  return [
    ...Array.from({ length: providers }, (_, index) =>
      toNode({ id: providerId(index), kind: 'provider', name: `Provider ${index + 1}`, jurisdiction: 'DE' }),
    ),
    ...Array.from({ length: hosts }, (_, index) =>
      toNode({
        id: hostId(index),
        kind: 'host',
        name: `hv-${index + 1}`,
        parent: providerId(index % providers),
        capacity: { vcpu: 256, memoryMiB: 2_097_152, diskGiB: 16_000 },
      }),
    ),
  ];
}

function makeApplications(servers: number, random: SeededRandom): Application[] {
  const applications: Application[] = [];
  for (let at = 0; at < servers;) {
    // Most applications are a handful of machines, few are large.
    const size = Math.min(servers - at, 2 + Math.floor(-Math.log(1 - random.next() * 0.999) * 5));
    applications.push({
      environment: random.pick(environments),
      servers: Array.from({ length: size }, (_, index) => serverId(at + index)),
    });
    at += size;
  }
  return applications;
}

function makeMachines(applications: readonly Application[], random: SeededRandom): InventoryNode[] {
  const hosts = Math.ceil(applications.reduce((sum, each) => sum + each.servers.length, 0) / serversAHost);
  let index = 0;
  return applications.flatMap((application, number) =>
    application.servers.flatMap((id) => {
      const { share: _, ...capacity } = pickSize(random);
      const name = `app${number + 1}-${application.environment}-${index + 1}`;
      const type = random.pick(serviceTypes);
      index += 1;
      return [
        toNode({
          id,
          kind: 'server',
          type: 'vm',
          name,
          parent: hostId(random.below(hosts)),
          environment: application.environment,
          addresses: [`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`],
          domains: random.next() < 0.2 ? [`${name}.example.org`] : [],
          capacity,
        }),
        toNode({
          id: toId('nd', `nd_v${index}`),
          kind: 'service',
          type,
          name: `${type} ${index}`,
          parent: id,
          data: type === 'database' ? ['customers'] : [],
        }),
      ];
    }),
  );
}

/** About 2.5 dependencies a server: four of five inside the application, the others to hubs that many use. */
function makeLinks(
  applications: readonly Application[],
  servers: number,
  random: SeededRandom,
): Dependency[] {
  const hubs = Math.max(1, Math.ceil(servers / 200));
  const links = new Map<string, Dependency>();
  for (const { servers: own } of applications) {
    for (let count = Math.round(own.length * 2.5); count > 0; count -= 1) {
      const from = random.pick(own);
      const to = random.next() < 0.8 ? random.pick(own) : serverId(random.below(hubs));
      if (from === to) continue;
      const key = `${from}_${to}`;
      links.set(key, toDependency({ id: toId('dp', `dp_${key}`), from, to, type: 'uses', encrypted: true }));
    }
  }
  return [...links.values()];
}

/**
 * An estate of any size that is the same for the same seed: servers of skewed sizes on hosts at providers, grouped into
 * applications that talk mostly among themselves, with a service each, some domains, duties by environment, and with
 * `phases` a plan that moves three quarters of the applications to a new provider.
 */
export function generateEstate(wish: EstateWish): Plan {
  const random = toSeededRandom(wish.seed ?? 1);
  const applications = makeApplications(wish.servers, random);
  const places = makePlaces(wish.servers);
  const party = toId('pa', 'pa_ops');
  const moves = generateMoves(applications, wish.phases ?? 0);
  return planOf({
    name: `An estate of ${wish.servers} servers`,
    nodes: [...places, ...makeMachines(applications, random), ...moves.places],
    dependencies: makeLinks(applications, wish.servers, random),
    parties: [toParty({ id: party, name: 'Operations', kind: 'team' })],
    duties: places
      .filter((place) => place.kind === 'provider')
      .map((place) =>
        toDuty({ id: toId('du', `du_${place.id}`), area: 'monitoring', subject: place.id, party }),
      ),
    phases: moves.phases,
    changes: moves.changes,
  });
}
