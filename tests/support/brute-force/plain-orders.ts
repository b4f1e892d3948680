import { toFindingId } from '#core/checks/to-finding.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { toPlainSequence } from './plain-check.ts';
import { applyPlainly, toPlainEstate, type PlainEstate } from './plain-estate.ts';
import { troublesOfState } from './plain-rules.ts';

/** What some allowed order of a phase runs into, and the shortest way there. */
export interface PlainOrderTrouble {
  readonly id: string;
  readonly phase: string;
  readonly shortest: number;
}

function errorsOf(estate: PlainEstate): Map<string, string> {
  const errors = troublesOfState(estate).filter((trouble) => trouble.severity === 'error');
  return new Map(
    errors.map((trouble) => [
      `${trouble.rule} ${trouble.about.join(' ')} ${trouble.key}`,
      toFindingId('order-respects-dependencies', {
        about: trouble.about,
        key: `${trouble.rule} ${trouble.key}`,
      }),
    ]),
  );
}

function phaseName(plan: Plan, change: Change): string {
  return change.phase !== null && plan.phases.has(change.phase) ? change.phase : 'end';
}

function goesInACircle(changes: readonly Change[]): boolean {
  let left = [...changes];
  for (let size = -1; size !== left.length;) {
    size = left.length;
    left = left.filter((change) => change.after.some((id) => left.some((each) => each.id === id)));
  }
  return left.length > 0;
}

/** Calls back with every beginning of every allowed order of some changes, and the state it leads to. */
export function forEachBeginning(
  plan: Plan,
  start: PlainEstate,
  changes: readonly Change[],
  visit: (done: readonly Change[], state: PlainEstate) => void,
): number {
  let orders = 0;
  const go = (done: readonly Change[], state: PlainEstate): void => {
    visit(done, state);
    if (done.length === changes.length) orders += 1;
    for (const change of changes) {
      if (done.includes(change)) continue;
      const waits = change.after.some((id) => changes.some((each) => each.id === id && !done.includes(each)));
      if (!waits) go([...done, change], applyPlainly(state, change, plan));
    }
  };
  go([], start);
  return orders;
}

/** The phases of a plan, each with its changes and the state that it begins in. */
export function toPlainPhases(plan: Plan): { phase: string; start: PlainEstate; changes: Change[] }[] {
  const phases: { phase: string; start: PlainEstate; changes: Change[] }[] = [];
  let state = toPlainEstate(plan);
  for (const change of toPlainSequence(plan)) {
    const phase = phaseName(plan, change);
    if (phases.at(-1)?.phase !== phase) phases.push({ phase, start: state, changes: [] });
    phases.at(-1)?.changes.push(change);
    state = applyPlainly(state, change, plan);
  }
  return phases;
}

/** All that only another order than the planned one breaks, by trying every order; and how many there are. */
export function ordersPlainly(plan: Plan): { troubles: PlainOrderTrouble[]; orders: number } {
  const planned = new Set<string>();
  let state = toPlainEstate(plan);
  for (const key of errorsOf(state).keys()) planned.add(key);
  for (const change of toPlainSequence(plan)) {
    state = applyPlainly(state, change, plan);
    for (const key of errorsOf(state).keys()) planned.add(key);
  }
  let orders = 1;
  const found = new Map<string, PlainOrderTrouble>();
  for (const { phase, start, changes } of toPlainPhases(plan)) {
    if (goesInACircle(changes)) continue;
    const here = new Map<string, PlainOrderTrouble>();
    orders +=
      forEachBeginning(plan, start, changes, (done, reached) => {
        for (const [key, id] of errorsOf(reached)) {
          if (planned.has(key)) continue;
          const shortest = Math.min(done.length, here.get(key)?.shortest ?? Infinity);
          here.set(key, { id, phase, shortest });
        }
      }) - 1;
    for (const [key, trouble] of here) if (!found.has(key)) found.set(key, trouble);
  }
  return { troubles: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), orders };
}
