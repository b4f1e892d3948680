import { fail, ok } from '#core/base/result.ts';
import { handOverSchema } from '#core/document/plan-records.ts';
import { isSameArea } from '#core/model/duty.ts';
import { toHandOver, type HandOver } from '#core/model/hand-over.ts';
import type { NodeId, PartyId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { maybeId, maybeText, someText, toNewId } from './arguments.ts';
import { toOrderAtPhaseEnd } from './change-index.ts';
import { defineCommand } from './define-command.ts';
import { toPartyName, toPersonWords } from '#core/graph/entry-words.ts';
import { toNodeName } from '#core/graph/known-nodes.ts';
import { stepArguments, toPhaseWords, toStep } from './plan-step.ts';
import { refersTo } from './references.ts';

/** Who is accountable for exactly this today, when that is one party. */
function findHolder(plan: Plan, area: string, subject: NodeId | null): PartyId | null {
  const holders = plan.duties.filter(
    (duty) =>
      isSameArea(duty.area, area) &&
      duty.subject === subject &&
      duty.role === 'accountable' &&
      duty.party !== null,
  );
  return holders.length === 1 ? (holders[0]?.party ?? null) : null;
}

/** What is handed over, in words: `backup of db`. */
function toHandOverWords(plan: Plan, { area, subject }: Pick<HandOver, 'area' | 'subject'>): string {
  return subject === null ? area : `${area} of ${toNodeName(plan, subject)}`;
}

/** Plans that a duty goes from one party to another: the hand-over and the change that does it. */
export const planHandOver = defineCommand({
  name: 'plan-hand-over',
  title: 'Hand a duty over',
  arguments: {
    area: someText,
    subject: refersTo('node').nullable().default(null),
    from: refersTo('party').nullable().exactOptional(),
    to: refersTo('party'),
    handoverId: maybeId('ho'),
    ...stepArguments,
  },
  apply: ({ area, subject, from: given, to, handoverId, ...args }, draft) => {
    const { plan } = draft;
    const from = given === undefined ? findHolder(plan, area, subject) : given;
    if (from === to) {
      return fail({ argument: 'to', message: `${toPartyName(plan, to)} would hand it over to itself` });
    }
    const id = toNewId(draft, 'ho', handoverId, (each) => plan.handovers.has(each));
    if (!id.ok) return id;
    const step = toStep(draft, args);
    if (!step.ok) return step;
    draft.put('handovers', toHandOver({ id: id.value, area, subject, from, to, phase: args.phase }));
    draft.put('changes', { ...step.value, kind: 'hand-over', handover: id.value });
    const label = `Hand ${toHandOverWords(plan, { area, subject })} over to ${toPartyName(plan, to)}${toPhaseWords(plan, args.phase)}`;
    return ok({ label, made: [id.value, step.value.id] });
  },
});

/** The old party offers a hand-over. */
export const offerHandOver = defineCommand({
  name: 'offer-hand-over',
  title: 'Offer a hand-over',
  arguments: { handover: refersTo('handover') },
  apply: ({ handover: id }, draft) => {
    const handOver = draft.plan.handovers.get(id);
    if (handOver === undefined) return fail('the hand-over is not there');
    if (handOver.status === 'accepted') return fail(`the hand-over of ${handOver.area} is accepted already`);
    draft.put('handovers', { ...handOver, status: 'offered' });
    return ok({
      label: `Offer ${toHandOverWords(draft.plan, handOver)} to ${toPartyName(draft.plan, handOver.to)}`,
      made: [],
    });
  },
});

/** The new party accepts a hand-over, with what proves that it can do it. */
export const acceptHandOver = defineCommand({
  name: 'accept-hand-over',
  title: 'Accept a hand-over',
  arguments: { handover: refersTo('handover'), by: someText, evidence: someText },
  apply: ({ handover: id, by, evidence }, draft) => {
    const handOver = draft.plan.handovers.get(id);
    if (handOver === undefined) return fail('the hand-over is not there');
    const acceptedBy = toPersonWords(draft.plan, by);
    draft.put('handovers', { ...handOver, status: 'accepted', acceptedBy, evidence });
    return ok({ label: `Accept the hand-over of ${toHandOverWords(draft.plan, handOver)}`, made: [] });
  },
});

/** Changes a hand-over; its change follows it into another phase. A status before `accepted` takes the acceptance back. */
export const editHandOver = defineCommand({
  name: 'edit-hand-over',
  title: 'Edit a hand-over',
  arguments: {
    handover: refersTo('handover'),
    area: someText.exactOptional(),
    subject: refersTo('node').nullable().exactOptional(),
    from: refersTo('party').nullable().exactOptional(),
    to: refersTo('party').exactOptional(),
    phase: refersTo('phase').nullable().exactOptional(),
    status: handOverSchema.shape.status.unwrap().exclude(['accepted']).exactOptional(),
    evidence: maybeText,
  },
  apply: ({ handover: id, ...fields }, draft) => {
    const before = draft.plan.handovers.get(id);
    if (before === undefined) return fail('the hand-over is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const opened = fields.status === undefined ? {} : { acceptedBy: null };
    const handOver = { ...before, ...fields, ...opened };
    if (handOver.from === handOver.to) return fail({ argument: 'to', message: 'both parties are the same' });
    draft.put('handovers', handOver);
    const { phase } = handOver;
    for (const change of draft.plan.changes.filter(
      (row) => row.kind === 'hand-over' && row.handover === id,
    )) {
      if (fields.phase === undefined || change.phase === phase) continue;
      const order = toOrderAtPhaseEnd(draft.plan.changes, phase);
      draft.put('changes', { ...change, phase, order });
    }
    return ok({ label: `Edit the hand-over of ${before.area}`, made: [] });
  },
});
