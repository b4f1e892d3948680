import { sortedBy } from '#core/base/compare.ts';
import { toFirstChanges } from '#core/exporters/reading/first-changes.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, subtreeIn } from '#core/state/estate.ts';

/** A server or host of today's estate with what the sheets of vendors ask about it. */
export interface Machine {
  readonly node: InventoryNode;
  /** What it stands in, the nearest first. */
  readonly places: readonly InventoryNode[];
  /** The services on it, in the order of their names. */
  readonly services: readonly InventoryNode[];
  /** The phase of the first change that is about it. */
  readonly phase: string | null;
  readonly ips: readonly string[];
  readonly macs: readonly string[];
}

const mac = /^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$/iu;
const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/u;
const ipv6 = /^[\da-f:]*:[\da-f:.]*:[\da-f:.]*$/iu;

/** Whether a text is an address of the internet protocol, version 4 or 6. */
export function isIpAddress(text: string): boolean {
  return ipv4.test(text) || (ipv6.test(text) && !mac.test(text));
}

/** The machines of a kind as they are today, narrowed to a phase and a party where that is asked, by id. */
export function toMachines(reader: PlanReader, kind: 'server' | 'host'): readonly Machine[] {
  const { phase, party } = reader.options;
  const changes = toFirstChanges(reader);
  const nodes = reader.start.nodes.filter((node) => node.kind === kind);
  return sortedBy(nodes, (node) => node.id).flatMap((node) => {
    const part = changes.get(node.id)?.part;
    if (phase !== null && part?.phase?.id !== phase) return [];
    if (party !== null && !findOwners(reader.start, node).includes(party)) return [];
    const services = subtreeIn(reader.start, node.id).filter((each) => each.kind === 'service');
    return {
      node,
      places: ancestorsIn(reader.start, node.id),
      services: sortedBy(
        services,
        (each) => each.name,
        (each) => each.id,
      ),
      phase: part === undefined || part.phase === null ? null : toPartName(part),
      ips: node.addresses.filter(isIpAddress),
      macs: node.addresses.filter((address) => mac.test(address)),
    };
  });
}
