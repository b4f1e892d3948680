import { countValues } from '#core/base/json-parts.ts';
import type { Answer, Bridge, BridgeProblem, VersionMark, Written } from '#core/contract/bridge.ts';
import { cacheCheckpoint, cacheSteps } from './cache.ts';
import { toCheckpointText, toJournalLine, type JournalStep, type Workspace } from './workspace-text.ts';

/** What the screen says of the last edit: `saved` only after the vault has flushed it. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: BridgeProblem };

/** Keeps one plan on the disk: steps go to the journal one batch after the other, now and then a whole checkpoint. */
export interface PlanKeeper {
  /** Stores a step; `after` is the workspace that it led to. With a mark the state before it is kept as a version. */
  readonly record: (step: JournalStep, after: Workspace, mark?: VersionMark) => void;
  /** Stores the whole workspace now; with a mark what is stored is kept as a version first. */
  readonly checkpoint: (workspace: Workspace, mark?: VersionMark) => void;
  /** Tries again after a failure. */
  readonly retry: () => void;
  /** Resolves when nothing waits any more, or with `false` when storing failed. */
  readonly settled: () => Promise<boolean>;
}

/** What a keeper is made with. */
export interface PlanKeeperOptions {
  readonly bridge: Bridge;
  /** Tells this window from others. */
  readonly writer: string;
  /** The revision that is known to be stored. */
  readonly stored: number;
  readonly name: string;
  readonly onState: (state: SaveState) => void;
}

/** A step that is not stored yet. */
interface Pending {
  readonly step: JournalStep;
  /** The line of the journal; `null`: the step is stored with the whole plan. */
  readonly line: string | null;
  readonly after: Workspace;
  readonly mark: VersionMark | undefined;
}

/** After so many steps the journal is folded into a checkpoint. */
const stepsBetweenCheckpoints = 40;
/** A step with more values than this (an import) is stored as a checkpoint at once. */
const largeStep = 10_000;

/** The steps that go in one write: a version is of the state just before its step, so such a step begins a write of its own. */
function toBatch(pending: readonly Pending[]): readonly Pending[] {
  const next = pending.findIndex((each, index) => index > 0 && each.mark !== undefined);
  return next < 0 ? pending : pending.slice(0, next);
}

/** A keeper for one plan. */
export function makePlanKeeper({ bridge, writer, stored, name, onState }: PlanKeeperOptions): PlanKeeper {
  let seen = stored;
  let pending: readonly Pending[] = [];
  let latest: Workspace | null = null;
  /** The name that the list of plans shows: only a checkpoint carries it. */
  let storedName = name;
  let wantsCheckpoint = false;
  let checkpointMark: VersionMark | undefined;
  let sinceCheckpoint = 0;
  let running: Promise<boolean> | null = null;

  const writeCheckpoint = async (workspace: Workspace, mark: VersionMark | undefined) => {
    const { id: planId, name: shown, revision } = workspace.plan;
    const checkpoint = await toCheckpointText(workspace);
    const before = mark === undefined ? {} : { before: mark };
    const request = { planId, name: shown, revision, writer, seen, ...before, checkpoint };
    const answer: Answer<Written> = await bridge.writeCheckpoint(request);
    if (answer.ok) {
      sinceCheckpoint = 0;
      storedName = shown;
      await cacheCheckpoint(async () => ({ planId, name: shown, revision, checkpoint, stored: revision }));
    }
    return answer;
  };

  /** When the vault can't be written the cache is what a restart finds; a later state of another window must not be hidden by it. */
  const cacheRefused = async ({ code }: BridgeProblem): Promise<void> => {
    if (latest === null || code === 'conflict') return;
    const refused = latest;
    const { id: planId, name: shown, revision } = refused.plan;
    await cacheCheckpoint(async () => {
      const checkpoint = await toCheckpointText(refused);
      return { planId, name: shown, revision, checkpoint, stored: seen };
    });
  };

  const writeSteps = async (batch: readonly Pending[], workspace: Workspace) => {
    const { id: planId, revision } = workspace.plan;
    const mark = batch[0]?.mark;
    const before = mark === undefined ? {} : { before: mark };
    const lines = batch.flatMap((each) => each.line ?? []);
    const answer: Answer<Written> = await bridge.appendJournal({
      planId,
      revision: batch.at(-1)?.step.revision ?? revision,
      writer,
      seen,
      ...before,
      lines,
    });
    if (!answer.ok) return answer;
    sinceCheckpoint += batch.length;
    await cacheSteps(
      planId,
      batch.flatMap(({ step, line }) => (line === null ? [] : [{ revision: step.revision, line }])),
    );
    return answer;
  };

  const drain = async (): Promise<boolean> => {
    while (latest !== null && (pending.length > 0 || wantsCheckpoint)) {
      const batch = toBatch(pending);
      const workspace = batch.at(-1)?.after ?? latest;
      const isRenamed = workspace.plan.name !== storedName;
      const isWhole = wantsCheckpoint || isRenamed || batch.some((each) => each.line === null);
      pending = pending.slice(batch.length);
      wantsCheckpoint = false;
      const answer = isWhole
        ? await writeCheckpoint(workspace, batch[0]?.mark ?? checkpointMark)
        : await writeSteps(batch, workspace);
      if (!answer.ok) {
        // Nothing is dropped: the steps wait for the next try, which stores all of it at once.
        pending = [...batch, ...pending];
        wantsCheckpoint = true;
        await cacheRefused(answer.error);
        onState({ kind: 'failed', problem: answer.error });
        return false;
      }
      checkpointMark = undefined;
      seen = Math.max(seen, answer.value.revision);
      if (sinceCheckpoint >= stepsBetweenCheckpoints && pending.length === 0) wantsCheckpoint = true;
    }
    onState({ kind: 'saved' });
    return true;
  };

  const start = (): void => {
    onState({ kind: 'saving' });
    running ??= drain().finally(() => {
      running = null;
    });
  };

  return {
    record: (step, after, mark) => {
      latest = after;
      const line = countValues(step, largeStep) < largeStep ? toJournalLine(step) : null;
      pending = [...pending, { step, line, after, mark }];
      start();
    },
    checkpoint: (workspace, mark) => {
      latest = workspace;
      checkpointMark = mark;
      wantsCheckpoint = true;
      start();
    },
    retry: start,
    settled: async () => {
      let isSaved = true;
      while (running !== null) isSaved = await running;
      return isSaved;
    },
  };
}
