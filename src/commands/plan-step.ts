import { ok, type Result } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import type { Change, ChangeBase } from '#core/model/change.ts';
import { toChangeBase } from '#core/model/change.ts';
import type { Condition } from '#core/model/disposition.ts';
import type { ChangeId, NodeId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  maybeConditions,
  maybeDate,
  maybeId,
  maybeWords,
  phaseArgument,
  toConditions,
  toNewId,
} from './arguments.ts';
import { findFatesOf, toOrderAtPhaseEnd } from './change-index.ts';
import { findDisposition } from './disposition-commands.ts';
import type { Draft } from './draft.ts';
import { toPhaseName } from '#core/graph/entry-words.ts';
import { inOrder } from './order.ts';
import { refersTo } from './references.ts';

/** The arguments that every command takes that plans a change. */
export const stepArguments = {
  id: maybeId('ch'),
  phase: phaseArgument,
  after: z.array(refersTo('change')).exactOptional(),
  conditions: maybeConditions,
  start: maybeDate,
  end: maybeDate,
  durationDays: z.number().nonnegative().nullable().exactOptional(),
  notes: maybeWords,
};

/** Values of `stepArguments` after references were looked up. */
export interface StepArguments {
  readonly id?: ChangeId;
  readonly phase: PhaseId | null;
  readonly after?: readonly ChangeId[];
  readonly conditions?: NonNullable<z.output<typeof maybeConditions>>;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly durationDays?: number | null;
  readonly notes?: string;
}

/**
 * The change of a node that a new plan for it replaces: in one phase a node has one fate (moved, merged or removed), so
 * dragging it once more corrects the plan instead of sending it on a tour.
 */
export function findFate(plan: Plan, node: NodeId, phase: PhaseId | null): Change | undefined {
  return inOrder(findFatesOf(plan.changes, node).filter((change) => change.phase === phase)).at(-1);
}

function withoutTwice(conditions: readonly Condition[]): Condition[] {
  const texts = new Set<string>();
  return conditions.filter(({ text }) => (texts.has(text) ? false : texts.add(text).size > 0));
}

/** The conditions that the disposition of a node waits for: what removes or merges the node waits for them too. */
export function toTakenOver(plan: Plan, node: NodeId): readonly Condition[] {
  return findDisposition(plan, node)?.conditions ?? [];
}

/** What every change carries, from the arguments of the command, a change that it replaces, and conditions to take over. */
export function toStep(
  draft: Draft,
  args: StepArguments,
  replaced?: Change,
  takenOver: readonly Condition[] = [],
): Result<ChangeBase, string> {
  const { phase, after, conditions, start, end, durationDays, notes } = args;
  const id =
    replaced === undefined
      ? toNewId(draft, 'ch', args.id, (each) => draft.plan.changes.has(each))
      : ok(replaced.id);
  if (!id.ok) return id;
  const own = toConditions(draft, conditions);
  const step = toChangeBase({
    id: id.value,
    order: replaced?.order ?? toOrderAtPhaseEnd(draft.plan.changes, phase),
    phase,
    after: after ?? replaced?.after ?? [],
    conditions: withoutTwice([...(replaced?.conditions ?? []), ...takenOver, ...own]),
    start: start ?? replaced?.start ?? null,
    end: end ?? replaced?.end ?? null,
    durationDays: durationDays ?? replaced?.durationDays ?? null,
    notes: notes ?? replaced?.notes ?? '',
  });
  return ok(step);
}

/** ` in Phase 1`, or nothing without a phase. */
export function toPhaseWords(plan: Plan, phase: PhaseId | null): string {
  return phase === null ? '' : ` in ${toPhaseName(plan, phase)}`;
}

/** What a command was given beside `stepArguments`; `notes` stay, because a node has notes too. */
export function withoutStep<A extends StepArguments>(
  args: A,
): Omit<A, 'id' | 'phase' | 'after' | 'conditions' | 'start' | 'end' | 'durationDays'> {
  const {
    id: _id,
    phase: _phase,
    after: _after,
    conditions: _conditions,
    start: _start,
    end: _end,
    durationDays: _durationDays,
    ...rest
  } = args;
  return rest;
}
