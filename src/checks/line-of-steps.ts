import type { Change } from '#core/model/change.ts';
import type { Estate } from '#core/state/estate.ts';
import type { OrderMemory } from './all-orders.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { ChangedKeys } from './read-log.ts';
import type { NotedFacts } from './noted-facts.ts';
import type { LineSteps } from './rule-looks.ts';
import type { RuleSpells } from './rule-spells.ts';
import type { StepRecord, StepRules } from './step-record.ts';

/** Where a phase begins among the steps, counted from 0, and the state there. */
export interface PhaseBeginning {
  readonly first: number;
  readonly estate: Estate;
  readonly changes: readonly Change[];
  /** What is remembered of the orders that the phase leaves open. */
  readonly orders: OrderMemory;
}

/** All steps of a plan in the planned order. */
export interface StepLine {
  readonly start: Estate;
  readonly noted: NotedFacts;
  readonly rules: StepRules;
  readonly facts: ChangeFacts;
  readonly records: readonly StepRecord[];
  readonly phases: readonly PhaseBeginning[];
  readonly end: Estate;
  /** What came and went since the line before. */
  readonly steps: LineSteps;
  /** What is remembered of the troubles of each rule about states; handed on from line to line. */
  readonly spells: readonly RuleSpells[];
  /** What is another one than at the line before. */
  readonly changed: ChangedKeys;
}
