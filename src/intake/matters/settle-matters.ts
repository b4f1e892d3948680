import { toDraft, type Draft } from '#core/commands/draft.ts';
import { takeOut } from '#core/commands/take-out.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { IntakeDecisions } from '../intake-types.ts';
import { holdApart } from '../reconcile/hold-apart.ts';
import { joinNodes } from '../reconcile/join-nodes.ts';
import { readMemory, withMemory } from '../source-memory.ts';
import type { GoneRelation, IntakeSession } from '../session.ts';
import { findMatters } from './find-matters.ts';
import type { PairMatter } from './intake-matter.ts';
import { settleField } from './settle-field.ts';

/** What stands as the answer of a question whether two nodes are one, where a person said no. */
export const apartAnswer = 'Two different things.';

function settlePairs(
  plan: Plan,
  matters: readonly PairMatter[],
  pairs: NonNullable<IntakeDecisions['pairs']>,
  context: { readonly makeId: IdMaker },
): Plan {
  const joined = new Map<string, string>();
  const now = (id: string): string => {
    const next = joined.get(id);
    return next === undefined ? id : now(next);
  };
  let next = plan;
  for (const { key, nodes } of matters) {
    const [keep, drop] = nodes.map(({ id }) => next.nodes.get(now(id)));
    if (pairs[key] === undefined || keep === undefined || drop === undefined || keep === drop) continue;
    const isSame = pairs[key] === 'same';
    const settled = isSame
      ? joinNodes(next, keep.id, drop.id, context)
      : holdApart(next, keep.id, drop.id, { text: apartAnswer, by: null }, context);
    if (!settled.ok) continue;
    if (isSame) joined.set(drop.id, keep.id);
    next = settled.value.plan;
  }
  return next;
}

/** Parties that nobody is waiting for: no duty, hand-over, task or phase names them. */
function findUnnamed(plan: Plan, ids: readonly string[]): string[] {
  const named = new Set<string | null>([
    ...plan.duties.map((row) => row.party),
    ...plan.handovers.map((row) => row.from),
    ...plan.handovers.map((row) => row.to),
    ...plan.tasks.map((row) => row.owner),
    ...plan.phases.map((row) => row.owner),
  ]);
  return ids.filter((id) => !named.has(id));
}

/** Takes out what is no node and gone from its only source; that source forgets it, so that it is new when it comes back. */
function takeOutGone(draft: Draft, gone: readonly GoneRelation[]): void {
  if (gone.length === 0) return;
  const of = (collection: string): string[] =>
    gone.flatMap((each) => (each.collection === collection ? [each.record] : []));
  takeOut(draft, {
    dependencies: of('dependencies'),
    duties: of('duties'),
    changes: of('changes'),
    phases: of('phases'),
  });
  draft.drop('questions', of('questions'));
  draft.drop('dispositions', of('dispositions'));
  draft.drop('parties', findUnnamed(draft.plan, of('parties')));
  const ids = new Set(gone.map((each) => each.record));
  for (const source of draft.plan.sources) {
    const memory = readMemory(source);
    const records = new Map([...memory.records].filter(([id]) => !ids.has(id)));
    if (records.size < memory.records.size) draft.put('sources', withMemory(source, { ...memory, records }));
  }
}

/** Carries out what a person decided about what an import left open, in the plan after that import. */
export function settleMatters(
  plan: Plan,
  session: IntakeSession,
  decisions: IntakeDecisions,
  context: { readonly makeId: IdMaker },
): Plan {
  const { values, pairs } = decisions;
  const isAsked = values !== undefined || pairs !== undefined;
  const matters = isAsked ? findMatters(session) : [];
  const draft = toDraft(plan, context.makeId);
  for (const matter of matters) {
    if (matter.is === 'conflict' && values !== undefined && Object.hasOwn(values, matter.key))
      settleField(draft, matter, values[matter.key]);
  }
  takeOutGone(draft, session.goneRelations);
  const asked = matters.flatMap((matter) => (matter.is === 'pair' ? [matter] : []));
  return settlePairs(draft.plan, asked, pairs ?? {}, context);
}
