import type { NodeId, RuleId } from './ids.ts';

/** Kinds of rule that a team can set. */
export const ruleKinds = ['together', 'apart', 'fixed', 'country', 'headroom', 'max-moves'] as const;

/** What a rule demands. */
export type RuleKind = (typeof ruleKinds)[number];

/** A wish that the plan must keep: `value` is a list of country codes, headroom as `{vcpu, memoryMiB, diskGiB}` 0-1, or a number a phase. */
export interface Rule {
  readonly id: RuleId;
  readonly kind: RuleKind;
  readonly nodes: readonly NodeId[];
  readonly value: unknown;
}
