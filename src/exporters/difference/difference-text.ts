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

/** Differences of one kind of thing, in words. */
export interface DifferenceGroup {
  /** `null`: the plan itself. */
  readonly collection: PlanDifference['collection'];
  readonly count: number;
  readonly lines: readonly {
    readonly id: string;
    readonly what: PlanDifference['what'];
    readonly words: string;
  }[];
}

/** What a reader asks for first: the steps, then what they rest on, the places on the map last. */
const order: readonly PlanDifference['collection'][] = [
  null,
  'changes',
  'phases',
  'dispositions',
  'handovers',
  'tasks',
  'nodes',
  'dependencies',
  'parties',
  'duties',
  'questions',
  'rules',
  'calendar',
  'accepted',
  'sources',
  'layout',
];

/** The differences by kind of thing, in the order of a reader; of new places on the map only the number is said. */
export function toDifferenceGroups(differences: readonly PlanDifference[]): readonly DifferenceGroup[] {
  return order.flatMap((collection): DifferenceGroup[] => {
    const own = differences.filter((each) => each.collection === collection);
    if (own.length === 0) return [];
    const isCounted = collection === 'layout' && own.length > mostPlaces;
    const lines = isCounted ? [] : own.map(({ id, what, words }) => ({ id, what, words }));
    return [{ collection, count: own.length, lines }];
  });
}
