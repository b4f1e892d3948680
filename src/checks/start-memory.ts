import { isSameList } from '#core/base/same-list.ts';
import { findEstateChanges } from '#core/state/estate-changes.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import { noteWrites, toWatchedEstate, toWatchedScene } from './footprint.ts';
import { toChangedKeys, toKeyNumbers, toReadLog, type KeyOf } from './read-log.ts';
import type { StateRule, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import type { StepLine } from './line-of-steps.ts';
import type { FoundAtSpots } from './walk.ts';

/** What a rule found at a spot today, and the keys of what it read for that. */
interface StartSpot {
  readonly troubles: readonly Trouble[];
  readonly reads: Int32Array;
}

/** How an inventory came of the one that was checked before. */
export interface StartEdit {
  readonly edit: EstateEdit;
  /** Keys of what it writes. */
  readonly writes: Int32Array;
}

/** What is remembered of an estate as it is, as long as all that rules may ask about the plan stays the same. */
export interface StartMemory {
  readonly start: Estate;
  /** What looks at places don't note: while it is the same, what they said stands. */
  readonly asked: readonly unknown[];
  readonly keyOf: KeyOf;
  /** `null` for an inventory of which nothing was known. */
  readonly edit: StartEdit | null;
  /** What each rule found, as in the inventory before until it is looked at here. */
  readonly spots: Map<StateRule, Map<string, StartSpot>>;
  readonly found: Map<StateRule, FoundAtSpots>;
  /** The last walk through the states of a plan that begins here, or began in the inventory before. */
  line: StepLine | null;
}

// A memory moves on to the next inventory: what it holds is changed in place, so only one may have it.
let latest: StartMemory | null = null;
const memories = new WeakMap<Estate, StartMemory>();

function toAsked({ plan, adds, knowsMonitoring, redundancyGroups }: Scene): readonly unknown[] {
  const groups = [...redundancyGroups].flatMap(([name, members]) => [name, ...members]);
  return [plan.rules, plan.parties, knowsMonitoring, ...adds.values(), ...groups];
}

function carry(last: StartMemory, scene: Scene, asked: readonly unknown[]): StartMemory | null {
  if (!isSameList(last.asked, asked)) return null;
  const edit = findEstateChanges(last.start, scene.start);
  if (edit === null) return null;
  const log = toReadLog(last.keyOf);
  noteWrites(last.start, edit, log.note);
  memories.delete(last.start);
  const { keyOf, spots, line } = last;
  return {
    start: scene.start,
    asked,
    keyOf,
    edit: { edit, writes: log.take() },
    spots,
    found: new Map(),
    line,
  };
}

/** The memory of the estate that a plan begins with; where that is an edit of the one before, with what is known of that. */
export function memoryOf(scene: Scene): StartMemory {
  const asked = toAsked(scene);
  const known = memories.get(scene.start);
  if (known !== undefined && isSameList(known.asked, asked)) {
    latest = known;
    return known;
  }
  const memory = (latest === null ? null : carry(latest, scene, asked)) ?? {
    start: scene.start,
    asked,
    keyOf: toKeyNumbers(),
    edit: null,
    spots: new Map(),
    found: new Map(),
    line: null,
  };
  memories.set(scene.start, memory);
  latest = memory;
  return memory;
}

function lookEverywhere(scene: Scene, rule: StateRule): FoundAtSpots {
  const found: [string, readonly Trouble[]][] = [];
  for (const spot of new Set(rule.spots(scene, scene.start))) {
    const troubles = rule.look(scene, scene.start, spot);
    if (troubles.length > 0) found.push([spot, troubles]);
  }
  return found;
}

function lookAgain(
  scene: Scene,
  rule: StateRule,
  { keyOf, spots }: StartMemory,
  { writes }: StartEdit,
): FoundAtSpots {
  const log = toReadLog(keyOf);
  const [asked, estate] = [toWatchedScene(scene, log.note), toWatchedEstate(scene.start, log.note)];
  const changed = toChangedKeys();
  changed.add(writes, 0);
  const before = spots.get(rule);
  const after = new Map<string, StartSpot>();
  const found: [string, readonly Trouble[]][] = [];
  for (const spot of rule.spots(scene, scene.start)) {
    if (after.has(spot)) continue;
    const last = before?.get(spot);
    const here =
      last !== undefined && !changed.meets(last.reads, 0)
        ? last
        : { troubles: rule.look(asked, estate, spot), reads: log.take() };
    after.set(spot, here);
    if (here.troubles.length > 0) found.push([spot, here.troubles]);
  }
  spots.set(rule, after);
  return found;
}

/**
 * What a rule finds in the estate as it is; remembered. In an inventory that was edited only spots are looked at again that read
 * what the edit wrote. What is read is noted from the first edit on: a plan that is only read is not slowed down by it.
 */
export function lookAtStart(scene: Scene, rule: StateRule, memory: StartMemory): FoundAtSpots {
  const known = memory.found.get(rule);
  if (known !== undefined) return known;
  const found =
    memory.edit === null ? lookEverywhere(scene, rule) : lookAgain(scene, rule, memory, memory.edit);
  memory.found.set(rule, found);
  return found;
}
