import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toPartTitle } from '#core/exporters/reading/part-title.ts';
import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findChangedNode } from '#core/model/change.ts';
import { toChecksOf } from './checks-after.ts';
import { toPhaseLists } from './checklist-section.ts';
import { toMeta } from './part-section.ts';
import { stacked } from './section.ts';
import { isAgreed, toWaits } from './waits-for.ts';
import { toReverse, toWayBack } from './way-back.ts';
import { capitalised, counted } from './words.ts';
import { wrap } from './wrap.ts';

/** Findings that other lines of the list say already. */
const toldBefore: ReadonlySet<string> = new Set([
  'blocking-question-is-answered',
  'removal-is-agreed',
  'condition-is-met',
  'hand-over-is-accepted',
]);

/** What must be true before the first step, and is not known to be: the gate, questions, conditions, agreements, errors. */
function toGoNoGo(reader: PlanReader, part: PlanPart): string[] {
  const gate = part.phase?.gate?.trim() ?? '';
  const ids = new Set<string>([part.phase?.id ?? '']);
  for (const { change } of part.changes) {
    ids.add(change.id);
    const node = findChangedNode(change);
    if (node !== null) ids.add(node);
  }
  const questions = reader.questions.filter(
    ({ question }) => question.blocking && question.about.some((id) => ids.has(id)),
  );
  const removals = part.changes.flatMap(({ change }) =>
    change.kind === 'remove' && !isAgreed(reader.dispositionOf(change.node))
      ? [mdText(reader.nameOf(change.node))]
      : [],
  );
  const errors = reader.openFindings.filter(
    (finding) =>
      finding.severity === 'error' &&
      finding.phase === (part.phase?.id ?? 'end') &&
      !toldBefore.has(finding.rule),
  );
  const lines = [
    ...(gate === '' ? [] : [capitalised(mdText(gate))]),
    ...questions.map(({ number, question }) => `Question ${number} is answered: ${mdText(question.text)}`),
    ...removals.map((name) => `Agreed: ${name} goes`),
    ...part.changes.flatMap(({ change }) =>
      change.conditions.filter((each) => !each.met).map((each) => `True: ${mdText(each.text)}`),
    ),
    ...part.changes.flatMap(({ change }) => {
      const handOver = change.kind === 'hand-over' ? reader.plan.handovers.get(change.handover) : undefined;
      if (handOver === undefined || handOver.status === 'accepted') return [];
      return [`Accepted by ${mdText(reader.nameOf(handOver.to))}: ${mdText(handOver.area)}`];
    }),
    ...errors.map((finding) => `Settled: ${mdText(finding.message.replace(/\.$/u, ''))}`),
  ];
  return [...new Set(lines)].flatMap((line) => wrap(line, '- [ ] ', '  '));
}

/** A step with what it waits for in front, its tasks, what to look at after it, and how it is undone. */
function toStepLines(
  reader: PlanReader,
  { each, lines }: { readonly each: NumberedChange; readonly lines: readonly string[] },
): string[] {
  const waits = toWaits(reader, each);
  const [first = '', ...rest] = lines;
  const inner = rest.findIndex((line) => line.startsWith('  - '));
  const own = inner === -1 ? rest : rest.slice(0, inner);
  const tasks = inner === -1 ? [] : rest.slice(inner);
  return [
    first,
    ...own,
    ...(waits.length === 0 ? [] : wrap(`first: ${waits.join('; ')}`, '  - ', '    ')),
    ...tasks,
    ...toChecksOf(reader, each).flatMap((check) => wrap(`then look: ${check}`, '  - ', '    ')),
    ...wrap(`way back: ${toReverse(reader, each)}`, '  - ', '    '),
  ];
}

function toRunbook(reader: PlanReader, part: PlanPart): readonly string[] {
  const lists = toPhaseLists(reader, part);
  const title = mdText(toPartTitle(part));
  const block = (name: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${name}`, '', ...lines];
  const steps = lists.steps.flatMap((step) => toStepLines(reader, step));
  return stacked(
    [`## ${title}`],
    wrap(toMeta(reader, part)),
    [`${capitalised(counted(part.changes.length, 'step'))}. T is the day on which the phase starts.`],
    block('Go or no-go', toGoNoGo(reader, part)),
    block('Before', lists.before),
    block('Steps', [...lists.during, ...steps]),
    block('Check after', lists.after),
    block('If it must be undone', toWayBack(reader, part)),
  );
}

/** The runbook of a phase (or of all of them): go or no-go, what comes before, each step with its checks, the way back. */
export function runbookSection(reader: PlanReader): readonly string[] {
  const { phase } = reader.options;
  const parts = reader.parts.filter((part) => phase === null || part.phase?.id === phase);
  const name = mdText(reader.plan.name) || 'Plan';
  return stacked(
    [`# Runbook: ${name}`],
    parts.length === 0 ? ['Nothing is planned yet.'] : [],
    ...parts.map((part) => toRunbook(reader, part)),
  );
}
