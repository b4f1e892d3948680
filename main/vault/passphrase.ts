import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Answer } from '#core/contract/bridge.ts';
import type { LockState, PassphraseRequest, Secured } from '#core/contract/lock-state.ts';
import { fail, ok } from '#core/base/result.ts';
import type { Disk } from './disk.ts';
import {
  makeRecoveryCode,
  readKeyFile,
  toKeyFileBytes,
  unwrapKey,
  wrapKey,
  type KeyFile,
  type KeyPhase,
} from './key-file.ts';
import { isLocked, markerBytes, type OpenKey } from './locked-disk.ts';
import { planFiles } from './read-plan-folder.ts';
import { attempt, done, isDone } from './vault-problem.ts';
import { writeAtomic } from './write-atomic.ts';

/** The keyring of the system, which a shell may have. Both answer null when it can't. */
export interface Keyring {
  /** Whether it protects anything: some systems have none, and only garble. */
  readonly isSafe: () => Promise<boolean>;
  readonly wrap: (text: string) => Promise<string | null>;
  readonly unwrap: (wrapped: string) => Promise<string | null>;
}

/** The optional passphrase of a vault. Without one the files are plain, and nothing here is in the way. */
export interface Passphrase {
  readonly state: () => Promise<Answer<LockState>>;
  /** Opens the vault with the passphrase or the recovery code. */
  readonly unlock: (secret: string) => Promise<Answer<null>>;
  /** Sets, changes or removes the passphrase; the answer holds the new recovery code. */
  readonly change: (request: PassphraseRequest) => Promise<Answer<Secured>>;
  /** Whether the passphrase has to be said before anything can be read or written. */
  readonly isLocked: () => Promise<boolean>;
}

/** What the passphrase is made with. */
export interface PassphraseOptions {
  /** The disk itself, not the one that encrypts. */
  readonly disk: Disk;
  /** The folder of the vault: a copy of it can be opened anywhere. */
  readonly root: string;
  readonly makeToken: () => string;
  readonly cost: number;
  readonly keyring: Keyring | null;
  /** From now on the disk encrypts with this key, or does not. */
  readonly hold: (open: OpenKey | null) => void;
  /** Brings all files to what the key says; each as a whole, and as often as needed. */
  readonly convert: (open: OpenKey) => Promise<void>;
}

const names = ['key.json', 'key.copy.json'] as const;

const locked = { code: 'locked', message: 'The plans are locked. Enter the passphrase.' } as const;
const wrong = {
  code: 'wrong-passphrase',
  message: 'This is not the passphrase, and not the recovery code either. Nothing was changed; try again.',
} as const;
const damagedKey = {
  code: 'damaged',
  message:
    'The key of your plans (vault/key.json and its copy) is damaged or missing. Put these two files back from a backup; the plans were left as they are.',
} as const;
const newerKey = {
  code: 'newer-format',
  message: 'The passphrase was set by a newer version of Rehome. Everything was left as it is.',
} as const;

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'files'; readonly files: readonly KeyFile[] }
  | { readonly kind: 'problem'; readonly problem: typeof damagedKey | typeof newerKey };

/** The answer to every call that needs an open vault while it is locked. */
export const lockedAnswer: Answer<never> = fail(locked);

