import Dexie, { type EntityTable } from 'dexie';

/** The last known state of a plan in this browser profile: a cache, the vault behind the bridge is the truth. */
export interface StoredWorkspace {
  readonly planId: string;
  readonly name: string;
  readonly revision: number;
  readonly checkpoint: string;
}

/** One step behind the checkpoint of a plan. */
export interface StoredStep {
  readonly seq: number;
  readonly planId: string;
  readonly revision: number;
  readonly line: string;
}

/** Something that a person set for this profile: the theme, the size of a panel, a column mapping. */
export interface StoredSetting {
  readonly key: string;
  readonly value: unknown;
}

/** The database of this profile. */
export type WorkspaceDatabase = Dexie & {
  workspaces: EntityTable<StoredWorkspace, 'planId'>;
  steps: EntityTable<StoredStep, 'seq'>;
  settings: EntityTable<StoredSetting, 'key'>;
};

/** Opens the database. Writes are flushed to the disk before they are acknowledged (`strict`). */
export function openDatabase(name = 'rehome'): WorkspaceDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as WorkspaceDatabase;
  database.version(1).stores({ workspaces: 'planId', steps: '++seq, planId', settings: 'key' });
  return database;
}
