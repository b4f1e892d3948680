import { sortedBy } from '#core/base/compare.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toFirstChanges } from '#core/exporters/reading/first-changes.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, subtreeIn } from '#core/state/estate.ts';

/** An application as Konveyor knows one: a name that stands once, and the nodes that it is made of. */
export interface Application {
  readonly name: string;
  readonly nodes: readonly InventoryNode[];
  readonly phase: string | null;
}

/** The applications of a plan and which one each node belongs to. */
export interface Applications {
  readonly list: readonly Application[];
  readonly nameOf: (node: string) => string | null;
}

/** Whether a node is asked for: by the phase of its own first change or that of its server, and by its owner. */
function isWanted(
  reader: PlanReader,
  node: InventoryNode,
  phaseOf: (id: string) => string | undefined,
): boolean {
  const { phase, party } = reader.options;
  if (phase !== null) {
    const near = [node, ...ancestorsIn(reader.start, node.id)].find((each) => phaseOf(each.id) !== undefined);
    if (near === undefined || phaseOf(near.id) !== phase) return false;
  }
  return party === null || findOwners(reader.start, node).includes(party);
}

/**
 * Services are applications, and so is a server on which no service is known. Things of one name are one application, as the
 * name has to be unique there; that is listed.
 */
export function toApplications(reader: PlanReader, loss: Loss): Applications {
  const changes = toFirstChanges(reader);
  const phaseOf = (id: string): string | undefined => changes.get(id)?.part.phase?.id;
  const hasService = (node: InventoryNode): boolean =>
    subtreeIn(reader.start, node.id).some((each) => each.kind === 'service');
  const groups = new Map<string, InventoryNode[]>();
  const keyOf = new Map<string, string>();
  const names = new Map<string, string>();
  for (const node of sortedBy(reader.start.nodes, (each) => each.id)) {
    const isApplication = node.kind === 'service' || (node.kind === 'server' && !hasService(node));
    if (!isApplication || !isWanted(reader, node, phaseOf)) continue;
    const name = toPlainLine(node.name).replace(/ {2,}/gu, ' ');
    if (name === '') {
      loss.add('things without a name', node.id);
      continue;
    }
    const key = name.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else {
      group.push(node);
      loss.add('things of one name, which became one application', name);
    }
    if (!names.has(key)) names.set(key, name);
    keyOf.set(node.id, key);
  }
  const list = [...groups].map(([key, nodes]): Application => {
    const near = nodes
      .flatMap((node) => [node, ...ancestorsIn(reader.start, node.id)])
      .flatMap((node) => changes.get(node.id)?.part ?? [])
      .find((part) => part.phase !== null);
    return { name: names.get(key) ?? '', nodes, phase: near === undefined ? null : toPartName(near) };
  });
  const soleService = (id: string): string | undefined => {
    const services = subtreeIn(reader.start, id).filter((each) => each.kind === 'service');
    return services.length === 1 ? services[0]?.id : undefined;
  };
  return {
    list: sortedBy(list, (each) => each.name.toLowerCase()),
    nameOf: (id) => names.get(keyOf.get(id) ?? keyOf.get(soleService(id) ?? '') ?? '') ?? null,
  };
}
