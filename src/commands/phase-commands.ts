import { fail, ok, type Result } from '#core/base/result.ts';
import type { PhaseId } from '#core/model/ids.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { maybeDate, maybeId, maybeText, someText, toNewId } from './arguments.ts';
import { toOrderAtPhaseEnd } from './change-index.ts';
import { defineCommand } from './define-command.ts';
import { toPhaseName } from '#core/graph/entry-words.ts';
import { inOrder, toOrderAtEnd, toOrderBeside } from './order.ts';
import { refersTo } from './references.ts';
import { takeOut } from './take-out.ts';

const phaseDetails = {
  start: maybeDate,
  end: maybeDate,
  gate: maybeText,
  owner: refersTo('party').nullable().exactOptional(),
};

/** Names of phases are what people and commands call them by, so two of a name are refused. */
function checkName(plan: Plan, name: string, except: PhaseId | null): Result<null, string> {
  const isTaken = plan.phases.filter((row) => row.name === name && row.id !== except).length > 0;
  return isTaken ? fail(`there is a phase "${name}" already`) : ok(null);
}

/** Adds a phase after the last one. */
export const addPhase = defineCommand({
  name: 'add-phase',
  title: 'Add a phase',
  arguments: { id: maybeId('ph'), name: someText, order: someText.exactOptional(), ...phaseDetails },
  apply: ({ id: given, name, order, ...fields }, draft) => {
    const free = checkName(draft.plan, name, null);
    if (!free.ok) return fail({ argument: 'name', message: free.error });
    const id = toNewId(draft, 'ph', given, (each) => draft.plan.phases.has(each));
    if (!id.ok) return id;
    const key = order ?? toOrderAtEnd(draft.plan.phases);
    draft.put('phases', toPhase({ ...fields, id: id.value, name, order: key }));
    return ok({ label: `Add the phase "${name}"`, made: [id.value] });
  },
});

/** Changes fields of a phase. */
export const editPhase = defineCommand({
  name: 'edit-phase',
  title: 'Edit a phase',
  arguments: {
    phase: refersTo('phase'),
    name: someText.exactOptional(),
    order: someText.exactOptional(),
    ...phaseDetails,
  },
  apply: ({ phase: id, ...fields }, draft) => {
    const phase = draft.plan.phases.get(id);
    if (phase === undefined) return fail('the phase is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const free = checkName(draft.plan, fields.name ?? phase.name, id);
    if (fields.name !== undefined && !free.ok) return fail({ argument: 'name', message: free.error });
    draft.put('phases', { ...phase, ...fields });
    return ok({ label: `Edit ${phase.name}`, made: [] });
  },
});

/** Takes a phase away; its changes stay, without a phase. */
export const removePhase = defineCommand({
  name: 'remove-phase',
  title: 'Delete a phase',
  arguments: { phase: refersTo('phase') },
  apply: ({ phase: id }, draft) => {
    const name = toPhaseName(draft.plan, id);
    const changes = inOrder(draft.plan.changes.filter((row) => row.phase === id));
    for (const change of changes) {
      const order = toOrderAtPhaseEnd(draft.plan.changes, null);
      draft.put('changes', { ...change, phase: null, order });
    }
    for (const handOver of draft.plan.handovers.filter((row) => row.phase === id)) {
      draft.put('handovers', { ...handOver, phase: null });
    }
    if (changes.length > 0) {
      draft.note(
        `${changes.length === 1 ? 'One change has' : `${changes.length} changes have`} no phase now.`,
      );
    }
    takeOut(draft, { phases: [id] });
    return ok({ label: `Delete ${name}`, made: [] });
  },
});

/** Puts a phase directly before or after another one. */
export const orderPhase = defineCommand({
  name: 'order-phase',
  title: 'Put a phase before or after another',
  arguments: {
    phase: refersTo('phase'),
    before: refersTo('phase').exactOptional(),
    after: refersTo('phase').exactOptional(),
  },
  apply: ({ phase: id, before, after }, draft) => {
    const beside = before ?? after;
    if (beside === undefined || (before !== undefined && after !== undefined)) {
      return fail('it needs either "before" or "after"');
    }
    if (beside === id) return fail('a phase cannot stand beside itself');
    const side = before === undefined ? 'after' : 'before';
    for (const [each, order] of toOrderBeside(draft.plan.phases, id, beside, side)) {
      const phase = draft.plan.phases.get(each);
      if (phase !== undefined) draft.put('phases', { ...phase, order });
    }
    const label = `Put ${toPhaseName(draft.plan, id)} ${side} ${toPhaseName(draft.plan, beside)}`;
    return ok({ label, made: [] });
  },
});
