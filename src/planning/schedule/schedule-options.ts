import type { ChangeId } from '#core/model/ids.ts';

/** What a person chooses before dates are proposed. */
export interface ScheduleOptions {
  /** The first day on which anything can be done; `null`: the earliest day that a phase or change of the plan starts on. */
  readonly start: string | null;
  /** Whether Saturdays and Sundays are days of work where no window says otherwise. */
  readonly weekends?: boolean;
  /** Working days between the end of a phase with a gate and the next phase, for the decision to go on. */
  readonly gateDays?: number;
  /** How many days before a phase the time to live of names that move is lowered; `null` proposes no tasks. */
  readonly ttlDays?: number | null;
  /** Changes that may not begin before a day: what a drag on the timeline asks for. */
  readonly notBefore?: ReadonlyMap<ChangeId, string>;
  /** How much the search may do, in jobs placed. */
  readonly steps?: number;
  readonly onProgress?: (share: number) => void;
}

/** Why no dates can be proposed, as a sentence that says what to do. */
export interface ScheduleProblem {
  readonly code: 'no-start' | 'circle' | 'later-phase' | 'no-place';
  readonly message: string;
  readonly changes: readonly ChangeId[];
}
