import type { Change } from '#core/model/change.ts';
import { findEffect } from '#core/state/apply-change.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import { noteWrites, toWatchedEstate, toWatchedHandOvers, toWatchedScene } from './footprint.ts';
import { everything, type Note, type ReadLog } from './read-log.ts';
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
  readonly log: ReadLog;
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

/** What a change read, wrote and was judged by when it was made first in its phase. */
export interface Trial {
  readonly reads: Int32Array;
  readonly writes: Int32Array;
  readonly spots: readonly (readonly [spot: string, reads: Int32Array])[];
  /** Whether rules were at risk at the spots that it touched, which the other changes of the phase decide too. */
  readonly judged: readonly Judged[];
  /** All that the trial rests on. */
  readonly keys: Int32Array;
}

interface Judged {
  readonly rule: StateRule;
  readonly spot: string;
  readonly isAtRisk: boolean;
}

/** Follows single changes from state to state and notes what they read and write. */
export interface Follower extends Meetings {
  /** Makes a change the first of the phase; `known` is what came of it before, where nothing that it rests on has changed since. */
  readonly tryFirst: (index: number, known: Trial | undefined) => Trial;
  readonly follow: (estate: Estate, index: number) => Followed;
}

interface Followed {
  readonly step: Step;
  readonly found: FoundTroubles;
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
export function toFollower({ scene, rules, changes, start, log }: SearchPlace): Follower {
  const reads = new Map<number, Footprint>();
  const writes = new Map<number, Footprint>();
  const spots = new Map<string, Footprint>();
  const judged = new Map<string, boolean>();
  let judgedNow: Judged[] = [];
  let seen: Footprint | null = null;
  const { note } = log;
  const noteAll: Note = (letter, id) => {
    const key = log.keyOf(letter, id);
    log.noteKey(key);
    seen?.add(key);
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
    judgedNow.push({ rule, spot, isAtRisk: known });
    return known;
  };
  const look = (step: Step, into: Map<string, Footprint>): FoundTroubles => {
    const found = new Map<string, { rule: StateRule; troubles: Trouble[] }>();
    const [before, estate] = [watch(step.before), watch(step.estate)];
    const shown = { ...step, before, estate, moved: findMoved(before, estate, step.edit) };
    for (const rule of rules) {
      for (const spot of new Set(rule.touched(asked, shown))) {
        if (!isAtRisk(rule, spot)) continue;
        const troubles = noting(footprintOf(into, `${rule.name} ${spot}`), () => {
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
  const follow = (estate: Estate, index: number, into: Map<string, Footprint>): Followed => {
    const change = changes[index];
    if (change === undefined) throw new Error(`Invariant broken: no change ${index} in the phase`);
    noting(footprintOf(reads, index), () => findEffect(watch(estate), change, { handovers }));
    const step = toStep(scene, estate, change, index + 1);
    noting(footprintOf(writes, index), () => {
      noteWrites(estate, step.edit, noteAll);
    });
    return { step, found: look(step, into) };
  };
  const tryNow = (index: number): Trial => {
    const before = log.take();
    judgedNow = [];
    const own = new Map<string, Footprint>();
    follow(start, index, own);
    const trial = {
      reads: Int32Array.from(footprintOf(reads, index)),
      writes: Int32Array.from(footprintOf(writes, index)),
      spots: Array.from(own, ([spot, keys]) => [spot, Int32Array.from(keys)] as const),
      judged: judgedNow,
      keys: log.take(),
    };
    log.noteKeys(before);
    return trial;
  };
  return {
    reads,
    writes,
    spots,
    follow: (estate, index) => follow(estate, index, spots),
    tryFirst: (index, known) => {
      const isKnown = known?.judged.every(
        ({ rule, spot, ...each }) => isAtRisk(rule, spot) === each.isAtRisk,
      );
      const trial = known !== undefined && isKnown === true ? known : tryNow(index);
      reads.set(index, new Set(trial.reads));
      writes.set(index, new Set(trial.writes));
      for (const [spot, footprint] of trial.spots) {
        const all = footprintOf(spots, spot);
        for (const key of footprint) all.add(key);
      }
      return trial;
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
