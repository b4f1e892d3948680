import { useEffect, useRef, useState } from 'react';
import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Finding } from '#core/model/finding.ts';
import type { ProposedPhases } from '#core/planning/phases/phase-options.ts';
import type { ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import type { ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import type { ConsolidationAnswer } from '#workers/consolidation-messages.ts';
import { runConsolidation } from '#workers/run-consolidation.ts';
import type { ComparedPlans, PlanningAnswer, PlanningRequest } from '#workers/planning-messages.ts';
import { runPlanning } from '#workers/run-planning.ts';

/** What an assistant is doing. A proposal belongs to the plan that it was made for. */
export type PlanningState<Found> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'found'; readonly found: Found; readonly plan: Plan }
  | { readonly kind: 'failed'; readonly message: string };

/** A proposal that is looked for in a worker. */
export interface Planning<Found, Options> {
  readonly state: PlanningState<Found>;
  readonly start: (plan: Plan, options: Options) => void;
  readonly cancel: () => void;
}

type Options<Kind extends 'phases' | 'dates'> = Extract<PlanningRequest, { readonly kind: Kind }>['options'];

type Answer = PlanningAnswer | ConsolidationAnswer;

function usePlanning<Found, Chosen>(
  run: (plan: Plan, options: Chosen, onAnswer: (answer: Answer) => void) => () => void,
  findFound: (answer: Answer) => Found | null,
): Planning<Found, Chosen> {
  const [state, setState] = useState<PlanningState<Found>>({ kind: 'asking' });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return {
    state,
    start: (plan, options) => {
      stop.current?.();
      setState({ kind: 'running', share: 0 });
      stop.current = run(plan, options, (answer) => {
        const found = findFound(answer);
        if (answer.kind === 'progress') setState({ kind: 'running', share: answer.share });
        else if (answer.kind === 'failed') setState(answer);
        else if (found !== null) setState({ kind: 'found', found, plan });
      });
    },
    cancel: () => {
      stop.current?.();
      setState({ kind: 'asking' });
    },
  };
}

/** Phases, proposed in a worker; what runs is ended when the assistant closes. */
export function usePhasePlanning(): Planning<ProposedPhases, Options<'phases'>> {
  return usePlanning(
    (plan, options: Options<'phases'>, onAnswer) =>
      runPlanning({ kind: 'phases', plan: toPlanFileText(plan), options }, onAnswer),
    (answer) => (answer.kind === 'phases' ? answer.found : null),
  );
}

/** Dates, proposed in a worker; what runs is ended when the assistant closes. */
export function useDatePlanning(): Planning<ProposedDates, Options<'dates'>> {
  return usePlanning(
    (plan, options: Options<'dates'>, onAnswer) =>
      runPlanning({ kind: 'dates', plan: toPlanFileText(plan), options }, onAnswer),
    (answer) => (answer.kind === 'dates' ? answer.found : null),
  );
}

/** Fewer hosts, less cost or fewer moves, looked for in a worker; what runs is ended when the assistant closes. */
export function useConsolidation(): Planning<ConsolidationProposal, ConsolidationOptions> {
  return usePlanning(runConsolidation, (answer) => (answer.kind === 'consolidation' ? answer.found : null));
}

/** What one of several plans does otherwise than the first. */
export type ComparedPlan = ComparedPlans['plans'][number];

/** Plans beside the first of them, compared in a worker: the checks of all of them take a while. `null` until that is done. */
export function useComparison(plans: readonly Plan[]): ComparedPlans | null {
  const [found, setFound] = useState<{
    readonly of: readonly Plan[];
    readonly compared: ComparedPlans;
  } | null>(null);
  useEffect(() => {
    if (plans.length < 2) return;
    return runPlanning({ kind: 'compare', plans: plans.map(toPlanFileText) }, (answer) => {
      if (answer.kind === 'compare') setFound({ of: plans, compared: answer.found });
    });
  }, [plans]);
  return found !== null && found.of === plans ? found.compared : null;
}

/** What a merge breaks though neither side alone does, checked in a worker; `null` until it is known. */
export function useBrokenByMerge(ours: Plan, theirs: Plan, merged: Plan): readonly Finding[] | null {
  const [found, setFound] = useState<{ readonly of: Plan | null; readonly findings: readonly Finding[] }>({
    of: null,
    findings: [],
  });
  useEffect(() => {
    const [ourText, theirText] = [ours, theirs].map(toPlanFileText);
    const request = { kind: 'merge-check', sides: [ourText ?? '', theirText ?? ''] } as const;
    return runPlanning({ ...request, merged: toPlanFileText(merged) }, (answer) => {
      if (answer.kind === 'merge-check') setFound({ of: merged, findings: answer.found });
    });
  }, [ours, theirs, merged]);
  return found.of === merged ? found.findings : null;
}
