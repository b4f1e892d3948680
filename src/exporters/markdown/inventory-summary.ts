import { compareText, sortedBy } from '#core/base/compare.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toResourceWords } from '#core/exporters/reading/resource-words.ts';
import type { InventoryNode, Resources } from '#core/model/node.ts';
import { ancestorsIn } from '#core/state/estate.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { wrap } from './wrap.ts';

const mostGroups = 150;

interface Group {
  readonly place: string;
  readonly environment: string;
  readonly servers: number;
  readonly services: number;
  readonly capacity: Resources;
  readonly planned: number;
}

function plus(a: number | null, b: number | null, times: number): number | null {
  if (b === null) return a;
  return (a ?? 0) + b * times;
}

function toPlace(reader: PlanReader, node: InventoryNode): string {
  const places = ancestorsIn(reader.start, node.id).filter(
    (each) => each.kind === 'provider' || each.kind === 'site',
  );
  return places
    .map((each) => each.name)
    .toReversed()
    .join(' / ');
}

function toGroups(reader: PlanReader): Group[] {
  const touched = new Set(
    reader.changes.flatMap(({ change }) =>
      change.kind === 'rewire' || change.kind === 'hand-over' || change.kind === 'add' ? [] : [change.node],
    ),
  );
  const groups = new Map<string, Group>();
  for (const node of sortedBy(reader.start.nodes, (each) => each.id)) {
    if (node.kind !== 'server' && node.kind !== 'service') continue;
    const place = toPlace(reader, node);
    const environment = node.environment ?? '';
    const key = `${place}\u0000${environment}`;
    const known = groups.get(key) ?? {
      place,
      environment,
      servers: 0,
      services: 0,
      capacity: { vcpu: null, memoryMiB: null, diskGiB: null },
      planned: 0,
    };
    const count = node.count ?? 0;
    const server = node.kind === 'server';
    groups.set(key, {
      ...known,
      servers: known.servers + (server ? count : 0),
      services: known.services + (server ? 0 : count),
      planned: known.planned + (touched.has(node.id) ? 1 : 0),
      capacity: server
        ? {
            vcpu: plus(known.capacity.vcpu, node.capacity.vcpu, count),
            memoryMiB: plus(known.capacity.memoryMiB, node.capacity.memoryMiB, count),
            diskGiB: plus(known.capacity.diskGiB, node.capacity.diskGiB, count),
          }
        : known.capacity,
    });
  }
  return [...groups.values()].sort(
    (a, b) => compareText(a.place, b.place) || compareText(a.environment, b.environment),
  );
}

/** A large estate in groups: how much of what stands at each place in each environment, and how much of it the plan touches. */
export function inventorySummary(reader: PlanReader): string[] {
  const groups = toGroups(reader);
  const columns = [
    { title: 'place' },
    { title: 'environment' },
    { title: 'servers', right: true },
    { title: 'services', right: true },
    { title: 'given to the servers, where known' },
    { title: 'in this plan', right: true },
  ];
  const rows = groups
    .slice(0, mostGroups)
    .map((group) => [
      mdText(group.place) || '*no place named*',
      mdText(group.environment),
      String(group.servers),
      String(group.services),
      toResourceWords(group.capacity),
      group.planned === 0 ? '' : String(group.planned),
    ]);
  const rest = groups.length - rows.length;
  const words = `The estate is too large for a line a server here: this table adds up${rest > 0 ? ` the first ${mostGroups} of ${groups.length} groups` : ''}, the CSV export has every node.`;
  return stacked(wrap(words), mdTable(columns, rows));
}
