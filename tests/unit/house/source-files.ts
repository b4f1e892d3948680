import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One source file of the project: its path from the root, and its text. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** The bench installs its peers and bundles itself inside of its folder; nothing of that is ours. */
const isForeign = (path: string): boolean => /^tests\/perf\/(?:node_modules|out)\//u.test(path);

/** All code files below a folder of the project. */
export function readCode(folder: string): ProjectFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isForeign(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
