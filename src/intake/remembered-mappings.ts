import { sortedBy } from '#core/base/compare.ts';
import { parseColumnMapping, type ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import type { Plan } from '#core/model/plan.ts';
import { readMemory } from './source-memory.ts';

/** What a person said that columns mean, from all tables of a plan: for `importFiles`, which uses it for tables of the same headings. */
export function findRememberedMappings(plan: Plan): readonly ColumnMapping[] {
  return sortedBy(plan.sources, (source) => source.name).flatMap((source) => {
    const { mapping } = readMemory(source);
    const read = parseColumnMapping(mapping);
    return read.ok && read.value.signature !== null ? [read.value] : [];
  });
}
