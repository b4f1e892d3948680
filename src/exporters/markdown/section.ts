import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';

/** A part of the document: its lines without a blank line at the end; no lines when there is nothing to say. */
export type Section = (reader: PlanReader) => readonly string[];

/** Puts blocks of lines one below the other with a blank line between; empty blocks leave no gap. */
export function stacked(...blocks: readonly (readonly string[])[]): string[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? [...block] : ['', ...block]));
}
