import { describe, expect, test } from 'vitest';
import type { Answer, Written } from '#core/contract/bridge.ts';
import type { Vault } from '#main/vault/vault.ts';
import { makeCrashDisk, type Image } from './crash-disk.ts';
import { note } from '#support/figures.ts';
import { checkpointOf, lineOf, makeVault } from './make-vault.ts';

type Write = (vault: Vault) => Promise<Answer<Written>>;

/** A day with the vault: checkpoints, edits behind them, checkpoints that jump over edits. */
const day: readonly Write[] = [
  (vault) => vault.writeCheckpoint(checkpointOf(1)),
  (vault) => vault.appendJournal(lineOf(2)),
  (vault) => vault.appendJournal(lineOf(3)),
  (vault) => vault.writeCheckpoint(checkpointOf(3)),
  (vault) => vault.appendJournal(lineOf(4)),
  (vault) => vault.writeCheckpoint(checkpointOf(6, { before: { reason: 'import', words: 'Import' } })),
  (vault) =>
    vault.appendJournal(
      lineOf(8, { lines: ['edit 7', 'edit 8'], before: { reason: 'bulk-edit', words: 'Many' } }),
    ),
];
const revisions = [1, 2, 3, 3, 4, 6, 8];

/** The revision that a start after a power cut shows; the lines have to be just those behind the checkpoint. */
async function reopen(image: Image): Promise<number> {
  const loaded = await makeVault(makeCrashDisk(image).disk).loadPlan('pl_a');
  if (!loaded.ok) throw new Error(`cannot be opened: ${loaded.error.message}`);
  if (loaded.value === null) return 0;
  const { checkpoint, journal, revision } = loaded.value;
  const base = Number(checkpoint.replace('state ', ''));
  expect(journal).toEqual(Array.from({ length: revision - base }, (_, index) => `edit ${base + index + 1}`));
  return revision;
}

describe('F2 after a power cut', () => {
  test('every image of every moment opens, with all that was acknowledged', async () => {
    let images = 0;
    for (let cut = 1; ; cut += 1) {
      // The call with this number and all after it fail: the process is gone at that moment.
      const power = makeCrashDisk(new Map(), { at: cut, code: 'EIO', lasting: true });
      const vault = makeVault(power.disk);
      let acknowledged = 0;
      let begun = 0;
      for (const [index, write] of day.entries()) {
        begun = revisions[index] ?? 0;
        const answer = await write(vault);
        if (!answer.ok) break;
        acknowledged = answer.value.revision;
      }
      for (const image of power.images()) {
        images += 1;
        const shown = await reopen(image);
        expect(shown).toBeGreaterThanOrEqual(acknowledged);
        expect(shown).toBeLessThanOrEqual(begun);
      }
      if (acknowledged === 8) break;
    }
    expect(images).toBeGreaterThan(100);
    note(
      'F2',
      'states that a disk may be left in by a loss of power, opened with all that was acknowledged',
      images,
      images,
    );
  });

  test('a plan can be worked on after every one of these images', async () => {
    const power = makeCrashDisk();
    const vault = makeVault(power.disk);
    for (const write of day) await write(vault);
    const cut = makeCrashDisk(new Map(), { at: power.calls() - 1, code: 'EIO', lasting: true });
    const dying = makeVault(cut.disk);
    for (const write of day) await write(dying);
    for (const image of cut.images()) {
      const next = makeVault(makeCrashDisk(image).disk);
      const loaded = await next.loadPlan('pl_a');
      const revision = loaded.ok && loaded.value !== null ? loaded.value.revision : 0;
      const more = { writer: 'window-2', seen: revision };
      expect(await next.appendJournal(lineOf(revision + 1, more))).toMatchObject({ ok: true });
      expect(await next.loadPlan('pl_a')).toMatchObject({ ok: true, value: { revision: revision + 1 } });
    }
  });
});

describe('F3 when the disk fails', () => {
  const codes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY', 'EXDEV'];

  test.each(codes)(
    '%s at the n-th call, for every n: a problem in words, and the retry works',
    async (code) => {
      const clean = makeCrashDisk();
      const rehearsal = makeVault(clean.disk);
      for (const write of day) await write(rehearsal);
      let failed = 0;
      for (let at = 1; at <= clean.calls(); at += 1) {
        const broken = makeCrashDisk(new Map(), { at, code, lasting: false });
        const vault = makeVault(broken.disk);
        for (const write of day) {
          const answer = await write(vault);
          if (answer.ok) continue;
          failed += 1;
          expect(answer.error.message).toMatch(/not saved/u);
          expect(await write(vault)).toMatchObject({ ok: true });
        }
        expect(await vault.loadPlan('pl_a')).toMatchObject({ ok: true, value: { revision: 8 } });
        expect(broken.names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
        for (const image of broken.images()) expect(await reopen(image)).toBe(8);
      }
      expect(failed).toBeGreaterThan(20);
      note(
        'F3',
        'calls of the file system that failed once, times seven codes',
        clean.calls(),
        clean.calls(),
      );
    },
  );

  test.each(codes)(
    '%s at the n-th call and at every one after it, until it is mended: nothing is lost, and all is stored then',
    async (code) => {
      const clean = makeCrashDisk();
      const rehearsal = makeVault(clean.disk);
      for (const write of day) await write(rehearsal);
      for (let at = 1; at <= clean.calls(); at += 1) {
        const broken = makeCrashDisk(new Map(), { at, code, lasting: true });
        const vault = makeVault(broken.disk);
        let acknowledged = 0;
        const refused: Write[] = [];
        for (const write of day) {
          const answer = refused.length > 0 ? null : await write(vault);
          if (answer?.ok === true) acknowledged = answer.value.revision;
          else refused.push(write);
        }
        for (const image of broken.images()) expect(await reopen(image)).toBeGreaterThanOrEqual(acknowledged);
        broken.heal();
        for (const write of refused) expect(await write(vault)).toMatchObject({ ok: true });
        expect(await vault.loadPlan('pl_a')).toMatchObject({ ok: true, value: { revision: 8 } });
      }
      note(
        'F3',
        'calls of the file system that failed from then on, times seven codes',
        clean.calls(),
        clean.calls(),
      );
    },
  );

  test('an edit that was refused and then grew is stored once', async () => {
    for (let at = 1; at < 12; at += 1) {
      const quiet = makeCrashDisk();
      await makeVault(quiet.disk).writeCheckpoint(checkpointOf(1));
      const image = quiet.images().at(-1) ?? new Map();
      const vault = makeVault(makeCrashDisk(image, { at, code: 'ENOSPC', lasting: false }).disk);
      const first = await vault.appendJournal(lineOf(2, { seen: 1 }));
      const rest = first.ok ? lineOf(3, { seen: 2 }) : lineOf(3, { seen: 1, lines: ['edit 2', 'edit 3'] });
      // Where the fault meets the second append, that one is tried again.
      if (!(await vault.appendJournal(rest)).ok) await vault.appendJournal(rest);
      expect(await vault.loadPlan('pl_a')).toMatchObject({
        ok: true,
        value: { revision: 3, journal: ['edit 2', 'edit 3'] },
      });
    }
  });
});
