import { describe, expect, test } from 'vitest';
import type { Store } from '#main/vault/open-store.ts';
import type { Keyring } from '#main/vault/passphrase.ts';
import { note } from '#support/figures.ts';
import { makeCrashDisk, type Image } from './crash-disk.ts';
import {
  canary,
  fill,
  first,
  holds,
  makeLocked,
  open,
  revisionOf,
  second,
  set,
  stateOf,
} from './locked-store.ts';
import { checkpointOf, lineOf } from './make-vault.ts';

describe('B4 a passphrase', () => {
  test('is set: nothing on the disk says a word of the plans, and all is there once it is given', async () => {
    const image = await makeLocked();
    expect(holds(image, canary)).toEqual([]);
    expect(holds(image, 'Leave the old rack')).toEqual([]);
    expect([...image.keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const store = open(makeCrashDisk(image));
    expect(await stateOf(store)).toMatchObject({ state: 'locked' });
    expect(await store.passphrase.isLocked()).toBe(true);
    expect(await store.passphrase.unlock(second)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(await stateOf(store)).toMatchObject({ state: 'locked' });
    expect(await store.passphrase.unlock(first)).toMatchObject({ ok: true });
    expect(await store.passphrase.isLocked()).toBe(false);
    expect(await revisionOf(store)).toBe(3);
    expect(await store.vault.listVersions('pl_a')).toMatchObject({ value: [{ words: canary }] });
    expect(await store.settings.read()).toEqual({ ok: true, value: { 'digest:pl_a': canary } });
  });

  test('what is written later is encrypted too, the versions among it', async () => {
    const power = makeCrashDisk(await makeLocked());
    const store = open(power);
    await store.passphrase.unlock(first);
    await store.vault.appendJournal(lineOf(4, { lines: [canary] }));
    await store.vault.writeCheckpoint(
      checkpointOf(5, { checkpoint: canary, before: { reason: 'bulk-edit', words: canary } }),
    );
    await store.vault.writeCheckpoint({ ...checkpointOf(1, { checkpoint: canary }), planId: 'pl_b' });
    await store.settings.write('theme', canary);
    for (const image of power.images()) expect(holds(image, canary)).toEqual([]);
    expect(await store.vault.listPlans()).toMatchObject({ value: [{ revision: 5 }, { planId: 'pl_b' }] });
  });

  test('the recovery code opens the plans, however it was written down, and lets a new one be set', async () => {
    const power = makeCrashDisk();
    const store = open(power);
    await fill(store);
    const answer = await set(store, first);
    const code = answer.ok ? (answer.value.recoveryCode ?? '') : '';
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/u);
    const next = open(power);
    const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await next.passphrase.unlock(sloppy)).toMatchObject({ ok: true });
    expect(await set(next, second, code)).toMatchObject({ ok: true });
    const last = open(power);
    for (const old of [first, code]) {
      expect(await last.passphrase.unlock(old)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    }
    expect(await last.passphrase.unlock(second)).toMatchObject({ ok: true });
    expect(await revisionOf(last)).toBe(3);
  });

  test('is changed or removed only by who knows it, though the plans are open', async () => {
    const power = makeCrashDisk(await makeLocked());
    const store = open(power);
    expect(await set(store, second, first)).toMatchObject({ error: { code: 'locked' } });
    await store.passphrase.unlock(first);
    for (const next of [second, null]) {
      expect(await set(store, next, 'not this one')).toMatchObject({ error: { code: 'wrong-passphrase' } });
      expect(await set(store, next)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    }
    expect(await set(store, null, first)).toEqual({
      ok: true,
      value: { recoveryCode: null, isComplete: true },
    });
    expect(await stateOf(store)).toMatchObject({ state: 'none' });
    const image = power.images().at(-1) ?? new Map();
    expect([...image.keys()].filter((name) => name.includes('key'))).toEqual([]);
    const plain = open(makeCrashDisk(image));
    expect(await stateOf(plain)).toMatchObject({ state: 'none' });
    expect(await revisionOf(plain)).toBe(3);
    expect(await plain.vault.listVersions('pl_a')).toMatchObject({ value: [{ words: canary }] });
  });
});

/** A keyring that can be lost. */
function makeRing(): Keyring & { isLost: boolean } {
  const ring = {
    isLost: false,
    isSafe: async () => true,
    wrap: async (text: string) => `ring ${text}`,
    unwrap: async (wrapped: string) => (ring.isLost ? null : wrapped.replace('ring ', '')),
  };
  return ring;
}

describe('B4 the keyring', () => {
  test('opens the plans without a question, and the passphrase does when it is lost', async () => {
    const power = makeCrashDisk();
    const ring = makeRing();
    const store = open(power, ring);
    await fill(store);
    await set(store, first, null, true);
    expect(await stateOf(open(power, ring))).toMatchObject({ state: 'open', isRemembered: true });
    ring.isLost = true;
    const later = open(power, ring);
    expect(await stateOf(later)).toMatchObject({ state: 'locked', hasKeyringFailed: true });
    await later.passphrase.unlock(first);
    expect(await revisionOf(later)).toBe(3);
  });

  test('that protects nothing is given nothing', async () => {
    const power = makeCrashDisk();
    const ring = { ...makeRing(), isSafe: async () => false };
    await set(open(power, ring), first, null, true);
    expect(await stateOf(open(power, ring))).toMatchObject({ state: 'locked', canRemember: false });
  });
});

type Step = (store: Store) => Promise<{ readonly ok: boolean }>;

/** Setting, changing and removing; with what opens the vault before it and after it (null: nothing has to be said). */
const changes: readonly { name: string; before: string | null; after: string | null; step: Step }[] = [
  { name: 'set', before: null, after: first, step: (store) => set(store, first) },
  { name: 'changed', before: first, after: second, step: (store) => set(store, second, first) },
  { name: 'removed', before: first, after: null, step: (store) => set(store, null, first) },
];

async function begin(before: string | null): Promise<Image> {
  if (before !== null) return makeLocked();
  const power = makeCrashDisk();
  await fill(open(power));
  return power.images().at(-1) ?? new Map();
}

/** Opens what a crash left with one of the secrets that may be right; answers which one was. */
async function openAny(image: Image, secrets: readonly (string | null)[]): Promise<string | null> {
  const store = open(makeCrashDisk(image));
  const { state } = await stateOf(store);
  let used: string | null = null;
  if (state === 'locked') {
    for (const secret of secrets) {
      if (secret === null || used !== null) continue;
      if ((await store.passphrase.unlock(secret)).ok) used = secret;
    }
  } else expect(secrets).toContain(null);
  expect(await revisionOf(store)).toBe(3);
  expect(await store.vault.listVersions('pl_a')).toMatchObject({ value: [{ words: canary }] });
  // What was begun is ended: it can be worked on, and opened once more.
  expect(await store.vault.appendJournal(lineOf(4, { writer: 'w2', seen: 3 }))).toMatchObject({ ok: true });
  return used;
}

describe('F2 the power goes while a passphrase', () => {
  test.each(changes)('is $name: every image opens with the old or the new one', async (change) => {
    const { before, after, step } = change;
    const start = await begin(before);
    let images = 0;
    for (let cut = 1; ; cut += 1) {
      const power = makeCrashDisk(start, { at: 1_000_000, code: 'EIO', lasting: true });
      const store = open(power);
      if (before !== null) await store.passphrase.unlock(before);
      const dying = makeCrashDisk(start, { at: power.calls() + cut, code: 'EIO', lasting: true });
      const last = open(dying);
      if (before !== null) await last.passphrase.unlock(before);
      await step(last);
      for (const image of dying.images()) {
        images += 1;
        await openAny(image, [after, before]);
      }
      if (dying.calls() < power.calls() + cut) break;
    }
    expect(images).toBeGreaterThan(10);
    note('F2', 'states of the disk while a passphrase is set, changed or removed, opened', images, images);
  });

  test.each(changes)('was $name: from then on only what is right opens it', async (change) => {
    const power = makeCrashDisk(await begin(change.before));
    const store = open(power);
    if (change.before !== null) await store.passphrase.unlock(change.before);
    expect(await change.step(store)).toMatchObject({ ok: true, value: { isComplete: true } });
    for (const image of power.images()) expect(await openAny(image, [change.after])).toBe(change.after);
  });
});

describe('F3 the disk fails while a passphrase', () => {
  test.each(changes)('is $name: at every call, nothing is lost and the program goes on', async (change) => {
    const { before, after, step } = change;
    const start = await begin(before);
    let failed = 0;
    for (let at = 1; ; at += 1) {
      const disk = makeCrashDisk(start, { at, code: 'ENOSPC', lasting: false });
      const store = open(disk);
      if (before !== null) {
        const opened = await store.passphrase.unlock(before);
        if (!opened.ok) await store.passphrase.unlock(before);
      }
      const answer = await step(store);
      const isReached = disk.calls() >= at;
      disk.heal();
      if (!answer.ok) failed += 1;
      expect(await revisionOf(store)).toBe(3);
      expect(await store.vault.appendJournal(lineOf(4))).toMatchObject({ ok: true });
      expect(disk.names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (const image of disk.images()) {
        const next = open(makeCrashDisk(image));
        if ((await stateOf(next)).state === 'locked') {
          const opened = [];
          for (const secret of [after, before]) {
            if (secret !== null) opened.push((await next.passphrase.unlock(secret)).ok);
          }
          expect(opened).toContain(true);
        }
        expect(await next.vault.loadPlan('pl_a')).toMatchObject({ value: { revision: 4 } });
      }
      if (!isReached) break;
    }
    expect(failed).toBeGreaterThan(0);
  });

  test.each([null, first])('half way from %s, another passphrase ends what was begun', async (before) => {
    const start = await begin(before);
    let halves = 0;
    for (let at = 1; ; at += 1) {
      const disk = makeCrashDisk(start, { at, code: 'ENOSPC', lasting: true });
      const store = open(disk);
      if (before !== null) await store.passphrase.unlock(before);
      const answer = await set(store, before === null ? first : null, before);
      const isReached = disk.calls() >= at;
      disk.heal();
      if (!isReached) break;
      if (!answer.ok || answer.value.isComplete) continue;
      halves += 1;
      expect(await set(store, second, first)).toMatchObject({ ok: true, value: { isComplete: true } });
      expect(await revisionOf(store)).toBe(3);
      const last = disk.images().at(-1) ?? new Map();
      // What a disk would not even delete is swept away at a later start.
      expect(holds(last, canary).filter((name) => !name.endsWith('.tmp'))).toEqual([]);
      const next = open(makeCrashDisk(last));
      expect(await next.passphrase.unlock(second)).toMatchObject({ ok: true });
      expect(await revisionOf(next)).toBe(3);
    }
    expect(halves).toBeGreaterThan(0);
  });
});
