import { randomBytes } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { convertFile, convertFolder } from './convert-files.ts';
import type { Disk } from './disk.ts';
import { openJsonFile, type JsonFile } from './json-file.ts';
import { usualCost } from './key-file.ts';
import { lockDisk, type OpenKey } from './locked-disk.ts';
import { nodeDisk } from './node-disk.ts';
import { makePassphrase, type Keyring, type Passphrase } from './passphrase.ts';
import { openSettings, type Settings } from './settings.ts';
import { openVault, type Vault } from './vault.ts';
import { versionFolder } from './version-store.ts';

/** All that Rehome keeps in its data folder. */
export interface Store {
  readonly vault: Vault;
  readonly settings: Settings;
  /** Which plan is kept in which file of the person's; only the shell fills it. */
  readonly links: JsonFile;
  readonly passphrase: Passphrase;
}

/** What a store is opened with; tests hand in a disk that fails, a clock, and a passphrase that costs less. */
export interface StoreOptions {
  readonly dataFolder: string;
  readonly keyring?: Keyring | null;
  readonly disk?: Disk;
  readonly makeToken?: () => string;
  readonly now?: () => number;
  readonly cost?: number;
}

/** The label of the small files beside the vault; no plan can have it for an id. */
const besideLabel = '-beside-';

/** Opens the data folder: all of it goes through one disk that encrypts while there is a passphrase. */
export function openStore({
  dataFolder,
  keyring = null,
  disk = nodeDisk,
  makeToken = () => randomBytes(8).toString('hex'),
  now = () => Date.now(),
  cost = usualCost,
}: StoreOptions): Store {
  const root = join(dataFolder, 'vault');
  let held: OpenKey | null = null;
  const find = (): OpenKey | null => held;
  const vaultDisk = lockDisk(disk, find, (path) => relative(root, path).split(sep)[0] ?? '');
  const besideDisk = lockDisk(disk, find, () => besideLabel);
  const vault = openVault({ disk: vaultDisk, root, makeToken, now });
  const settingsFile = openJsonFile(besideDisk, dataFolder, 'settings.json');
  const links = openJsonFile(besideDisk, dataFolder, 'files.json');
  const passphrase = makePassphrase({
    disk,
    root,
    makeToken,
    cost,
    keyring,
    hold: (open) => {
      held = open;
    },
    convert: async (open) => {
      await vault.eachFolder((label, folder) =>
        convertFolder({ disk, open, label, makeToken }, folder, [versionFolder]),
      );
      for (const file of [settingsFile, links]) {
        await file.between((folder, name) =>
          convertFile({ disk, open, label: besideLabel, makeToken }, folder, name),
        );
      }
    },
  });
  return { vault, settings: openSettings(settingsFile), links, passphrase };
}
