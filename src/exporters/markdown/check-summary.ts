import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { CheckReport, Finding, Severity } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { counted, listed } from './words.ts';

/** What CI services still show well; all findings stand in the log and in the JSON answer. */
const most = 100;
const icons: Readonly<Record<Severity, string>> = { error: '✖ error', warning: '⚠ warning', info: 'ℹ note' };
const ranks: readonly Severity[] = ['error', 'warning', 'info'];

function toWhen(plan: Plan, { phase, until }: Finding): string {
  const name = (point: NonNullable<Finding['phase']>): string =>
    point === 'end' ? 'the changes without a phase' : mdText(plan.phases.get(point)?.name ?? point);
  const from = phase === null ? 'today' : `from ${name(phase)}`;
  return until === null ? from : `${from} until ${name(until)}`;
}

/** What a check found as a job summary for CI (GitHub's step summary, a note on a merge request): a verdict and a table. */
export function toCheckSummary(plan: Plan, report: CheckReport): string {
  const { counts } = report;
  const open = report.findings.filter((finding) => finding.accepted === null);
  const sorted = ranks.flatMap((severity) => open.filter((finding) => finding.severity === severity));
  const verdict = listed([
    ...(counts.error === 0 ? ['no errors'] : [`**${counted(counts.error, 'error')}**`]),
    counted(counts.warning, 'warning'),
    ...(counts.info === 0 ? [] : [counted(counts.info, 'note')]),
    ...(counts.accepted === 0 ? [] : [`${counts.accepted} accepted`]),
  ]);
  const rest = sorted.length - most;
  return `${stacked(
    [`### ${counts.error === 0 ? '✓' : '✖'} ${mdText(plan.name) || 'Plan'}`],
    [`${verdict} in ${counted(counts.states, 'state')}.`],
    sorted.length === 0
      ? []
      : mdTable(
          ['', 'finding', 'when', 'rule'].map((title) => ({ title, keep: true })),
          sorted
            .slice(0, most)
            .map((finding) => [
              icons[finding.severity],
              mdText(finding.message),
              toWhen(plan, finding),
              `\`${finding.rule}\``,
            ]),
        ),
    rest > 0 ? [`And ${rest} more in the log.`] : [],
  ).join('\n')}\n`;
}
