import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { nodeDisk } from './node-disk.ts';
import { openVault, type Vault } from './vault.ts';

/** The vault of a data folder on the real disk, without what an earlier run left half done. */
export async function openDiskVault(dataFolder: string): Promise<Vault> {
  const vault = openVault({
    disk: nodeDisk,
    root: join(dataFolder, 'vault'),
    makeToken: () => randomBytes(8).toString('hex'),
    now: () => Date.now(),
  });
  await vault.sweep();
  return vault;
}
