import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { CsvTable } from './csv-table.ts';
import { toDependencyRows, toDutyRows, toNodeRows } from './inventory-rows.ts';
import { withRowMemory } from './row-memory.ts';
import { toChangeRows, toQuestionRows, toTaskRows } from './plan-rows.ts';

/** The tables of a plan by name, in the order in which they are read. */
export function toPlanTables(reader: PlanReader): readonly (readonly [name: string, table: CsvTable])[] {
  return [
    ['nodes', toNodeRows(reader)],
    ['dependencies', toDependencyRows(reader)],
    ['duties', toDutyRows(reader)],
    ['changes', withRowMemory('changes', toChangeRows(reader))],
    ['tasks', withRowMemory('tasks', toTaskRows(reader))],
    ['questions', withRowMemory('questions', toQuestionRows(reader))],
  ];
}
