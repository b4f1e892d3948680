import type { StoredPlan } from '#core/contract/bridge.ts';
import { getBridge } from '#bridge/get-bridge.ts';
import type { StoredWorkspace, WorkspaceDatabase } from './database.ts';

/** What the cache knows of a plan: what the vault keeps, and the revision that the vault was known to have (0: none). */
export interface CachedPlan extends Pick<StoredPlan, 'name' | 'revision' | 'checkpoint' | 'journal'> {
  readonly stored: number;
}

let opened: Promise<WorkspaceDatabase | null> | null = null;
/** With a passphrase nothing of a plan may lie in the profile of the browser, where it would be plain. */
let isStopped = false;

/** The database, loaded when it is first needed; `null` where a newer version of Rehome made it. */
async function open(): Promise<WorkspaceDatabase | null> {
  const { isNewerDatabase, openDatabase } = await import('./database.ts');
  return (await isNewerDatabase()) ? null : openDatabase();
}

/**
 * Runs a call on the cache; a cache that does not work (full disk) must never stop the work. In browser mode there is none: what a page
 * keeps at a port of this machine can be read by whoever serves that port later.
 */
async function attempt<T>(call: (database: WorkspaceDatabase) => Promise<T>, otherwise: T): Promise<T> {
  if (isStopped || getBridge().mode === 'browser') return otherwise;
  try {
    opened ??= open();
    const database = await opened;
    return database === null ? otherwise : await call(database);
  } catch {
    return otherwise;
  }
}

/** The cached state of a plan, `null` when there is none. */
export function readCachedPlan(planId: string): Promise<CachedPlan | null> {
  return attempt(async (database) => {
    const row = await database.workspaces.get(planId);
    if (row === undefined) return null;
    const steps = await database.steps.where('planId').equals(planId).sortBy('seq');
    const revision = Math.max(row.revision, ...steps.map((step) => step.revision));
    const { name, checkpoint, stored } = row;
    return { name, revision, checkpoint, journal: steps.map((step) => step.line), stored };
  }, null);
}

/** Puts a whole plan into the cache. It is made only where there is a cache: the text of a large plan takes its time. */
export function cacheCheckpoint(makeRow: () => Promise<StoredWorkspace>): Promise<void> {
  return attempt(async (database) => {
    const row = await makeRow();
    return database.transaction('rw', [database.workspaces, database.steps], async () => {
      await database.workspaces.put(row);
      await database.steps.where('planId').equals(row.planId).delete();
    });
  }, undefined);
}

/** Adds steps behind the cached checkpoint. */
export function cacheSteps(
  planId: string,
  steps: readonly { revision: number; line: string }[],
): Promise<void> {
  return attempt(async (database) => {
    await database.steps.bulkAdd(steps.map(({ revision, line }) => ({ planId, revision, line })));
  }, undefined);
}

/** Forgets a plan. */
export function dropCachedPlan(planId: string): Promise<void> {
  return attempt(
    (database) =>
      database.transaction('rw', [database.workspaces, database.steps], async () => {
        await database.workspaces.delete(planId);
        await database.steps.where('planId').equals(planId).delete();
      }),
    undefined,
  );
}

/** The cached plans: used when the vault knows fewer. */
export function listCachedPlans(): Promise<readonly { planId: string; name: string; revision: number }[]> {
  return attempt(
    async (database) =>
      (await database.workspaces.toArray()).map(({ planId, name, revision }) => ({
        planId,
        name,
        revision,
      })),
    [],
  );
}

/** Deletes the cache and makes no other: the plans are encrypted from now on. */
export async function stopCache(): Promise<void> {
  await attempt(async (database) => database.delete({ disableAutoOpen: true }), undefined);
  isStopped = true;
  opened = null;
}

/** There may be a cache again. */
export function allowCache(): void {
  isStopped = false;
}

/** Whether there may be a cache at all. */
export function isCacheStopped(): boolean {
  return isStopped;
}