/** Makes the passphrase of a vault. Its calls run one after the other. */
export function makePassphrase(options: PassphraseOptions): Passphrase {
  const { disk, root, makeToken, cost, keyring, hold, convert } = options;
  /** The key, once it is known; `null` without a passphrase. Undefined: nothing was looked at yet, or the vault is locked. */
  let open: { readonly key: Buffer; readonly file: KeyFile } | null | undefined;
  let hasKeyringFailed = false;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const turn = last.then(() => attempt(work));
    last = turn;
    return turn;
  };

  /** Files that are encrypted, but no key: it was taken away from them. */
  const hasLockedPlan = async (): Promise<boolean> => {
    for (const name of await disk.list(root)) {
      for (const file of [planFiles.checkpoint, planFiles.previous]) {
        if (isLocked(await disk.readStart(join(root, name, file), markerBytes))) return true;
      }
    }
    return false;
  };

  const find = async (): Promise<Found> => {
    const contents = await Promise.all(
      names.map(async (name) => readKeyFile(await disk.read(join(root, name)))),
    );
    const files = contents.flatMap((content) => (content.kind === 'good' ? [content.value] : []));
    if (files.length > 0) return { kind: 'files', files };
    if (contents.some(({ kind }) => kind === 'newer')) return { kind: 'problem', problem: newerKey };
    const isMissing = contents.every(({ kind }) => kind === 'missing') && !(await hasLockedPlan());
    return isMissing ? { kind: 'none' } : { kind: 'problem', problem: damagedKey };
  };

  /** Two copies, one after the other: whenever the power goes, one of them is whole. */
  const write = async (file: KeyFile): Promise<void> => {
    await disk.makeFolder(root);
    for (const name of names) {
      const bytes = toKeyFileBytes(file);
      await writeAtomic(disk, { folder: root, name, keepAs: null, bytes, token: makeToken() });
    }
  };

  const take = (key: Buffer, phase: KeyPhase): OpenKey => {
    const openKey = { key, isWriting: phase !== 'unlocking', acceptsPlain: phase !== 'locked' };
    hold(openKey);
    return openKey;
  };

  /** Without a passphrase from now on; the first name goes last: as long as it is there, the files may need their key. */
  const forget = async (): Promise<void> => {
    for (const name of names.toReversed()) {
      await disk.remove(join(root, name));
      await disk.syncFolder(root);
    }
  };

  /**
   * Ends what was begun, now or before a crash: all files as the phase says, then the phase that lasts. Where the disk refuses, all can be
   * read as it is, and the next start goes on.
   */
  const finish = async (key: Buffer, file: KeyFile): Promise<boolean> => {
    const openKey = take(key, file.phase);
    open = { key, file };
    if (file.phase === 'locked') return true;
    return isDone(async () => {
      await convert(openKey);
      if (file.phase === 'unlocking') {
        await forget();
        hold(null);
        open = null;
        return;
      }
      const final: KeyFile = { ...file, phase: 'locked' };
      await write(final);
      take(key, 'locked');
      open = { key, file: final };
    });
  };

  const openWith = async (key: Buffer, file: KeyFile, all: readonly KeyFile[]): Promise<void> => {
    const isWhole =
      all.length === names.length && all.every((each) => JSON.stringify(each) === JSON.stringify(file));
    if (!isWhole) await isDone(() => write(file));
    await finish(key, file);
  };

  /** What there is to know without the passphrase; the keyring opens the vault by itself. */
  const look = async (): Promise<Found> => {
    const found = await find();
    if (open !== undefined) return found;
    if (found.kind === 'none') open = null;
    if (found.kind !== 'files') return found;
    for (const file of found.files) {
      if (keyring === null || file.keyring === null) continue;
      const text = await keyring.unwrap(file.keyring).catch(() => null);
      const key = text === null ? null : Buffer.from(text, 'base64');
      if (key?.length === 32) {
        await openWith(key, file, found.files);
        return found;
      }
      hasKeyringFailed = true;
    }
    return found;
  };

  const check = async (files: readonly KeyFile[], secret: string) => {
    for (const file of files) {
      const key = await unwrapKey(file, secret);
      if (key !== null) return { key, file };
    }
    return null;
  };

  const secure = async (key: Buffer, request: PassphraseRequest, next: string): Promise<Answer<Secured>> => {
    const recoveryCode = makeRecoveryCode();
    const canKeep = request.remember && keyring !== null && (await keyring.isSafe());
    const file: KeyFile = {
      // What was begun and not ended may have left plain files: all of them are looked at again.
      phase: open?.file.phase === 'locked' ? 'locked' : 'locking',
      wraps: [
        await wrapKey('passphrase', next, key, cost),
        await wrapKey('recovery', recoveryCode, key, cost),
      ],
      keyring: canKeep ? await keyring.wrap(key.toString('base64')) : null,
    };
    try {
      await write(file);
    } catch (error) {
      // Half a beginning is none.
      if (open === null) await isDone(forget);
      throw error;
    }
    return ok({ recoveryCode, isComplete: await finish(key, file) });
  };

  return {
    isLocked: async () => {
      if (open !== undefined) return false;
      await inTurn(async () => ok(await look()));
      return open === undefined;
    },
    state: () =>
      inTurn(async () => {
        const found = await look();
        if (found.kind === 'problem' && open === undefined) return fail(found.problem);
        return ok({
          state: open === undefined ? 'locked' : open === null ? 'none' : 'open',
          canRemember: (await keyring?.isSafe()) ?? false,
          isRemembered: (open?.file.keyring ?? null) !== null,
          hasKeyringFailed,
        });
      }),
    unlock: (secret) =>
      inTurn(async () => {
        const found = await find();
        if (found.kind === 'problem') return fail(found.problem);
        if (found.kind === 'none') return done;
        const right = await check(found.files, secret);
        if (right === null) return fail(wrong);
        if (open === undefined) await openWith(right.key, right.file, found.files);
        return done;
      }),
    change: (request) =>
      inTurn(async () => {
        const found = await look();
        if (found.kind === 'problem') return fail(found.problem);
        if (open === undefined) return fail(locked);
        if (found.kind === 'none') {
          return request.next === null
            ? ok({ recoveryCode: null, isComplete: true })
            : secure(randomBytes(32), request, request.next);
        }
        const right = await check(found.files, request.current ?? '');
        if (right === null) return fail(wrong);
        if (request.next !== null) return secure(right.key, request, request.next);
        const file: KeyFile = { ...right.file, phase: 'unlocking' };
        await write(file);
        return ok({ recoveryCode: null, isComplete: await finish(right.key, file) });
      }),
  };
}
