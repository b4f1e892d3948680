import { sortedBy } from '#core/base/compare.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { isIpAddress } from './machines.ts';

/** What a plan holds besides its nodes. */
export type PlanPartName =
  | 'dependencies'
  | 'duties'
  | 'hand-overs'
  | 'open questions'
  | 'what becomes of each machine'
  | 'steps of the plan'
  | 'dates of phases'
  | 'tasks'
  | 'rules';

const inPlan: Readonly<Record<PlanPartName, (reader: PlanReader) => readonly string[]>> = {
  dependencies: (reader) =>
    sortedBy(reader.plan.dependencies, (each) => each.id).map((each) => reader.nameOf(each.id)),
  duties: (reader) => sortedBy(reader.plan.duties, (each) => each.id).map((each) => each.area),
  'hand-overs': (reader) => sortedBy(reader.plan.handovers, (each) => each.id).map((each) => each.area),
  'open questions': (reader) => reader.questions.map(({ question }) => question.text),
  'what becomes of each machine': (reader) =>
    sortedBy(reader.plan.dispositions, (each) => each.id).map(
      (each) => `${reader.nameOf(each.node)}: ${each.disposition}`,
    ),
  'steps of the plan': (reader) => reader.changes.map(({ change }) => toChangeTitle(reader.plan, change)),
  'dates of phases': (reader) =>
    reader.parts.flatMap(({ phase }) =>
      phase !== null && (phase.start ?? phase.end) !== null ? [phase.name] : [],
    ),
  tasks: (reader) => sortedBy(reader.plan.tasks, (each) => each.id).map((each) => each.text),
  rules: (reader) => sortedBy(reader.plan.rules, (each) => each.id).map((each) => each.kind),
};

/** Lists everything of a plan besides its nodes that a format has no place for; `fits` is what it has one for. */
export function tellPlanLosses(reader: PlanReader, loss: Loss, fits: readonly PlanPartName[] = []): void {
  const kept: ReadonlySet<string> = new Set(fits);
  for (const [field, find] of Object.entries(inPlan)) {
    if (!kept.has(field)) for (const example of find(reader)) loss.add(field, example);
  }
}

/** What a node can say that not every format has a column for. */
export type NodeField =
  | 'aliases'
  | 'domains'
  | 'tags'
  | 'notes'
  | 'environment'
  | 'operating system'
  | 'CPU and memory'
  | 'disk size'
  | 'CPU and memory in use'
  | 'disk in use'
  | 'addresses'
  | 'addresses that are no IP address'
  | 'cost'
  | 'jurisdiction'
  | 'kinds of data'
  | 'redundancy'
  | 'number of things'
  | 'status';

const onNode: Readonly<Record<NodeField, (node: InventoryNode) => boolean>> = {
  aliases: (node) => node.aliases.length > 0,
  domains: (node) => node.domains.length > 0,
  tags: (node) => node.tags.length > 0,
  notes: (node) => node.notes !== '',
  environment: (node) => node.environment !== null,
  'operating system': (node) => node.os !== null,
  'CPU and memory': (node) => (node.capacity.vcpu ?? node.capacity.memoryMiB) !== null,
  'disk size': (node) => node.capacity.diskGiB !== null,
  'CPU and memory in use': (node) => (node.usage.vcpu ?? node.usage.memoryMiB) !== null,
  'disk in use': (node) => node.usage.diskGiB !== null,
  addresses: (node) => node.addresses.length > 0,
  'addresses that are no IP address': (node) => node.addresses.some((address) => !isIpAddress(address)),
  cost: (node) => node.cost.amount !== null,
  jurisdiction: (node) => node.jurisdiction !== null,
  'kinds of data': (node) => node.data.length > 0,
  redundancy: (node) => node.redundancy !== null,
  'number of things': (node) => node.count !== 1,
  status: (node) => node.status !== 'active',
};

/** Lists what a format has no column for on one node; `fits` is what it has one for. */
export function tellNodeLosses(node: InventoryNode, loss: Loss, fits: readonly NodeField[]): void {
  const kept: ReadonlySet<string> = new Set(fits);
  for (const [field, isSaid] of Object.entries(onNode)) {
    if (!kept.has(field) && isSaid(node)) loss.add(field, node.name);
  }
}
