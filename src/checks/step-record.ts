import type { Change } from '#core/model/change.ts';
import type { Finding } from '#core/model/finding.ts';
import type { NodeId } from '#core/model/ids.ts';
import { findEffect } from '#core/state/apply-change.ts';
import { applyEdit, type EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { noteWrites, toWatchedEstate, toWatchedHandOvers } from './footprint.ts';
import type { ReadLog } from './read-log.ts';
import type { ChangeRule, StateRule, Step } from './rule.ts';
import type { Scene } from './scene.ts';
import { findMoved } from './step.ts';
import { toChangeFindings } from './to-finding.ts';
import type { FoundAtSpots } from './walk.ts';

/** The rules that look at steps, and what they read is noted in. */
export interface StepRules {
  readonly ofStates: readonly StateRule[];
  readonly ofChanges: readonly ChangeRule[];
}

/**
 * A step with all that was found at it. It holds as long as nothing of what was read has changed, so after an edit elsewhere in the
 * plan it need not be looked at again.
 */
export interface StepRecord {
  readonly change: Change;
  readonly edit: EstateEdit;
  readonly moved: readonly NodeId[];
  /** Keys of all that was read to make it and by rules about states. */
  readonly reads: Int32Array;
  /** Keys of what rules about changes read. */
  readonly readsOnChange: Int32Array;
  /** Keys of what its edit writes. */
  readonly writes: Int32Array;
  /** What each rule about states found, in the order of the rules. */
  readonly found: readonly FoundAtSpots[];
  readonly onChange: readonly Finding[];
}

/** What takes note of the reading and the writing of steps. */
export interface StepLogs {
  readonly read: ReadLog;
  readonly written: ReadLog;
  /** The plan as rules ask about it, noting what is read. */
  readonly asked: Scene;
}

function toFound(scene: Scene, rule: StateRule, shown: Step): FoundAtSpots {
  const spots = new Set(rule.touched(scene, shown));
  return [...spots].map((spot) => [spot, rule.look(scene, shown.estate, spot)] as const);
}

/** Makes a change out of an estate and looks at what it touched; answers the estate after it too. */
export function toStepRecord(
  scene: Scene,
  rules: StepRules,
  { before, change, index }: Pick<Step, 'before' | 'change' | 'index'>,
  { read, written, asked }: StepLogs,
): { readonly record: StepRecord; readonly estate: Estate } {
  const watched = toWatchedEstate(before, read.note);
  const edit = findEffect(watched, change, {
    handovers: toWatchedHandOvers(scene.plan.handovers, read.note),
  });
  noteWrites(before, edit, written.note);
  const estate = applyEdit(before, edit);
  const after = toWatchedEstate(estate, read.note);
  const moved = findMoved(watched, after, edit);
  const phase = phaseOf(asked.plan, change);
  const shown: Step = { index, change, phase, before: watched, estate: after, edit, moved };
  const found = rules.ofStates.map((rule) => toFound(asked, rule, shown));
  const [reads, writes] = [read.take(), written.take()];
  const onChange = rules.ofChanges.flatMap((rule) => toChangeFindings(asked, rule, shown));
  const record = { change, edit, moved, reads, writes, found, onChange, readsOnChange: read.take() };
  return { estate, record };
}

/** The same record with what the rules about changes say of it now, for when only what a change rests on has changed. */
export function withChangeFindings(
  record: StepRecord,
  rules: readonly ChangeRule[],
  { before: bare, index }: Pick<Step, 'before' | 'index'>,
  { read, asked }: StepLogs,
): StepRecord {
  const { change, edit, moved } = record;
  const before = toWatchedEstate(bare, read.note);
  const estate = toWatchedEstate(applyEdit(bare, edit), read.note);
  const step: Step = { index, change, phase: phaseOf(asked.plan, change), before, estate, edit, moved };
  const onChange = rules.flatMap((rule) => toChangeFindings(asked, rule, step));
  return { ...record, onChange, readsOnChange: read.take() };
}
