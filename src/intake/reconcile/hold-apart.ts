import { fail, ok, type Result } from '#core/base/result.ts';
import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { toDraft, type Draft } from '#core/commands/draft.ts';
import { isSameJson } from '#core/commands/same-json.ts';
import type { IdMaker, NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toSameQuestionId } from '../ask-same.ts';
import { readMemory, withMemory, type RememberedDecision } from '../source-memory.ts';
import { toAppliedEdit } from './reconcile-edit.ts';

/** The decision of a key with one more record that it is not. */
export function withApart(
  decisions: ReadonlyMap<string, RememberedDecision>,
  key: string,
  id: string,
): ReadonlyMap<string, RememberedDecision> {
  const { same, ...known } = decisions.get(key) ?? { key, decision: null, correction: null };
  const apart = [...new Set([...(known.apart ?? []), id])].sort();
  const stays = same === undefined || same === id ? {} : { same };
  return new Map([...decisions, [key, { ...known, ...stays, apart }]]);
}

/** Remembers in every source that speaks of one of two nodes that it is not the other. */
function rememberApart(draft: Draft, one: NodeId, other: NodeId): void {
  for (const source of draft.plan.sources) {
    const memory = readMemory(source);
    let { decisions } = memory;
    for (const [id, not] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const key of memory.records.get(id)?.keys ?? []) decisions = withApart(decisions, key, not);
    }
    const next = withMemory(source, { ...memory, decisions });
    if (!isSameJson(next, withMemory(source, memory))) draft.put('sources', next);
  }
}

/**
 * Says that two nodes are two things, whatever they have in common: the question whether they are one is answered, and no later import
 * asks or joins them. Fails with a sentence when no source speaks of either: then nothing would ever join them.
 */
export function holdApart(
  plan: Plan,
  one: NodeId,
  other: NodeId,
  answer: { readonly text: string; readonly by: string | null },
  context: { readonly makeId: IdMaker },
): Result<AppliedEdit, string> {
  const [first, second] = [plan.nodes.get(one), plan.nodes.get(other)];
  if (first === undefined || second === undefined) return fail('both must be in the inventory');
  if (first === second) return fail(`"${first.name}" is one thing; split it by its source instead`);
  const draft = toDraft(plan, context.makeId);
  rememberApart(draft, one, other);
  const question = plan.questions.get(toSameQuestionId(one, other));
  if (question?.status === 'open') {
    draft.put('questions', { ...question, status: 'answered', answer: answer.text, answeredBy: answer.by });
  }
  return ok(toAppliedEdit(draft, plan, `Keep ${first.name} and ${second.name} apart`));
}
