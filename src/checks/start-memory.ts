import { isSameList } from '#core/base/same-list.ts';
import { toChangeBase, type Change } from '#core/model/change.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { findEstateChanges } from '#core/state/estate-changes.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import { noteWrites } from './footprint.ts';
import { toKeyNumbers, toReadLog, type KeyOf, type ReadLog } from './read-log.ts';
import { noteFacts, toNoted, type NotedFacts } from './noted-facts.ts';
import type { Scene } from './scene.ts';
import type { StepLine } from './line-of-steps.ts';
import { toStartSpots, type StartSpots } from './start-spots.ts';
import { findMoved } from './step.ts';

/** How an inventory, with the facts noted beside it, came of the one that was checked before. */
export interface StartEdit {
  readonly edit: EstateEdit;
  /** Keys of what it writes. */
  readonly writes: Int32Array;
}

/** What is remembered of an estate as it is. */
export interface StartMemory {
  readonly start: Estate;
  /** What looks at places don't note: only while it is the same, what they said stands. */
  readonly asked: readonly unknown[];
  readonly noted: NotedFacts;
  readonly keyOf: KeyOf;
  /** What takes note of reading and writing; whoever uses one takes out what was noted before it is used again. */
  readonly logs: { readonly read: ReadLog; readonly written: ReadLog };
  /** `null` for an inventory of which nothing was known. */
  readonly edit: StartEdit | null;
  readonly spots: StartSpots;
  /** The last walk through the states of a plan that begins here, or began in the inventory before. */
  line: StepLine | null;
}

// A memory moves on to the next inventory: what it holds is changed in place, so only one may have it.
let latest: StartMemory | null = null;
const memories = new WeakMap<Estate, StartMemory>();

/** The edit of an inventory in place of a change of the plan. */
function toEditChange(plan: Plan): Change {
  return {
    ...toChangeBase({ id: toId('ch', 'ch_inventory'), order: '' }),
    kind: 'remove',
    node: toId('nd', plan.id),
  };
}

function carry(last: StartMemory, scene: Scene, asked: readonly unknown[]): StartMemory | null {
  if (!isSameList(last.asked, asked)) return null;
  const edit = findEstateChanges(last.start, scene.start);
  if (edit === null) return null;
  const noted = toNoted(scene);
  const log = last.logs.written;
  noteWrites(last.start, edit, log.note);
  noteFacts(last.noted, noted, log.note);
  const writes = log.take();
  const { keyOf, logs, spots } = last;
  if (last.start === scene.start && writes.length === 0) return last;
  memories.delete(last.start);
  const [before, estate] = [last.start, scene.start];
  const change = toEditChange(scene.plan);
  const moved = findMoved(before, estate, edit);
  spots.mark(scene, { index: 0, change, phase: 'end', before, estate, edit, moved }, writes);
  // A line of an inventory further back was not told what led to the last one.
  const isLineOfLast = last.line?.start === last.start && last.line.noted === last.noted;
  return {
    start: scene.start,
    asked,
    noted,
    keyOf,
    logs,
    edit: { edit, writes },
    spots,
    line: isLineOfLast ? last.line : null,
  };
}

function toMemory(scene: Scene, asked: readonly unknown[]): StartMemory {
  const keyOf = toKeyNumbers();
  const logs = { read: toReadLog(keyOf), written: toReadLog(keyOf) };
  const spots = toStartSpots(logs.read);
  return { start: scene.start, asked, noted: toNoted(scene), keyOf, logs, edit: null, spots, line: null };
}

/** The memory of the estate that a plan begins with; where that is an edit of the one before, with what is known of that. */
export function memoryOf(scene: Scene): StartMemory {
  const asked = [scene.knowsMonitoring];
  const last = memories.get(scene.start) ?? latest;
  const memory = (last === null ? null : carry(last, scene, asked)) ?? toMemory(scene, asked);
  memories.set(scene.start, memory);
  latest = memory;
  return memory;
}
