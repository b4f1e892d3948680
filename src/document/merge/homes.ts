import type { CollectionName, Plan } from '#core/model/plan.ts';

const homes = [
  'nodes',
  'dependencies',
  'parties',
  'duties',
  'questions',
  'phases',
  'changes',
  'handovers',
] as const;

/** A record of a plan, by its place. */
export interface RecordPlace {
  readonly collection: CollectionName;
  readonly id: string;
}

/** Everything that an id of a plan may point at: its records, and the nodes that live in the changes that add them. */
export function toKnownIds(plan: Plan): ReadonlySet<string> {
  const known = new Set<string>(homes.flatMap((name) => plan[name].map((row): string => row.id)));
  for (const change of plan.changes) if (change.kind === 'add') known.add(change.node.id);
  return known;
}

/** The record that makes an id known in a plan; for a node that is still to come, the change that adds it. `null`: nothing does. */
export function findHome(plan: Plan, id: string): RecordPlace | null {
  const collection = homes.find((name) => plan[name].has(id));
  if (collection !== undefined) return { collection, id };
  const [add] = plan.changes.filter((change) => change.kind === 'add' && change.node.id === id);
  return add === undefined ? null : { collection: 'changes', id: add.id };
}
