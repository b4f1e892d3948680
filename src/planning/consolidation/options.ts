import type { HostType } from '#core/model/host-type.ts';
import type { NodeId, RuleId } from '#core/model/ids.ts';

/** What a consolidation wants least of. */
export const objectives = ['hosts', 'cost', 'moves'] as const;

/** What a consolidation wants least of. */
export type Objective = (typeof objectives)[number];

/** Where servers may go and which of them: ids of the plan. */
export interface ConsolidationTargets {
  /** Hosts that may take something; `null`: all. What stands on another may stay there. */
  readonly hosts: readonly NodeId[] | null;
  readonly types: readonly HostType[];
  /** Hosts, or places with all hosts in them, that must be empty afterwards. */
  readonly empty: readonly NodeId[];
  /** Servers, or places with all servers on them, that are placed; `null`: all that stand on hosts. */
  readonly servers: readonly NodeId[] | null;
  /** What one unit of a currency is worth in the currency of the answer; without it currencies are kept apart. */
  readonly rates: Readonly<Record<string, number>>;
}

/** Everything that is there, and nothing new. */
export const allHosts: ConsolidationTargets = { hosts: null, types: [], empty: [], servers: null, rates: {} };

/** What a person asked for. */
export interface ConsolidationOptions {
  readonly objective: Objective;
  readonly targets: ConsolidationTargets;
}

/** What is left out while a conflict is looked for: rules of the plan, and the wish to empty something. */
export interface LeftOut {
  readonly rules: ReadonlySet<RuleId>;
  readonly empty: ReadonlySet<NodeId>;
}

/** Nothing left out. */
export const nothingLeftOut: LeftOut = { rules: new Set(), empty: new Set() };
