import type { Change } from '#core/model/change.ts';
import { findEffect } from '#core/state/apply-change.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import { noteWrites, toWatchedEstate, toWatchedHandOvers, toWatchedScene } from './footprint.ts';
import { everything, toKeyNumbers, type Note } from './read-log.ts';
import type { StateRule, Step, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import { findMoved, toStep } from './step.ts';
import { identityOf } from './walk.ts';

/** A trouble that an order leads to, as it is found. */
export interface OrderTrouble {
  readonly rule: StateRule;
  /** All of one identity. */
  readonly troubles: readonly Trouble[];
  /** Indexes of the changes that lead there, in order. */
  readonly after: readonly number[];
}

/** What the search sees of a phase, apart from the order. */
export interface SearchPlace {
  readonly scene: Scene;
  readonly rules: readonly StateRule[];
  readonly changes: readonly Change[];
  /** The state that the phase begins in. */
  readonly start: Estate;
  /** Takes note of all that the search reads, so that its result can be kept as long as none of it changes. */
  readonly note: Note;
}

/** What part of an estate was read or written, as the numbers of a `KeyOf`. */
export type Footprint = Set<number>;

/** What was read and written so far: where two changes meet, they belong to the same group. */
export interface Meetings {
  readonly reads: ReadonlyMap<number, Footprint>;
  readonly writes: ReadonlyMap<number, Footprint>;
  /** What a rule read to judge a spot. */
  readonly spots: ReadonlyMap<string, Footprint>;
}

/** Follows single changes from state to state and notes what they read and write. */
export interface Follower extends Meetings {
  readonly follow: (estate: Estate, index: number) => { readonly step: Step; readonly found: FoundTroubles };
}

/** Troubles by rule and identity that hold at the spots which a step touched. */
export type FoundTroubles = ReadonlyMap<
  string,
  { readonly rule: StateRule; readonly troubles: readonly Trouble[] }
>;

function footprintOf<K>(map: Map<K, Footprint>, key: K): Footprint {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made: Footprint = new Set();
  map.set(key, made);
  return made;
}

/** The key of a trouble among those of all rules. */
export function troubleKey(rule: StateRule, trouble: Trouble): string {
  return `${rule.name} ${identityOf(trouble)}`;
}

/** A follower over the changes of a phase; it remembers everything it saw. */
export function toFollower({ scene, rules, changes, start, note }: SearchPlace): Follower {
  const reads = new Map<number, Footprint>();
  const writes = new Map<number, Footprint>();
  const spots = new Map<string, Footprint>();
  const judged = new Map<string, boolean>();
  const keyOf = toKeyNumbers();
  let seen: Footprint | null = null;
  const noteAll: Note = (letter, id) => {
    note(letter, id);
    seen?.add(keyOf(letter, id));
  };
  const handovers = toWatchedHandOvers(scene.plan.handovers, noteAll);
  // What rules ask about the plan as a whole is no meeting of changes: only the search as a whole rests on it.
  const asked = toWatchedScene(scene, note);
  const watched = new WeakMap<Estate, Estate>();
  const watch = (estate: Estate): Estate => {
    const known = watched.get(estate) ?? toWatchedEstate(estate, noteAll);
    watched.set(estate, known);
    return known;
  };
  const noting = <T>(footprint: Footprint | null, act: () => T): T => {
    seen = footprint;
    const made = act();
    seen = null;
    return made;
  };
  const isAtRisk = (rule: StateRule, spot: string): boolean => {
    if (rule.canBreak === undefined) return true;
    const key = `${rule.name} ${spot}`;
    const known = judged.get(key) ?? rule.canBreak(asked, watch(start), changes, spot);
    judged.set(key, known);
    return known;
  };
  const look = (step: Step): FoundTroubles => {
    const found = new Map<string, { rule: StateRule; troubles: Trouble[] }>();
    const [before, estate] = [watch(step.before), watch(step.estate)];
    const shown = { ...step, before, estate, moved: findMoved(before, estate, step.edit) };
    for (const rule of rules) {
      for (const spot of new Set(rule.touched(asked, shown))) {
        if (!isAtRisk(rule, spot)) continue;
        const troubles = noting(footprintOf(spots, `${rule.name} ${spot}`), () => {
          if (step.before === start) rule.look(asked, shown.before, spot);
          return rule.look(asked, shown.estate, spot);
        });
        for (const trouble of troubles) {
          if ((trouble.severity ?? rule.severity) !== 'error') continue;
          const key = troubleKey(rule, trouble);
          const known = found.get(key);
          if (known === undefined) found.set(key, { rule, troubles: [trouble] });
          else known.troubles.push(trouble);
        }
      }
    }
    return found;
  };
  return {
    reads,
    writes,
    spots,
    follow: (estate, index) => {
      const change = changes[index];
      if (change === undefined) throw new Error(`Invariant broken: no change ${index} in the phase`);
      noting(footprintOf(reads, index), () => findEffect(watch(estate), change, { handovers }));
      const step = toStep(scene, estate, change, index + 1);
      noting(footprintOf(writes, index), () => {
        noteWrites(estate, step.edit, noteAll);
      });
      return { step, found: look(step) };
    },
  };
}

/** A group of the changes: joined by what they touch in common. */
export function toMeetingGroups(count: number, { reads, writes, spots }: Meetings): number[][] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) at = up;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [one, two] = [rootOf(a), rootOf(b)];
    parents[Math.max(one, two)] = Math.min(one, two);
  };
  const writers = new Map<number, number[]>();
  for (const [index, footprint] of writes) {
    for (const key of [...footprint, everything]) {
      const list = writers.get(key);
      if (list === undefined) writers.set(key, [index]);
      else list.push(index);
    }
  }
  for (const [index, footprint] of reads) {
    for (const key of footprint) for (const writer of writers.get(key) ?? []) join(index, writer);
  }
  for (const footprint of spots.values()) {
    let first: number | undefined;
    for (const key of footprint) {
      for (const writer of writers.get(key) ?? []) {
        first ??= writer;
        join(first, writer);
      }
    }
  }
  const groups = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}

/** What an edit leaves behind, record by record: equal for two orders exactly when they lead to the same state. */
export function toMarks(edit: EstateEdit): [key: string, value: string][] {
  return [
    ...edit.nodes.map((node): [string, string] => [`n${node.id}`, JSON.stringify(node)]),
    ...edit.endedNodes.map((id): [string, string] => [`n${id}`, '']),
    ...edit.dependencies.map((each): [string, string] => [`l${each.id}`, JSON.stringify(each)]),
    ...edit.endedDependencies.map((id): [string, string] => [`l${id}`, '']),
    ...edit.duties.map((duty): [string, string] => [`d${duty.id}`, JSON.stringify(duty)]),
    ...edit.endedDuties.map((id): [string, string] => [`d${id}`, '']),
  ];
}
