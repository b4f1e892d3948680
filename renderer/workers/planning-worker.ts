import { parsePlanFile } from '#core/document/plan-file.ts';
import { proposePhases } from '#core/planning/phases/propose-phases.ts';
import { measurePlan, type PlanMeasures } from '#core/planning/scenarios/measure-plan.ts';
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

function measure(texts: readonly string[]): PlanningAnswer {
  const found: PlanMeasures[] = [];
  for (const text of texts) {
    const read = parsePlanFile(text);
    if (!read.ok) return { kind: 'failed', message: read.error.message };
    found.push(measurePlan(read.value));
  }
  return { kind: 'measures', found };
}

function plan(request: PlanningRequest): PlanningAnswer {
  if (request.kind === 'measures') return measure(request.plans);
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
