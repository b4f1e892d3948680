import type { Command } from './command.ts';
import type { AcceptedId, ChangeId, NodeId, PhaseId } from './ids.ts';

/** How bad a finding is. */
export type Severity = 'error' | 'warning' | 'info';

/** A repair: what the button says and the commands that it runs. */
export interface Repair {
  readonly label: string;
  readonly commands: readonly Command[];
}

/** What a check says of a state (contract, section 3). */
export interface Finding {
  /** A hash of rule, node ids and a sub-key: the same trouble keeps its id across edits. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly nodes: readonly NodeId[];
  readonly names: readonly string[];
  /** Where it first holds: `null` already today, `"end"` with the changes that have no phase. */
  readonly phase: PhaseId | 'end' | null;
  /** The phase in which it ends, `null` when it never does. */
  readonly until: PhaseId | 'end' | null;
  /** The shortest sequence of changes that leads there; `[]` today. */
  readonly after: readonly ChangeId[];
  readonly repair: Repair | null;
  readonly accepted: AcceptedId | null;
}

/** All findings of a plan and how much was looked at. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly accepted: number;
    readonly states: number;
    readonly orders: number;
  };
}
