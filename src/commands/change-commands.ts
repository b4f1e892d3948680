import { fail, ok } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import type { Change } from '#core/model/change.ts';
import type { ConditionId, PhaseId } from '#core/model/ids.ts';
import { maybeConditions, maybeDate, maybeWords, someText, toConditions } from './arguments.ts';
import { toOrderAtPhaseEnd } from './change-index.ts';
import { defineCommand } from './define-command.ts';
import type { Draft } from './draft.ts';
import { toChangeName, toPhaseName } from '#core/graph/entry-words.ts';
import { findByText } from './find-by-text.ts';
import { toOrderBeside } from './order.ts';
import { refersTo } from './references.ts';
import { takeOut } from './take-out.ts';

/** Puts a change into a phase; the hand-over of a change goes where its change goes. */
function putIntoPhase(draft: Draft, change: Change, phase: PhaseId | null, order: string): void {
  draft.put('changes', { ...change, phase, order });
  const handOver = change.kind === 'hand-over' ? draft.plan.handovers.get(change.handover) : undefined;
  if (handOver !== undefined && handOver.phase !== phase) draft.put('handovers', { ...handOver, phase });
}

const changeList = z.union([refersTo('change').transform((each) => [each]), z.array(refersTo('change'))]);

/** Puts a change, or several in this order, at the end of a phase, or out of all phases. */
export const moveToPhase = defineCommand({
  name: 'move-to-phase',
  title: 'Assign to phase…',
  arguments: { change: changeList, phase: refersTo('phase').nullable() },
  apply: ({ change: ids, phase }, draft) => {
    const changes = ids.flatMap((id) => draft.plan.changes.get(id) ?? []);
    const [first] = changes;
    if (first === undefined) return fail('the change is not there');
    const words = changes.length === 1 ? `"${toChangeName(draft.plan, first)}"` : `${changes.length} changes`;
    for (const change of changes) {
      if (change.phase === phase) continue;
      putIntoPhase(draft, change, phase, toOrderAtPhaseEnd(draft.plan.changes, phase));
    }
    return ok({ label: `Put ${words} into ${toPhaseName(draft.plan, phase)}`, made: [] });
  },
});

/** Puts a change directly before or after another one, and into its phase. */
export const orderChange = defineCommand({
  name: 'order-change',
  title: 'Put a change before or after another',
  arguments: {
    change: refersTo('change'),
    before: refersTo('change').exactOptional(),
    after: refersTo('change').exactOptional(),
  },
  apply: ({ change: id, before, after }, draft) => {
    const { plan } = draft;
    const beside = plan.changes.get(before ?? after ?? null);
    const change = plan.changes.get(id);
    if (change === undefined || beside === undefined || (before !== undefined && after !== undefined)) {
      return fail('it needs either "before" or "after"');
    }
    if (beside.id === id) return fail('a change cannot stand beside itself');
    const side = before === undefined ? 'after' : 'before';
    const others = plan.changes.filter((row) => row.phase === beside.phase);
    for (const [each, order] of toOrderBeside(others, id, beside.id, side)) {
      const row = draft.plan.changes.get(each);
      if (row !== undefined) putIntoPhase(draft, row, beside.phase, order);
    }
    const label = `Put "${toChangeName(plan, change)}" ${side} "${toChangeName(plan, beside)}"`;
    return ok({ label, made: [] });
  },
});

/** Takes a change out of the plan, with its checklist; a hand-over goes with its change. */
export const withdrawChange = defineCommand({
  name: 'withdraw-change',
  title: 'Withdraw a change',
  arguments: { change: refersTo('change') },
  apply: ({ change: id }, draft) => {
    const change = draft.plan.changes.get(id);
    if (change === undefined) return fail('the change is not there');
    const label = `Withdraw "${toChangeName(draft.plan, change)}"`;
    takeOut(draft, {
      changes: [id],
      ...(change.kind === 'hand-over' ? { handovers: [change.handover] } : {}),
    });
    return ok({ label, made: [] });
  },
});

