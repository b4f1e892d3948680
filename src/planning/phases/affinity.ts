import type { Dependency, DependencyType } from '#core/model/dependency.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import type { CoveredNodes } from './covered-nodes.ts';

/** How much it costs for a while when the two ends of a dependency stand in different places. */
const weights: { readonly [T in DependencyType]: number } = {
  replicates: 8,
  connects: 4,
  uses: 4,
  'stores-in': 4,
  proxies: 4,
  'backs-up-to': 2,
  'reaches-through': 1,
  monitors: 1,
  manages: 1,
  deploys: 1,
  notifies: 1,
};

/** A dependency whose two ends change. */
export interface Tie {
  readonly dependency: Dependency;
  readonly one: number;
  readonly two: number;
  readonly weight: number;
  /** Whether both ends go to another place, so that it lies across places between the one and the other. */
  readonly canBridge: boolean;
}

/** The dependencies whose ends are changed by two different of some changes; slow ones and unencrypted ones weigh more. */
export function findTies(plan: Plan, covered: CoveredNodes, changes: readonly Change[]): Tie[] {
  const places = new Map<string, number>(changes.map(({ id }, index) => [id, index]));
  const ties: Tie[] = [];
  const goes = (place: number): boolean => kinds[place] === 'move' || kinds[place] === 'merge';
  const kinds = changes.map(({ kind }) => kind);
  for (const dependency of plan.dependencies) {
    const [one] = covered.coverOf(dependency.from).flatMap(({ id }) => places.get(id) ?? []);
    const [two] = covered.coverOf(dependency.to).flatMap(({ id }) => places.get(id) ?? []);
    if (one === undefined || two === undefined || one === two) continue;
    const isTight = dependency.maxLatencyMs !== null || dependency.encrypted === false;
    const canBridge = goes(one) && goes(two);
    const weight = weights[dependency.type] * (isTight ? 2 : 1) * (canBridge ? 1 : 0.5);
    ties.push({ dependency, one, two, weight, canBridge });
  }
  return ties.sort((a, b) => (a.dependency.id < b.dependency.id ? -1 : 1));
}
