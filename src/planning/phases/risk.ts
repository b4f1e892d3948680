import type { Change } from '#core/model/change.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { CoveredNodes } from './covered-nodes.ts';

/** How early a change can be tried: what is for trying first, then staging, then what people work with, then what all lean on. */
export type Stage = 'trial' | 'staging' | 'production' | 'foundation';

/** Stages, the earliest first. */
export const stages: readonly Stage[] = ['trial', 'staging', 'production', 'foundation'];

const trial = /^(?:dev|test|qa|sandbox|demo|lab|play|ci)/iu;
const staging = /^(?:stag|pre-?prod|uat|accept|integration)/iu;

/** What is known of the risk of changes: their stage, and a number that grows with what depends on them. */
export interface Risks {
  readonly stageOf: (change: Change) => Stage;
  readonly riskOf: (change: Change) => number;
  /** How many nodes are reached, watched or managed through a node. */
  readonly leaningOn: (node: NodeId) => number;
}

function subjectOf(plan: Plan, change: Change): NodeId | null {
  switch (change.kind) {
    case 'rewire':
      return plan.dependencies.get(change.dependency)?.from ?? null;
    case 'hand-over':
      return plan.handovers.get(change.handover)?.subject ?? null;
    case 'add':
      return change.node.id;
    default:
      return change.node;
  }
}

/** Counts what leans on each node, what needs it, and finds its environment. */
export function toRisks(plan: Plan, covered: CoveredNodes): Risks {
  const needers = new Map<NodeId, number>();
  const leaning = new Map<NodeId, number>();
  const count = (map: Map<NodeId, number>, node: NodeId): void => {
    for (const place of covered.wayOf(node)) {
      if (plan.nodes.get(place)?.kind === 'provider') break;
      map.set(place, (map.get(place) ?? 0) + 1);
    }
  };
  for (const { from, to, type } of plan.dependencies) {
    if (isNeed(type)) count(needers, to);
    if (type === 'reaches-through') count(leaning, to);
    if (type === 'monitors' || type === 'manages') count(leaning, from);
  }
  const retired = new Set(
    plan.dispositions.filter((each) => each.disposition === 'retire').map((each) => each.node),
  );
  const record = (node: NodeId | null): InventoryNode | undefined => plan.nodes.get(node);
  const environmentOf = (node: NodeId): string | null => {
    for (const place of covered.wayOf(node)) {
      const found = record(place)?.environment ?? null;
      if (found !== null) return found;
    }
    return null;
  };
  const isFoundation = (node: NodeId): boolean => {
    const type = record(node)?.type ?? null;
    return (leaning.get(node) ?? 0) > 1 || type === 'gateway' || type === 'monitoring';
  };
  return {
    leaningOn: (node) => leaning.get(node) ?? 0,
    stageOf: (change) => {
      const node = subjectOf(plan, change);
      if (node === null || change.kind === 'add') return 'trial';
      const goes = change.kind === 'move' || change.kind === 'merge' || change.kind === 'remove';
      if (goes && isFoundation(node)) return 'foundation';
      const environment = environmentOf(node);
      if (environment !== null && trial.test(environment)) return 'trial';
      if (environment !== null && staging.test(environment)) return 'staging';
      return change.kind === 'remove' && retired.has(node) && (needers.get(node) ?? 0) === 0
        ? 'trial'
        : 'production';
    },
    riskOf: (change) => {
      const node = subjectOf(plan, change);
      if (node === null) return 0;
      const own = record(node);
      const isData = own?.type === 'database' || (own?.data.length ?? 0) > 0;
      const isAsleep = own?.status === 'dormant';
      const disk = own?.usage.diskGiB ?? own?.capacity.diskGiB ?? 0;
      return (needers.get(node) ?? 0) * 4 + (isData ? 8 : 0) + Math.min(8, disk / 250) - (isAsleep ? 4 : 0);
    },
  };
}
