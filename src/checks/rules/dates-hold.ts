import { toChangeWords } from '#core/graph/change-words.ts';
import type { PlanRule, PlanTrouble } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';

/** ISO dates sort as text; `null` is not known, and what is not known is never late. */
function isAfter(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a > b;
}

function trouble(key: string, words: string, change: Change | null): PlanTrouble {
  const node = change === null ? null : findChangedNode(change);
  return {
    about: node === null ? [] : [node],
    key,
    others: [],
    words,
    change: change?.id ?? null,
    after: change === null ? [] : [change.id],
  };
}

function ofPhases({ plan, sequence }: Scene): PlanTrouble[] {
  const found: PlanTrouble[] = [];
  const phases = phasesInOrder(plan);
  for (const [index, phase] of phases.entries()) {
    const first = sequence.find((change) => change.phase === phase.id) ?? null;
    const report = (key: string, words: string): void => {
      found.push({ ...trouble(`${phase.id} ${key}`, words, first), about: [] });
    };
    if (isAfter(phase.start, phase.end)) {
      report('turned', `${phase.name} ends on ${phase.end}, before it starts on ${phase.start}.`);
    }
    const before = phases.slice(0, index).find((each) => isAfter(each.end ?? each.start, phase.start));
    if (before !== undefined) {
      report(
        'early',
        `${phase.name} starts on ${phase.start}, before ${before.name}, which comes first, is over on ${before.end ?? before.start}.`,
      );
    }
  }
  return found;
}

function ofChange({ plan, ...scene }: Scene, change: Change): PlanTrouble[] {
  const found: PlanTrouble[] = [];
  const words = toChangeWords({ plan, ...scene }, change);
  const report = (key: string, text: string): void => {
    found.push(trouble(`${change.id} ${key}`, `The step to ${words} ${text}.`, change));
  };
  const phase = plan.phases.get(change.phase);
  if (isAfter(change.start, change.end))
    report('turned', `ends on ${change.end}, before it starts on ${change.start}`);
  if (phase !== undefined && isAfter(phase.start, change.start)) {
    report('early', `starts on ${change.start}, before ${phase.name} does on ${phase.start}`);
  }
  if (phase !== undefined && isAfter(change.end, phase.end)) {
    report('late', `ends on ${change.end}, after ${phase.name} does on ${phase.end}`);
  }
  for (const id of change.after) {
    const earlier = plan.changes.get(id);
    if (earlier !== undefined && isAfter(earlier.end ?? earlier.start, change.start)) {
      report(
        `waits ${id}`,
        `starts on ${change.start}, but what it waits for is done only on ${earlier.end ?? earlier.start}`,
      );
    }
  }
  for (const freeze of plan.calendar) {
    const last = change.end ?? change.start;
    if (freeze.kind !== 'freeze' || last === null || freeze.start === null) continue;
    if (!isAfter(freeze.start, last) && !isAfter(change.start ?? last, freeze.end ?? freeze.start)) {
      report(`freeze ${freeze.id}`, `falls into the freeze ${freeze.name}`);
    }
  }
  return found;
}

/**
 * Dates can be kept: nothing ends before it starts, a phase starts after those before it are over, a step lies within its
 * phase, after what it waits for, and outside of freezes. Dates that are not set are not judged. Looks at phases and
 * changes. An error: on some day the plan asks for two things that exclude each other. No repair: people set dates.
 */
export const datesHold: PlanRule = {
  looksAt: 'plan',
  name: 'dates-hold',
  severity: 'error',
  look: (scene) => [...ofPhases(scene), ...scene.sequence.flatMap((change) => ofChange(scene, change))],
  say: (_scene, [first]) => first?.words ?? '',
};
