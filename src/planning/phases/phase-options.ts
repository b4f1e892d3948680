import type { ChangeId, DependencyId, NodeId, PhaseId } from '#core/model/ids.ts';
import type { Command } from '#core/model/command.ts';

/** What a person chooses before phases are proposed. */
export interface PhaseOptions {
  /** Most changes of a phase; `null`: the plan's own limit of moves, else 10. */
  readonly maxSize: number | null;
  /** Changes that go into a phase that is there already. */
  readonly pinned?: ReadonlyMap<ChangeId, PhaseId>;
  /** Nodes whose changes stay in one phase, beside what the rules of the plan keep together. */
  readonly together?: readonly (readonly NodeId[])[];
  /** Days on which nothing may be done: they become freezes of the calendar. Both ends are included. */
  readonly excluded?: readonly { readonly start: string; readonly end: string }[];
  readonly onProgress?: (share: number) => void;
}

/** A dependency that for a while goes from one place to another, because its ends move in different phases. */
export interface Bridge {
  readonly dependency: DependencyId;
  /** Phases (as in `phases`, from 0) between which it lasts, and how many that are. */
  readonly from: number;
  readonly until: number;
  readonly phases: number;
  readonly words: string;
}

/** How well phases keep together what belongs together. Less is better. */
export interface PhaseMeasure {
  readonly phases: number;
  /** Dependencies whose ends change in different phases. */
  readonly crossPhase: number;
  /** For how many phases the longest of them lasts. */
  readonly longestBridge: number;
}

/** One proposed phase, its changes in their order, and why it is so. */
export interface ProposedPhase {
  readonly name: string;
  readonly changes: readonly ChangeId[];
  readonly why: string;
}

/** Phases for the changes that have none, and the commands that make them. Nothing is applied. */
export interface ProposedPhases {
  readonly phases: readonly ProposedPhase[];
  /** Changes that join a phase that is there already, because something in it waits for them. */
  readonly joined: readonly {
    readonly change: ChangeId;
    readonly phase: PhaseId;
    readonly before: ChangeId | null;
  }[];
  readonly bridges: readonly Bridge[];
  readonly measure: PhaseMeasure;
  /** The same for the changes in the order in which they stand, cut into phases of the same size. */
  readonly byHand: PhaseMeasure;
  /** Sentences about what could not be kept. */
  readonly notes: readonly string[];
  readonly commands: readonly Command[];
}
