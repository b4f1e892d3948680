import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SafeStorage } from 'electron';
import { config } from './config.ts';

// The keyring of a system, as a file of the profile: a test loses it by removing that. `ELECTRON_DOUBLE_KEYRING=none` is a Linux without
// one.
const path = join(config.userData, 'KeyringDouble');
const hasKeyring = process.env['ELECTRON_DOUBLE_KEYRING'] !== 'none';

function readKey(): Buffer {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, randomBytes(32), { mode: 0o600 });
  }
  return createHash('sha256').update(readFileSync(path)).digest();
}

/** The stand-in for `safeStorage`: only the calls that Electron will keep. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => (hasKeyring ? 'gnome_libsecret' : 'basic_text'),
  encryptStringAsync: async (text: string) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', readKey(), nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  decryptStringAsync: async (sealed: Buffer) => {
    const decipher = createDecipheriv('aes-256-gcm', readKey(), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const result = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    return { shouldReEncrypt: false, result: result.toString('utf8') };
  },
} satisfies Partial<SafeStorage>;
