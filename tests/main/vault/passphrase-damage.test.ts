import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRecoveryCode, readKeyFile, toKeyFileBytes } from '#main/vault/key-file.ts';
import { lockLines, unlockLines } from '#main/vault/locked-disk.ts';
import { runs } from '#support/counts.ts';
import { makeCrashDisk, type Image } from './crash-disk.ts';
import { canary, first, makeLocked, open, revisionOf, second, set } from './locked-store.ts';

describe('F6 damage', () => {
  const flip = (image: Image, name: string, at: number): Image => {
    const bytes = Buffer.from(image.get(name) ?? []);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    return new Map([...image, [name, bytes]]);
  };
  const key = '/data/vault/key.json';
  const copy = '/data/vault/key.copy.json';

  test('of one copy of the key costs nothing, and it is mended', async () => {
    const image = await makeLocked();
    for (const name of [key, copy]) {
      for (const at of [0, 40, 150, 300]) {
        const power = makeCrashDisk(flip(image, name, at));
        const store = open(power);
        expect(await store.passphrase.unlock(first)).toMatchObject({ ok: true });
        expect(await revisionOf(store)).toBe(3);
        const after = power.images().at(-1);
        expect(after?.get(key)).toEqual(after?.get(copy));
      }
    }
  });

  test('of both copies, or a key that is missing, is said; it is no first start and no wrong passphrase', async () => {
    const image = await makeLocked();
    const gone = new Map([...image].filter(([name]) => name !== key && name !== copy));
    for (const broken of [flip(flip(image, key, 40), copy, 40), gone]) {
      const power = makeCrashDisk(broken);
      const store = open(power);
      const damaged = { ok: false, error: { code: 'damaged' } };
      expect(await store.passphrase.state()).toMatchObject(damaged);
      expect(await store.passphrase.unlock(first)).toMatchObject(damaged);
      expect(await set(store, second)).toMatchObject(damaged);
      expect(await store.passphrase.isLocked()).toBe(true);
      expect(power.images()).toEqual([broken]);
    }
  });

  test('of the last copy of the plan leads to the one before it, as without a passphrase', async () => {
    const image = await makeLocked();
    for (const at of [0, 20, 100]) {
      const store = open(makeCrashDisk(flip(image, '/data/vault/pl_a/plan.json', at)));
      await store.passphrase.unlock(first);
      const loaded = await store.vault.loadPlan('pl_a');
      expect(loaded).toMatchObject({ ok: true, value: { checkpoint: `old ${canary}` } });
      expect(loaded.ok && loaded.value?.notice).toContain('damaged');
    }
  });

  test('a file of another plan is not taken for one of this', async () => {
    const image = await makeLocked();
    const bytes = image.get('/data/vault/pl_a/plan.json') ?? new Uint8Array();
    const store = open(makeCrashDisk(new Map([...image, ['/data/vault/pl_b/plan.json', bytes]])));
    await store.passphrase.unlock(first);
    expect(await store.vault.loadPlan('pl_b')).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  test('a key file of a newer Rehome, or one that asks for all memory, is left alone', async () => {
    const image = await makeLocked();
    const text = Buffer.from(image.get(key) ?? []).toString();
    const newer = Buffer.from(text.replace('rehome-key/1', 'rehome-key/2'));
    const both = (bytes: Uint8Array): Image => new Map([...image, [key, bytes], [copy, bytes]]);
    const store = open(makeCrashDisk(both(newer)));
    expect(await store.passphrase.unlock(first)).toMatchObject({ error: { code: 'newer-format' } });
    const good = readKeyFile(Buffer.from(text));
    if (good.kind !== 'good') throw new Error('the key file is good');
    const wraps = good.value.wraps.map((wrap) => ({ ...wrap, cost: 2 ** 30 }));
    expect(readKeyFile(toKeyFileBytes({ ...good.value, wraps }))).toEqual({ kind: 'damaged' });
  });
});

describe('encrypted lines', () => {
  const open32 = { key: Buffer.alloc(32, 7), isWriting: true, acceptsPlain: false };

  test('give back any bytes, and of a file that was cut its whole lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }),
        fc.nat(),
        fc.constantFrom('\n', ''),
        (parts, cut, end) => {
          const bytes = Buffer.concat(parts.flatMap((part) => [part, Buffer.from(end)]));
          const sealed = lockLines(open32.key, 'pl_a', bytes);
          expect(unlockLines(open32, 'pl_a', sealed, 'unreadable')).toEqual(bytes);
          const short = sealed.subarray(0, sealed.length === 0 ? 0 : cut % sealed.length);
          const whole = short.subarray(0, short.lastIndexOf(0x0a) + 1);
          const read = unlockLines(open32, 'pl_a', short, 'unreadable');
          const good = unlockLines(open32, 'pl_a', whole, 'unreadable');
          expect(read.subarray(0, good.length)).toEqual(good);
          expect(bytes.subarray(0, good.length)).toEqual(good);
          expect(read.length - good.length).toBe(short.length > whole.length ? 2 : 0);
          // Whose key or plan it is not, reads nothing.
          const other = { ...open32, key: Buffer.alloc(32, 8) };
          for (const read2 of [
            unlockLines(other, 'pl_a', sealed, 'unreadable'),
            unlockLines(open32, 'pl_b', sealed, 'unreadable'),
          ]) {
            expect(read2.toString().replaceAll('?\n', '')).toBe('');
          }
        },
      ),
      { numRuns: runs('property') },
    );
  });

  test('plain lines are not taken while all are encrypted', () => {
    const plain = Buffer.from('{"a":1}\n');
    expect(unlockLines(open32, 'pl_a', plain, 'unreadable').toString()).toBe('?\n');
    expect(unlockLines({ ...open32, acceptsPlain: true }, 'pl_a', plain, 'unreadable')).toEqual(plain);
  });

  test('no two recovery codes are the same', () => {
    expect(new Set(Array.from({ length: 100 }, makeRecoveryCode)).size).toBe(100);
  });
});
