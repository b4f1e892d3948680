import type { CheckReport, Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { checkText } from '#main/cli/command-text.ts';

function toPointName(plan: Plan, point: Finding['phase']): string {
  if (point === null) return checkText.today;
  return point === 'end' ? checkText.end : (plan.phases.get(point)?.name ?? point);
}

function toLine(plan: Plan, finding: Finding, icon: string): string {
  const until = finding.until === null ? null : toPointName(plan, finding.until);
  const when = checkText.from(toPointName(plan, finding.phase), until);
  const accepted = plan.accepted.get(finding.accepted);
  const why = accepted === undefined ? '' : ` (${checkText.accepted(accepted.by, accepted.why)})`;
  return `  ${icon} ${finding.message} [${when}; ${finding.rule}]${why}`;
}

/** A report for a person: a line of counts, then the findings by severity, each a sentence with when it holds and its rule. */
export function toCheckWords(plan: Plan, report: CheckReport): string[] {
  const { counts, findings } = report;
  const open = findings.filter((finding) => finding.accepted === null);
  const head =
    open.length === 0 ? checkText.none : checkText.counts(counts.error, counts.warning, counts.info);
  const groups = [
    { title: 'error' as const, rows: open.filter((finding) => finding.severity === 'error') },
    { title: 'warning' as const, rows: open.filter((finding) => finding.severity === 'warning') },
    { title: 'info' as const, rows: open.filter((finding) => finding.severity === 'info') },
    { title: 'accepted' as const, rows: findings.filter((finding) => finding.accepted !== null) },
  ];
  const parts = groups
    .filter((group) => group.rows.length > 0)
    .flatMap((group) => [
      '',
      checkText.groups[group.title],
      ...group.rows.map((finding) => toLine(plan, finding, checkText.icons[group.title])),
    ]);
  return [`${head}${checkText.looked(counts.states, counts.orders)}`, ...parts];
}
