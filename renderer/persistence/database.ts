import Dexie, { type EntityTable } from 'dexie';

/** The last known state of a plan in this browser profile: a cache, the vault behind the bridge is the truth. */
export interface StoredWorkspace {
  readonly planId: string;
  readonly name: string;
  readonly revision: number;
  readonly checkpoint: string;
  /** The revision that the vault was known to have then: a later one of another window makes this row worthless. */
  readonly stored: number;
}

/** One step behind the checkpoint of a plan. */
export interface StoredStep {
  readonly seq: number;
  readonly planId: string;
  readonly revision: number;
  readonly line: string;
}

/** The database of this profile. */
export type WorkspaceDatabase = Dexie & {
  workspaces: EntityTable<StoredWorkspace, 'planId'>;
  steps: EntityTable<StoredStep, 'seq'>;
};

/** Opens the database. Writes are flushed to the disk before they are acknowledged (`strict`). */
export function openDatabase(name = 'rehome'): WorkspaceDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as WorkspaceDatabase;
  database.version(1).stores({ workspaces: 'planId', steps: '++seq, planId', settings: 'key' });
  // Settings moved beside the vault; rows of the first version did not say what the vault had, so nothing is newer than it.
  database
    .version(2)
    .stores({ settings: null })
    .upgrade((upgrade) => upgrade.table<StoredWorkspace>('workspaces').toCollection().modify({ stored: 0 }));
  return database;
}

/** The version of the schema above, as the browser counts: in tens of what Dexie counts. */
const knownVersion = 20;

/**
 * Whether a newer version of Rehome made the database. It is asked before Dexie opens it: Dexie takes a newer one without a word, and
 * adds to it what it misses there.
 */
export async function isNewerDatabase(name = 'rehome'): Promise<boolean> {
  const found = (await indexedDB.databases()).find((each) => each.name === name);
  return (found?.version ?? 0) >= knownVersion + 10;
}
