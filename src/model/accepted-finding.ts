import type { AcceptedId, NodeId } from './ids.ts';

/** That a person accepted a finding, with the facts (a hash) that it was accepted on: when they change, it is open again. */
export interface AcceptedFinding {
  readonly id: AcceptedId;
  readonly finding: string;
  readonly rule: string;
  readonly nodes: readonly NodeId[];
  readonly facts: string;
  readonly why: string;
  readonly by: string;
}
