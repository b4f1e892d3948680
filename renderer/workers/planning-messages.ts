import type { Finding } from '#core/model/finding.ts';
import type { PhaseOptions, ProposedPhases } from '#core/planning/phases/phase-options.ts';
import type { PlanMeasures } from '#core/planning/scenarios/measure-plan.ts';
import type { ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import type { ScheduleOptions } from '#core/planning/schedule/schedule-options.ts';

/** What the page asks the planning worker; a plan crosses as the text of its file. */
export type PlanningRequest =
  | { readonly kind: 'phases'; readonly plan: string; readonly options: Omit<PhaseOptions, 'onProgress'> }
  | { readonly kind: 'dates'; readonly plan: string; readonly options: Omit<ScheduleOptions, 'onProgress'> }
  | { readonly kind: 'measures'; readonly plans: readonly string[] }
  | { readonly kind: 'merge-check'; readonly sides: readonly string[]; readonly merged: string };

/** What it answers: progress from 0 to 1, then once how it ended. */
export type PlanningAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'phases'; readonly found: ProposedPhases }
  | { readonly kind: 'dates'; readonly found: ProposedDates }
  | { readonly kind: 'measures'; readonly found: readonly PlanMeasures[] }
  | { readonly kind: 'merge-check'; readonly found: readonly Finding[] }
  | { readonly kind: 'failed'; readonly message: string };
