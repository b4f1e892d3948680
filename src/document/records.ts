import type { CollectionName, RecordByCollection } from '#core/model/plan.ts';
import {
  dependencySchema,
  dutySchema,
  nodeSchema,
  partySchema,
  questionSchema,
  sourceSchema,
} from './inventory-records.ts';
import {
  acceptedSchema,
  calendarSchema,
  changeSchema,
  dispositionSchema,
  handOverSchema,
  layoutSchema,
  phaseSchema,
  ruleSchema,
  taskSchema,
} from './plan-records.ts';
import type { z } from './zod.ts';

/**
 * The schema of the records of each collection. Reading is tolerant: a missing key becomes its empty value, keys that
 * this version does not know are kept; a value of the wrong type is refused. Keys stand in the order of the plan file.
 */
export const recordSchemas: { readonly [C in CollectionName]: z.ZodType<RecordByCollection[C]> } = {
  sources: sourceSchema,
  nodes: nodeSchema,
  dependencies: dependencySchema,
  parties: partySchema,
  duties: dutySchema,
  questions: questionSchema,
  dispositions: dispositionSchema,
  phases: phaseSchema,
  changes: changeSchema,
  handovers: handOverSchema,
  tasks: taskSchema,
  rules: ruleSchema,
  calendar: calendarSchema,
  accepted: acceptedSchema,
  layout: layoutSchema,
};

/** What a person calls one record of a collection. */
export const recordWords: { readonly [C in CollectionName]: string } = {
  sources: 'source',
  nodes: 'node',
  dependencies: 'dependency',
  parties: 'party',
  duties: 'duty',
  questions: 'question',
  dispositions: 'disposition',
  phases: 'phase',
  changes: 'change',
  handovers: 'hand-over',
  tasks: 'task',
  rules: 'rule',
  calendar: 'calendar entry',
  accepted: 'accepted finding',
  layout: 'layout position',
};

/** Where each collection stands in the plan file: `''` is the top level. */
export const sectionOf: { readonly [C in CollectionName]: '' | 'inventory' | 'plan' } = {
  sources: '',
  nodes: 'inventory',
  dependencies: 'inventory',
  parties: 'inventory',
  duties: 'inventory',
  questions: 'inventory',
  dispositions: 'plan',
  phases: 'plan',
  changes: 'plan',
  handovers: 'plan',
  tasks: 'plan',
  rules: 'plan',
  calendar: 'plan',
  accepted: 'plan',
  layout: '',
};
