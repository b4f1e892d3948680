import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { toNewestFormat } from '#core/document/migrations.ts';
import { toJsonParts } from '#core/base/json-parts.ts';
import { parsePlanFile, readPlanData, type PlanFileProblem } from '#core/document/plan-file.ts';
import { toPlanData } from '#core/document/plan-data.ts';
import type { Plan } from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { Steps } from '#core/base/steps.ts';
import { inSlices, madeInSlices } from '#bridge/in-slices.ts';
import { isDiff, readStoredEntry, toStoredEntry } from './stored-entry.ts';

/** One edit that can be undone: what it did, in words and as a diff. */
export interface HistoryEntry {
  readonly label: string;
  readonly diff: RecordsDiff;
}

/** Edits that were done, the oldest first, and those that were undone, the next to redo last. */
export interface EditHistory {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
}

/** A plan with its history: what is stored, and what comes back after a restart. */
export interface Workspace {
  readonly plan: Plan;
  readonly history: EditHistory;
}

/** One step of a workspace, as the journal keeps it. `revision` is the plan's after the step. */
export type JournalStep =
  | { readonly kind: 'do'; readonly revision: number; readonly label: string; readonly diff: RecordsDiff }
  | { readonly kind: 'undo'; readonly revision: number }
  | { readonly kind: 'redo'; readonly revision: number };

/** How many edits can be undone. */
export const historyLimit = 1000;

/** No edit yet. */
export const emptyHistory: EditHistory = { done: [], undone: [] };

/** The workspace after a step; `null` when there is nothing to undo or redo. */
export function takeStep({ plan, history }: Workspace, step: JournalStep): Workspace | null {
  const { revision } = step;
  if (step.kind === 'do') {
    const entry = { label: step.label, diff: step.diff };
    return {
      plan: { ...applyDiff(plan, step.diff), revision },
      history: { done: [...history.done, entry].slice(-historyLimit), undone: [] },
    };
  }
  if (step.kind === 'undo') {
    const entry = history.done.at(-1);
    if (entry === undefined) return null;
    return {
      plan: { ...applyDiff(plan, invertDiff(entry.diff)), revision },
      history: { done: history.done.slice(0, -1), undone: [...history.undone, entry] },
    };
  }
  const entry = history.undone.at(-1);
  if (entry === undefined) return null;
  return {
    plan: { ...applyDiff(plan, entry.diff), revision },
    history: { done: [...history.done, entry], undone: history.undone.slice(0, -1) },
  };
}

/**
 * A checkpoint as texts that follow each other: the data of the plan and its history in one JSON object. What an edit brought and is
 * still in the plan stands there only.
 */
function toCheckpointParts({ plan, history: { done, undone } }: Workspace): Iterable<string> {
  const toStored = (entry: HistoryEntry) => toStoredEntry(entry, plan);
  return toJsonParts({ plan: toPlanData(plan), done: done.map(toStored), undone: undone.map(toStored) });
}

/** The text of a checkpoint, made while the page goes on answering. */
export async function toCheckpointText(workspace: Workspace): Promise<string> {
  return (await madeInSlices(toCheckpointParts(workspace))).join('');
}

/** The line of a step in the journal. */
export function toJournalLine(step: JournalStep): string {
  return JSON.stringify(step);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseStep(line: string): JournalStep | null {
  const value: unknown = JSON.parse(line);
  if (!isRecord(value)) return null;
  const { kind, revision, label, diff } = value;
  if (typeof revision !== 'number') return null;
  if (kind === 'undo' || kind === 'redo') return { kind, revision };
  return kind === 'do' && typeof label === 'string' && isDiff(diff) ? { kind, revision, label, diff } : null;
}

function parseEntries(value: unknown, plan: Plan): HistoryEntry[] {
  return Array.isArray(value) ? value.flatMap((entry) => readStoredEntry(entry, plan) ?? []) : [];
}

/** A stored workspace and a sentence about what could not be read again, if anything. */
export interface ReadWorkspace extends Workspace {
  readonly lostSteps: number;
  /** The plan was stored in an older form of the plan file. */
  readonly isMigrated: boolean;
}

/** The plan of a checkpoint. Checkpoints of earlier versions hold the plan file as one text. */
function* readPlan(stored: unknown): Steps<Result<Plan, PlanFileProblem>> {
  return typeof stored === 'string' ? parsePlanFile(stored) : yield* readPlanData(stored);
}

function isOlderForm(stored: unknown): boolean {
  // The form stands in the first lines of every plan file that Rehome wrote.
  const format =
    typeof stored === 'string'
      ? /"format":\s*"(rehome\/\d+)"/u.exec(stored.slice(0, 1000))?.[1]
      : isRecord(stored) && stored['format'];
  return typeof format === 'string' && Number(format.split('/')[1]) < toNewestFormat();
}

/**
 * Reads a checkpoint and the journal lines after it, while the page goes on answering. A step that can't be read ends the replay: what came before is kept
 * and the number of lost steps is told. The problem is a sentence.
 */
export function readWorkspace(
  checkpoint: string,
  journal: readonly string[],
): Promise<Result<ReadWorkspace, string>> {
  return inSlices(toReading(checkpoint, journal));
}

function* toReading(checkpoint: string, journal: readonly string[]): Steps<Result<ReadWorkspace, string>> {
  let stored: unknown;
  try {
    stored = JSON.parse(checkpoint);
  } catch {
    return fail('The stored plan is not readable.');
  }
  if (!isRecord(stored) || !(typeof stored['plan'] === 'string' || isRecord(stored['plan'])))
    return fail('The stored plan has no plan in it.');
  yield;
  const plan = yield* readPlan(stored['plan']);
  if (!plan.ok) return fail(plan.error.message);
  const isMigrated = isOlderForm(stored['plan']);
  let workspace: Workspace = {
    plan: plan.value,
    history: {
      done: parseEntries(stored['done'], plan.value),
      undone: parseEntries(stored['undone'], plan.value),
    },
  };
  for (const [index, line] of journal.entries()) {
    yield;
    let next: Workspace | null = null;
    try {
      const step = parseStep(line);
      if (step !== null && step.revision <= workspace.plan.revision) continue;
      next = step === null ? null : takeStep(workspace, step);
    } catch {
      next = null;
    }
    if (next === null) return ok({ ...workspace, lostSteps: journal.length - index, isMigrated });
    workspace = next;
  }
  return ok({ ...workspace, lostSteps: 0, isMigrated });
}
