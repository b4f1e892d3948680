import type { ProposedItem } from '#core/importers/contract.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { collectionNames } from '#core/model/plan.ts';
import { makeId } from '#bridge/make-id.ts';
import { makePlanJoiner, toPlanParts } from './plan-parts.ts';
import type { TakeAnswer, TakeRequest } from './take-messages.ts';
import { toWritten } from './taken-edit.ts';

function answer(message: TakeAnswer): void {
  self.postMessage(message);
}

const joiner = makePlanJoiner();
const items = new Map<number, ProposedItem[]>();

function take({ proposals, decisions }: Extract<TakeRequest, { kind: 'take' }>): void {
  const whole = proposals.map((each, at) => ({ ...each, items: items.get(at) ?? [] }));
  const { label, diff } = acceptProposals(joiner.toPlan(), whole, decisions, { makeId }).edit;
  const { put, removed } = toWritten(diff);
  const records = collectionNames.reduce((sum, name) => sum + put[name].size, 0);
  answer({ kind: 'taken', label, records, removed });
  for (const part of toPlanParts(put)) answer({ kind: 'part', part });
  answer({ kind: 'done' });
}

self.addEventListener('message', ({ data }: MessageEvent<TakeRequest>) => {
  try {
    if (data.kind === 'part') joiner.add(data.part);
    else if (data.kind === 'items')
      items.set(data.proposal, [...(items.get(data.proposal) ?? []), ...data.items]);
    else take(data);
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
