import { sortedBy } from '#core/base/compare.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import { toPartyName } from './change-words.ts';
import { markOf } from './mark-words.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { tasksOn, toTaskItem } from './task-item.ts';

/** A hand-over with the number under which a report speaks of it. */
export interface NumberedHandOver {
  readonly number: number;
  readonly handOver: HandOver;
  /** The phase in which the duty moves: that of its change, else its own. */
  readonly part: PlanReader['parts'][number] | undefined;
}

/** All hand-overs in the order of the plan, numbered. */
export function toHandOvers(reader: PlanReader): NumberedHandOver[] {
  const partOf = (handOver: HandOver): NumberedHandOver['part'] =>
    reader.parts.find((part) =>
      part.changes.some(({ change }) => change.kind === 'hand-over' && change.handover === handOver.id),
    ) ?? reader.parts.find((part) => part.phase !== null && part.phase.id === handOver.phase);
  const rank = ({ part }: { part: NumberedHandOver['part'] }): string =>
    String(part === undefined ? reader.parts.length + 1 : part.number).padStart(6, '0');
  const all = reader.plan.handovers.map((handOver) => ({ handOver, part: partOf(handOver) }));
  return sortedBy(
    all,
    (each) => `${rank(each)} ${reader.nameOf(each.handOver.subject)} ${each.handOver.area}`,
    (each) => each.handOver.id,
  ).map((each, index) => ({ ...each, number: index + 1 }));
}

/** How far a hand-over is. */
export function toStatus({ status, acceptedBy }: HandOver): string {
  const by = mdText(acceptedBy ?? '');
  return status === 'accepted' && by !== '' ? `accepted by ${by}` : status;
}

function toTitle(reader: PlanReader, { number, handOver }: NumberedHandOver, mark: string): string {
  const subject = mdText(reader.nameOf(handOver.subject));
  const from = handOver.from === null ? 'nobody' : mdText(reader.nameOf(handOver.from));
  const what = `${mdText(handOver.area)}${subject === '' ? '' : ` of ${subject}`}`;
  return `${mark} Hand-over ${number} · ${what}: ${from} → ${mdText(reader.nameOf(handOver.to))}`;
}

/** The checklists of hand-overs, each below a heading; `mark` is the number signs of the headings. */
export function toHandOverLists(
  reader: PlanReader,
  all: readonly NumberedHandOver[],
  mark: string,
): (readonly string[])[] {
  return all.flatMap((each) => {
    const tasks = tasksOn(reader, each.handOver.id);
    const start = each.part?.phase?.start ?? null;
    if (tasks.length === 0) return [];
    return [[toTitle(reader, each, mark)], tasks.flatMap((task) => toTaskItem(reader, task, start))];
  });
}

/** Which duty goes from whom to whom, in which phase, how far it is and what proves it; then the checklist of each. */
export function handOverSection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  const all = toHandOvers(reader).filter(
    ({ handOver, part }) =>
      (phase === null || part?.phase?.id === phase) &&
      (party === null || handOver.from === party || handOver.to === party),
  );
  if (all.length === 0) return [];
  const rows = all.map(({ number, handOver, part }) => [
    `${number}${markOf(reader, 'handover', handOver.id)}`,
    mdText(handOver.area),
    mdText(reader.nameOf(handOver.subject)),
    toPartyName(reader, handOver.from),
    toPartyName(reader, handOver.to),
    part === undefined ? '*no phase*' : mdText(toPartName(part)),
    toStatus(handOver),
    mdText(handOver.evidence ?? ''),
  ]);
  const columns = ['#', 'duty', 'on', 'from', 'to', 'phase', 'status', 'evidence'];
  return stacked(
    ['## Hand-overs'],
    mdTable(
      columns.map((title, index) => ({ title, right: index === 0, keep: title === 'evidence' })),
      rows,
    ),
    ...toHandOverLists(reader, all, '###'),
  );
}
