import { toMark, type MarkKind } from '#core/exporters/marked/mark.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';

/** The mark of a thing that can be edited in the report, glued to the last word so that no wrapping parts the two. */
export function markOf(reader: PlanReader, kind: MarkKind, id: string): string {
  return reader.options.without.includes('marks') ? '' : toMark(kind, id);
}
