import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Answer } from '#core/contract/bridge.ts';
import { fail, ok } from '#core/base/result.ts';
import { bridgeLimits as limits } from '#core/contract/limits.ts';
import { shellText } from './text.ts';

/**
 * Reads a file that a person chose. Only regular files (a pipe would never end), never more than the limit, whatever the file system
 * said of the size before.
 */
export async function readChosenFile(path: string, mostBytes: number): Promise<Answer<Uint8Array>> {
  const name = basename(path);
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return fail({ code: 'failed', message: shellText.notAFile(name) });
      if (facts.size > mostBytes) {
        return fail({ code: 'too-large', message: shellText.tooLarge(name, facts.size, mostBytes) });
      }
      const buffer = Buffer.alloc(facts.size + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
        if (bytesRead === 0) return ok(new Uint8Array(buffer.subarray(0, length)));
        length += bytesRead;
        if (length === buffer.length) return fail({ code: 'failed', message: shellText.stillGrowing(name) });
      }
    } finally {
      await file.close();
    }
  } catch {
    return fail({ code: 'failed', message: shellText.notReadable(name) });
  }
}

/** All regular files below a folder by their path in it, links not followed, hidden ones left out, in a stable order. */
export async function listFolder(folder: string, inside = ''): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || found.length >= limits.openFiles) continue;
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory()) found.push(...(await listFolder(folder, path)));
  }
  return found.slice(0, limits.openFiles);
}
