import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Disk, DiskFile } from './disk.ts';

/** The key of the files, as long as it is known. */
export interface OpenKey {
  readonly key: Buffer;
  /** Whether what is written from now on is encrypted; not while a passphrase is being removed. */
  readonly isWriting: boolean;
  /** Whether lines that are not encrypted are taken: only while a passphrase is being set or removed. */
  readonly acceptsPlain: boolean;
}

/** How an encrypted line begins. */
const marker = Buffer.from('rehome-locked/1 ');
const lineEnd = 0x0a;
/** Stands for a line that can't be read: no reader takes it for anything, all of them count it. */
const unreadable = Buffer.from('?\n');

/** Whether a file is encrypted, by its first bytes. */
export function isLocked(start: Uint8Array | null): boolean {
  return start !== null && Buffer.from(start.subarray(0, marker.length)).equals(marker);
}

/** How many first bytes tell whether a file is encrypted. */
export const markerBytes = marker.length;

function toLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(lineEnd, at);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(at, next));
    at = next;
  }
  return lines;
}

/**
 * Encrypts line by line (AES-256-GCM, a random nonce each), so that a journal can still be added to and a line that was cut off costs
 * only itself. The line end is part of what is encrypted; the label, which is the folder of the plan, has to be the same to read it.
 */
export function lockLines(key: Buffer, label: string, bytes: Uint8Array): Buffer {
  const lines = toLines(bytes).map((line) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(`${marker.toString()}${label}`));
    const sealed = Buffer.concat([nonce, cipher.update(line), cipher.final(), cipher.getAuthTag()]);
    return `${marker.toString()}${sealed.toString('base64')}\n`;
  });
  return Buffer.from(lines.join(''));
}

function unlockLine(key: Buffer, label: string, line: Uint8Array): Buffer | null {
  if (line.at(-1) !== lineEnd) return null;
  const sealed = Buffer.from(Buffer.from(line.subarray(marker.length, -1)).toString('latin1'), 'base64');
  if (sealed.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(`${marker.toString()}${label}`));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Reads what `lockLines` wrote. A line that can't be read is answered as `damaged` says: as itself, or as one that nobody takes. */
export function unlockLines(
  { key, acceptsPlain }: OpenKey,
  label: string,
  bytes: Uint8Array,
  damaged: 'as-it-is' | 'unreadable',
): Buffer {
  return Buffer.concat(
    toLines(bytes).map((line) => {
      if (!isLocked(line)) return acceptsPlain || damaged === 'as-it-is' ? line : unreadable;
      return unlockLine(key, label, line) ?? (damaged === 'as-it-is' ? line : unreadable);
    }),
  );
}

function lockFile(file: DiskFile, find: () => OpenKey | null, label: string): DiskFile {
  return {
    ...file,
    write: (bytes) => {
      const open = find();
      return file.write(open?.isWriting === true ? lockLines(open.key, label, bytes) : bytes);
    },
  };
}

/**
 * A disk whose files are encrypted as long as there is a key; without one it is the disk itself. `toLabel` tells what a file belongs to: only
 * under the same label can it be read again.
 */
export function lockDisk(disk: Disk, find: () => OpenKey | null, toLabel: (path: string) => string): Disk {
  const unlock = (path: string, bytes: Uint8Array | null): Uint8Array | null => {
    const open = find();
    return open === null || bytes === null ? bytes : unlockLines(open, toLabel(path), bytes, 'unreadable');
  };
  return {
    ...disk,
    read: async (path) => unlock(path, await disk.read(path)),
    readStart: async (path, count) => {
      const open = find();
      if (open === null) return disk.readStart(path, count);
      // Encrypted, a line is longer by a third and some bytes; of the last line only a part may have been read.
      const bytes = await disk.readStart(path, count * 2);
      const end = bytes === null || bytes.length < count * 2 ? undefined : bytes.lastIndexOf(lineEnd) + 1;
      return unlock(path, bytes?.subarray(0, end) ?? null);
    },
    create: async (path) => lockFile(await disk.create(path), find, toLabel(path)),
    append: async (path) => lockFile(await disk.append(path), find, toLabel(path)),
  };
}
