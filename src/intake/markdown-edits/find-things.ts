import { toRecordTitle } from '#core/exporters/difference/record-words.ts';
import { toFindName } from '#core/exporters/difference/plan-lookup.ts';
import { toMarkKey, type MarkKind } from '#core/exporters/marked/mark.ts';
import type { Change } from '#core/model/change.ts';
import type { Disposition } from '#core/model/disposition.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Question } from '#core/model/question.ts';
import type { Task } from '#core/model/task.ts';

/** The record that a mark stands on. */
export type MarkedThing =
  | { readonly kind: 'task'; readonly record: Task }
  | { readonly kind: 'phase'; readonly record: Phase }
  | { readonly kind: 'change' | 'step'; readonly record: Change }
  | { readonly kind: 'question'; readonly record: Question }
  | { readonly kind: 'handover'; readonly record: HandOver }
  | {
      readonly kind: 'candidate';
      readonly record: InventoryNode;
      readonly disposition: Disposition | undefined;
    }
  | { readonly kind: 'node'; readonly record: InventoryNode };

/** Everything of a plan that a mark can stand on, by the key of its mark. */
export type MarkedThings = ReadonlyMap<string, MarkedThing>;

/** Finds what the marks of a report stand on. */
export function toMarkedThings(plan: Plan): MarkedThings {
  const things = new Map<string, MarkedThing>();
  const add = (kind: MarkKind, id: string, thing: MarkedThing): void => {
    things.set(toMarkKey(kind, id), thing);
  };
  for (const record of plan.tasks) add('task', record.id, { kind: 'task', record });
  for (const record of plan.phases) add('phase', record.id, { kind: 'phase', record });
  for (const record of plan.changes) {
    add('change', record.id, { kind: 'change', record });
    add('step', record.id, { kind: 'step', record });
  }
  for (const record of plan.questions) add('question', record.id, { kind: 'question', record });
  for (const record of plan.handovers) add('handover', record.id, { kind: 'handover', record });
  const retired = new Map(
    plan.dispositions.filter((row) => row.disposition === 'retire').map((row) => [row.node, row] as const),
  );
  for (const record of plan.nodes) {
    add('node', record.id, { kind: 'node', record });
    add('candidate', record.id, { kind: 'candidate', record, disposition: retired.get(record.id) });
  }
  return things;
}

const collections = {
  task: 'tasks',
  phase: 'phases',
  change: 'changes',
  step: 'changes',
  question: 'questions',
  handover: 'handovers',
  candidate: 'nodes',
  node: 'nodes',
} as const;

/** What a person calls the thing that a mark stands on. */
export function toThingTitle(plan: Plan, { kind, record }: MarkedThing): string {
  const title = toRecordTitle(plan, collections[kind], record.id, toFindName(plan));
  return kind === 'change' || kind === 'step' ? `step: ${title}` : title;
}
