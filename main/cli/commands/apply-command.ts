import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands, type AppliedEdit } from '#core/commands/apply-commands.ts';
import { ok } from '#core/base/result.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { readReportEdits } from '#core/intake/markdown-edits/read-report-edits.ts';
import { toReviewCommands } from '#core/intake/markdown-edits/review-commands.ts';
import type { ReportEdit, ReportReview } from '#core/intake/markdown-edits/review-types.ts';
import { readTableEdits } from '#core/intake/table-edits/read-table-edits.ts';
import { applyText } from '#main/cli/apply-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { readInputText, standardStream } from '#main/cli/files/read-input.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse } from '#main/cli/outcome.ts';
import { writeResult, writeWordsBeside } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { makeRandomId } from './random-id.ts';
import { readPlan } from './read-plan.ts';

type Say = (line: number, title: string, field: string, before: string, after: string) => string;

const inWords = (say: Say, list: readonly ReportEdit[]): string[] =>
  list.map((each) => say(each.line, each.title, each.field, each.before, each.after));

function toLines(review: ReportReview, edit: AppliedEdit, out: string): string[] {
  const block = (head: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`)];
  const unknown = review.unknown.map((each) => applyText.unknownLine(each.line, each.text, each.why));
  return [
    applyText.done(review.edits.length, out),
    ...inWords(applyText.edit, review.edits).map((line) => `  ${line}`),
    ...edit.notes.map((note) => `  ${note}`),
    ...block(applyText.conflicts(review.conflicts.length), inWords(applyText.conflict, review.conflicts)),
    ...block(applyText.unknown(unknown.length), unknown),
  ];
}

function toJson(review: ReportReview, edit: AppliedEdit): string {
  const plain = (list: readonly ReportEdit[], say: Say): unknown[] =>
    list.map(({ line, title, field, before, after, commands }) => ({
      line,
      title,
      field,
      before,
      after,
      commands,
      words: say(line, title, field, before, after),
    }));
  const data = {
    applied: plain(review.edits, applyText.edit),
    conflicts: plain(review.conflicts, applyText.conflict),
    unknown: review.unknown.map((each) => ({
      line: each.line,
      text: each.text,
      why: each.why.code,
      words: applyText.unknownLine(each.line, each.text, each.why),
    })),
    notes: edit.notes,
    revision: edit.plan.revision,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** `rehome apply`. */
export const applyCommand: CliCommand = {
  name: 'apply',
  summary: applyText.summary,
  usage: applyText.usage,
  notes: applyText.notes,
  options: [
    { name: 'out', placeholder: 'PLAN', says: applyText.out },
    { name: 'json', placeholder: null, says: applyText.json },
  ],
  positionals: { min: 2, max: 2 },
  run: async (args) => {
    const [planPath = '', editedPath = ''] = args.positionals;
    if (planPath === standardStream && editedPath === standardStream) return refuse(text.usage.bothFromInput);
    const out = args.value('out') ?? planPath;
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const plan = await readPlan(planPath);
    if (!plan.ok) return plan;
    const edited = await readInputText(editedPath);
    if (!edited.ok) return edited;
    const report = checkPlan(plan.value);
    const table = readTableEdits(plan.value, report, edited.value, makeRandomId);
    if (table === null && /\.csv$/iu.test(editedPath)) {
      return refuse(applyText.refused(editedPath, applyText.noTable));
    }
    const review =
      table === null ? readReportEdits(plan.value, report, edited.value, makeRandomId) : ok(table);
    if (!review.ok) return refuse(applyText.refused(editedPath, applyText.problems[review.error.code]));
    const commands = toReviewCommands(review.value.edits);
    const applied = applyCommands(plan.value, commands, { makeId: makeRandomId });
    if (!applied.ok) return refuse(applyText.refused(editedPath, applied.error.message));
    const written = await writeOutput(out, toPlanFileText(applied.value.plan));
    if (!written.ok) return written;
    const lines = toLines(review.value, applied.value, out);
    if (args.has('json')) await writeResult(toJson(review.value, applied.value));
    else await writeWordsBeside(out, lines);
    return { ok: true, value: review.value.conflicts.length === 0 ? 0 : 1 };
  },
};
