import type { Answer, Bridge, BridgeProblem, Written } from '#core/contract/bridge.ts';
import { cacheCheckpoint, cacheSteps } from './cache.ts';
import { toCheckpointText, toJournalLine, type JournalStep, type Workspace } from './workspace-text.ts';

/** What the screen says of the last edit: `saved` only after the vault has flushed it. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: BridgeProblem };

/** Keeps one plan on the disk: steps go to the journal one batch after the other, now and then a whole checkpoint. */
export interface PlanKeeper {
  /** Stores a step; `after` is the workspace that it led to. */
  readonly record: (step: JournalStep, after: Workspace) => void;
  /** Stores the whole workspace now. */
  readonly checkpoint: (workspace: Workspace) => void;
  /** Tries again after a failure. */
  readonly retry: () => void;
  /** Resolves when nothing waits any more, or with `false` when storing failed. */
  readonly settled: () => Promise<boolean>;
}

/** After so many steps the journal is folded into a checkpoint. */
const stepsBetweenCheckpoints = 40;
/** A step with more characters than this (an import) is stored as a checkpoint at once. */
const largeStep = 200_000;

/** A keeper for one plan. `writer` tells this window from others, `seen` is the revision that is known to be stored. */
export function makePlanKeeper(
  bridge: Bridge,
  writer: string,
  stored: number,
  name: string,
  onState: (state: SaveState) => void,
): PlanKeeper {
  let seen = stored;
  let pending: { readonly step: JournalStep; readonly line: string }[] = [];
  let latest: Workspace | null = null;
  /** The name that the list of plans shows: only a checkpoint carries it. */
  let storedName = name;
  let wantsCheckpoint = false;
  let sinceCheckpoint = 0;
  let running: Promise<boolean> | null = null;

  const writeCheckpoint = async (workspace: Workspace): Promise<Answer<Written>> => {
    const { id: planId, name: shown, revision } = workspace.plan;
    const checkpoint = toCheckpointText(workspace);
    const answer = await bridge.writeCheckpoint({ planId, name: shown, revision, writer, seen, checkpoint });
    if (answer.ok) {
      sinceCheckpoint = 0;
      storedName = shown;
      await cacheCheckpoint(planId, shown, revision, checkpoint);
    }
    return answer;
  };

  const writeSteps = async (workspace: Workspace, batch: typeof pending): Promise<Answer<Written>> => {
    const revision = batch.at(-1)?.step.revision ?? workspace.plan.revision;
    const planId = workspace.plan.id;
    const lines = batch.map((each) => each.line);
    const answer = await bridge.appendJournal({ planId, revision, writer, seen, lines });
    if (answer.ok) {
      sinceCheckpoint += batch.length;
      await cacheSteps(
        planId,
        batch.map((each) => ({ revision: each.step.revision, line: each.line })),
      );
    }
    return answer;
  };

  const drain = async (): Promise<boolean> => {
    while (latest !== null && (pending.length > 0 || wantsCheckpoint)) {
      const workspace = latest;
      const batch = pending;
      const isWhole = wantsCheckpoint;
      pending = [];
      wantsCheckpoint = false;
      const answer = isWhole ? await writeCheckpoint(workspace) : await writeSteps(workspace, batch);
      if (!answer.ok) {
        // Nothing is dropped: the steps wait for the next try, which stores all of it at once.
        pending = [...batch, ...pending];
        wantsCheckpoint = true;
        onState({ kind: 'failed', problem: answer.error });
        return false;
      }
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
    record: (step, after) => {
      const line = toJournalLine(step);
      if (after.plan.name !== storedName) wantsCheckpoint = true;
      latest = after;
      if (line.length > largeStep) wantsCheckpoint = true;
      pending.push({ step, line });
      start();
    },
    checkpoint: (workspace) => {
      latest = workspace;
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
