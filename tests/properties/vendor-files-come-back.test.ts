import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsMigrationHubExporter } from '#core/exporters/aws-migration-hub/aws-migration-hub-exporter.ts';
import { azureMigrateExporter } from '#core/exporters/azure-migrate/azure-migrate-exporter.ts';
import type { Exporter, ExportOptions } from '#core/exporters/contract.ts';
import { googleMigrationCenterExporter } from '#core/exporters/google-migration-center/google-migration-center-exporter.ts';
import { konveyorExporter } from '#core/exporters/konveyor/konveyor-exporter.ts';
import { netBoxExporter } from '#core/exporters/netbox/netbox-exporter.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, toEstate } from '#core/state/estate.ts';
import { arbitraryEstate } from '#support/arbitrary-estate.ts';
import { runs } from '#support/counts.ts';
import { emptyReport } from '#support/example-reports.ts';
import { readBack, type ReadBack } from '#support/read-back.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };
const series = { numRuns: runs('property') };

function exportedAndBack(exporter: Exporter, plan: Plan): ReadBack {
  const back = readBack(exporter.export(plan, emptyReport, all).files);
  expect(back.errors).toEqual([]);
  return back;
}

function serversOf(plan: Plan): InventoryNode[] {
  return plan.nodes.filter((node) => node.kind === 'server').sort((a, b) => (a.name < b.name ? -1 : 1));
}

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

/** Facts of the servers of a proposal, its parts merged by key. */
function factsOf(back: ReadBack, fields: readonly string[]): Record<string, unknown>[] {
  const byName = new Map<string, Record<string, unknown>>();
  for (const node of back.nodes) {
    if (node.kind !== 'server') continue;
    const known = byName.get(node.name) ?? { name: node.name, addresses: [], tags: [], services: [] };
    byName.set(node.name, {
      ...known,
      ...Object.fromEntries(Object.entries(node).filter(([key]) => !['tags', 'addresses'].includes(key))),
      tags: sorted([
        ...new Set([
          ...(Array.isArray(known['tags']) ? known['tags'].map(String) : []),
          ...(node.tags ?? []),
        ]),
      ]),
      addresses: sorted([
        ...new Set([
          ...(Array.isArray(known['addresses']) ? known['addresses'].map(String) : []),
          ...(node.addresses ?? []),
        ]),
      ]),
    });
  }
  for (const node of back.nodes) {
    const server = node.kind === 'service' ? byName.get(back.nameOf(node.parent) ?? '') : undefined;
    if (server !== undefined)
      server['services'] = sorted([
        ...new Set([...(Array.isArray(server['services']) ? server['services'].map(String) : []), node.name]),
      ]);
  }
  return [...byName.values()]
    .sort((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1))
    .map((facts) => Object.fromEntries(fields.map((field) => [field, facts[field]])));
}

