import type { Finding } from '#core/model/finding.ts';
import type { PhaseOptions, ProposedPhases } from '#core/planning/phases/phase-options.ts';
import type { MeasureRow } from '#core/planning/scenarios/compare-scenarios.ts';
import type { ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import type { ScheduleOptions } from '#core/planning/schedule/schedule-options.ts';

/** Plans beside the first of them: figures with a value a plan, and for each what it does otherwise, in words. */
export interface ComparedPlans {
  readonly rows: readonly MeasureRow[];
  readonly plans: readonly {
    readonly differences: readonly string[];
    /** Errors and warnings that only this one has, and that only the first one has, as sentences. */
    readonly risksHere: readonly string[];
    readonly risksThere: readonly string[];
  }[];
}

/** What the page asks the planning worker; a plan crosses as the text of its file. */
export type PlanningRequest =
  | { readonly kind: 'phases'; readonly plan: string; readonly options: Omit<PhaseOptions, 'onProgress'> }
  | { readonly kind: 'dates'; readonly plan: string; readonly options: Omit<ScheduleOptions, 'onProgress'> }
  | { readonly kind: 'compare'; readonly plans: readonly string[] }
  | { readonly kind: 'merge-check'; readonly sides: readonly string[]; readonly merged: string };

/** What it answers: progress from 0 to 1, then once how it ended. */
export type PlanningAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'phases'; readonly found: ProposedPhases }
  | { readonly kind: 'dates'; readonly found: ProposedDates }
  | { readonly kind: 'compare'; readonly found: ComparedPlans }
  | { readonly kind: 'merge-check'; readonly found: readonly Finding[] }
  | { readonly kind: 'failed'; readonly message: string };
