import { join } from 'node:path';
import type {
  Answer,
  CheckpointRequest,
  JournalRequest,
  NewerPlan,
  PlanSummary,
  PlanVersion,
  StoredPlan,
  VersionRequest,
  Written,
} from '#core/contract/bridge.ts';
import { compareText } from '#core/base/compare.ts';
import { fail, ok } from '#core/base/result.ts';
import type { Disk } from './disk.ts';
import { openPlanStore, type PlanStore } from './plan-store.ts';
import { planFiles, readPlanFolder } from './read-plan-folder.ts';
import { sweepVault } from './sweep-vault.ts';
import { attempt, done, isDone } from './vault-problem.ts';

/** Keeps plans on the disk so that nothing that was acknowledged gets lost. One process at a time may have a vault open. */
export interface Vault {
  readonly listPlans: () => Promise<Answer<readonly PlanSummary[]>>;
  readonly loadPlan: (planId: string) => Promise<Answer<StoredPlan | null>>;
  readonly loadNewer: (planId: string) => Promise<Answer<NewerPlan | null>>;
  readonly writeCheckpoint: (request: CheckpointRequest) => Promise<Answer<Written>>;
  readonly appendJournal: (request: JournalRequest) => Promise<Answer<Written>>;
  readonly listVersions: (planId: string) => Promise<Answer<readonly PlanVersion[]>>;
  readonly loadVersion: (request: VersionRequest) => Promise<Answer<StoredPlan | null>>;
  readonly deletePlan: (planId: string) => Promise<Answer<null>>;
  /** Removes what an earlier run left half done: temporary files of yesterday, and plans that were being deleted. */
  readonly sweep: () => Promise<void>;
  /** Does something with the folder of every plan, between the other calls on it. */
  readonly eachFolder: (work: (planId: string, folder: string) => Promise<void>) => Promise<void>;
  /** Returns when every write that was asked for has ended. */
  readonly settle: () => Promise<void>;
}

/** What a vault is opened with: a file system, its folder, a source of words that are used once, and the clock in milliseconds. */
export interface VaultOptions {
  readonly disk: Disk;
  readonly root: string;
  readonly makeToken: () => string;
  readonly now: () => number;
}

const planIdPattern = /^[A-Za-z0-9_]{1,120}$/u;
const badId = { code: 'bad-arguments', message: 'This is not the id of a plan.' } as const;

async function summarise(disk: Disk, root: string, planId: string): Promise<PlanSummary | null> {
  const folder = join(root, planId);
  const content = await readPlanFolder(disk, folder);
  if (content.kind === 'nothing') return null;
  const times = await Promise.all(
    [planFiles.checkpoint, planFiles.previous, planFiles.journal].map((name) =>
      disk.changedAt(join(folder, name)),
    ),
  );
  const changedAt = new Date(Math.max(0, ...times.map((time) => time ?? 0))).toISOString();
  if (content.kind === 'newer') {
    return { planId, name: content.name ?? planId, revision: 0, changedAt, damaged: false, newer: true };
  }
  if (content.kind === 'damaged') {
    return { planId, name: planId, revision: 0, changedAt, damaged: true, newer: false };
  }
  const { base, revision } = content.plan;
  return { planId, name: base.name, revision, changedAt, damaged: false, newer: false };
}

/** Opens a vault. The list of plans is made from the folders: there is no index that could be wrong. */
export function openVault({ disk, root, makeToken, now }: VaultOptions): Vault {
  const stores = new Map<string, PlanStore>();
  const queues = new Map<string, Promise<unknown>>();

  /** Calls on one plan run one after the other. */
  const inTurn = <T>(planId: string, work: (store: PlanStore) => Promise<Answer<T>>): Promise<Answer<T>> => {
    if (!planIdPattern.test(planId)) return Promise.resolve(fail(badId));
    const store = stores.get(planId) ?? openPlanStore({ disk, folder: join(root, planId), makeToken, now });
    stores.set(planId, store);
    const turn = (queues.get(planId) ?? Promise.resolve()).then(() => work(store));
    queues.set(planId, turn);
    return turn;
  };

  const removePlan = (planId: string): Promise<Answer<null>> =>
    attempt(async () => {
      stores.delete(planId);
      // Renamed first: a folder that is half removed would look like a damaged plan.
      const doomed = join(root, `.deleted-${makeToken()}`);
      if (await disk.rename(join(root, planId), doomed)) {
        await disk.syncFolder(root);
        await disk.remove(doomed);
        await disk.syncFolder(root);
      }
      return done;
    });

  return {
    listPlans: () =>
      attempt(async () => {
        const names = (await disk.list(root)).filter((name) => planIdPattern.test(name));
        const all = await Promise.all(names.map((name) => summarise(disk, root, name)));
        const plans = all.filter((plan) => plan !== null);
        return ok(plans.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.planId, b.planId)));
      }),
    loadPlan: (planId) => inTurn(planId, (store) => store.load()),
    loadNewer: (planId) => inTurn(planId, (store) => store.loadNewer()),
    writeCheckpoint: (request) => inTurn(request.planId, (store) => store.writeCheckpoint(request)),
    appendJournal: (request) => inTurn(request.planId, (store) => store.appendJournal(request)),
    listVersions: (planId) => inTurn(planId, (store) => attempt(async () => ok(await store.versions.list()))),
    loadVersion: ({ planId, versionId }) =>
      inTurn(planId, (store) =>
        attempt(async () => {
          const version = await store.versions.load(versionId);
          if (version === null) return ok(null);
          const { name, revision, checkpoint, journal } = version;
          return ok({ name, revision, checkpoint, journal, notice: null });
        }),
      ),
    sweep: async () => {
      await isDone(() => sweepVault(disk, root, now()));
    },
    eachFolder: async (work) => {
      for (const name of (await disk.list(root)).filter((each) => planIdPattern.test(each))) {
        const turn = inTurn(name, async () => {
          await work(name, join(root, name));
          return done;
        });
        // What follows on the plan is not to fail because of this.
        queues.set(
          name,
          turn.catch(() => null),
        );
        await turn;
      }
    },
    deletePlan: (planId) => inTurn(planId, () => removePlan(planId)),
    settle: async () => {
      await Promise.all(queues.values());
    },
  };
}
