import { toScene } from '#core/checks/scene.ts';
import { toCountWords } from '#core/checks/words.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Tie } from './affinity.ts';
import type { Bridge, PhaseMeasure } from './phase-options.ts';

/** How well phases (one number a change) keep together what talks to each other. */
export function measurePhases(ties: readonly Tie[], phaseOf: Int32Array, phases: number): PhaseMeasure {
  let crossPhase = 0;
  let longestBridge = 0;
  for (const { one, two, canBridge } of ties) {
    if (!canBridge) continue;
    const distance = Math.abs((phaseOf[one] ?? 0) - (phaseOf[two] ?? 0));
    if (distance > 0) crossPhase += 1;
    longestBridge = Math.max(longestBridge, distance);
  }
  return { phases, crossPhase, longestBridge };
}

/** The dependencies that must hold over a distance for a while, with what that costs in words, the longest first. */
export function findBridges(
  plan: Plan,
  ties: readonly Tie[],
  phaseOf: Int32Array,
  names: readonly string[],
): Bridge[] {
  const scene = toScene(plan);
  const bridges = ties.flatMap(({ dependency, one, two, canBridge }): Bridge[] => {
    const [a, b] = [phaseOf[one] ?? 0, phaseOf[two] ?? 0];
    if (a === b || !canBridge) return [];
    const [from, until] = a < b ? [a, b] : [b, a];
    const costs = [
      ...(dependency.encrypted === true
        ? []
        : [dependency.encrypted === false ? 'not encrypted' : 'perhaps not encrypted']),
      ...(dependency.maxLatencyMs === null ? [] : [`may take ${dependency.maxLatencyMs} ms at most`]),
      ...(dependency.type === 'replicates' ? ['replication goes over the distance'] : []),
    ];
    const ends = `${scene.nameOf(dependency.from)} ${dependency.type} ${scene.nameOf(dependency.to)}`;
    const span = `from ${names[from] ?? ''} until ${names[until] ?? ''} (${toCountWords(until - from, 'phase')})`;
    return [
      {
        dependency: dependency.id,
        from,
        until,
        phases: until - from,
        words: `${ends} over a distance ${span}${costs.length === 0 ? '' : `; ${costs.join(', ')}`}.`,
      },
    ];
  });
  return bridges.sort((x, y) => y.phases - x.phases || (x.dependency < y.dependency ? -1 : 1));
}
