import type { Scene } from '#core/checks/scene.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Tie } from './affinity.ts';
import { stages, type Risks, type Stage } from './risk.ts';

const stageNames: { readonly [S in Stage]: string } = {
  trial: 'Test and leftovers',
  staging: 'Staging',
  production: 'Production',
  foundation: 'Gateways and monitoring',
};

/** A phase that shall get a name. */
export interface NamedPhase {
  readonly stage: Stage;
  readonly isPilot: boolean;
}

/** Names for phases: after their stage, counted where several share one, and none that is taken. */
export function toPhaseNames(phases: readonly NamedPhase[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  const totals = new Map<Stage, number>();
  for (const { stage, isPilot } of phases) if (!isPilot) totals.set(stage, (totals.get(stage) ?? 0) + 1);
  // Where everything is of one stage, its name would say nothing.
  const isPlain = totals.size === 1 && (totals.get('production') ?? 0) > 0;
  // People count phases by their place in the plan: after two that are there comes "Phase 3".
  const counts = new Map<string, number>([['Phase', taken.size]]);
  return phases.map(({ stage, isPilot }) => {
    const base = isPilot ? 'Pilot' : isPlain ? 'Phase' : stageNames[stage];
    const isCounted = isPlain ? !isPilot : !isPilot && (totals.get(stage) ?? 0) > 1;
    let number = (counts.get(base) ?? 0) + 1;
    const write = (): string => (isCounted || number > 1 ? `${base} ${number}` : base);
    while (used.has(write())) number += 1;
    counts.set(base, number);
    used.add(write());
    return write();
  });
}

function namesOf(scene: Scene, changes: readonly Change[]): string[] {
  return changes.flatMap((change) => findChangedNode(change) ?? []).map(scene.nameOf);
}

const openings: { readonly [S in Stage]: string } = {
  trial: 'Nobody waits for these when something goes wrong',
  staging: 'Staging goes before production, so that the same steps have been made once',
  production: 'What people work with, the least risk first',
  foundation: 'What the others are reached, watched or managed through leaves last',
};

/** Why a phase is as it is: what its stage is, what is kept together, what leans on it. One or more sentences. */
export function toPhaseReason(
  scene: Scene,
  risks: Risks,
  phase: NamedPhase,
  changes: readonly Change[],
  inside: readonly Tie[],
): string {
  const opening = phase.isPilot
    ? `A small start to try the way of working: ${toNameList(namesOf(scene, changes))} ${changes.length === 1 ? 'is' : 'are'} of the least risk`
    : openings[phase.stage];
  const replicas = inside.filter(({ dependency }) => dependency.type === 'replicates');
  const nodes = changes.flatMap((change) => findChangedNode(change) ?? []);
  const leaning = nodes.filter((node) => risks.leaningOn(node) > 0);
  const parts = [
    opening,
    ...(inside.length === 0
      ? []
      : [
          `${toCountWords(inside.length, 'dependency', 'dependencies')} ${inside.length === 1 ? 'stays' : 'stay'} inside, so that nothing of them goes over a distance meanwhile`,
        ]),
    ...(replicas.length === 0
      ? []
      : [
          `databases go with their replicas (${toNameList(replicas.flatMap(({ dependency }) => [scene.nameOf(dependency.from), scene.nameOf(dependency.to)]))})`,
        ]),
    ...(phase.stage === 'foundation' && leaning.length > 0
      ? [
          leaning
            .map(
              (node) =>
                `${toCountWords(risks.leaningOn(node), 'node')} ${risks.leaningOn(node) === 1 ? 'leans' : 'lean'} on ${scene.nameOf(node)}`,
            )
            .slice(0, 3)
            .join(', '),
        ]
      : []),
  ];
  return `${parts.join('; ')}.`;
}

/** The latest stage of some changes. */
export function latestStage(risks: Risks, changes: readonly Change[]): Stage {
  const rank = changes.reduce((most, change) => Math.max(most, stages.indexOf(risks.stageOf(change))), 0);
  return stages[rank] ?? 'production';
}
