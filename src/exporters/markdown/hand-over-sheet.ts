import { sortedBy } from '#core/base/compare.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import { isSameArea } from '#core/model/duty.ts';
import type { Party } from '#core/model/party.ts';
import { toPartyName } from './change-words.ts';
import { toHandOvers, toHandOverLists, toStatus, type NumberedHandOver } from './hand-over-section.ts';
import { markOf } from './mark-words.ts';
import { questionsSection } from './questions-section.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { tasksOn, toTaskItem } from './task-item.ts';
import { counted, listed } from './words.ts';
import { wrap } from './wrap.ts';

/** What shows that the new party can do it, by area; what is written into the column evidence should say that. */
const wanted: Readonly<Record<string, string | undefined>> = {
  backup: 'a first backup of their own, and where it is',
  'restore proof': 'what was restored, when, and how long it took',
  restore: 'what was restored, when, and how long it took',
  monitoring: 'a test alarm that arrived, and where',
  'alert receipt': 'a test alarm that arrived, and who got up',
  dns: 'a record that they changed themselves',
  certificates: 'a certificate that they renewed, or the next date',
  mail: 'a message that went out and one that came in',
  credentials: 'that they can log in, and that the old ones are changed',
};

function toWanted(area: string): string {
  return wanted[area.trim().toLowerCase()] ?? 'what shows that it works in their hands';
}

/** Which access goes with a duty, for its new party or as the old one has it. */
function toAccess(reader: PlanReader, { handOver }: NumberedHandOver): string {
  const duties = reader.plan.duties.filter(
    (duty) =>
      isSameArea(duty.area, handOver.area) && duty.subject === handOver.subject && duty.access !== null,
  );
  const own = duties.find((duty) => duty.party === handOver.to) ?? duties[0];
  return own?.access ?? '';
}

function toWhen({ part }: NumberedHandOver): string {
  if (part === undefined) return 'no phase yet';
  const { start, end } = part.phase ?? { start: null, end: null };
  const dates = start === null ? 'no date yet' : end === null || end === start ? start : `${start} to ${end}`;
  return `${mdText(toPartName(part))}, ${dates}`;
}

function toTable(reader: PlanReader, rows: readonly NumberedHandOver[], way: 'takes' | 'gives'): string[] {
  const other = way === 'takes' ? 'from' : 'to';
  const columns = ['#', 'what', 'on', other, 'when', 'access', 'evidence wanted', 'status', 'evidence'];
  return mdTable(
    columns.map((title, index) => ({ title, right: index === 0, keep: title === 'evidence' })),
    rows.map((row) => [
      `${row.number}${markOf(reader, 'handover', row.handOver.id)}`,
      mdText(row.handOver.area),
      mdText(reader.nameOf(row.handOver.subject)),
      toPartyName(reader, way === 'takes' ? row.handOver.from : row.handOver.to),
      toWhen(row),
      toAccess(reader, row),
      toWanted(row.handOver.area),
      toStatus(row.handOver),
      mdText(row.handOver.evidence ?? ''),
    ]),
  );
}

/** Tasks of a party that hang on phases and steps, not on its hand-overs. */
function toOtherTasks(reader: PlanReader, party: Party): string[] {
  const own = { ...reader, options: { ...reader.options, party: party.id } };
  return reader.parts.flatMap((part) => {
    const ids = [
      ...(part.phase === null ? [] : [part.phase.id]),
      ...part.changes.map(({ change }) => change.id),
    ];
    return ids.flatMap((id) =>
      tasksOn(own, id).flatMap((task) => toTaskItem(own, task, part.phase?.start ?? null)),
    );
  });
}

function toQuestions(reader: PlanReader, party: Party, rows: readonly NumberedHandOver[]): readonly string[] {
  const subjects = new Set<string>(
    rows.flatMap(({ handOver }) => [handOver.id, handOver.subject ?? handOver.id]),
  );
  const about = reader.questions.filter(({ question }) =>
    question.about.some((id) => {
      const node = reader.start.nodes.get(id);
      return (
        id === party.id ||
        subjects.has(id) ||
        (node !== undefined && findOwners(reader.end, node).includes(party.id))
      );
    }),
  );
  return questionsSection(
    { ...reader, questions: about, options: { ...reader.options, party: null } },
    'open',
  );
}

function toSheet(reader: PlanReader, party: Party, depth: number): readonly string[] {
  const { phase } = reader.options;
  const all = toHandOvers(reader).filter(({ part }) => phase === null || part?.phase?.id === phase);
  const takes = all.filter(({ handOver }) => handOver.to === party.id);
  const gives = all.filter(({ handOver }) => handOver.from === party.id && handOver.to !== party.id);
  const name = mdText(party.name) || 'A party without a name';
  const mark = '#'.repeat(depth);
  const summary = listed([
    ...(takes.length === 0 ? [] : [`takes ${counted(takes.length, 'duty', 'duties')}`]),
    ...(gives.length === 0 ? [] : [`gives ${counted(gives.length, 'duty', 'duties')} away`]),
  ]);
  const contacts = party.contacts.map(mdText).filter((each) => each !== '');
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${mark}# ${title}`, '', ...lines];
  const inner = depth === 1 ? toQuestions(reader, party, [...takes, ...gives]) : [];
  return stacked(
    [`${mark} ${depth === 1 ? 'Hand-over sheet: ' : ''}${name}`],
    wrap(
      `${summary === '' ? 'No hand-over concerns this party yet' : `${name} ${summary}`}.${contacts.length === 0 ? '' : ` Contact: ${listed(contacts)}.`}`,
    ),
    takes.length === 0 ? [] : block('Takes', toTable(reader, takes, 'takes')),
    gives.length === 0 ? [] : block('Gives away', toTable(reader, gives, 'gives')),
    ...toHandOverLists(reader, [...takes, ...gives], `${mark}##`),
    block('Also to do', toOtherTasks(reader, party)),
    inner,
  );
}

/** What a party takes over and gives away: what, from whom, when, with which access, and what shall prove it. */
export function handOverSheet(reader: PlanReader): readonly string[] {
  const { party } = reader.options;
  const own = reader.plan.parties.get(party);
  const plain = { ...reader, options: { ...reader.options, party: null } };
  if (own !== undefined) return toSheet(plain, own, 1);
  const concerned = new Set(reader.plan.handovers.map((row) => [row.from, row.to]).flat());
  const parties = sortedBy(
    reader.plan.parties,
    (each) => each.name,
    (each) => each.id,
  ).filter((each) => concerned.has(each.id));
  return stacked(
    [`# Hand-over sheets: ${mdText(reader.plan.name) || 'Plan'}`],
    parties.length === 0 ? ['No duty is handed over in this plan.'] : [],
    ...parties.map((each) => toSheet(plain, each, 2)),
  );
}
