import { toTable, type Table } from '../base/table.ts';
import type { AcceptedFinding } from './accepted-finding.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { Change } from './change.ts';
import type { Dependency } from './dependency.ts';
import type { Disposition } from './disposition.ts';
import type { Duty } from './duty.ts';
import type { HandOver } from './hand-over.ts';
import type { PlanId } from './ids.ts';
import type { LayoutPosition } from './layout.ts';
import type { InventoryNode } from './node.ts';
import type { Party } from './party.ts';
import type { Phase } from './phase.ts';
import type { Question } from './question.ts';
import type { Rule } from './rule.ts';
import type { Source } from './source.ts';
import type { Task } from './task.ts';

/** The record type of each collection of a plan. */
export interface RecordByCollection {
  sources: Source;
  nodes: InventoryNode;
  dependencies: Dependency;
  parties: Party;
  duties: Duty;
  questions: Question;
  dispositions: Disposition;
  phases: Phase;
  changes: Change;
  handovers: HandOver;
  tasks: Task;
  rules: Rule;
  calendar: CalendarEntry;
  accepted: AcceptedFinding;
  layout: LayoutPosition;
}

/** The name of a collection, as in the plan file. */
export type CollectionName = keyof RecordByCollection;

/** All collections, in the order of the plan file. */
export const collectionNames: readonly CollectionName[] = [
  'sources',
  'nodes',
  'dependencies',
  'parties',
  'duties',
  'questions',
  'dispositions',
  'phases',
  'changes',
  'handovers',
  'tasks',
  'rules',
  'calendar',
  'accepted',
  'layout',
];

/** The collections of a plan, each a table by id. */
export type PlanCollections = { readonly [C in CollectionName]: Table<RecordByCollection[C]> };

/** The table of a collection, with the type that belongs to its name. */
export function toTableOf<C extends CollectionName>(
  plan: PlanCollections,
  name: C,
): Table<RecordByCollection[C]> {
  return plan[name];
}

/** One plan in memory: the inventory and what shall become of it. The file form is in `src/document`. */
export interface Plan extends PlanCollections {
  readonly id: PlanId;
  readonly name: string;
  /** Only grows. */
  readonly revision: number;
  /** Keys of the file that this version does not know: kept on a round trip. Paths are `''`, `inventory`, `plan`. */
  readonly extra: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A plan with nothing in it. */
export function toEmptyPlan(id: PlanId, name: string): Plan {
  return {
    id,
    name,
    revision: 0,
    extra: {},
    sources: toTable(),
    nodes: toTable(),
    dependencies: toTable(),
    parties: toTable(),
    duties: toTable(),
    questions: toTable(),
    dispositions: toTable(),
    phases: toTable(),
    changes: toTable(),
    handovers: toTable(),
    tasks: toTable(),
    rules: toTable(),
    calendar: toTable(),
    accepted: toTable(),
    layout: toTable(),
  };
}
