import { fail, ok, type Result } from '#core/base/result.ts';
import { readEditedReport, type ReportMemory } from '#core/exporters/marked/memory.ts';
import { readReport, type ReadReport } from '#core/exporters/marked/read-items.ts';
import { reportFormats, toReportMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import { reportParts } from '#core/exporters/report-parts.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { readItem } from './field-edits.ts';
import { toMarkedThings } from './find-things.ts';
import { readOrders } from './list-edits.ts';
import { withLostMarks } from './lost-marks.ts';
import { toOwnerReader } from './read-owner.ts';
import type { Reading } from './reading.ts';
import type { ReportProblem, ReportReview } from './review-types.ts';
import { readNewText } from './text-edits.ts';

function toNow(plan: Plan, report: CheckReport, memory: ReportMemory): ReadReport | null {
  const format = reportFormats.find((each) => each === memory.head.format);
  if (format === undefined) return null;
  const without = reportParts.filter((part) => memory.head.without.includes(part));
  const phase = plan.phases.get(memory.head.phase)?.id ?? null;
  const party = plan.parties.get(memory.head.party)?.id ?? null;
  const text = toReportMarkdown(format, plan, report, { phase, party, without });
  const read = readEditedReport(text);
  return read.ok ? read.value.report : readReport(text);
}

interface Lined {
  readonly line: number | null;
}

function byLine(a: Lined, b: Lined): number {
  return (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER);
}

/**
 * What somebody edited in an exported report, held against what the export said and against the plan as it is now: edits
 * that can be taken, edits of what the plan changed meanwhile (conflicts), and everything else that is different, by line.
 * `report` is what `checkPlan` says of the plan. Nothing is applied: `toReviewCommands` makes the commands of what is chosen.
 */
export function readReportEdits(
  plan: Plan,
  report: CheckReport,
  text: string,
  makeId: IdMaker,
): Result<ReportReview, ReportProblem> {
  const read = readEditedReport(text);
  if (!read.ok) return fail(read.error);
  const { memory } = read.value;
  if (memory.head.plan !== plan.id) return fail({ code: 'other-plan' });
  const now = toNow(plan, report, memory);
  if (now === null) return fail({ code: 'newer' });
  const things = toMarkedThings(plan);
  const context = { plan, readOwner: toOwnerReader(plan, makeId) };
  const edited = withLostMarks(read.value.report, memory);
  const reading: Reading = {
    context,
    makeId,
    things,
    memory,
    edited,
    now,
    edits: [],
    conflicts: [],
    unknown: [],
  };
  for (const item of edited.items) readItem(reading, item);
  readOrders(reading);
  readNewText(reading);
  return ok({
    edits: reading.edits.sort(byLine),
    conflicts: reading.conflicts.sort(byLine),
    unknown: reading.unknown.sort(byLine),
  });
}
