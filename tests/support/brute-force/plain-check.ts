import { toFindingId } from '#core/checks/to-finding.ts';
import { compareText } from '#core/base/compare.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { applyPlainly, toPlainEstate, type PlainEstate } from './plain-estate.ts';
import { findUnreached, troublesOfChange, troublesOfState } from './plain-rules.ts';

/** The planned order, by sorting all changes with their phases' places. */
export function toPlainSequence(plan: Plan): Change[] {
  const phases = [...plan.phases].sort((a, b) => compareText(a.order, b.order) || compareText(a.id, b.id));
  const place = (change: Change): number => {
    const index = phases.findIndex((phase) => phase.id === change.phase);
    return index === -1 ? phases.length : index;
  };
  return [...plan.changes].sort(
    (a, b) => place(a) - place(b) || compareText(a.order, b.order) || compareText(a.id, b.id),
  );
}

/** Every state of the plan, the first as it is. */
export function toPlainStates(plan: Plan): PlainEstate[] {
  const states = [toPlainEstate(plan)];
  for (const change of toPlainSequence(plan)) {
    const last = states.at(-1);
    if (last !== undefined) states.push(applyPlainly(last, change, plan));
  }
  return states;
}

/** The state after only some changes, in this order. */
export function applyAllPlainly(plan: Plan, changes: readonly Change[]): PlainEstate {
  return changes.reduce((estate, change) => applyPlainly(estate, change, plan), toPlainEstate(plan));
}

/** Ids of the troubles that hold in a state. */
export function idsOfState(estate: PlainEstate): ReadonlySet<string> {
  return new Set(troublesOfState(estate).map((trouble) => toFindingId(trouble.rule, trouble)));
}

function phaseName(plan: Plan, change: Change | undefined): string {
  if (change === undefined) return 'null';
  return change.phase !== null && plan.phases.has(change.phase) ? change.phase : 'end';
}

/** One line a finding (`rule id from until`), worked out by looking at every state as a whole; sorted. */
export function checkPlainly(plan: Plan): string[] {
  const sequence = toPlainSequence(plan);
  const states = toPlainStates(plan);
  const spans = new Map<string, { rule: string; first: number; last: number }>();
  for (const [index, state] of states.entries()) {
    for (const trouble of troublesOfState(state)) {
      const id = toFindingId(trouble.rule, trouble);
      const span = spans.get(id) ?? { rule: trouble.rule, first: index, last: index };
      spans.set(id, { ...span, last: index });
    }
  }
  const lines = [...spans].map(([id, { rule, first, last }]) => {
    const from = phaseName(plan, first === 0 ? undefined : sequence[first - 1]);
    const until = last === states.length - 1 ? 'null' : phaseName(plan, sequence[last]);
    return `${rule} ${id} ${from} ${until}`;
  });
  const seen = new Set<string>();
  for (const [index, change] of sequence.entries()) {
    const state = states[index];
    if (state === undefined) continue;
    for (const trouble of troublesOfChange(state, change, plan)) {
      const id = toFindingId(trouble.rule, trouble);
      if (!seen.has(id)) lines.push(`${trouble.rule} ${id} ${phaseName(plan, change)} null`);
      seen.add(id);
    }
  }
  return lines.sort();
}

/** Names of the nodes that nobody reaches in some state, sorted. */
export function unreachedPlainly(plan: Plan): string[] {
  const names = toPlainStates(plan).flatMap((state) =>
    findUnreached(state).flatMap((id) => state.nodes.find((node) => node.id === id)?.name ?? []),
  );
  return [...new Set(names)].sort();
}

/** Pairs of changes where the first waits for the second, which comes later. */
export function inversionsPlainly(plan: Plan): number {
  const sequence = toPlainSequence(plan);
  return sequence.flatMap((change, index) =>
    [...new Set(change.after)].filter((id) => sequence.findIndex((each) => each.id === id) > index),
  ).length;
}
