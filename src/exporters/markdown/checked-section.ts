import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toPointIndex } from '#core/exporters/reading/finding-points.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Finding, Severity } from '#core/model/finding.ts';
import { stacked } from './section.ts';
import { counted, listed, listedUpTo } from './words.ts';
import { wrap } from './wrap.ts';

const most = 60;
const icons: Readonly<Record<Severity, string>> = { error: '✖ error', warning: '⚠ warning', info: 'ℹ note' };

function toPoint(reader: PlanReader, point: Finding['phase']): string {
  if (point === null) return 'today';
  const part = reader.parts[toPointIndex(reader, point) - 1];
  return part === undefined || part.phase === null ? 'the end' : `*${mdText(toPartName(part))}*`;
}

function toSpan(reader: PlanReader, { phase, until }: Finding): string {
  if (phase !== null && phase === until) return `only on the way through ${toPoint(reader, phase)}`;
  const from = phase === null ? 'today already' : `from ${toPoint(reader, phase)}`;
  return until === null ? from : `${from}, until ${toPoint(reader, until)}`;
}

/** The changes that lead there, by number, where it is not simply the plan in its order. */
function toTrail(reader: PlanReader, finding: Finding): string {
  if (finding.rule !== 'order-respects-dependencies' || finding.after.length === 0) return '';
  const numbers = finding.after.map((id) => reader.findChange(id)?.number ?? '?');
  return `; after ${numbers.length === 1 ? 'change' : 'changes'} ${listed(numbers.map(String))}`;
}

/** From so many findings on that say the same of other things over the same span, one speaks for all. */
const bundle = 5;

function toBundles(findings: readonly Finding[]): (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [name = ''] = finding.names;
    const words = name === '' ? finding.message : finding.message.replaceAll(name, '');
    const key = [finding.rule, finding.severity, finding.phase, finding.until, words].join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < bundle ? group.map((finding) => [finding]) : [group],
  );
}

function toLikewise(rest: readonly Finding[]): string {
  if (rest.length === 0) return '';
  const names = [...new Set(rest.map((finding) => mdText(finding.names[0] ?? '')))].filter(
    (name) => name !== '',
  );
  const about = names.length === 0 ? '' : `: ${listedUpTo(names, 20)}`;
  return ` The same holds for ${rest.length} more${about}.`;
}

function toLine(reader: PlanReader, [finding, ...rest]: readonly Finding[]): string[] {
  if (finding === undefined) return [];
  const when = reader.parts.length === 0 ? '' : ` (${toSpan(reader, finding)}${toTrail(reader, finding)})`;
  const repair = finding.repair === null ? '' : ` Repair: ${mdText(finding.repair.label)}.`;
  return wrap(
    `${icons[finding.severity]}: ${mdText(finding.message.replace(/\.$/u, ''))}${when}.${repair}${toLikewise(rest)}`,
    '- ',
    '  ',
  );
}

function toAccepted(reader: PlanReader, finding: Finding): string[] {
  const accepted = reader.plan.accepted.get(finding.accepted);
  const by = mdText(accepted?.by ?? '');
  const why = mdText(accepted?.why ?? '');
  const words = [by === '' ? '' : `by ${by}`, why].filter((part) => part !== '').join(': ');
  return wrap(`✓ ${mdText(finding.message)}${words === '' ? '' : ` — ${words}`}`, '- ', '  ');
}

function concernsPhase(reader: PlanReader, finding: Finding): boolean {
  const { phase } = reader.options;
  if (phase === null) return true;
  // What goes on from an earlier phase is told there.
  return finding.phase === phase || finding.until === phase;
}

function toHead(reader: PlanReader): string {
  const { states, orders } = reader.report.counts;
  const looked =
    reader.changes.length === 0
      ? 'The estate was checked as it is'
      : `Every state of this plan was checked: ${counted(states, 'state')}${orders < 2 ? '' : `, in ${orders} allowed orders`}`;
  const count = (severity: Severity): number =>
    reader.openFindings.filter((finding) => finding.severity === severity).length;
  const found = [
    ...(count('error') === 0 ? [] : [counted(count('error'), 'error')]),
    ...(count('warning') === 0 ? [] : [counted(count('warning'), 'warning')]),
    ...(count('info') === 0 ? [] : [counted(count('info'), 'note')]),
  ];
  return `${looked}. ${found.length === 0 ? 'Nothing was found.' : `Found: ${listed(found)}.`}`;
}

/** What the checks found, errors first, in whole sentences with the phase in which each begins and ends. */
export function checkedSection(reader: PlanReader): readonly string[] {
  if (reader.options.party !== null) return [];
  const rank: readonly Severity[] = ['error', 'warning', 'info'];
  const open = reader.openFindings
    .filter((finding) => concernsPhase(reader, finding))
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        rank.indexOf(a.finding.severity) - rank.indexOf(b.finding.severity) ||
        toPointIndex(reader, a.finding.phase) - toPointIndex(reader, b.finding.phase) ||
        a.index - b.index,
    );
  const bundles = toBundles(open.map(({ finding }) => finding));
  const accepted = reader.report.findings.filter(
    (each) => each.accepted !== null && concernsPhase(reader, each),
  );
  const rest = bundles.slice(most).flat().length;
  return stacked(
    ['## Checked'],
    wrap(toHead(reader)),
    bundles.slice(0, most).flatMap((group) => toLine(reader, group)),
    rest > 0 ? [`And ${rest} more: the findings panel and \`rehome check\` list all of them.`] : [],
    accepted.length === 0 ? [] : ['Accepted by somebody, with a reason:'],
    accepted.flatMap((finding) => toAccepted(reader, finding)),
  );
}
