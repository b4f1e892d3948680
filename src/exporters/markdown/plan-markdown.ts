import type { ExportOptions } from '#core/exporters/contract.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { checkedSection } from './checked-section.ts';
import { costSection } from './cost-section.ts';
import { countsSection } from './counts-section.ts';
import { decideSection } from './decide-section.ts';
import { dutiesSection } from './duties-section.ts';
import { handOverSection } from './hand-over-section.ts';
import { inventorySection } from './inventory-section.ts';
import { partsSection } from './part-section.ts';
import { pictureSection } from './picture-section.ts';
import { questionsSection } from './questions-section.ts';
import { removalSection } from './removal-section.ts';
import { stacked, type Section } from './section.ts';
import { sourcesSection } from './sources-section.ts';
import { titleSection } from './title-section.ts';
import { unknownSection } from './unknown-section.ts';

/** The order of a plan: what to decide and do first, what everything rests on last. */
const planSections: readonly Section[] = [
  titleSection,
  countsSection,
  decideSection,
  pictureSection,
  partsSection,
  removalSection,
  costSection,
  handOverSection,
  dutiesSection,
  questionsSection,
  checkedSection,
  unknownSection,
  inventorySection,
  sourcesSection,
];

/** The order where nothing is planned yet: the estate itself is what the reader came for. */
const inventorySections: readonly Section[] = [
  titleSection,
  countsSection,
  decideSection,
  pictureSection,
  inventorySection,
  partsSection,
  removalSection,
  costSection,
  dutiesSection,
  handOverSection,
  questionsSection,
  unknownSection,
  checkedSection,
  sourcesSection,
];

/**
 * A plan as one Markdown document that a person can act on without Rehome: readable raw (118 columns outside of tables), on
 * GitHub, on GitLab and in CommonMark viewers. `report` is what `checkPlan` says of the same plan. The same plan, report and
 * options give the same text on every machine: no date of today, no locale.
 */
export function toPlanMarkdown(plan: Plan, report: CheckReport, options: ExportOptions): string {
  const reader = toPlanReader(plan, report, options);
  const sections = reader.changes.length === 0 ? inventorySections : planSections;
  return `${stacked(...sections.map((section) => section(reader))).join('\n')}\n`;
}
