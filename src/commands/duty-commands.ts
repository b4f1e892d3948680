import { fail, ok } from '#core/base/result.ts';
import { dutySchema } from '#core/document/inventory-records.ts';
import { z } from '#core/document/zod.ts';
import { toDuty, type Duty } from '#core/model/duty.ts';
import type { Plan } from '#core/model/plan.ts';
import { maybeEvidence, maybeId, maybeText, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { toPartyName } from '#core/graph/entry-words.ts';
import { toNodeName } from '#core/graph/known-nodes.ts';
import { refersTo } from './references.ts';
import { takeOut } from './take-out.ts';

const dutyDetails = {
  subject: refersTo('node').nullable().exactOptional(),
  environment: maybeText,
  party: refersTo('party').nullable().exactOptional(),
  role: dutySchema.shape.role.unwrap().exactOptional(),
  joint: z.boolean().exactOptional(),
  access: dutySchema.shape.access.unwrap().exactOptional(),
  evidence: maybeEvidence,
};

function toDutyWords(plan: Plan, duty: Duty): string {
  const subject = duty.subject === null ? (duty.environment ?? 'everything') : toNodeName(plan, duty.subject);
  return `${duty.area} of ${subject}`;
}

/** Says who owes what; without a party it is owed, but nobody owes it yet. */
export const addDuty = defineCommand({
  name: 'add-duty',
  title: 'Add a duty',
  arguments: { id: maybeId('du'), area: someText, ...dutyDetails },
  apply: ({ id: given, ...fields }, draft) => {
    const id = toNewId(draft, 'du', given, (each) => draft.plan.duties.has(each));
    if (!id.ok) return id;
    const duty = toDuty({ ...fields, id: id.value });
    draft.put('duties', duty);
    const words = `${toDutyWords(draft.plan, duty)}: ${toPartyName(draft.plan, duty.party)}`;
    return ok({ label: `Add the duty ${words}`, made: [id.value] });
  },
});

/** Changes fields of a duty. */
export const editDuty = defineCommand({
  name: 'edit-duty',
  title: 'Edit a duty',
  arguments: { duty: refersTo('duty'), area: someText.exactOptional(), ...dutyDetails },
  apply: ({ duty: id, ...fields }, draft) => {
    const duty = draft.plan.duties.get(id);
    if (duty === undefined) return fail('the duty is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    draft.put('duties', { ...duty, ...fields });
    return ok({ label: `Edit the duty ${toDutyWords(draft.plan, duty)}`, made: [] });
  },
});

/** Takes a duty away. */
export const removeDuty = defineCommand({
  name: 'remove-duty',
  title: 'Delete a duty',
  arguments: { duty: refersTo('duty') },
  apply: ({ duty: id }, draft) => {
    const duty = draft.plan.duties.get(id);
    if (duty === undefined) return fail('the duty is not there');
    takeOut(draft, { duties: [id] });
    return ok({ label: `Delete the duty ${toDutyWords(draft.plan, duty)}`, made: [] });
  },
});
