import { dirname, join } from 'node:path';
import type {
  Answer,
  CheckpointRequest,
  JournalRequest,
  NewerPlan,
  StoredPlan,
  VersionMark,
  Written,
} from '#core/contract/bridge.ts';
import { fail, ok } from '#core/base/result.ts';
import { checkCheckpointOrder, checkJournalOrder } from './check-order.ts';
import type { Disk } from './disk.ts';
import { readJournal } from './read-journal.ts';
import { planFiles, readPlanFolder, type PlanFolder } from './read-plan-folder.ts';
import { sealCheckpoint, sealEntry } from './seal.ts';
import { attempt, isDone } from './vault-problem.ts';
import { openVersionStore, type VersionStore } from './version-store.ts';
import { writeAtomic } from './write-atomic.ts';

/** One plan on the disk. Its calls have to come one after the other; the vault sees to that. */
export interface PlanStore {
  readonly versions: VersionStore;
  readonly load: () => Promise<Answer<StoredPlan | null>>;
  readonly loadNewer: () => Promise<Answer<NewerPlan | null>>;
  readonly writeCheckpoint: (request: CheckpointRequest) => Promise<Answer<Written>>;
  readonly appendJournal: (request: JournalRequest) => Promise<Answer<Written>>;
}

/** What is known of the folder without reading it again. */
interface Known {
  readonly plan: PlanFolder | null;
  /** How much of the journal is acknowledged; what stands behind it came from a write that failed. */
  readonly journalBytes: number;
  readonly isJournalNew: boolean;
  readonly mustTrimJournal: boolean;
}

const damaged = {
  code: 'damaged',
  message:
    'Both copies of this plan are damaged. They were left as they are; open a plan file that you saved.',
} as const;
const newer = {
  code: 'newer-format',
  message: 'This plan was stored by a newer version of Rehome. It was left as it is.',
} as const;
const noCheckpoint = { code: 'failed', message: 'This plan was never stored as a whole.' } as const;

/** Journals shorter than this are not worth rewriting. */
const smallJournal = 64 * 1024;

/** What the store of a plan is opened with. */
export interface PlanStoreOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly makeToken: () => string;
  readonly now: () => number;
}

