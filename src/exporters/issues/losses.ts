import { isFormula } from '#core/base/formula.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { sortedBy } from '#core/base/compare.ts';

/** Lists what of a plan no list of issues says: the inventory itself, and what is about it. */
export function tellIssueLosses(reader: PlanReader, loss: Loss): void {
  const { plan } = reader;
  for (const node of sortedBy(plan.nodes, (each) => each.id)) loss.add('the inventory', node.name);
  for (const each of sortedBy(plan.dependencies, (row) => row.id))
    loss.add('dependencies', reader.nameOf(each.id));
  for (const each of sortedBy(plan.duties, (row) => row.id)) loss.add('duties', each.area);
  for (const finding of reader.openFindings) loss.add('findings', finding.message);
}

/** A text cut to what a field holds; that it was cut is listed. */
export function toLimited(text: string, limit: number, field: string, loss: Loss): string {
  if (text.length <= limit) return text;
  loss.add(`${field}: cut after ${limit} characters`, text);
  return `${text.slice(0, limit - 1).toWellFormed()}…`;
}

/** A title as one line; one that a spreadsheet would run as a formula gets a word in front. */
export function toTitle(text: string, word: string): string {
  const title = toPlainLine(text) || 'Without a title';
  return isFormula(title) ? `${word}: ${title}` : title;
}
