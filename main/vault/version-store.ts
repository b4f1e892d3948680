import { join } from 'node:path';
import type { PlanVersion, VersionMark, VersionReason } from '#core/contract/bridge.ts';
import type { Disk } from './disk.ts';
import { isDone } from './vault-problem.ts';
import {
  readVersionHead,
  sealVersion,
  unsealVersion,
  type VersionContent,
  type VersionHead,
} from './version-file.ts';
import { writeAtomic } from './write-atomic.ts';

/** The folder of the kept versions inside the folder of a plan. */
export const versionFolder = 'versions';

/** A version on its own is kept so often while a plan is being changed. */
const pauseMs = 5 * 60 * 1000;
const newest = 20;
const days = 30;
/** A head is shorter than this: a name and words have limits. */
const headBytes = 16 * 1024;
const namePattern = /^v\d{16}\.json$/u;

/** The kept versions of one plan. Its calls come one after the other, like all of a plan's. */
export interface VersionStore {
  /** The last one first. What can't be read is left out, never removed. */
  readonly list: () => Promise<readonly PlanVersion[]>;
  /** A version, or null when there is none of that id or it is damaged. */
  readonly load: (versionId: string) => Promise<(VersionHead & VersionContent) | null>;
  /** Whether five minutes went by since the last one; a clock that was turned back counts as that. */
  readonly isDue: () => Promise<boolean>;
  readonly keep: (state: KeptState, mark: VersionMark | null) => Promise<void>;
}

/** The state of a plan that is kept. */
export interface KeptState extends VersionContent {
  readonly name: string;
  readonly revision: number;
}

/**
 * Which versions stay, of names with the day that each was taken on, the last one first: the newest twenty, and the newest of each of the
 * thirty last days that there are versions of. The order is that of revisions; no clock of today decides.
 */
export function chooseKept(
  versions: readonly { readonly versionId: string; readonly takenAt: string }[],
): ReadonlySet<string> {
  const kept = new Set(versions.slice(0, newest).map((version) => version.versionId));
  const seen = new Set<string>();
  for (const { versionId, takenAt } of versions) {
    const day = takenAt.slice(0, 10);
    if (seen.has(day) || seen.size === days) continue;
    seen.add(day);
    kept.add(versionId);
  }
  return kept;
}

/** Opens the versions of a plan. `now` is the clock, in milliseconds; it is shown and never decides about data. */
export function openVersionStore(
  disk: Disk,
  planFolder: string,
  makeToken: () => string,
  now: () => number,
): VersionStore {
  const folder = join(planFolder, versionFolder);
  let lastAt: number | null = null;

  const list = async (): Promise<readonly PlanVersion[]> => {
    const names = (await disk.list(folder)).filter((name) => namePattern.test(name)).toSorted();
    const found: PlanVersion[] = [];
    for (const name of names.reverse()) {
      const head = readVersionHead(await disk.readStart(join(folder, name), headBytes));
      if (head !== null) found.push({ versionId: name.slice(0, -'.json'.length), ...head });
    }
    return found;
  };

  const prune = async (): Promise<void> => {
    const versions = await list();
    const kept = chooseKept(versions);
    for (const { versionId } of versions) {
      if (!kept.has(versionId)) await disk.remove(join(folder, `${versionId}.json`));
    }
  };

  const findLast = async (): Promise<number> => {
    const [last] = await list();
    const at = last === undefined ? Number.NaN : Date.parse(last.takenAt);
    return Number.isNaN(at) ? now() : at;
  };

  return {
    list,
    load: async (versionId) => {
      const bytes = namePattern.test(`${versionId}.json`)
        ? await disk.read(join(folder, `${versionId}.json`))
        : null;
      return bytes === null ? null : unsealVersion(bytes);
    },
    isDue: async () => {
      lastAt ??= await findLast();
      return Math.abs(now() - lastAt) >= pauseMs;
    },
    keep: async ({ name, revision, checkpoint, journal }, mark) => {
      const at = now();
      const reason: VersionReason = mark?.reason ?? 'change';
      const head = { name, revision, takenAt: new Date(at).toISOString(), reason, words: mark?.words ?? '' };
      await disk.makeFolder(folder);
      await disk.syncFolder(planFolder);
      await writeAtomic(disk, {
        folder,
        name: `v${String(revision).padStart(16, '0')}.json`,
        keepAs: null,
        bytes: await sealVersion(head, { checkpoint, journal }),
        token: makeToken(),
      });
      lastAt = at;
      await isDone(prune);
    },
  };
}
