import { existsSync } from 'node:fs';
import { checkPlan } from '#core/checks/check-plan.ts';
import { checkRules } from '#core/checks/rules.ts';
import { toCheckSummary } from '#core/exporters/markdown/check-summary.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { checkText } from '#main/cli/command-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { readInputText, standardStream } from '#main/cli/files/read-input.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeResult, writeWords } from '#main/cli/streams.ts';
import { readPlan } from './read-plan.ts';
import { toCheckWords } from './check-words.ts';

/** The same report with the findings of one rule, counted anew. */
function narrowed(report: CheckReport, rule: string): CheckReport {
  const findings = report.findings.filter((finding) => finding.rule === rule);
  const open = findings.filter((finding) => finding.accepted === null);
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    counts: {
      ...report.counts,
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      accepted: findings.length - open.length,
    },
  };
}

/** Adds a summary to the end of a file, which CI services show beside the job; several plans make several summaries. */
async function addSummary(path: string, plan: Plan, report: CheckReport): Promise<Outcome<null>> {
  if (path === standardStream) return refuse(checkText.summaryNeedsFile);
  const before = existsSync(path) ? await readInputText(path) : { ok: true as const, value: '' };
  if (!before.ok) return before;
  const between = before.value === '' ? '' : '\n';
  return writeOutput(path, `${before.value}${between}${toCheckSummary(plan, report)}`);
}

/** `rehome check`. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: checkText.summary,
  usage: checkText.usage,
  notes: checkText.notes,
  options: [
    { name: 'json', placeholder: null, says: checkText.json },
    { name: 'rule', placeholder: 'R', says: checkText.rule },
    { name: 'summary', placeholder: 'FILE', says: checkText.summaryFile },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const rule = args.value('rule');
    const names = checkRules.map((each) => each.name);
    if (rule !== null && !names.some((name) => name === rule)) {
      return refuse(checkText.unknownRule(rule, names.join(', ')));
    }
    const plan = await readPlan(args.positionals[0] ?? '');
    if (!plan.ok) return plan;
    const full = checkPlan(plan.value);
    const report = rule === null ? full : narrowed(full, rule);
    const summary = args.value('summary');
    if (summary !== null) {
      const written = await addSummary(summary, plan.value, report);
      if (!written.ok) return written;
    }
    const { findings, counts } = report;
    if (args.has('json')) await writeResult(`${JSON.stringify({ findings, counts }, null, 2)}\n`);
    else await writeWords(toCheckWords(plan.value, report));
    return { ok: true, value: counts.error > 0 ? 1 : 0 };
  },
};
