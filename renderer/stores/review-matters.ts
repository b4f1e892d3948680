import type { IntakeDecisions } from '#core/intake/intake-types.ts';
import type { IntakeMatter, MatterWords } from '#core/intake/matters/intake-matter.ts';
import type { Picks } from './review-store.ts';
import type { Decisions } from './review-decisions.ts';

/** Which value a contradiction gets: the chosen one, else the first that is not the plan's. */
export function toPick(matter: Extract<IntakeMatter, { is: 'conflict' }>, picks: Picks): number {
  return picks[matter.key] ?? matter.values.findIndex((value) => !value.isKept);
}

/** What was decided about contradictions and probable matches, in the form of the intake; what is gone is decided like a found thing. */
export function toSettled(
  matters: readonly IntakeMatter[],
  decisions: Decisions,
  picks: Picks,
): Required<Pick<IntakeDecisions, 'values' | 'pairs'>> {
  const values: Record<string, unknown> = {};
  const pairs: Record<string, 'same' | 'apart'> = {};
  for (const matter of matters) {
    const decision = decisions[matter.key];
    if (decision !== 'accept' && decision !== 'reject') continue;
    if (matter.is === 'pair') pairs[matter.key] = decision === 'accept' ? 'same' : 'apart';
    if (matter.is !== 'conflict') continue;
    const value = decision === 'accept' ? matter.values[toPick(matter, picks)] : matter.values[0];
    if (value !== undefined) values[matter.key] = value.value;
  }
  return { values, pairs };
}

/** Where a matter is read in the sources: the newest words of it. */
export function findMatterWords(matter: IntakeMatter): MatterWords | null {
  switch (matter.is) {
    case 'gone':
      return matter.words;
    case 'conflict':
      return matter.values.findLast((value) => value.words.length > 0)?.words[0] ?? null;
    case 'pair':
      return matter.nodes[1].words ?? matter.nodes[0].words;
  }
}
