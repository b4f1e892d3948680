import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compareText } from '#core/base/compare.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { text } from '#main/cli/text.ts';
import { toErrorWords } from './error-words.ts';
import { maxDepth, maxFiles, skippedFolders } from './limits.ts';
import { standardStream } from './read-input.ts';

/** One file to import: where it is, and the name that its evidence will carry. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
  /** Came from a folder, not named by the person: may be left out when it is nothing that can be read. */
  readonly walked: boolean;
}

async function walk(folder: string, name: string, depth: number): Promise<InputFile[]> {
  if (depth > maxDepth) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const found: InputFile[] = [];
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const inside = { path: join(folder, entry.name), name: `${name}${entry.name}`, walked: true };
    if (entry.isFile()) found.push(inside);
    else if (entry.isDirectory() && !skippedFolders.has(entry.name)) {
      found.push(...(await walk(inside.path, `${inside.name}/`, depth + 1)));
    }
    if (found.length > maxFiles) break;
  }
  return found;
}

/**
 * The files that a list of paths means: files as they are, folders walked (not through links, no version control or
 * package folders, at most eight levels deep) in the order of their names. Names inside a folder are relative to it.
 */
export async function walkPaths(paths: readonly string[]): Promise<Outcome<readonly InputFile[]>> {
  const found: InputFile[] = [];
  for (const path of paths) {
    if (path === standardStream) {
      found.push({ path, name: text.files.standardInputName, walked: false });
      continue;
    }
    try {
      const facts = await lstat(path);
      if (facts.isDirectory()) found.push(...(await walk(path, '', 1)));
      else found.push({ path, name: basename(path), walked: false });
    } catch (error) {
      return refuse(text.files.cannotRead(path, toErrorWords(error)));
    }
    if (found.length > maxFiles) return refuse(text.files.tooMany(maxFiles));
  }
  return found.length === 0 ? refuse(text.files.nothingInside(paths.join(', '))) : { ok: true, value: found };
}
