import { isSameList } from '#core/base/same-list.ts';
import type { Change } from '#core/model/change.ts';
import {
  addEdit,
  addStanding,
  applyPatch,
  dropStanding,
  toEmptyPatch,
  type EstatePatch,
} from '#core/state/estate-patch.ts';
import { applyEdit, isSameEdit, type EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { isSameOrder, noteChange, noteChangeFacts, toChangeFacts } from './change-facts.ts';
import { toWatchedScene } from './footprint.ts';
import { toChangedKeys, type ChangedKeys } from './read-log.ts';
import type { LineSteps } from './rule-looks.ts';
import { toRuleSpells } from './rule-spells.ts';
import type { Scene } from './scene.ts';
import type { PhaseBeginning, StepLine } from './line-of-steps.ts';
import type { StartMemory } from './start-memory.ts';
import {
  toStepRecord,
  withChangeFindings,
  type StepLogs,
  type StepRecord,
  type StepRules,
} from './step-record.ts';

/** The steps of a line, and what came and went since the one before. */
function toLineSteps(records: readonly StepRecord[], before: readonly StepRecord[]): LineSteps {
  // What a step found stands for it: what it rests on may have been asked again without another look at the states.
  const was = new Set(before.map(({ found }) => found));
  const is = new Set(records.map(({ found }) => found));
  return {
    records,
    fresh: records.filter(({ found }) => !was.has(found)),
    gone: before.filter(({ found }) => !is.has(found)),
  };
}

/** The steps of a line that a new sequence still has, in the same order among each other. */
function findKept(line: StepLine, sequence: readonly Change[]): ReadonlySet<StepRecord> {
  const positions = new Map(sequence.map((change, index) => [change, index]));
  const kept = new Set<StepRecord>();
  let last = -1;
  for (const record of line.records) {
    const position = positions.get(record.change) ?? -1;
    if (position <= last) continue;
    last = position;
    kept.add(record);
  }
  return kept;
}

/** A place in the line: the state there is made only when somebody asks for it. */
interface Cursor {
  readonly here: () => Estate;
  readonly pass: (edit: EstateEdit) => void;
  readonly jump: (estate: Estate) => void;
}

/** Above this many edits it is cheaper to add them up than to make them one by one. */
const mostSingle = 4;

function toCursor(start: Estate): Cursor {
  let estate = start;
  let pending: EstateEdit[] = [];
  return {
    here: () => {
      if (pending.length > mostSingle) {
        const patch = toEmptyPatch();
        for (const edit of pending) addEdit(patch, edit);
        estate = applyPatch(estate, patch);
      } else for (const edit of pending) estate = applyEdit(estate, edit);
      pending = [];
      return estate;
    },
    pass: (edit) => {
      pending.push(edit);
    },
    jump: (to) => {
      estate = to;
      pending = [];
    },
  };
}

/** What differs from the last line at the present place. */
interface Difference {
  readonly keys: ChangedKeys;
  readonly patch: EstatePatch;
  /** From a step on, what the record writes is another one. */
  readonly add: (record: StepRecord, estate: Estate, step: number) => void;
  /** The record was made again with the same result: what it writes is what it was, whatever came before. */
  readonly settle: (record: StepRecord) => void;
}

function toDifference(): Difference {
  const keys = toChangedKeys();
  const patch = toEmptyPatch();
  return {
    keys,
    patch,
    add: (record, estate, step) => {
      keys.add(record.writes, step);
      addStanding(patch, record.edit, estate);
    },
    settle: (record) => {
      dropStanding(patch, record.edit);
    },
  };
}

/** What rules about changes ask of the plan, and the changes that are new, gone or elsewhere in the order. */
function addFacts(
  { keys }: Difference,
  last: StepLine,
  kept: ReadonlySet<StepRecord>,
  scene: Scene,
  { written }: StepLogs,
): void {
  noteChangeFacts(last.facts, toChangeFacts(scene), written.note);
  const same = new Set<Change>();
  for (const record of last.records) {
    if (kept.has(record)) same.add(record.change);
    else noteChange(record.change, written.note);
  }
  for (const change of scene.sequence) if (!same.has(change)) noteChange(change, written.note);
  keys.add(written.take(), 0);
}

/** What an edit of the inventory wrote is another one from the beginning on. */
function addStart({ keys, patch }: Difference, start: Estate, { edit }: StartMemory): void {
  if (edit === null) return;
  keys.add(edit.writes, 0);
  addStanding(patch, edit.edit, start);
}

/**
 * Goes through all steps of a plan. Of the line before, what an edit of the plan can't have changed is taken over: a step is looked
 * at again only when something that it read, or that the rules read at it, is another one than before.
 */
export function toStepLine(scene: Scene, rules: StepRules, memory: StartMemory): StepLine {
  const last =
    memory.line !== null &&
    isSameList(memory.line.rules.ofStates, rules.ofStates) &&
    isSameList(memory.line.rules.ofChanges, rules.ofChanges)
      ? memory.line
      : null;
  const logs = { ...memory.logs, asked: toWatchedScene(scene, memory.logs.read.note) };
  const difference = toDifference();
  const isOlder = last !== null && (last.start !== scene.start || last.noted !== memory.noted);
  if (isOlder) addStart(difference, scene.start, memory);
  const kept = last === null ? new Set<StepRecord>() : findKept(last, scene.sequence);
  if (last !== null) addFacts(difference, last, kept, scene, logs);
  const facts = toChangeFacts(scene);
  const walked = walkSteps({
    scene,
    rules,
    logs,
    last,
    kept,
    difference,
    keepsFindings: last !== null && isSameOrder(last.facts, facts),
  });
  const line = {
    start: scene.start,
    noted: memory.noted,
    rules,
    facts,
    changed: difference.keys,
    steps: toLineSteps(walked.records, last?.records ?? []),
    spells: last?.spells ?? rules.ofStates.map(toRuleSpells),
    ...walked,
  };
  // A look at dates alone must not make forget what a whole check saw.
  if (rules.ofStates.length + rules.ofChanges.length > 0) memory.line = line;
  return line;
}

interface Walking {
  readonly scene: Scene;
  readonly rules: StepRules;
  readonly logs: StepLogs;
  readonly last: StepLine | null;
  /** The steps of the last line that are still there. */
  readonly kept: ReadonlySet<StepRecord>;
  readonly difference: Difference;
  /** Whether what rules about changes said of steps that stay the same still stands. */
  readonly keepsFindings: boolean;
}

function walkSteps({
  scene,
  rules,
  logs,
  last,
  kept,
  difference,
  keepsFindings,
}: Walking): Pick<StepLine, 'records' | 'phases' | 'end'> {
  const lastPhases = new Map((last?.phases ?? []).map((each) => [each.changes[0], each]));
  const records: StepRecord[] = [];
  const phases: (PhaseBeginning & { readonly changes: Change[] })[] = [];
  const cursor = toCursor(scene.start);
  let old = 0;
  let phase: string | null = null;
  for (const [index, change] of scene.sequence.entries()) {
    let gone = last?.records[old];
    for (; gone !== undefined && !kept.has(gone); gone = last?.records[old]) {
      difference.add(gone, cursor.here(), index);
      old += 1;
    }
    const known = gone?.change === change ? gone : undefined;
    if (known !== undefined) old += 1;
    const now = phaseOf(scene.plan, change);
    if (now !== phase) {
      phase = now;
      const before = known === undefined ? undefined : lastPhases.get(change);
      if (before !== undefined) cursor.jump(applyPatch(before.estate, difference.patch));
      phases.push({
        first: index,
        estate: cursor.here(),
        changes: [],
        orders: before?.orders ?? { last: null },
      });
    }
    phases.at(-1)?.changes.push(change);
    const isClean =
      known !== undefined &&
      !difference.keys.meets(known.reads, index) &&
      !difference.keys.meets(known.writes, index);
    if (isClean) {
      if (keepsFindings && !difference.keys.meets(known.readsOnChange, index)) records.push(known);
      else {
        const place = { before: cursor.here(), index: index + 1 };
        records.push(withChangeFindings(known, rules.ofChanges, place, logs));
      }
      cursor.pass(known.edit);
      continue;
    }
    const made = toStepRecord(scene, rules, { before: cursor.here(), change, index: index + 1 }, logs);
    cursor.jump(made.estate);
    records.push(made.record);
    if (last === null) continue;
    if (known !== undefined && isSameEdit(known.edit, made.record.edit)) {
      difference.settle(made.record);
      continue;
    }
    if (known !== undefined) difference.add(known, made.estate, index);
    difference.add(made.record, made.estate, index);
  }
  return { records, phases, end: cursor.here() };
}
