import { findHome, type RecordPlace } from '#core/document/merge/homes.ts';
import { referencesOf } from '#core/document/merge/plan-references.ts';
import type { ChangeId } from '#core/model/ids.ts';
import type { Phase } from '#core/model/phase.ts';
import { toTableOf, type CollectionName, type Plan } from '#core/model/plan.ts';

/** The ids of records by collection, in the order in which they were met. */
export type RecordIds = ReadonlyMap<CollectionName, ReadonlySet<string>>;

interface Search {
  readonly plan: Plan;
  readonly from: Plan;
  readonly found: Map<CollectionName, Set<string>>;
}

function isNew({ found }: Search, { collection, id }: RecordPlace): boolean {
  const ids = found.get(collection) ?? new Set<string>();
  found.set(collection, ids);
  const before = ids.size;
  return ids.add(id).size > before;
}

/** A phase of the same name is the same phase: two people who both add "Phase 2" mean one. */
export function findPhaseLike(plan: Plan, from: Plan, phase: string | null): Phase | undefined {
  const name = from.phases.get(phase)?.name;
  return plan.phases.get(phase) ?? plan.phases.filter((row) => row.name === name)[0];
}

function toPointedAt(search: Search, name: CollectionName, id: string): string[] {
  const row = toTableOf(search.from, name).get(id);
  if (row === undefined) return [];
  const { needs, mentions } = referencesOf(name, row);
  // What a step waits for belongs to it; other mere mentions (what a question is about) don't.
  return name === 'changes' ? [...needs, ...mentions] : [...needs];
}

/** A record, and whatever it rests on and the plan does not have. */
function follow(search: Search, start: RecordPlace): void {
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!isNew(search, at)) continue;
    for (const id of toPointedAt(search, at.collection, at.id)) {
      if (findHome(search.plan, id) !== null) continue;
      const home = findHome(search.from, id);
      if (home === null) continue;
      if (home.collection === 'phases' && findPhaseLike(search.plan, search.from, id) !== undefined) continue;
      waiting.push(home);
    }
  }
}

const has = ({ found }: Search, name: CollectionName, id: string | null): boolean =>
  id !== null && found.get(name)?.has(id) === true;

/** The hand-over that a step makes, and the word on a node that it removes or merges. */
function followSteps(search: Search): void {
  const { plan, from } = search;
  for (const id of search.found.get('changes') ?? []) {
    const change = from.changes.get(id);
    if (change?.kind === 'hand-over') follow(search, { collection: 'handovers', id: change.handover });
    if (change?.kind !== 'remove' && change?.kind !== 'merge') continue;
    const isOf = (row: { readonly node: string }): boolean => row.node === change.node;
    if (plan.dispositions.filter(isOf).length > 0) continue;
    for (const row of from.dispositions.filter(isOf))
      follow(search, { collection: 'dispositions', id: row.id });
  }
}

/** What hangs on the things that come along: dependencies with both ends there, duties, checklists. */
function followThings(search: Search): void {
  const { plan, from } = search;
  const added = new Set<string>(search.found.get('nodes'));
  for (const id of search.found.get('changes') ?? []) {
    const change = from.changes.get(id);
    if (change?.kind === 'add' && findHome(plan, change.node.id) === null) added.add(change.node.id);
  }
  const isThere = (id: string): boolean => added.has(id) || findHome(plan, id) !== null;
  if (added.size > 0) {
    for (const row of from.dependencies) {
      if (!added.has(row.from) && !added.has(row.to)) continue;
      if (isThere(row.from) && isThere(row.to)) follow(search, { collection: 'dependencies', id: row.id });
    }
    for (const row of from.duties) {
      if (row.subject !== null && added.has(row.subject))
        follow(search, { collection: 'duties', id: row.id });
    }
  }
  for (const task of from.tasks) {
    const isOn = has(search, 'changes', task.on) || has(search, 'handovers', task.on);
    if (isOn || has(search, 'phases', task.on)) follow(search, { collection: 'tasks', id: task.id });
  }
}

/**
 * The records that steps of another alternative consist of: the steps, whatever they rest on and the plan does not have
 * (steps to wait for, phases, nodes with their places, parties), their hand-overs, checklists and words on what they remove,
 * and what hangs on nodes that come along.
 */
export function findTakenRecords(plan: Plan, from: Plan, steps: readonly ChangeId[]): RecordIds {
  const search: Search = { plan, from, found: new Map() };
  for (const id of steps) if (from.changes.has(id)) follow(search, { collection: 'changes', id });
  followSteps(search);
  followThings(search);
  return search.found;
}