/** Opens the folder of a plan. Nothing is read or made before the first call. */
export function openPlanStore({ disk, folder, makeToken, now }: PlanStoreOptions): PlanStore {
  let known: Known | null = null;
  const versions = openVersionStore(disk, folder, makeToken, now);

  const replace = (name: string, keepAs: string | null, bytes: Uint8Array): Promise<void> =>
    writeAtomic(disk, { folder, name, keepAs, bytes, token: makeToken() });

  /** Reads the folder where that is due. After a failed write the names are flushed first: what is read then has to stay. */
  const learn = async (): Promise<Answer<Known>> => {
    if (known !== null) return ok(known);
    const content = await readPlanFolder(disk, folder);
    if (content.kind === 'damaged') return fail(damaged);
    if (content.kind === 'newer') return fail(newer);
    const plan = content.kind === 'plan' ? content.plan : null;
    if (plan !== null) await disk.syncFolder(folder);
    const journal = await disk.read(join(folder, planFiles.journal));
    known = {
      plan,
      journalBytes: journal?.length ?? 0,
      isJournalNew: journal === null,
      mustTrimJournal: false,
    };
    return ok(known);
  };

  /** Writes the journal anew with the entries that are still of use, and answers how long it is. */
  const rewriteJournal = async (plan: PlanFolder): Promise<number> => {
    const { entries } = readJournal(await disk.read(join(folder, planFiles.journal)));
    const kept = entries.filter(
      (entry) => entry.revision > plan.previousRevision && entry.revision <= plan.revision,
    );
    const bytes = Buffer.concat(kept.map(sealEntry));
    await replace(planFiles.journal, null, bytes);
    return bytes.length;
  };

  /** Brings the journal into a state that can be written behind: without what was never acknowledged, and without torn lines. */
  const repairJournal = async (state: Known, plan: PlanFolder): Promise<Known> => {
    const path = join(folder, planFiles.journal);
    if (state.mustTrimJournal) {
      const bytes = (await disk.read(path)) ?? new Uint8Array();
      await replace(planFiles.journal, null, bytes.subarray(0, state.journalBytes));
      known = { ...state, mustTrimJournal: false, isJournalNew: false };
      return known;
    }
    if (!plan.isJournalDamaged) return state;
    await replace(planFiles.damagedJournal, null, (await disk.read(path)) ?? new Uint8Array());
    const journalBytes = await rewriteJournal(plan);
    known = { ...state, plan: { ...plan, isJournalDamaged: false }, journalBytes, isJournalNew: false };
    return known;
  };

  const keepVersion = async (mark: VersionMark | null): Promise<void> => {
    const content = await readPlanFolder(disk, folder);
    if (content.kind !== 'plan') return;
    const { base, journal, revision } = content.plan;
    const lines = journal.flatMap((entry) => entry.lines);
    await versions.keep({ name: base.name, revision, checkpoint: base.checkpoint, journal: lines }, mark);
  };

  /** Keeps what is stored before it is written over: where that is asked for it has to work, after five minutes it may fail. */
  const keepBefore = async (plan: PlanFolder | null, mark: VersionMark | undefined): Promise<void> => {
    if (plan === null) return;
    if (mark !== undefined) await keepVersion(mark);
    else await isDone(async () => ((await versions.isDue()) ? keepVersion(null) : undefined));
  };

  /** The folder itself has to be safe before anything in it is. */
  const makeFolder = async (): Promise<void> => {
    const root = dirname(folder);
    await disk.makeFolder(folder);
    await disk.syncFolder(root);
    await disk.syncFolder(dirname(root));
  };

  const load = (): Promise<Answer<StoredPlan | null>> =>
    attempt(async () => {
      // What was never acknowledged is not shown either.
      if (known !== null && known.plan !== null) await repairJournal(known, known.plan);
      const content = await readPlanFolder(disk, folder);
      if (content.kind === 'nothing') return ok(null);
      if (content.kind === 'damaged') return fail(damaged);
      if (content.kind === 'newer') return fail(newer);
      const { base, journal, revision, notice } = content.plan;
      const lines = journal.flatMap((entry) => entry.lines);
      return ok({ name: base.name, revision, checkpoint: base.checkpoint, journal: lines, notice });
    });

  const loadNewer = (): Promise<Answer<NewerPlan | null>> =>
    attempt(async () => {
      const content = await readPlanFolder(disk, folder);
      if (content.kind !== 'newer') return ok(null);
      const read = readJournal(await disk.read(join(folder, planFiles.journal)));
      const journal = read.entries.flatMap((entry) => entry.lines);
      return ok({ name: content.name ?? '', text: content.text, journal, unread: read.damagedLines });
    });

  const writeCheckpoint = (request: CheckpointRequest): Promise<Answer<Written>> =>
    attempt(async () => {
      const learned = await learn();
      if (!learned.ok) return learned;
      const before = learned.value;
      const problem = checkCheckpointOrder(before.plan, request);
      if (problem !== null) return fail(problem);
      const { planId, name, revision, writer, checkpoint } = request;
      const base = { planId, name, revision, writer, checkpoint };
      if (before.plan === null) await makeFolder();
      await keepBefore(before.plan, request.before);
      const ready = before.plan === null ? before : await repairJournal(before, before.plan);
      known = null;
      const keepAs = before.plan?.isCheckpointDamaged === true ? planFiles.damaged : planFiles.previous;
      await replace(planFiles.checkpoint, keepAs, sealCheckpoint(base));
      const plan: PlanFolder = {
        base,
        previousRevision: before.plan?.base.revision ?? revision,
        journal: [],
        revision,
        writer,
        notice: null,
        isCheckpointDamaged: false,
        isJournalDamaged: false,
      };
      const after: Known = { ...ready, plan };
      // The checkpoint is safe; a journal that stays long is no harm, so a failure here is not one of the save.
      const isShort = after.journalBytes < smallJournal;
      const isTidied = isShort || (await isDone(() => rewriteJournal(plan)));
      known = isTidied && isShort ? after : null;
      return ok({ revision });
    });

  const appendJournal = (request: JournalRequest): Promise<Answer<Written>> =>
    attempt(async () => {
      const learned = await learn();
      if (!learned.ok) return learned;
      if (learned.value.plan === null) return fail(noCheckpoint);
      const { revision, writer, lines } = request;
      const stored = learned.value.plan;
      // The same writer again with the same revision: its first attempt got through though the answer did not.
      if (writer === stored.writer && revision === stored.revision) return ok({ revision });
      const problem = checkJournalOrder(stored, request);
      if (problem !== null) return fail(problem);
      await keepBefore(stored, request.before);
      const state = await repairJournal(learned.value, stored);
      known = { ...state, mustTrimJournal: true };
      const entry = { after: stored.revision, revision, writer, lines };
      const bytes = sealEntry(entry);
      const file = await disk.append(join(folder, planFiles.journal));
      try {
        await file.write(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      if (state.isJournalNew) await disk.syncFolder(folder);
      known = {
        plan: { ...(state.plan ?? stored), revision, writer },
        journalBytes: state.journalBytes + bytes.length,
        isJournalNew: false,
        mustTrimJournal: false,
      };
      return ok({ revision });
    });

  return { versions, load, loadNewer, writeCheckpoint, appendJournal };
}