function known(
  sizes: Readonly<Record<string, number | null>>,
  ...fields: string[]
): Record<string, number> | undefined {
  const found = fields.flatMap((field) => {
    const value = sizes[field];
    return value === null || value === undefined ? [] : [[field, value] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function servicesOf(plan: Plan, server: InventoryNode): string[] {
  return sorted(plan.nodes.filter((node) => node.parent === server.id).map((node) => node.name));
}

function phaseOf(plan: Plan, server: InventoryNode): string | null {
  const [change] = plan.changes.filter((each) => each.kind === 'move' && each.node === server.id);
  return plan.phases.get(change?.phase ?? null)?.name ?? null;
}

describe('files for vendors come back through their own importers', () => {
  it('AWS Migration Hub: machines, sizes, use, applications, waves, tags', () => {
    fc.assert(
      fc.property(arbitraryEstate(), (plan) => {
        const back = exportedAndBack(awsMigrationHubExporter, plan);
        const wanted = serversOf(plan).map((server) => {
          const phase = phaseOf(plan, server);
          const environment = server.environment === null ? [] : [`env:${server.environment}`];
          return {
            name: server.name,
            addresses: sorted(server.addresses),
            os: server.os ?? undefined,
            environment: server.environment ?? undefined,
            capacity: known({ ...server.capacity }, 'vcpu', 'memoryMiB'),
            usage: known({ ...server.usage }, 'vcpu', 'memoryMiB'),
            tags: sorted([...server.tags, ...environment, ...(phase === null ? [] : [`wave:${phase}`])]),
            services: servicesOf(plan, server),
          };
        });
        const fields = ['name', 'addresses', 'os', 'environment', 'capacity', 'usage', 'tags', 'services'];
        expect(factsOf(back, fields)).toEqual(wanted);
        expect(wanted.length === 0 || back.formats.join() === 'aws-migration-hub').toBe(true);
      }),
      series,
    );
  });

  it('Azure Migrate: machines whose needed values are known, sizes, use, disks', () => {
    fc.assert(
      fc.property(arbitraryEstate(), (plan) => {
        const back = exportedAndBack(azureMigrateExporter, plan);
        const wanted = serversOf(plan)
          .filter(({ capacity, os }) => capacity.vcpu !== null && capacity.memoryMiB !== null && os !== null)
          .map((server) => ({
            name: server.name,
            type: server.type,
            addresses: sorted(server.addresses),
            os: server.os,
            capacity: known({ ...server.capacity }, 'vcpu', 'memoryMiB', 'diskGiB'),
            usage: known({ ...server.usage }, 'vcpu', 'memoryMiB', 'diskGiB'),
          }));
        expect(factsOf(back, ['name', 'type', 'addresses', 'os', 'capacity', 'usage'])).toEqual(wanted);
      }),
      series,
    );
  });

  it('Google Migration Center: machines whose needed values are known, sizes, disks, sites, labels', () => {
    fc.assert(
      fc.property(arbitraryEstate(), (plan) => {
        const back = exportedAndBack(googleMigrationCenterExporter, plan);
        const estate = toEstate(plan);
        const wanted = serversOf(plan)
          .filter(({ capacity, os }) => Object.values(capacity).every((size) => size !== null) && os !== null)
          .map((server) => {
            const phase = phaseOf(plan, server);
            const site = ancestorsIn(estate, server.id).find((place) => place.kind === 'site');
            const tags = server.tags.map((tag) => tag.replace('rack:', 'rack:'));
            return {
              name: server.name,
              type: server.type,
              status: server.status,
              environment: server.environment ?? undefined,
              addresses: sorted(server.addresses),
              os: server.os,
              capacity: known({ ...server.capacity }, 'vcpu', 'memoryMiB', 'diskGiB'),
              usage: known({ ...server.usage }, 'diskGiB'),
              tags: sorted([
                ...tags,
                ...servicesOf(plan, server).map((name) => `app:${name}`),
                ...(phase === null ? [] : [`phase:${phase.toLowerCase().replace(' ', '-')}`]),
              ]),
              services: servicesOf(plan, server),
              site: site?.name ?? null,
            };
          });
        const sites = new Map(
          back.nodes.flatMap((node) =>
            node.kind === 'server' && node.parent !== undefined
              ? [[node.name, back.nameOf(node.parent)]]
              : [],
          ),
        );
        const fields = [
          'name',
          'type',
          'status',
          'environment',
          'addresses',
          'os',
          'capacity',
          'usage',
          'tags',
          'services',
        ];
        const found = factsOf(back, fields).map((facts) => ({
          ...facts,
          site: sites.get(String(facts['name'])) ?? null,
        }));
        expect(found).toEqual(wanted);
      }),
      series,
    );
  });

  it('Konveyor: applications and which needs which, without circles', () => {
    fc.assert(
      fc.property(arbitraryEstate(), (plan) => {
        const exported = konveyorExporter.export(plan, emptyReport, all);
        const back = readBack(exported.files);
        expect(back.errors).toEqual([]);
        const applications = plan.nodes.filter(
          (node) =>
            node.kind === 'service' || (node.kind === 'server' && servicesOf(plan, node).length === 0),
        );
        expect(sorted(back.nodes.map((node) => node.name))).toEqual(
          sorted(applications.map((node) => node.name)),
        );
        const found = back.items.flatMap((item) =>
          item.is === 'dependency' ? [`${back.nameOf(item.from)} ${item.type} ${back.nameOf(item.to)}`] : [],
        );
        const dropped =
          exported.notFitted.find((each) => each.field === 'dependencies that close a circle')?.count ?? 0;
        const wanted = new Set(
          plan.dependencies.map(
            (each) => `${plan.nodes.get(each.from)?.name} uses ${plan.nodes.get(each.to)?.name}`,
          ),
        );
        expect(found.length + dropped).toBe(wanted.size);
        expect(found.filter((each) => !wanted.has(each))).toEqual([]);
      }),
      series,
    );
  });

  it('NetBox: machines and hosts, sizes, places, addresses, status', () => {
    fc.assert(
      fc.property(arbitraryEstate(), (plan) => {
        const back = exportedAndBack(netBoxExporter, plan);
        const estate = toEstate(plan);
        const wanted = serversOf(plan)
          .filter((server) => server.type !== 'physical')
          .map((server) => {
            const [place] = ancestorsIn(estate, server.id);
            return {
              name: server.name,
              type: 'vm',
              status: server.status,
              os: server.os ?? undefined,
              addresses: sorted(server.addresses),
              capacity: known({ ...server.capacity }, 'vcpu', 'memoryMiB', 'diskGiB'),
              place: place?.name ?? 'Unplaced',
            };
          });
        const places = new Map(
          back.nodes.flatMap((node) =>
            node.kind === 'server' && node.parent !== undefined
              ? [[node.name, back.nameOf(node.parent)]]
              : [],
          ),
        );
        const names = new Set(wanted.map((each) => each.name));
        const found = factsOf(back, ['name', 'type', 'status', 'os', 'addresses', 'capacity'])
          .filter((facts) => names.has(String(facts['name'])))
          .map((facts) => ({ ...facts, place: places.get(String(facts['name'])) ?? null }));
        expect(found).toEqual(wanted);
      }),
      series,
    );
  });
});
