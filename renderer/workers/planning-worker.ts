import { parsePlanFile } from '#core/document/plan-file.ts';
import { proposePhases } from '#core/planning/phases/propose-phases.ts';
import type { Plan } from '#core/model/plan.ts';
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

function compare(texts: readonly string[]): PlanningAnswer {
  const plans: Plan[] = [];
  for (const text of texts) {
    const read = parsePlanFile(text);
    if (!read.ok) return { kind: 'failed', message: read.error.message };
    plans.push(read.value);
  }
  const { rows, alternatives } = compareScenarios(plans);
  const compared = alternatives.map(({ differences, risksHere, risksThere }) => ({
    differences,
    risksHere: risksHere.map((each) => each.message),
    risksThere: risksThere.map((each) => each.message),
  }));
  return { kind: 'compare', found: { rows, plans: compared } };
}

function plan(request: PlanningRequest): PlanningAnswer {
  if (request.kind === 'compare') return compare(request.plans);
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
