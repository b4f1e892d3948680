import { checkPlan } from '#core/checks/check-plan.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { toReportMarkdown, type ReportFormat } from '#core/exporters/markdown/plan-markdown.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { readReportEdits } from '#core/intake/markdown-edits/read-report-edits.ts';
import { toReviewCommands } from '#core/intake/markdown-edits/review-commands.ts';
import type { ReportReview } from '#core/intake/markdown-edits/review-types.ts';
import type { Plan } from '#core/model/plan.ts';
import { makeCountingIds } from './run-commands.ts';

const whole: ExportOptions = { phase: null, party: null, without: [] };

/** A report of a plan, as the export writes it. */
export function reportOf(
  plan: Plan,
  format: ReportFormat = 'markdown',
  options: Partial<ExportOptions> = {},
): string {
  return toReportMarkdown(format, plan, checkPlan(plan), { ...whole, ...options });
}

/** What an edited report holds for a plan; it must be one. */
export function reviewOf(plan: Plan, edited: string): ReportReview {
  const read = readReportEdits(plan, checkPlan(plan), edited, makeCountingIds());
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** A plan with all edits of an edited report. */
export function planWithEdits(plan: Plan, edited: string): Plan {
  const commands = toReviewCommands(reviewOf(plan, edited).edits);
  const done = applyCommands(plan, commands, { makeId: makeCountingIds() });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

const memoryStart = '\n<!--\nRehome keeps here';

/** The report of a plan as a person would have edited it into the report of another: its text, and the memory of the first. */
export function editedInto(exported: string, wanted: string): string {
  const [at, end] = [wanted.indexOf(memoryStart), exported.indexOf(memoryStart)];
  return wanted.slice(0, at) + exported.slice(end);
}

/** What editors and formatters do to a report without meaning anything by it. */
export const habits: Readonly<Record<string, (text: string) => string>> = {
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'blanks at the ends of lines': (text) => text.replace(/[^\s]$/gmu, '$& '),
  'stars instead of dashes': (text) => text.replace(/^(\s*)- /gmu, '$1* '),
  'plus signs and big ticks': (text) =>
    text.replace(/^(\s*)- \[x\]/gmu, '$1- [X]').replace(/^(\s*)- /gmu, '$1+ '),
  'a byte order mark and no last line end': (text) => `\uFEFF${text.trimEnd()}`,
  'tables drawn wider': (text) =>
    text.replace(/^\|.*\|$/gmu, (row) =>
      row.replaceAll(' | ', '    |  ').replace(/(?<=\|):?-{2,}:?(?=\|)/gu, ' -------- '),
    ),
  'paragraphs wrapped anew': (text) =>
    text.replace(/^((?:- |\d+\. |[A-Z])[^\n|]*)\n {2,3}(?![-\d ])/gmu, '$1 '),
  'a line in two': (text) => text.replace(/^(- \[[ x]\] [^\n]{40}\S*) /gmu, '$1\n  '),
  'blank lines between items': (text) => text.replace(/\n(?=- \[)/gu, '\n\n'),
  'typographic quotation marks and dots': (text) =>
    text
      .replace(/'(?=\w)/gu, '’')
      .replaceAll('“', '"')
      .replaceAll('”', '"')
      .replaceAll('...', '…'),
};