/** Makes a change wait for others. */
export const waitFor = defineCommand({
  name: 'wait-for',
  title: 'Wait for another change',
  arguments: { change: refersTo('change'), after: changeList },
  apply: ({ change: id, after }, draft) => {
    const change = draft.plan.changes.get(id);
    if (change === undefined) return fail('the change is not there');
    if (after.includes(id)) return fail({ argument: 'after', message: 'a change cannot wait for itself' });
    draft.put('changes', { ...change, after: [...new Set([...change.after, ...after])] });
    const words = after.flatMap((each) => {
      const row = draft.plan.changes.get(each);
      return row === undefined ? [] : [`"${toChangeName(draft.plan, row)}"`];
    });
    return ok({ label: `Let "${toChangeName(draft.plan, change)}" wait for ${words.join(', ')}`, made: [] });
  },
});

/** Makes a change wait for something outside of the plan. */
export const addCondition = defineCommand({
  name: 'add-condition',
  title: 'Add a condition',
  arguments: { change: refersTo('change'), text: someText },
  apply: ({ change: id, text }, draft) => {
    const change = draft.plan.changes.get(id);
    if (change === undefined) return fail('the change is not there');
    const condition = { id: draft.makeId('co'), text, met: false };
    draft.put('changes', { ...change, conditions: [...change.conditions, condition] });
    return ok({
      label: `Let "${toChangeName(draft.plan, change)}" wait: ${text}`,
      made: [condition.id],
    });
  },
});

/** Marks a condition wherever it stands: a change that took it over from a disposition shares its id. */
function markCondition(draft: Draft, condition: ConditionId, met: boolean): void {
  const marked = <T extends { readonly id: ConditionId; readonly met: boolean }>(list: readonly T[]): T[] =>
    list.map((each) => (each.id === condition ? { ...each, met } : each));
  const holds = (row: { readonly conditions: readonly { readonly id: string }[] }): boolean =>
    row.conditions.some(({ id }) => id === condition);
  for (const change of draft.plan.changes.filter(holds)) {
    draft.put('changes', { ...change, conditions: marked(change.conditions) });
  }
  for (const disposition of draft.plan.dispositions.filter(holds)) {
    draft.put('dispositions', { ...disposition, conditions: marked(disposition.conditions) });
  }
}

/** Says that a condition came true (or, with `met: false`, that it did not). */
export const meetCondition = defineCommand({
  name: 'meet-condition',
  title: 'A condition is met',
  arguments: { change: refersTo('change'), condition: someText, met: z.boolean().default(true) },
  apply: ({ change: id, condition: text, met }, draft) => {
    const conditions = draft.plan.changes.get(id)?.conditions ?? [];
    const byId = conditions.find((each) => each.id === text);
    const found =
      byId === undefined ? findByText('condition', conditions, (each) => each.text, text) : ok(byId.id);
    if (!found.ok) return fail({ argument: 'condition', message: found.error.message });
    markCondition(draft, found.value, met);
    const words = conditions.find((each) => each.id === found.value)?.text ?? text;
    return ok({ label: met ? `Met: ${words}` : `Not met: ${words}`, made: [] });
  },
});

/** Changes what every change carries. Conditions and changes to wait for are given as the whole list. */
export const editChange = defineCommand({
  name: 'edit-change',
  title: 'Edit a change',
  arguments: {
    change: refersTo('change'),
    after: z.array(refersTo('change')).exactOptional(),
    conditions: maybeConditions,
    start: maybeDate,
    end: maybeDate,
    durationDays: z.number().nonnegative().nullable().exactOptional(),
    notes: maybeWords,
  },
  apply: ({ change: id, conditions, ...fields }, draft) => {
    const change = draft.plan.changes.get(id);
    if (change === undefined) return fail('the change is not there');
    if (conditions === undefined && Object.keys(fields).length === 0) {
      return fail('it changes nothing: give at least one field');
    }
    if (fields.after?.includes(id) === true) {
      return fail({ argument: 'after', message: 'a change cannot wait for itself' });
    }
    const whole =
      conditions === undefined ? change.conditions : toConditions(draft, conditions, change.conditions);
    draft.put('changes', { ...change, ...fields, conditions: whole });
    return ok({ label: `Edit "${toChangeName(draft.plan, change)}"`, made: [] });
  },
});
