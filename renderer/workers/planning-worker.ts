import { findBrokenByMerge } from '#core/checks/broken-by-merge.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { parsePlanFile } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { proposePhases } from '#core/planning/phases/propose-phases.ts';
import { compareScenarios } from '#core/planning/scenarios/compare-scenarios.ts';
import { proposeDates } from '#core/planning/schedule/propose-dates.ts';
import type { PlanningAnswer, PlanningRequest } from './planning-messages.ts';

function answer(message: PlanningAnswer): void {
  self.postMessage(message);
}

/** Tells of progress a hundred times at most, however often the search counts. */
function toReporter(): (share: number) => void {
  let told = 0;
  return (share) => {
    if (share < told + 0.01) return;
    told = share;
    answer({ kind: 'progress', share });
  };
}

/** The plans of several texts, or the problem of the first that is none. */
function readAll(texts: readonly string[]): Result<readonly Plan[], string> {
  const plans: Plan[] = [];
  for (const text of texts) {
    const read = parsePlanFile(text);
    if (!read.ok) return fail(read.error.message);
    plans.push(read.value);
  }
  return ok(plans);
}

function compare(texts: readonly string[]): PlanningAnswer {
  const plans = readAll(texts);
  if (!plans.ok) return { kind: 'failed', message: plans.error };
  const { rows, alternatives } = compareScenarios(plans.value);
  const compared = alternatives.map(({ differences, risksHere, risksThere }) => ({
    differences,
    risksHere: risksHere.map((each) => each.message),
    risksThere: risksThere.map((each) => each.message),
  }));
  return { kind: 'compare', found: { rows, plans: compared } };
}

function checkMerge(sideTexts: readonly string[], mergedText: string): PlanningAnswer {
  const plans = readAll([mergedText, ...sideTexts]);
  if (!plans.ok) return { kind: 'failed', message: plans.error };
  const [merged, ...sides] = plans.value;
  return { kind: 'merge-check', found: merged === undefined ? [] : findBrokenByMerge(sides, merged) };
}

function plan(request: PlanningRequest): PlanningAnswer {
  if (request.kind === 'compare') return compare(request.plans);
  if (request.kind === 'merge-check') return checkMerge(request.sides, request.merged);
  const read = parsePlanFile(request.plan);
  if (!read.ok) return { kind: 'failed', message: read.error.message };
  const onProgress = toReporter();
  if (request.kind === 'phases') {
    return { kind: 'phases', found: proposePhases(read.value, { ...request.options, onProgress }) };
  }
  const found = proposeDates(read.value, { ...request.options, onProgress });
  return found.ok ? { kind: 'dates', found: found.value } : { kind: 'failed', message: found.error.message };
}

self.addEventListener('message', ({ data }: MessageEvent<PlanningRequest>) => {
  try {
    answer(plan(data));
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
