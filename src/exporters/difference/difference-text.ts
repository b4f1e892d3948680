import type { PlanDifference } from './difference-words.ts';

/** More new places on the map than this are counted, not listed: nobody reads coordinates. */
const mostPlaces = 1;

/** The differences as lines for a person; new places of things on the map become one line. */
export function toDifferenceLines(differences: readonly PlanDifference[]): string[] {
  const places = differences.filter((each) => each.collection === 'layout');
  const lines = differences.filter((each) => each.collection !== 'layout').map((each) => each.words);
  if (places.length <= mostPlaces) return [...lines, ...places.map((each) => each.words)];
  return [...lines, `${places.length} things: another place on the map`];
}
