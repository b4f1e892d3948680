import { sortedBy } from '#core/base/compare.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { findOwners } from '#core/exporters/reading/totals.ts';
import type { NumberedQuestion, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Question } from '#core/model/question.ts';
import { sameWords, toCitation } from './citation.ts';
import { toBlockedWork } from './decide-section.ts';
import { markOf } from './mark-words.ts';
import { stacked } from './section.ts';
import { listedUpTo } from './words.ts';
import { wrap } from './wrap.ts';

const most = 200;

function toAbout(reader: PlanReader, question: Question): string {
  const names = question.about.map((id) => mdText(reader.nameOf(id))).filter((name) => name !== '');
  return listedUpTo([...new Set(names)], 5);
}

function toBlocks(reader: PlanReader, question: Question): string {
  if (!question.blocking) return 'does not block';
  const work = toBlockedWork(reader, question.about);
  return work.length === 0 ? 'blocks every change of it' : `blocks: ${listedUpTo(work, 5)}`;
}

/** Where a question stands in a document, with the words there unless they are the question itself. */
function toSource(reader: PlanReader, question: Question): string {
  const [first] = question.evidence;
  if (first === undefined || !sameWords(first.quote, question.text)) return toCitation(reader, first);
  return mdText(reader.toPlace(first));
}

/** The words of a question; bold text may not be empty. */
function toWords(question: Question): string {
  return mdText(question.text) || 'A question without words';
}

/** Whom to ask: those who are accountable for what the question is about, or the party that it is about. */
function toAsk(reader: PlanReader, question: Question): string[] {
  const parties = question.about.flatMap((id) => {
    const node = reader.start.nodes.get(id);
    if (node !== undefined) return findOwners(reader.start, node).map((owner) => reader.nameOf(owner));
    return reader.plan.parties.has(id) ? [reader.nameOf(id)] : [];
  });
  const names = [...new Set(parties)].filter((name) => name !== '').map(mdText);
  return names.length === 0 ? [] : [`ask: ${listedUpTo(names, 3)}`];
}

function toItem(reader: PlanReader, { number, question }: NumberedQuestion): string[] {
  const indent = ' '.repeat(String(number).length + 2);
  const about = toAbout(reader, question);
  const cited = toSource(reader, question);
  const details = [
    ...(about === '' ? [] : [`about: ${about}`]),
    toBlocks(reader, question),
    ...(cited === '' ? [] : [`source: ${cited}`]),
    ...toAsk(reader, question),
  ];
  return [
    ...wrap(
      `**${toWords(question)}** — ${details.join(' · ')}${markOf(reader, 'question', question.id)}`,
      `${number}. `,
      indent,
    ),
    `${indent}- answer:`,
  ];
}

function toAnswered(reader: PlanReader, question: Question): string[] {
  const by = mdText(question.answeredBy ?? '');
  const answer = mdText(question.answer ?? '') || '*no words kept*';
  const mark = markOf(reader, 'question', question.id);
  const from = by === '' ? '' : ` — answered by ${by}`;
  return wrap(`**${toWords(question)}** ${answer}${from}${mark}`, '- ', '  ');
}

/** Whether a question has to do with the phase that the document is narrowed to. */
function concernsPhase(reader: PlanReader, question: Question): boolean {
  const { phase } = reader.options;
  if (phase === null || question.about.includes(phase)) return true;
  const part = reader.parts.find((each) => each.phase?.id === phase);
  return part !== undefined && toBlockedWork({ ...reader, changes: part.changes }, question.about).length > 0;
}

/** What nobody knows yet: numbered, with what each holds back, where it comes from and room for the answer. */
export function questionsSection(reader: PlanReader, which: 'open' | 'all' = 'all'): readonly string[] {
  if (reader.options.party !== null) return [];
  const open = reader.questions.filter(({ question }) => concernsPhase(reader, question));
  const answered = sortedBy(
    reader.plan.questions,
    (each) => each.text,
    (each) => each.id,
  ).filter((each) => which === 'all' && each.status === 'answered' && concernsPhase(reader, each));
  const rest = open.length - most;
  return stacked(
    open.length === 0 ? [] : ['## Open questions'],
    open.slice(0, most).flatMap((each) => toItem(reader, each)),
    rest > 0 ? [`And ${rest} more: the CSV export has all of them.`] : [],
    answered.length === 0 ? [] : ['## Answered questions'],
    answered.slice(0, most).flatMap((each) => toAnswered(reader, each)),
  );
}
