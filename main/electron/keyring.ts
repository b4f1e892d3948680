import type { SafeStorage } from 'electron';
import type { Keyring } from '#main/vault/passphrase.ts';

/** What of Electron's `safeStorage` is used: only the calls that will stay. */
export type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** The keyring of the system. Without one Linux garbles with a key that everybody knows (`basic_text`): that protects nothing. */
export function makeKeyring(storage: Storage, platform: string): Keyring {
  const isSafe = async (): Promise<boolean> => {
    try {
      if (!(await storage.isAsyncEncryptionAvailable())) return false;
      return platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend());
    } catch {
      return false;
    }
  };
  return {
    isSafe,
    wrap: async (text) => {
      try {
        return (await isSafe()) ? (await storage.encryptStringAsync(text)).toString('base64') : null;
      } catch {
        return null;
      }
    },
    unwrap: async (wrapped) => {
      try {
        return (await storage.decryptStringAsync(Buffer.from(wrapped, 'base64'))).result;
      } catch {
        return null;
      }
    },
  };
}
