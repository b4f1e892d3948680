import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findChangedNode } from '#core/model/change.ts';
import { toPlainName, toWhat } from './change-words.ts';
import { isAgreed } from './waits-for.ts';
import { counted, listedUpTo } from './words.ts';
import { wrap } from './wrap.ts';

const most = 5;

/** The changes that rest on a question: those of the nodes, changes and phases that it is about. */
export function toBlockedWork(reader: PlanReader, about: readonly string[]): string[] {
  const meant = new Set(about);
  return reader.changes
    .filter(({ change }) => {
      const node = findChangedNode(change);
      return meant.has(change.id) || (node !== null && meant.has(node));
    })
    .map((each) => toWhat(reader, each).replaceAll('**', ''));
}

function toQuestionLines(reader: PlanReader): string[] {
  const blocking = reader.questions.filter(({ question }) => question.blocking);
  const lines = blocking.slice(0, most).map(({ number, question }) => {
    const work = toBlockedWork(reader, question.about);
    const holds = work.length === 0 ? '' : ` It holds back: ${listedUpTo(work, 3)}.`;
    const names = question.about
      .map((id) => reader.nameOf(id))
      .filter((name) => name !== '' && !question.text.includes(name))
      .map(mdText);
    const about = names.length === 0 ? '' : ` about ${listedUpTo([...new Set(names)], 3)}`;
    return `[Question ${number}](#open-questions)${about}: ${mdText(question.text)}${holds}`;
  });
  const rest = blocking.length - lines.length;
  return rest > 0
    ? [...lines, `${counted(rest, 'more question')} that ${rest === 1 ? 'blocks' : 'block'}.`]
    : lines;
}

function toAgreementLine(reader: PlanReader): string[] {
  const waiting = reader.changes.flatMap(({ change }) => {
    if (change.kind !== 'remove' || isAgreed(reader.dispositionOf(change.node))) return [];
    return [toPlainName(reader, change.node)];
  });
  if (waiting.length === 0) return [];
  const verb = waiting.length === 1 ? 'is' : 'are';
  const words = `${listedUpTo(waiting, most)} ${verb} to go, and nobody has agreed to that yet`;
  return [`${words} ([removal candidates](#removal-candidates)).`];
}

function toOwnerLine(reader: PlanReader): string[] {
  const ownerless = reader.parts.filter((part) => part.phase !== null && part.phase.owner === null);
  if (ownerless.length === 0) return [];
  return [
    `Nobody owns ${listedUpTo(
      ownerless.map((part) => mdText(toPartName(part))),
      most,
    )} yet.`,
  ];
}

function toHandOverLine(reader: PlanReader): string[] {
  const open = reader.plan.handovers.filter((each) => each.status !== 'accepted').length;
  if (open === 0) return [];
  return [
    `${counted(open, 'hand-over')} ${open === 1 ? 'is' : 'are'} not accepted yet ([hand-overs](#hand-overs)).`,
  ];
}

/** What people must decide before anybody touches a machine. Nothing when nothing is open. */
export function decideSection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  if (phase !== null || party !== null) return [];
  const lines = [
    ...toQuestionLines(reader),
    ...toAgreementLine(reader),
    ...toHandOverLine(reader),
    ...toOwnerLine(reader),
  ];
  if (lines.length === 0) return [];
  return ['> **Decide first**', '>', ...lines.flatMap((line) => wrap(line, '> - ', '>   '))];
}
