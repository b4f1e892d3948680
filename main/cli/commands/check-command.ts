import { checkPlan } from '#core/checks/check-plan.ts';
import { checkRules } from '#core/checks/rules.ts';
import type { CheckReport } from '#core/model/finding.ts';
import { checkText } from '#main/cli/command-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { refuse } from '#main/cli/outcome.ts';
import { writeResult } from '#main/cli/streams.ts';
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

/** `rehome check`. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: checkText.summary,
  usage: checkText.usage,
  notes: checkText.notes,
  options: [
    { name: 'json', placeholder: null, says: checkText.json },
    { name: 'rule', placeholder: 'R', says: checkText.rule },
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
    const { findings, counts } = report;
    await writeResult(
      args.has('json')
        ? `${JSON.stringify({ findings, counts }, null, 2)}\n`
        : toCheckWords(plan.value, report),
    );
    return { ok: true, value: counts.error > 0 ? 1 : 0 };
  },
};
