import type { ExportOptions } from '#core/exporters/contract.ts';
import { toMemoryLines } from '#core/exporters/marked/memory.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { ReportPart } from '#core/exporters/report-parts.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { checkedSection } from './checked-section.ts';
import { costSection } from './cost-section.ts';
import { countsSection } from './counts-section.ts';
import { decideSection } from './decide-section.ts';
import { dutiesSection } from './duties-section.ts';
import { handOverSection } from './hand-over-section.ts';
import { handOverSheet } from './hand-over-sheet.ts';
import { inventorySection } from './inventory-section.ts';
import { partsSection } from './part-section.ts';
import { pictureSection } from './picture-section.ts';
import { placesSection } from './places-section.ts';
import { questionsSection } from './questions-section.ts';
import { questionsReport } from './questions-report.ts';
import { removalSection } from './removal-section.ts';
import { removalsReport } from './removals-report.ts';
import { runbookSection } from './runbook-section.ts';
import { stacked, type Section } from './section.ts';
import { sourcesSection } from './sources-section.ts';
import { titleSection } from './title-section.ts';
import { unknownSection } from './unknown-section.ts';

/** A part of a document; `part` is the word that leaves it out, `null` where it always stands. */
type NamedSection = readonly [part: ReportPart | null, section: Section];

/** The order of a plan: what to decide and do first, what everything rests on last. */
const planSections: readonly NamedSection[] = [
  [null, titleSection],
  ['numbers', countsSection],
  ['decisions', decideSection],
  ['picture', pictureSection],
  ['steps', partsSection],
  ['removals', removalSection],
  ['cost', costSection],
  ['handovers', handOverSection],
  ['duties', dutiesSection],
  ['questions', questionsSection],
  ['checks', checkedSection],
  ['unknown', unknownSection],
  ['inventory', inventorySection],
  ['picture', placesSection],
  ['sources', sourcesSection],
];

/** The order where nothing is planned yet: the estate itself is what the reader came for. */
const inventorySections: readonly NamedSection[] = [
  [null, titleSection],
  ['numbers', countsSection],
  ['decisions', decideSection],
  ['picture', pictureSection],
  ['inventory', inventorySection],
  ['picture', placesSection],
  ['steps', partsSection],
  ['removals', removalSection],
  ['cost', costSection],
  ['duties', dutiesSection],
  ['handovers', handOverSection],
  ['questions', questionsSection],
  ['unknown', unknownSection],
  ['checks', checkedSection],
  ['sources', sourcesSection],
];

/** The reports that a plan can be told as: all of it, or what one reader needs. */
export const reportFormats = ['markdown', 'runbook', 'handover', 'removals', 'questions'] as const;

/** One of the reports. */
export type ReportFormat = (typeof reportFormats)[number];

const single: Readonly<Record<Exclude<ReportFormat, 'markdown'>, readonly NamedSection[]>> = {
  runbook: [[null, runbookSection]],
  handover: [[null, handOverSheet]],
  removals: [[null, removalsReport]],
  questions: [[null, questionsReport]],
};

function sectionsOf(format: ReportFormat, reader: PlanReader): readonly NamedSection[] {
  if (format !== 'markdown') return single[format];
  return reader.changes.length === 0 ? inventorySections : planSections;
}

/**
 * A report of a plan as one Markdown document that a person can act on without Rehome: readable raw (120 columns outside of
 * tables), on GitHub, on GitLab and in CommonMark viewers. `report` is what `checkPlan` says of the same plan. The same plan,
 * report and options give the same text on every machine: no date of today, no locale. Unless `marks` are left out, edits of
 * it can come back (`src/intake/markdown-edits`).
 */
export function toReportMarkdown(
  format: ReportFormat,
  plan: Plan,
  report: CheckReport,
  options: ExportOptions,
): string {
  const { without, phase, party } = options;
  const reader = toPlanReader(plan, report, options);
  const blocks = sectionsOf(format, reader).map(([part, section]) =>
    part !== null && without.includes(part) ? [] : section(reader),
  );
  const text = `${stacked(...blocks).join('\n')}\n`;
  if (without.includes('marks')) return text;
  return `${text}\n${toMemoryLines(text, { plan: plan.id, format, phase, party, without }).join('\n')}\n`;
}

/** The whole plan as one Markdown document. */
export function toPlanMarkdown(plan: Plan, report: CheckReport, options: ExportOptions): string {
  return toReportMarkdown('markdown', plan, report, options);
}
