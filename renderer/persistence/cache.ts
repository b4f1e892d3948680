import type { StoredPlan } from '#core/contract/bridge.ts';
import { openDatabase, type WorkspaceDatabase } from './database.ts';

/** What the cache knows of a plan; the same shape as what the vault keeps. */
export type CachedPlan = Pick<StoredPlan, 'name' | 'revision' | 'checkpoint' | 'journal'>;

let opened: WorkspaceDatabase | null = null;

function database(): WorkspaceDatabase {
  opened ??= openDatabase();
  return opened;
}

/** Runs a call on the cache; a cache that does not work (private window, full disk) must never stop the work. */
async function attempt<T>(call: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await call();
  } catch {
    return otherwise;
  }
}

/** The cached state of a plan, `null` when there is none. */
export function readCachedPlan(planId: string): Promise<CachedPlan | null> {
  return attempt(async () => {
    const row = await database().workspaces.get(planId);
    if (row === undefined) return null;
    const steps = await database().steps.where('planId').equals(planId).sortBy('seq');
    const revision = Math.max(row.revision, ...steps.map((step) => step.revision));
    return { name: row.name, revision, checkpoint: row.checkpoint, journal: steps.map((step) => step.line) };
  }, null);
}

/** Puts a whole plan into the cache. */
export function cacheCheckpoint(
  planId: string,
  name: string,
  revision: number,
  checkpoint: string,
): Promise<void> {
  return attempt(
    () =>
      database().transaction('rw', [database().workspaces, database().steps], async () => {
        await database().workspaces.put({ planId, name, revision, checkpoint });
        await database().steps.where('planId').equals(planId).delete();
      }),
    undefined,
  );
}

/** Adds steps behind the cached checkpoint. */
export function cacheSteps(
  planId: string,
  steps: readonly { revision: number; line: string }[],
): Promise<void> {
  return attempt(async () => {
    await database().steps.bulkAdd(steps.map(({ revision, line }) => ({ planId, revision, line })));
  }, undefined);
}

/** Forgets a plan. */
export function dropCachedPlan(planId: string): Promise<void> {
  return attempt(
    () =>
      database().transaction('rw', [database().workspaces, database().steps], async () => {
        await database().workspaces.delete(planId);
        await database().steps.where('planId').equals(planId).delete();
      }),
    undefined,
  );
}

/** The cached plans: used when the vault knows fewer. */
export function listCachedPlans(): Promise<readonly { planId: string; name: string; revision: number }[]> {
  return attempt(
    async () =>
      (await database().workspaces.toArray()).map(({ planId, name, revision }) => ({
        planId,
        name,
        revision,
      })),
    [],
  );
}

/** A setting of this profile, `undefined` when it was never set. */
export function readSetting(key: string): Promise<unknown> {
  return attempt(async () => (await database().settings.get(key))?.value, undefined);
}

/** Keeps a setting of this profile. */
export function writeSetting(key: string, value: unknown): Promise<void> {
  return attempt(async () => {
    await database().settings.put({ key, value });
  }, undefined);
}
