import { toPhaseName } from '#core/graph/entry-words.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import type { StepDifference } from '#core/planning/scenarios/compare-steps.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { takeText as words } from '#main/cli/scenario-text.ts';

function toWords(plan: Plan, change: Change, toLine: (name: string, phase: string) => string): string {
  return toLine(toChangeTitle(plan, change), toPhaseName(plan, change.phase));
}

/** A step in which two alternatives differ, as a line: "only there: Move wiki to web02 (Phase 1)". */
export function toStepLine(base: Plan, other: Plan, step: StepDifference): string {
  if (step.base === null) return step.other === null ? '' : toWords(other, step.other, words.onlyThere);
  if (step.other === null) return toWords(base, step.base, words.onlyHere);
  return words.changed(toWords(base, step.base, words.inPhase), toWords(other, step.other, words.inPhase));
}

/** The same for a machine. */
export function toStepAnswer(base: Plan, other: Plan, step: StepDifference): object {
  return {
    id: step.id,
    here: step.base === null ? null : toWords(base, step.base, words.inPhase),
    there: step.other === null ? null : toWords(other, step.other, words.inPhase),
  };
}
