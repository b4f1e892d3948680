import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { stdin } from 'node:process';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { text } from '#main/cli/text.ts';
import { maxFileBytes } from './limits.ts';
import { toErrorWords } from './error-words.ts';

/** The name that stands for standard input and standard output. */
export const standardStream = '-';

async function readStandardInput(mostBytes: number): Promise<Outcome<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : new Uint8Array(chunk as Uint8Array);
    size += bytes.length;
    if (size > mostBytes) return refuse(text.files.tooLarge(text.files.standardInput, mostBytes, size));
    chunks.push(bytes);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

/**
 * The bytes of a file, or of standard input for `-`. Opened without waiting (a FIFO must not hang), looked at by `fstat`
 * before a byte is read, and never read past the limit even when it grows meanwhile.
 */
export async function readInput(path: string, mostBytes = maxFileBytes): Promise<Outcome<Uint8Array>> {
  if (path === standardStream) return readStandardInput(mostBytes);
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return refuse(text.files.notRegular(path, facts.isDirectory()));
      if (facts.size > mostBytes) return refuse(text.files.tooLarge(path, mostBytes, facts.size));
      const bytes = Buffer.alloc(facts.size + 1);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > facts.size) return refuse(text.files.growing(path));
      return { ok: true, value: new Uint8Array(bytes.subarray(0, filled)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuse(text.files.cannotRead(path, toErrorWords(error)));
  }
}

/** A file as strict UTF-8 text, without a byte order mark. */
export async function readInputText(path: string, mostBytes = maxFileBytes): Promise<Outcome<string>> {
  const bytes = await readInput(path, mostBytes);
  if (!bytes.ok) return bytes;
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) };
  } catch {
    return refuse(text.files.notUtf8(path));
  }
}
