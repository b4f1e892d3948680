import { sortedBy } from '#core/base/compare.ts';
import type { PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import type { Change } from '#core/model/change.ts';
import { findChangedNode } from '#core/model/change.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn } from '#core/state/estate.ts';
import type { CsvTable } from './csv-table.ts';

/** The places of all evidence in one cell: `servers.md:12;servers.md:40`. */
export function toSourceCell(reader: PlanReader, evidence: readonly Evidence[]): string {
  const places = evidence.map((each) => reader.toPlace(each)).filter((place) => place !== '');
  return [...new Set(places)].join(';');
}

interface PlannedChange {
  readonly part: PlanPart;
  readonly change: Change;
}

/** The first change of every node. */
function toFirstChanges(reader: PlanReader): ReadonlyMap<string, PlannedChange> {
  const first = new Map<string, PlannedChange>();
  for (const part of reader.parts) {
    for (const { change } of part.changes) {
      const node = findChangedNode(change);
      if (node !== null && !first.has(node)) first.set(node, { part, change });
    }
  }
  return first;
}

function toTarget(reader: PlanReader, change: Change | undefined): string {
  if (change === undefined) return '';
  if (change.kind === 'move' || change.kind === 'add') return reader.nameOf(change.to);
  return change.kind === 'merge' ? reader.nameOf(change.into) : '';
}

const nodeHeadings =
  'id,kind,type,name,parent,path,environment,status,os,addresses,domains,tags,vcpu,memoryMiB,diskGiB,usedVcpu,usedMemoryMiB,usedDiskGiB,cost,currency,owner,disposition,phase,target,notes,source';

function toNodeRow(
  reader: PlanReader,
  node: InventoryNode,
  planned: PlannedChange | undefined,
): CsvTable['rows'][number] {
  const path = [...ancestorsIn(reader.start, node.id).toReversed(), node].map((each) => each.name);
  return [
    node.id,
    node.kind,
    node.type,
    node.name,
    reader.nameOf(node.parent),
    path.join('/'),
    node.environment,
    node.status,
    node.os,
    node.addresses.join(';'),
    node.domains.join(';'),
    node.tags.join(';'),
    node.capacity.vcpu,
    node.capacity.memoryMiB,
    node.capacity.diskGiB,
    node.usage.vcpu,
    node.usage.memoryMiB,
    node.usage.diskGiB,
    node.cost.amount,
    node.cost.currency,
    findOwners(reader.start, node)
      .map((id) => reader.nameOf(id))
      .join(';'),
    reader.dispositionOf(node.id)?.disposition ?? null,
    planned === undefined || planned.part.phase === null ? null : toPartName(planned.part),
    toTarget(reader, planned?.change),
    reader.options.without.includes('notes') ? '' : node.notes,
    toSourceCell(reader, node.evidence),
  ];
}

/** `nodes.csv`: the inventory, with what the plan adds, and what becomes of each node. */
export function toNodeRows(reader: PlanReader): CsvTable {
  const planned = toFirstChanges(reader);
  const added = reader.changes.flatMap(({ change }) => (change.kind === 'add' ? [change.node] : []));
  const nodes = sortedBy([...reader.plan.nodes, ...added], (node) => node.id);
  return {
    headings: nodeHeadings.split(','),
    rows: nodes.map((node) => toNodeRow(reader, node, planned.get(node.id))),
  };
}

/** `dependencies.csv`. */
export function toDependencyRows(reader: PlanReader): CsvTable {
  return {
    headings: 'id,from,fromName,to,toName,type,protocol,port,encrypted,latencyMs'.split(','),
    rows: sortedBy(reader.plan.dependencies, (each) => each.id).map((each) => [
      each.id,
      each.from,
      reader.nameOf(each.from),
      each.to,
      reader.nameOf(each.to),
      each.type,
      each.protocol,
      each.port,
      each.encrypted,
      each.latencyMs,
    ]),
  };
}

/** `duties.csv`: as they are today. */
export function toDutyRows(reader: PlanReader): CsvTable {
  const { party } = reader.options;
  const duties = reader.plan.duties.filter((each) => party === null || each.party === party);
  return {
    headings: 'id,area,subject,subjectName,environment,party,partyName,role,joint,access,source'.split(','),
    rows: sortedBy(duties, (each) => each.id).map((each) => [
      each.id,
      each.area,
      each.subject,
      reader.nameOf(each.subject),
      each.environment,
      each.party,
      reader.nameOf(each.party),
      each.role,
      each.joint,
      each.access,
      toSourceCell(reader, each.evidence),
    ]),
  };
}
