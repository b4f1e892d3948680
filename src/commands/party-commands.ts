import { fail, ok, type Result } from '#core/base/result.ts';
import { partySchema } from '#core/document/inventory-records.ts';
import type { PartyId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import type { Plan } from '#core/model/plan.ts';
import { maybeEvidence, maybeId, maybeTexts, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { toPartyName } from './entry-words.ts';
import { refersTo } from './references.ts';

const partyDetails = {
  kind: partySchema.shape.kind.unwrap().exactOptional(),
  contacts: maybeTexts,
  evidence: maybeEvidence,
};

/** Names of parties are what people and commands call them by, so two of a name are refused. */
function checkName(plan: Plan, name: string, except: PartyId | null): Result<null, string> {
  const isTaken = plan.parties.filter((row) => row.name === name && row.id !== except).length > 0;
  return isTaken ? fail(`there is a party "${name}" already`) : ok(null);
}

/** Adds a team, person, role or vendor. */
export const addParty = defineCommand({
  name: 'add-party',
  title: 'Add a party',
  arguments: { id: maybeId('pa'), name: someText, ...partyDetails },
  apply: ({ id: given, name, ...fields }, draft) => {
    const free = checkName(draft.plan, name, null);
    if (!free.ok) return fail({ argument: 'name', message: free.error });
    const id = toNewId(draft, 'pa', given, (each) => draft.plan.parties.has(each));
    if (!id.ok) return id;
    draft.put('parties', toParty({ ...fields, id: id.value, name }));
    return ok({ label: `Add ${name}`, made: [id.value] });
  },
});

/** Changes fields of a party. */
export const editParty = defineCommand({
  name: 'edit-party',
  title: 'Edit a party',
  arguments: { party: refersTo('party'), name: someText.exactOptional(), ...partyDetails },
  apply: ({ party: id, ...fields }, draft) => {
    const party = draft.plan.parties.get(id);
    if (party === undefined) return fail('the party is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const free = checkName(draft.plan, fields.name ?? party.name, id);
    if (fields.name !== undefined && !free.ok) return fail({ argument: 'name', message: free.error });
    draft.put('parties', { ...party, ...fields });
    return ok({ label: `Edit ${party.name}`, made: [] });
  },
});

/**
 * Takes a party away, when no hand-over needs it: its duties are owed by nobody then, and what it owned has no owner.
 */
export const removeParty = defineCommand({
  name: 'remove-party',
  title: 'Delete a party',
  arguments: { party: refersTo('party') },
  apply: ({ party: id }, draft) => {
    const { plan } = draft;
    const name = toPartyName(plan, id);
    const taken = plan.handovers.filter((row) => row.to === id)[0];
    if (taken !== undefined)
      return fail(`${name} takes over ${taken.area}: withdraw or change that hand-over first`);
    for (const row of plan.handovers.filter(({ from }) => from === id))
      draft.put('handovers', { ...row, from: null });
    for (const row of plan.duties.filter(({ party }) => party === id))
      draft.put('duties', { ...row, party: null });
    for (const row of plan.phases.filter(({ owner }) => owner === id))
      draft.put('phases', { ...row, owner: null });
    const crews = plan.calendar.filter(({ party }) => party === id);
    draft.drop(
      'calendar',
      crews.map((row) => row.id),
    );
    for (const row of plan.tasks.filter(({ owner }) => owner === id))
      draft.put('tasks', { ...row, owner: null });
    for (const row of plan.questions.filter(({ about }) => about.includes(id))) {
      draft.put('questions', { ...row, about: row.about.filter((each) => each !== id) });
    }
    draft.drop('parties', [id]);
    return ok({ label: `Delete ${name}`, made: [] });
  },
});
