import { toListText } from '#core/exporters/encode/list-cell.ts';
import { sortedBy } from '#core/base/compare.ts';
import { toFirstChanges, type PlannedChange } from '#core/exporters/reading/first-changes.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import type { Change } from '#core/model/change.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn } from '#core/state/estate.ts';
import type { CsvTable } from './csv-table.ts';

/** The places of all evidence in one cell: `servers.md:12;servers.md:40`. */
export function toSourceCell(reader: PlanReader, evidence: readonly Evidence[]): string {
  const places = evidence.map((each) => reader.toPlace(each)).filter((place) => place !== '');
  return [...new Set(places)].join(';');
}

function toTarget(reader: PlanReader, change: Change | undefined): string {
  if (change === undefined) return '';
  if (change.kind === 'move' || change.kind === 'add') return reader.nameOf(change.to);
  return change.kind === 'merge' ? reader.nameOf(change.into) : '';
}

const nodeHeadings =
  'id,kind,type,name,parent,path,environment,status,os,addresses,domains,tags,vcpu,memoryMiB,diskGiB,usedVcpu,usedMemoryMiB,usedDiskGiB,cost,currency,owner,disposition,phase,target,notes,source,parentId,aliases,count,jurisdiction,data,costPer';

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
    toListText(node.addresses),
    toListText(node.domains),
    toListText(node.tags),
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
    node.parent,
    toListText(node.aliases),
    node.count === null ? '?' : node.count,
    node.jurisdiction,
    toListText(node.data),
    node.cost.amount === null ? null : node.cost.per,
  ];
}

/** `nodes.csv`: the inventory, with what the plan adds, and what becomes of each node. */
export function toNodeRows(reader: PlanReader): CsvTable {
  const planned = toFirstChanges(reader);
  // What the plan adds is not there yet, whatever it will be then.
  const added = reader.changes.flatMap(({ change }): InventoryNode[] =>
    change.kind === 'add' ? [{ ...change.node, status: 'planned' }] : [],
  );
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
    headings:
      'id,area,subject,subjectName,environment,party,partyName,role,joint,access,source,partyKind'.split(','),
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
      reader.plan.parties.get(each.party)?.kind ?? null,
    ]),
  };
}
