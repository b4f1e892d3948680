import type { IdMaker } from '#core/model/ids.ts';
import { toTableOf, type CollectionName, type Plan, type RecordByCollection } from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import { carryAdds } from '#core/graph/known-nodes.ts';
import { carryChangeIndex } from './change-index.ts';
import { carryNames } from './name-index.ts';
import { carryPointers } from './pointers.ts';
import { diffPlans } from './records-diff.ts';

/**
 * A plan while commands work on it. The plan itself stays immutable: each write makes a new one, and the draft remembers
 * which records were touched, so that the diff of an edit costs what the edit touched, not what the plan holds.
 */
export interface Draft {
  /** The plan with all writes so far. */
  readonly plan: Plan;
  readonly makeId: IdMaker;
  readonly put: <C extends CollectionName>(name: C, row: RecordByCollection[C]) => void;
  readonly drop: (name: CollectionName, ids: Iterable<string>) => void;
  readonly rename: (name: string) => void;
  /** Something that the person should know of, as a sentence. */
  readonly note: (sentence: string) => void;
  readonly notes: () => readonly string[];
  readonly diff: () => RecordsDiff;
}

function withTable<C extends CollectionName>(plan: Plan, name: C, row: RecordByCollection[C]): Plan {
  return { ...plan, [name]: toTableOf(plan, name).put([row]) };
}

/** Starts an edit of a plan. */
export function toDraft(start: Plan, makeId: IdMaker): Draft {
  let plan = start;
  const touched = new Map<CollectionName, Set<string>>();
  const notes = new Set<string>();
  const touch = (name: CollectionName, id: string): void => {
    const ids = touched.get(name);
    if (ids === undefined) touched.set(name, new Set([id]));
    else ids.add(id);
  };
  return {
    get plan() {
      return plan;
    },
    makeId,
    put: (name, row) => {
      touch(name, row.id);
      const before = plan;
      plan = withTable(plan, name, row);
      carryPointers(before, plan, name, [row.id]);
      if (name === 'nodes') carryNames(before.nodes, plan.nodes, plan.nodes.get(row.id) ?? null);
      if (name !== 'changes') return;
      carryAdds(before.changes, plan.changes, row.id);
      carryChangeIndex(before.changes, plan.changes, row.id);
    },
    drop: (name, ids) => {
      const gone = [...ids];
      for (const id of gone) touch(name, id);
      const before = plan;
      if (gone.length > 0) plan = { ...plan, [name]: plan[name].drop(gone) };
      carryPointers(before, plan, name, gone);
      if (name === 'nodes') carryNames(before.nodes, plan.nodes, null);
      const [only = ''] = gone;
      if (name !== 'changes' || gone.length !== 1) return;
      carryAdds(before.changes, plan.changes, only);
      carryChangeIndex(before.changes, plan.changes, only);
    },
    rename: (name) => {
      plan = { ...plan, name };
    },
    note: (sentence) => {
      notes.add(sentence);
    },
    notes: () => [...notes],
    diff: () => diffPlans(start, plan, touched),
  };
}
