import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { NumberedChange, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findChangedNode } from '#core/model/change.ts';
import type { Condition, Disposition } from '#core/model/disposition.ts';

function toConditionWords(condition: Condition): string {
  return condition.met ? `${mdText(condition.text)} ✓` : mdText(condition.text);
}

/** Whether a removal is agreed. A merge loses nothing and needs no agreement. */
export function isAgreed(disposition: Disposition | undefined): boolean {
  return disposition?.disposition === 'retire' && disposition.agreed;
}

/** What must come first: other changes by number, conditions in their own words, blocking questions, agreement, acceptance. */
export function toWaits(reader: PlanReader, { change }: NumberedChange): string[] {
  const others = change.after.map((id) => reader.findChange(id)?.number);
  const node = findChangedNode(change);
  const disposition = node === null ? undefined : reader.dispositionOf(node);
  const goes = change.kind === 'remove' || change.kind === 'merge';
  const conditions = new Map<string, string>();
  for (const condition of [...change.conditions, ...(goes ? (disposition?.conditions ?? []) : [])]) {
    const key = condition.text.trim().toLowerCase();
    if (!conditions.has(key)) conditions.set(key, toConditionWords(condition));
  }
  const questions = [change.id, ...(node === null ? [] : [node])]
    .flatMap((id) => reader.questionsAbout(id))
    .filter(({ question }) => question.blocking)
    .map(({ number }) => `question ${number}`);
  const handOver = change.kind === 'hand-over' ? reader.plan.handovers.get(change.handover) : undefined;
  return [
    ...others.map((number) => (number === undefined ? '*a change that is gone*' : `change ${number}`)),
    ...conditions.values(),
    ...new Set(questions),
    ...(change.kind === 'remove' && !isAgreed(disposition) ? ['agreement'] : []),
    ...(handOver !== undefined && handOver.status !== 'accepted' ? ['acceptance'] : []),
  ];
}
