import { expect, test } from 'vitest';
import { makeKeyring, type Storage } from '#main/electron/keyring.ts';

const reverse = (text: string): string => Array.from(text).toReversed().join('');

function makeStorage(more: Partial<Storage> = {}): Storage {
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async (text) => Buffer.from(reverse(text)),
    decryptStringAsync: async (bytes) => ({ shouldReEncrypt: false, result: reverse(bytes.toString()) }),
    ...more,
  };
}

test('a keyring gives back what it was given', async () => {
  const keyring = makeKeyring(makeStorage(), 'linux');
  expect(await keyring.isSafe()).toBe(true);
  const wrapped = await keyring.wrap('key');
  expect(wrapped).not.toContain('key');
  expect(await keyring.unwrap(wrapped ?? '')).toBe('key');
});

test.each<[string, Partial<Storage>]>([
  ['only garbles', { getSelectedStorageBackend: () => 'basic_text' }],
  ['is not known', { getSelectedStorageBackend: () => 'unknown' }],
  ['is not there', { isAsyncEncryptionAvailable: async () => false }],
  ['throws', { isAsyncEncryptionAvailable: () => Promise.reject(new Error('no keyring')) }],
])('one that %s is given nothing', async (_what, more) => {
  const keyring = makeKeyring(makeStorage(more), 'linux');
  expect(await keyring.isSafe()).toBe(false);
  expect(await keyring.wrap('key')).toBeNull();
});

test('where there is no choice of keyrings its name is not asked for', async () => {
  const asked = {
    getSelectedStorageBackend: (): never => {
      throw new Error('only Linux has this');
    },
  };
  expect(await makeKeyring(makeStorage(asked), 'win32').isSafe()).toBe(true);
});

test('one that lost the key says so by giving nothing', async () => {
  const lost = makeStorage({ decryptStringAsync: () => Promise.reject(new Error('another key')) });
  expect(await makeKeyring(lost, 'darwin').unwrap('AAAA')).toBeNull();
});
